/// The index's values into the contract's messages. Pure; one function a type.
#ifndef PLANSOK_SEARCHD_CONVERT_H_
#define PLANSOK_SEARCHD_CONVERT_H_

#include <string>

#include "index/reader.h"
#include "index/searcher.h"
#include "plan/plan.h"
#include "plansok/v1/plan.pb.h"
#include "plansok/v1/plan_search_service.pb.h"

namespace plansok::searchd {

v1::Goal ToProto(const plan::Goal& goal);
v1::Paragraph ToProto(const std::string& plan_id, const plan::Paragraph& paragraph);
v1::Plan ToProto(const index::PlanSummary& summary);
v1::Hit ToProto(const index::Hit& hit);
v1::Facet ToProto(const index::Facet& facet);
v1::GetParagraphResponse ToProto(const index::ParagraphInContext& found);

v1::Suggestion ToProto(const index::Suggestion& suggestion);

/// `line` is what the explanation's tokens point into.
v1::ExplainResponse ToProto(const std::string& line, const index::Explanation& explanation);

/// Everything but `next_page_token`, which the handler knows.
v1::SearchResponse ToProto(const index::SearchResult& result);

v1::TabulateResponse ToProto(const index::Table& table);

v1::IndexInfo::Memory ToProto(const index::SnapshotMemory& memory);

/// Everything but `server_version` and `memory`, which the program knows.
v1::IndexInfo ToProto(const index::IndexInfo& info);

}  // namespace plansok::searchd

#endif  // PLANSOK_SEARCHD_CONVERT_H_
