#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "client/answer.h"
#include "client/commands.h"
#include "client/filters.h"
#include "client/flags.h"
#include "client/format.h"
#include "client/labels.h"
#include "client/limits.h"
#include "client/plan_titles.h"
#include "client/tables.h"

namespace plansok::client {
namespace {

struct SearchOptions {
  std::string query;
  FilterOptions filters;
  std::vector<std::string> facets;
  int limit = kDefaultLimit;  // 0: counts only
  int page = 1;
  int values = kDefaultValues;  // of each facet; 0: all
  std::string order = "relevance";
  bool exact_words = false;
};

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
  const auto order = ParseOrder(options.order);
  if (!order.ok()) return order.status();
  request.set_order_by(*order);
  request.set_exact_words(options.exact_words);
  return request;
}

// Hits `from` (the first is 0) to `to` as one answer, however many pages of the contract they fill.
absl::StatusOr<v1::SearchResponse> SearchPages(const Rpc& rpc, v1::SearchRequest request, int from, int to) {
  // What is passed over comes in pages of its own, so that no kept hit shares one, and as short as can be.
  const auto ask_at = [&](int at) {
    const bool is_kept = at >= from;
    request.set_page_size(std::min((is_kept ? to : from) - at, kMaxPageSize));
    request.set_snippet_length(is_kept ? 0 : kShortestSnippet);
    return rpc.Search(request);
  };
  auto answer = ask_at(0);
  request.clear_facets();  // the first page has counted
  if (!answer.ok()) return answer;
  int at = answer->hits_size();
  if (from > 0) answer->clear_hits();
  while (at < to && !answer->next_page_token().empty()) {
    request.set_page_token(answer->next_page_token());
    const auto page = ask_at(at);
    if (!page.ok()) return page.status();
    if (page->hits().empty()) break;
    if (at >= from) answer->mutable_hits()->MergeFrom(page->hits());
    at += page->hits_size();
    answer->set_next_page_token(page->next_page_token());
  }
  return answer;
}

absl::StatusOr<ExitCode> Search(const Context& context, const SearchOptions& options) {
  if (context.format == Format::kCsv && !options.facets.empty() && options.limit > 0)
    return absl::InvalidArgumentError(
        "--csv prints one table: hits without --facet, or the counts of --facet with --limit 0");
  const auto request = ToRequest(options);
  if (!request.ok()) return request.status();
  const int from = (options.page - 1) * options.limit;
  const auto answer = SearchPages(context.rpc, *request, from, from + options.limit);
  if (!answer.ok()) return answer.status();
  const PageOfHits page = {from + 1, options.limit};
  PrintAnswer(
      context, *answer,
      [&] {
        return FormatSearch(context.terminal, *request, *answer, TitlesOf(context.rpc, answer->hits()), page,
                            options.values);
      },
      [&] {
        return options.facets.empty()
                   ? HitsTable(answer->hits(), TitlesOf(context.rpc, answer->hits()), page.first)
                   : FacetsTable(*answer);
      });
  if (context.format == Format::kCsv)
    context.err.Write(SearchRemarks(context.terminal, *request, *answer, page));
  const bool found = options.limit == 0 ? answer->total_size() > 0 : answer->hits_size() > 0;
  return found ? ExitCode::kFound : ExitCode::kNone;
}

void AddFlags(CLI::App& app, SearchOptions& options) {
  AddNumberFlag(app, "--limit", options.limit, 0, kMaxHits, "How many to show; 0: counts only");
  AddNumberFlag(app, "--page", options.page, 1, kMaxHits, "Which page of so many hits");
  AddListFlag(app, "--facet", options.facets, "FIELD",
              "Count by " + OneOf(FacetNames(), &NamePair::name) + "; may be repeated");
  AddNumberFlag(app, "--values", options.values, 0, kMaxHits,
                "How many values of each facet to show; 0: all");
  app.add_option("--order", options.order, fmt::format("By relevance or by plan [{}]", options.order))
      ->type_name("ORDER")
      ->group(kOwnFlags);
  AddExactFlag(app, options.exact_words);
  AddFilterFlags(app, options.filters);
}

Binder Define(CLI::App& app, int default_limit) {
  const auto options = std::make_shared<SearchOptions>();
  options->limit = default_limit;
  AddFlags(app, *options);
  return [options](const std::vector<std::string>& words) -> absl::StatusOr<Action> {
    if (IsBlank(words) && IsEmpty(options->filters) && options->facets.empty())
      return absl::InvalidArgumentError("search wants a QUERY, a filter or a facet: plansok search --help");
    if (static_cast<std::int64_t>(options->page) * options->limit > kMaxHits) {
      return absl::InvalidArgumentError(
          fmt::format("--page {} of {} hits is beyond the {} that search reaches: export has them all",
                      options->page, options->limit, kMaxHits));
    }
    options->query = JoinWords(words);
    return [options](const Context& context) { return Search(context, *options); };
  };
}

}  // namespace

Command SearchCommand(int default_limit) {
  return {.name = "search",
          .words = "[QUERY...]",
          .summary = "Find paragraphs",
          .examples = R"(plansok search 'Bostad först' --facet committee
plansok search '"skyddat boende" ELLER avhysning' --year 2023..2025
plansok search hemlöshet nämnd:nordost -typ:indikator
plansok search --kind uppdrag --origin nämnden --order plan)",
          .define = [default_limit](CLI::App& app) { return Define(app, default_limit); }};
}

}  // namespace plansok::client
