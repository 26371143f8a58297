#include <algorithm>
#include <utility>

#include "client/commands.h"
#include "client/format.h"
#include "client/json.h"
#include "client/labels.h"
#include "client/plan_titles.h"

namespace plansok::client {
namespace {

absl::StatusOr<v1::SearchRequest> ToRequest(const SearchOptions& options) {
  v1::SearchRequest request;
  request.set_query(options.query);
  auto filters = ToFilters(options.filters);
  if (!filters.ok()) return filters.status();
  *request.mutable_filters() = *std::move(filters);
  for (const std::string& typed : options.facets) {
    auto facet = ParseFacet(typed);
    if (!facet.ok()) return facet.status();
    request.add_facets(*std::move(facet));
  }
  request.set_exact_words(options.exact_words);
  if (options.plan_order) request.set_order_by(v1::ORDER_BY_PLAN);
  return request;
}

// The first `limit` hits as one answer, however many pages they fill.
absl::StatusOr<v1::SearchResponse> SearchPages(const Rpc& rpc, v1::SearchRequest request, int limit) {
  request.set_page_size(std::min(limit, kMaxPageSize));
  auto answer = rpc.Search(request);
  request.clear_facets();  // the first page has counted
  while (answer.ok() && answer->hits_size() < limit && !answer->next_page_token().empty()) {
    request.set_page_token(answer->next_page_token());
    request.set_page_size(std::min(limit - answer->hits_size(), kMaxPageSize));
    auto page = rpc.Search(request);
    if (!page.ok()) return page.status();
    if (page->hits().empty()) break;
    answer->mutable_hits()->MergeFrom(page->hits());
    answer->set_next_page_token(page->next_page_token());
  }
  return answer;
}

}  // namespace

absl::StatusOr<ExitCode> Search(const Context& context, const SearchOptions& options) {
  const auto request = ToRequest(options);
  if (!request.ok()) return request.status();
  const auto answer = SearchPages(context.rpc, *request, options.limit);
  if (!answer.ok()) return answer.status();
  if (context.json) {
    context.out.Write(ToJson(*answer) + '\n');
  } else {
    context.out.Write(FormatSearch(context.terminal, *request, *answer, TitlesOf(context.rpc, *answer)));
  }
  return answer->total_size() > 0 ? ExitCode::kFound : ExitCode::kNone;
}

}  // namespace plansok::client
