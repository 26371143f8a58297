#include "searchd/validate_fields.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "query/notes.h"
#include "searchd/resource_name.h"
#include "searchd/validate.h"

namespace plansok::searchd {
namespace {

using query::Field;

/// Reads one repeated field of Filters after another into index filters.
class FilterReader {
 public:
  FilterReader(const ValueFinder& find, std::vector<index::FieldFilter>& filters, Violations& violations)
      : find_(find), filters_(filters), violations_(violations) {}

  void Names(Field field, std::string_view name,
             const google::protobuf::RepeatedPtrField<std::string>& values) {
    if (IsTooMany(name, values.size())) return;
    std::vector<std::string> found;
    for (int i = 0; i < values.size(); ++i) {
      // Each would be compared with every name there is, and no more faults are told.
      if (violations_.size() >= kMaxViolations)
        return Blame(name, i, "was not looked up: too much else is wrong");
      const auto meant = find_(field, field == Field::kPlan ? WithoutCollection(values[i]) : values[i]);
      if (!meant.ok()) Blame(name, i, std::string(meant.status().message()));
      if (meant.ok()) found.insert(found.end(), meant->begin(), meant->end());
    }
    Add(field, std::move(found));
  }

  /// `api_name` gives the enum value's name, "" for what is unspecified or unknown.
  template <class Values, class ApiName>
  void Enums(Field field, std::string_view name, const Values& values, const ApiName& api_name) {
    if (IsTooMany(name, values.size())) return;
    std::vector<std::string> checked;
    for (int i = 0; i < values.size(); ++i) {
      checked.push_back(api_name(values[i]));
      if (checked.back().empty()) Blame(name, i, fmt::format("{} is not a value of this enum", values[i]));
    }
    Add(field, std::move(checked));
  }

 private:
  void Blame(std::string_view name, int i, std::string what) {
    violations_.push_back({fmt::format("filters.{}[{}]", name, i), std::move(what)});
  }

  /// Says so first: then the values are not looked at one by one.
  bool IsTooMany(std::string_view name, int count) {
    if (count <= kMaxFilterValues) return false;
    violations_.push_back({fmt::format("filters.{}", name),
                           fmt::format("has {} values; at most {} are read", count, kMaxFilterValues)});
    return true;
  }

  void Add(Field field, std::vector<std::string> values) {
    if (!values.empty()) filters_.push_back({field, std::move(values)});
  }

  const ValueFinder& find_;
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
                      : fmt::format("unknown facet \"{}\": there are {}", query::Shown(name), FieldNames());
}

}  // namespace

ValueFinder ValuesOf(const index::Snapshot& snapshot, const index::Checkpoint& checkpoint) {
  return [&](Field field, std::string_view text) { return snapshot.FindValues(field, text, checkpoint); };
}

void CheckRange(std::string_view field, int value, int least, int most, Violations& violations) {
  if (value >= least && value <= most) return;
  violations.push_back({std::string(field), fmt::format("{} is not within {} to {}", value, least, most)});
}

void CheckQuery(const std::string& query, Violations& violations) {
  if (query.size() <= kMaxQueryBytes) return;
  violations.push_back(
      {"query", fmt::format("is {} bytes long; at most {} are read", query.size(), kMaxQueryBytes)});
}

std::vector<index::FieldFilter> ReadFilters(const v1::Filters& filters, const ValueFinder& find,
                                            Violations& violations) {
  std::vector<index::FieldFilter> result;
  FilterReader reader(find, result, violations);
  reader.Names(Field::kCommittee, "committees", filters.committees());
  reader.Names(Field::kGoal, "goals", filters.goals());
  reader.Names(Field::kGoalFamily, "goal_families", filters.goal_families());
  reader.Names(Field::kArea, "areas", filters.areas());
  reader.Names(Field::kYear, "years", filters.years());
  reader.Enums(Field::kKind, "kinds", filters.kinds(), KindApiName);
  reader.Enums(Field::kOrigin, "origins", filters.origins(), OriginApiName);
  reader.Names(Field::kBody, "bodies", filters.bodies());
  reader.Names(Field::kPlan, "plans", filters.plans());
  return result;
}

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

}  // namespace plansok::searchd
