#include "index/contract_values.h"

#include <optional>
#include <string>

#include "plan/plan.h"
#include "query/year_range.h"

namespace plansok::index {
namespace {

using query::Field;

/// The years that a span of them writes out: itself, or its ends, but for an open one.
std::vector<FacetEntry> YearsWrittenOut(std::string_view text) {
  const query::YearRange years = query::ParseYearRange(text).value_or(query::YearRange());
  std::vector<FacetEntry> written;
  for (const int year : {years.first, years.last}) {
    const bool open = year == query::kEarliestYear || year == query::kLatestYear;
    if (year == 0 || (open && years.first != years.last)) continue;
    written.push_back({Field::kYear, std::to_string(year), std::to_string(year)});
  }
  return written;
}

}  // namespace

std::vector<FacetEntry> NamedByContract(Field field, std::string_view text) {
  if (field == Field::kYear) return YearsWrittenOut(text);
  const auto kind = field == Field::kKind ? plan::ParseKind(text) : std::nullopt;
  if (kind) return {EntryOf(*kind)};
  const auto origin = field == Field::kOrigin ? plan::ParseOrigin(text) : std::nullopt;
  if (origin) return {EntryOf(*origin)};
  return {};
}

}  // namespace plansok::index
