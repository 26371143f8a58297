/// Years and ranges of years in text.
#ifndef PLANSOK_PLAN_YEARS_H_
#define PLANSOK_PLAN_YEARS_H_

#include <cstddef>
#include <string_view>
#include <vector>

namespace plansok::plan {

/// The years that a plan can be of.
inline constexpr int kFirstYear = 1900;
inline constexpr int kLastYear = 2199;

/// "2019–2022", or one year (first == last).
struct YearSpan {
  int first = 0;
  int last = 0;
  bool dated = false;     ///< part of a date: 2024-11-11
  std::size_t begin = 0;  ///< bytes
  std::size_t end = 0;

  std::vector<int> Years() const;
};

/// All spans, in order. A hyphen, a dash, a slash or "till" makes a range. One letter read for a digit
/// ("2O25", "202l") is forgiven.
std::vector<YearSpan> YearSpansIn(std::string_view text);

/// Whether `text` is one year or range, no date, and nothing else.
bool IsYearAlone(std::string_view text);

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_YEARS_H_
