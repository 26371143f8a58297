#include "client/filters.h"

#include <algorithm>
#include <array>

#include "client/labels.h"

namespace plansok::client {
namespace {

google::protobuf::RepeatedPtrField<std::string> Repeated(const std::vector<std::string>& values) {
  return {values.begin(), values.end()};
}

}  // namespace

absl::StatusOr<v1::Filters> ToFilters(const FilterOptions& options) {
  v1::Filters filters;
  *filters.mutable_committees() = Repeated(options.committees);
  *filters.mutable_goals() = Repeated(options.goals);
  *filters.mutable_goal_families() = Repeated(options.goal_families);
  *filters.mutable_areas() = Repeated(options.areas);
  *filters.mutable_years() = Repeated(options.years);
  *filters.mutable_bodies() = Repeated(options.bodies);
  for (const std::string& typed : options.kinds) {
    const auto kind = ParseKind(typed);
    if (!kind.ok()) return kind.status();
    filters.add_kinds(*kind);
  }
  for (const std::string& typed : options.origins) {
    const auto origin = ParseOrigin(typed);
    if (!origin.ok()) return origin.status();
    filters.add_origins(*origin);
  }
  *filters.mutable_plans() = Repeated(options.plans);
  return filters;
}

bool IsEmpty(const FilterOptions& options) {
  const std::array all = {&options.committees, &options.goals,  &options.goal_families,
                          &options.areas,      &options.years,  &options.kinds,
                          &options.origins,    &options.bodies, &options.plans};
  return std::all_of(all.begin(), all.end(), [](const auto* values) { return values->empty(); });
}

}  // namespace plansok::client
