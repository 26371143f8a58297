/// A span of years as people write it: 2024, 2023..2025, 2023-2025, 2023–2025, 2023.. and ..2025.
#ifndef PLANSOK_QUERY_YEAR_RANGE_H_
#define PLANSOK_QUERY_YEAR_RANGE_H_

#include <optional>
#include <string_view>

namespace plansok::query {

/// Years outside these are taken for other numbers; they also end ranges that are open.
inline constexpr int kEarliestYear = 1900;
inline constexpr int kLatestYear = 2199;

/// Both ends belong to the range, and first <= last.
struct YearRange {
  int first = 0;
  int last = 0;
  bool reversed = false;  ///< written with the later year first

  friend bool operator==(const YearRange&, const YearRange&) = default;
};

/// nullopt where `text` is not a year or a range of years.
std::optional<YearRange> ParseYearRange(std::string_view text);

}  // namespace plansok::query

#endif  // PLANSOK_QUERY_YEAR_RANGE_H_
