#include "searchd/handlers.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "searchd/config.h"
#include "searchd/convert.h"
#include "searchd/named_plan.h"
#include "searchd/page_token.h"
#include "searchd/status.h"
#include "searchd/validate.h"

namespace plansok::searchd {

std::string GenerationKey(const index::IndexInfo& info) {
  return fmt::format("{}.{}", info.generation, info.built_at_seconds);
}

absl::StatusOr<int> Search(index::Searcher& searcher, const v1::SearchRequest& request,
                           const index::Checkpoint& checkpoint, v1::SearchResponse& response) {
  const absl::StatusOr<CheckedSearch> checked =
      Validate(request, GenerationKey(searcher.snapshot().info()), ValuesOf(searcher.snapshot(), checkpoint));
  if (!checked.ok()) return checked.status();
  const absl::StatusOr<index::SearchResult> result = searcher.Search(checked->request, checkpoint);
  if (!result.ok()) return result.status();
  response = ToProto(*result);
  const int end = checked->request.offset + static_cast<int>(result->hits.size());
  if (!result->hits.empty()) {
    response.set_next_page_token(NextPageToken(checked->scope, end, result->total));
  }
  return result->total;
}

absl::StatusOr<int> Tabulate(index::Searcher& searcher, const v1::TabulateRequest& request,
                             const index::Checkpoint& checkpoint, v1::TabulateResponse& response) {
  const absl::StatusOr<index::TableRequest> checked =
      Validate(request, ValuesOf(searcher.snapshot(), checkpoint));
  if (!checked.ok()) return checked.status();
  const absl::StatusOr<index::Table> table = searcher.Tabulate(*checked, checkpoint);
  if (absl::IsOutOfRange(table.status())) {
    const std::string what(table.status().message());
    return InvalidFields({{"rows", what}, {"columns", what}});
  }
  if (!table.ok()) return table.status();
  response = ToProto(*table);
  return table->total;
}

absl::StatusOr<int> GetParagraph(index::Searcher& searcher, const v1::GetParagraphRequest& request,
                                 const index::Checkpoint& checkpoint, v1::GetParagraphResponse& response) {
  const absl::StatusOr<ParagraphName> name = Validate(request);
  if (!name.ok()) return name.status();
  const absl::StatusOr<index::ParagraphInContext> found =
      searcher.Get(name->plan_id, name->paragraph_id, request.context(), checkpoint);
  if (absl::IsNotFound(found.status())) return ResourceNotFound("plansok.v1.Paragraph", request.name());
  if (!found.ok()) return found.status();
  response = ToProto(*found);
  return 1;
}

absl::StatusOr<int> ListPlans(const index::Snapshot& snapshot, const v1::ListPlansRequest& request,
                              v1::ListPlansResponse& response) {
  const std::string generation = GenerationKey(snapshot.info());
  const absl::StatusOr<CheckedPlansPage> page = Validate(request, generation);
  if (!page.ok()) return page.status();
  const std::vector<index::PlanSummary>& plans = snapshot.plans();
  const int total = static_cast<int>(plans.size());
  const int begin = std::min(page->offset, total);
  const int end = begin + std::min(page->limit, total - begin);
  response.Clear();
  for (int i = begin; i < end; ++i) *response.add_plans() = ToProto(plans[static_cast<std::size_t>(i)]);
  response.set_next_page_token(NextPageToken(PlansPageScope(generation), end, total));
  response.set_total_size(total);
  return end - begin;
}

absl::StatusOr<int> GetPlan(index::Searcher& searcher, const v1::GetPlanRequest& request,
                            const index::Checkpoint& checkpoint, v1::Plan& response) {
  const absl::StatusOr<std::string> id = Validate(request);
  if (!id.ok()) return id.status();
  const index::Snapshot& snapshot = searcher.snapshot();
  const index::PlanSummary* plan = PlanOfId(snapshot, *id);
  if (plan == nullptr) return PlanNotFound(snapshot, *id, checkpoint);
  response = ToProto(*plan);
  return 1;
}

absl::StatusOr<int> GetIndexInfo(const index::Snapshot& snapshot, v1::IndexInfo& response) {
  response = ToProto(snapshot.info());
  *response.mutable_memory() = ToProto(snapshot.memory());
  response.set_server_version(std::string(kServerVersion));
  return 1;
}

}  // namespace plansok::searchd
