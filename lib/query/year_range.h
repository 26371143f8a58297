/// A span of years as people write it: 2024, 2023..2025, 2023-2025, 2023–2025, 2023.. and ..2025.
#ifndef PLANSOK_QUERY_YEAR_RANGE_H_
#define PLANSOK_QUERY_YEAR_RANGE_H_

#include <optional>
#include <string>
#include <string_view>

namespace plansok::query {

/// Years have four digits; these end ranges that are open.
inline constexpr int kEarliestYear = 1000;
inline constexpr int kLatestYear = 9999;

/// Both ends belong to the range, and first <= last.
struct YearRange {
  int first = 0;
  int last = 0;
  bool reversed = false;  ///< written with the later year first

  friend bool operator==(const YearRange&, const YearRange&) = default;
};

/// nullopt where `text` is not a year or a range of years.
std::optional<YearRange> ParseYearRange(std::string_view text);

/// Whether what stands between two years is in `text`, which may be but begun.
bool IsYearRange(std::string_view text);

/// What is wrong with years that a program asks for, in English; nullopt for nothing. A person's reversed
/// range is put right with a note, a program's is refused.
std::optional<std::string> YearsFault(std::string_view text);

}  // namespace plansok::query

#endif  // PLANSOK_QUERY_YEAR_RANGE_H_
