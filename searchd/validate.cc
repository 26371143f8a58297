#include "searchd/validate.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "query/notes.h"
#include "searchd/status.h"

namespace plansok::searchd {
namespace {

index::Order ReadOrder(v1::OrderBy order_by, Violations& violations) {
  switch (order_by) {
    case v1::ORDER_BY_UNSPECIFIED:
    case v1::ORDER_BY_RELEVANCE:
      return index::Order::kRelevance;
    case v1::ORDER_BY_PLAN:
      return index::Order::kPlanOrder;
    default:
      violations.push_back(
          {"order_by", fmt::format("{} is not a value of this enum", static_cast<int>(order_by))});
      return index::Order::kRelevance;
  }
}

/// Everything that decides which hits come in which order, and nothing else.
PageScope SearchPageScope(const v1::SearchRequest& request, index::Order order,
                          const std::string& generation) {
  v1::SearchRequest significant;
  significant.set_query(request.query());
  *significant.mutable_filters() = request.filters();
  significant.set_order_by(order == index::Order::kRelevance ? v1::ORDER_BY_RELEVANCE : v1::ORDER_BY_PLAN);
  significant.set_exact_words(request.exact_words());
  PageScope scope{generation, Fingerprint(significant.SerializeAsString())};
  if (order == index::Order::kRelevance) scope.deepest = kDeepestRankedPage;
  return scope;
}

int PageSize(const v1::SearchRequest& request) {
  return request.has_page_size() ? request.page_size() : kDefaultPageSize;
}

std::optional<ParagraphName> ReadParagraphName(const std::string& name, Violations& violations) {
  auto parsed = ParseParagraphName(name);
  if (!parsed) {
    violations.push_back(
        {"name", fmt::format("\"{}\" is not of the form plans/{{plan}}/paragraphs/{{12 hex digits}}",
                             query::Shown(name))});
  }
  return parsed;
}

}  // namespace

absl::StatusOr<CheckedSearch> Validate(const v1::SearchRequest& request, const std::string& generation,
                                       const ValueFinder& find) {
  Violations violations;
  CheckedSearch checked;
  CheckQuery(request.query(), violations);
  checked.request.filters = ReadFilters(request.filters(), find, violations);
  checked.request.facets = ReadFacets(request.facets(), violations);
  checked.request.limit = PageSize(request);
  CheckRange("page_size", checked.request.limit, 0, kMaxPageSize, violations);
  checked.request.order = ReadOrder(request.order_by(), violations);
  if (request.snippet_length() != 0) {
    CheckRange("snippet_length", request.snippet_length(), kMinSnippetLength, kMaxSnippetLength, violations);
    checked.request.snippet_length = request.snippet_length();
  }
  checked.scope = SearchPageScope(request, checked.request.order, generation);
  checked.request.offset = ReadPageToken(request.page_token(), checked.scope, violations);
  if (!violations.empty()) return InvalidFields(violations);
  checked.request.query = query::Parse(request.query());
  checked.request.correct = !request.exact_words();
  return checked;
}

absl::StatusOr<index::TableRequest> Validate(const v1::TabulateRequest& request, const ValueFinder& find) {
  Violations violations;
  index::TableRequest checked;
  CheckQuery(request.query(), violations);
  checked.filters = ReadFilters(request.filters(), find, violations);
  checked.rows = ReadAxis("rows", request.rows(), violations);
  checked.columns = ReadAxis("columns", request.columns(), violations);
  if (!request.rows().empty() && request.rows() == request.columns()) {
    violations.push_back(
        {"columns", fmt::format("is \"{}\" as rows are: choose another", request.columns())});
  }
  if (!violations.empty()) return InvalidFields(violations);
  checked.query = query::Parse(request.query());
  checked.correct = !request.exact_words();
  return checked;
}

absl::StatusOr<index::ExportRequest> Validate(const v1::ExportRequest& request, const ValueFinder& find) {
  Violations violations;
  index::ExportRequest checked;
  CheckQuery(request.query(), violations);
  checked.filters = ReadFilters(request.filters(), find, violations);
  if (!violations.empty()) return InvalidFields(violations);
  checked.query = query::Parse(request.query());
  checked.correct = !request.exact_words();
  return checked;
}

absl::StatusOr<ParagraphName> Validate(const v1::GetParagraphRequest& request) {
  Violations violations;
  const auto name = ReadParagraphName(request.name(), violations);
  CheckRange("context", request.context(), 0, kMaxContext, violations);
  if (!violations.empty()) return InvalidFields(violations);
  return *name;
}

absl::StatusOr<CheckedSuggest> Validate(const v1::SuggestRequest& request) {
  Violations violations;
  CheckQuery(request.query(), violations);
  CheckRange("page_size", request.page_size(), 0, kMaxSuggestions, violations);
  if (!violations.empty()) return InvalidFields(violations);
  return CheckedSuggest{request.query(),
                        request.page_size() != 0 ? request.page_size() : kDefaultSuggestions};
}

absl::StatusOr<CheckedSimilar> Validate(const v1::FindSimilarRequest& request) {
  Violations violations;
  const auto name = ReadParagraphName(request.name(), violations);
  CheckRange("page_size", request.page_size(), 0, kMaxSimilar, violations);
  if (!violations.empty()) return InvalidFields(violations);
  return CheckedSimilar{*name, request.page_size() != 0 ? request.page_size() : kDefaultSimilar};
}

absl::StatusOr<CheckedExplain> Validate(const v1::ExplainRequest& request, const ValueFinder& find) {
  Violations violations;
  CheckedExplain checked;
  CheckQuery(request.query(), violations);
  checked.request.filters = ReadFilters(request.filters(), find, violations);
  if (!request.name().empty()) checked.paragraph = ReadParagraphName(request.name(), violations);
  if (!violations.empty()) return InvalidFields(violations);
  checked.request.query = query::Parse(request.query());
  checked.request.correct = !request.exact_words();
  return checked;
}

absl::StatusOr<std::string> Validate(const v1::GetPlanRequest& request) {
  auto id = ParsePlanName(request.name());
  if (!id) {
    return InvalidFields(
        {{"name", fmt::format("\"{}\" is not of the form plans/{{plan}}", query::Shown(request.name()))}});
  }
  return *std::move(id);
}

absl::StatusOr<CheckedPlansPage> Validate(const v1::ListPlansRequest& request,
                                          const std::string& generation) {
  Violations violations;
  CheckRange("page_size", request.page_size(), 0, kMaxPageSize, violations);
  const int offset = ReadPageToken(request.page_token(), PlansPageScope(generation), violations);
  if (!violations.empty()) return InvalidFields(violations);
  return CheckedPlansPage{offset, request.page_size() != 0 ? request.page_size() : kDefaultPlansPageSize};
}

PageScope PlansPageScope(const std::string& generation) { return {generation, Fingerprint("ListPlans")}; }

}  // namespace plansok::searchd
