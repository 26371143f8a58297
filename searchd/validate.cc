#include "searchd/validate.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "query/field.h"
#include "query/year_range.h"
#include "searchd/status.h"

namespace plansok::searchd {
namespace {

using query::Field;
using Violations = std::vector<FieldViolation>;

void CheckRange(std::string_view field, int value, int least, int most, Violations& violations) {
  if (value >= least && value <= most) return;
  violations.push_back({std::string(field), fmt::format("{} is not within {} to {}", value, least, most)});
}

void CheckQuery(const std::string& query, Violations& violations) {
  if (query.size() <= kMaxQueryBytes) return;
  violations.push_back(
      {"query", fmt::format("is {} bytes long; at most {} are read", query.size(), kMaxQueryBytes)});
}

std::optional<std::string> IdFault(std::string_view text) {
  if (IsId(text)) return std::nullopt;
  return fmt::format("\"{}\" is not an id: ids consist of a-z, 0-9 and hyphens", text);
}

/// Reads one repeated field of Filters after another into index filters.
class FilterReader {
 public:
  FilterReader(std::vector<index::FieldFilter>& filters, Violations& violations)
      : filters_(filters), violations_(violations) {}

  template <class Values, class Fault>
  void Strings(Field field, std::string_view name, const Values& values, const Fault& fault) {
    std::vector<std::string> checked;
    for (int i = 0; i < values.size(); ++i) {
      if (auto what = fault(values[i])) Blame(name, i, *what);
      checked.push_back(values[i]);
    }
    Add(field, name, std::move(checked));
  }

  /// `api_name` gives the enum value's name, "" for what is unspecified or unknown.
  template <class Values, class ApiName>
  void Enums(Field field, std::string_view name, const Values& values, const ApiName& api_name) {
    std::vector<std::string> checked;
    for (int i = 0; i < values.size(); ++i) {
      checked.push_back(api_name(values[i]));
      if (checked.back().empty()) Blame(name, i, fmt::format("{} is not a value of this enum", values[i]));
    }
    Add(field, name, std::move(checked));
  }

  void Plans(const google::protobuf::RepeatedPtrField<std::string>& values) {
    std::vector<std::string> checked;
    for (int i = 0; i < values.size(); ++i) {
      const auto id = ParsePlanNameOrId(values[i]);
      if (!id) Blame("plans", i, fmt::format("\"{}\" is not of the form plans/{{plan}}", values[i]));
      checked.push_back(id.value_or(""));
    }
    Add(Field::kPlan, "plans", std::move(checked));
  }

 private:
  void Blame(std::string_view name, int i, std::string what) {
    violations_.push_back({fmt::format("filters.{}[{}]", name, i), std::move(what)});
  }

  void Add(Field field, std::string_view name, std::vector<std::string> values) {
    if (values.empty()) return;
    if (values.size() > kMaxFilterValues) {
      violations_.push_back(
          {fmt::format("filters.{}", name),
           fmt::format("has {} values; at most {} are read", values.size(), kMaxFilterValues)});
    }
    filters_.push_back({field, std::move(values)});
  }

  std::vector<index::FieldFilter>& filters_;
  Violations& violations_;
};

std::string KindApiName(int kind) {
  return kind != v1::KIND_UNSPECIFIED && v1::Kind_IsValid(kind) ? v1::Kind_Name(kind) : std::string();
}

std::string OriginApiName(int origin) {
  return origin != v1::ORIGIN_UNSPECIFIED && v1::Origin_IsValid(origin) ? v1::Origin_Name(origin)
                                                                        : std::string();
}

std::vector<index::FieldFilter> ReadFilters(const v1::Filters& filters, Violations& violations) {
  std::vector<index::FieldFilter> result;
  FilterReader reader(result, violations);
  reader.Strings(Field::kCommittee, "committees", filters.committees(), IdFault);
  reader.Strings(Field::kGoal, "goals", filters.goals(), IdFault);
  reader.Strings(Field::kGoalFamily, "goal_families", filters.goal_families(), IdFault);
  reader.Strings(Field::kArea, "areas", filters.areas(), IdFault);
  reader.Strings(Field::kYear, "years", filters.years(), query::YearsFault);
  reader.Enums(Field::kKind, "kinds", filters.kinds(), KindApiName);
  reader.Enums(Field::kOrigin, "origins", filters.origins(), OriginApiName);
  reader.Strings(Field::kBody, "bodies", filters.bodies(), IdFault);
  reader.Plans(filters.plans());
  return result;
}

/// The API's own names only: Swedish names and aliases belong to the query language, not to the contract.
std::optional<Field> FieldByApiName(std::string_view name) {
  const auto* found = std::find_if(query::kAllFields.begin(), query::kAllFields.end(),
                                   [name](Field field) { return query::FieldName(field) == name; });
  if (found == query::kAllFields.end()) return std::nullopt;
  return *found;
}

std::string FieldNames() {
  std::vector<std::string_view> names;
  for (const Field field : query::kAllFields) names.push_back(query::FieldName(field));
  return fmt::format("{}", fmt::join(names, ", "));
}

std::string UnknownField(std::string_view name) {
  return name.empty() ? fmt::format("is required: one of {}", FieldNames())
                      : fmt::format("unknown facet \"{}\": there are {}", name, FieldNames());
}

/// The field of a table's rows or columns.
Field ReadAxis(std::string_view axis, std::string_view name, Violations& violations) {
  const auto field = FieldByApiName(name);
  if (!field) violations.push_back({std::string(axis), UnknownField(name)});
  return field.value_or(Field::kCommittee);
}

std::vector<Field> ReadFacets(const google::protobuf::RepeatedPtrField<std::string>& names,
                              Violations& violations) {
  std::vector<Field> facets;
  for (int i = 0; i < names.size(); ++i) {
    const auto field = FieldByApiName(names[i]);
    const std::string path = fmt::format("facets[{}]", i);
    if (!field) {
      violations.push_back({path, UnknownField(names[i])});
    } else if (std::find(facets.begin(), facets.end(), *field) != facets.end()) {
      violations.push_back({path, fmt::format("\"{}\" is asked for twice", names[i])});
    } else {
      facets.push_back(*field);
    }
  }
  return facets;
}

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
  return {generation, Fingerprint(significant.SerializeAsString())};
}

int PageSize(const v1::SearchRequest& request) {
  return request.has_page_size() ? request.page_size() : kDefaultPageSize;
}

std::optional<ParagraphName> ReadParagraphName(const std::string& name, Violations& violations) {
  auto parsed = ParseParagraphName(name);
  if (!parsed) {
    violations.push_back(
        {"name", fmt::format("\"{}\" is not of the form plans/{{plan}}/paragraphs/{{12 hex digits}}", name)});
  }
  return parsed;
}

}  // namespace

absl::StatusOr<CheckedSearch> Validate(const v1::SearchRequest& request, const std::string& generation) {
  Violations violations;
  CheckedSearch checked;
  CheckQuery(request.query(), violations);
  checked.request.filters = ReadFilters(request.filters(), violations);
  checked.request.facets = ReadFacets(request.facets(), violations);
  checked.request.limit = PageSize(request);
  CheckRange("page_size", checked.request.limit, 0, kMaxPageSize, violations);
  checked.request.order = ReadOrder(request.order_by(), violations);
  if (request.snippet_length() != 0) {
    CheckRange("snippet_length", request.snippet_length(), kMinSnippetLength, kMaxSnippetLength, violations);
  }
  checked.request.snippet_length =
      request.snippet_length() != 0 ? request.snippet_length() : kDefaultSnippetLength;
  if (!violations.empty()) return InvalidFields(violations);

  checked.scope = SearchPageScope(request, checked.request.order, generation);
  const absl::StatusOr<int> offset = DecodePageToken(request.page_token(), checked.scope);
  if (!offset.ok()) return offset.status();
  checked.request.offset = *offset;
  checked.request.query = query::Parse(request.query());
  checked.request.correct = !request.exact_words();
  return checked;
}

absl::StatusOr<index::TableRequest> Validate(const v1::TabulateRequest& request) {
  Violations violations;
  index::TableRequest checked;
  CheckQuery(request.query(), violations);
  checked.filters = ReadFilters(request.filters(), violations);
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

absl::StatusOr<CheckedExport> Validate(const v1::ExportRequest& request) {
  Violations violations;
  CheckedExport checked;
  CheckQuery(request.query(), violations);
  checked.filters = ReadFilters(request.filters(), violations);
  if (!violations.empty()) return InvalidFields(violations);
  checked.query = query::Parse(request.query());
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

absl::StatusOr<CheckedExplain> Validate(const v1::ExplainRequest& request) {
  Violations violations;
  CheckedExplain checked;
  CheckQuery(request.query(), violations);
  checked.request.filters = ReadFilters(request.filters(), violations);
  if (!request.name().empty()) checked.paragraph = ReadParagraphName(request.name(), violations);
  if (!violations.empty()) return InvalidFields(violations);
  checked.request.query = query::Parse(request.query());
  checked.request.correct = !request.exact_words();
  return checked;
}

absl::StatusOr<std::string> Validate(const v1::GetPlanRequest& request) {
  auto id = ParsePlanName(request.name());
  if (!id) {
    return InvalidFields({{"name", fmt::format("\"{}\" is not of the form plans/{{plan}}", request.name())}});
  }
  return *std::move(id);
}

absl::StatusOr<CheckedPlansPage> Validate(const v1::ListPlansRequest& request,
                                          const std::string& generation) {
  Violations violations;
  CheckRange("page_size", request.page_size(), 0, kMaxPageSize, violations);
  if (!violations.empty()) return InvalidFields(violations);
  const absl::StatusOr<int> offset = DecodePageToken(request.page_token(), PlansPageScope(generation));
  if (!offset.ok()) return offset.status();
  return CheckedPlansPage{*offset, request.page_size() != 0 ? request.page_size() : kDefaultPlansPageSize};
}

PageScope PlansPageScope(const std::string& generation) { return {generation, Fingerprint("ListPlans")}; }

}  // namespace plansok::searchd
