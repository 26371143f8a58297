/// What each unary method does, as plain functions: no gRPC, no threads. The service (service.h) runs them.
///
/// Each fills `response` from scratch and gives how many things it answered with, for the log. Errors carry
/// their details (status.h) and become gRPC's in one place.
#ifndef PLANSOK_SEARCHD_HANDLERS_H_
#define PLANSOK_SEARCHD_HANDLERS_H_

#include <string>

#include "absl/status/statusor.h"
#include "index/reader.h"
#include "index/searcher.h"
#include "plansok/v1/plan_search_service.pb.h"

namespace plansok::searchd {

/// What page tokens call the generation: its name, and when it was built, because an index folder made anew
/// counts its generations from the start.
std::string GenerationKey(const index::IndexInfo& info);

// Those that ask the index, or compare names where they find nothing: for a worker.

absl::StatusOr<int> Search(index::Searcher& searcher, const v1::SearchRequest& request,
                           const index::Checkpoint& checkpoint, v1::SearchResponse& response);
absl::StatusOr<int> Tabulate(index::Searcher& searcher, const v1::TabulateRequest& request,
                             const index::Checkpoint& checkpoint, v1::TabulateResponse& response);
absl::StatusOr<int> GetParagraph(index::Searcher& searcher, const v1::GetParagraphRequest& request,
                                 const index::Checkpoint& checkpoint, v1::GetParagraphResponse& response);
absl::StatusOr<int> Suggest(index::Searcher& searcher, const v1::SuggestRequest& request,
                            const index::Checkpoint& checkpoint, v1::SuggestResponse& response);
absl::StatusOr<int> FindSimilar(index::Searcher& searcher, const v1::FindSimilarRequest& request,
                                const index::Checkpoint& checkpoint, v1::FindSimilarResponse& response);
absl::StatusOr<int> Explain(index::Searcher& searcher, const v1::ExplainRequest& request,
                            const index::Checkpoint& checkpoint, v1::ExplainResponse& response);
absl::StatusOr<int> GetPlan(index::Searcher& searcher, const v1::GetPlanRequest& request,
                            const index::Checkpoint& checkpoint, v1::Plan& response);

// Those that answer from memory: quick enough for gRPC's own threads.

absl::StatusOr<int> ListPlans(const index::Snapshot& snapshot, const v1::ListPlansRequest& request,
                              v1::ListPlansResponse& response);
absl::StatusOr<int> GetIndexInfo(const index::Snapshot& snapshot, v1::IndexInfo& response);

}  // namespace plansok::searchd

#endif  // PLANSOK_SEARCHD_HANDLERS_H_
