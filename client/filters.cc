#include "client/filters.h"

#include <algorithm>

#include "client/labels.h"

namespace plansok::client {
namespace {

absl::Status AddKind(std::string_view typed, v1::Filters& filters) {
  const auto kind = ParseKind(typed);
  if (kind.ok()) filters.add_kinds(*kind);
  return kind.status();
}

absl::Status AddOrigin(std::string_view typed, v1::Filters& filters) {
  const auto origin = ParseOrigin(typed);
  if (origin.ok()) filters.add_origins(*origin);
  return origin.status();
}

absl::Status Add(const std::string& field, const std::string& typed, v1::Filters& filters) {
  if (field == "kinds") return AddKind(typed, filters);
  if (field == "origins") return AddOrigin(typed, filters);
  // All others are lists of strings.
  filters.GetReflection()->AddString(&filters, v1::Filters::descriptor()->FindFieldByName(field), typed);
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<v1::Filters> ToFilters(const FilterOptions& options) {
  v1::Filters filters;
  for (const auto& [field, values] : options) {
    for (const std::string& typed : values) {
      if (absl::Status status = Add(field, typed, filters); !status.ok()) return status;
    }
  }
  return filters;
}

bool IsEmpty(const FilterOptions& options) {
  return std::all_of(options.begin(), options.end(), [](const auto& field) { return field.second.empty(); });
}

}  // namespace plansok::client
