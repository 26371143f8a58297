#include "query/year_range.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace plansok::query {
namespace {

// The dashes are what word processors make of a typed hyphen. Two dots stand first: they allow open ends.
constexpr std::string_view kDots = "..";
constexpr std::array<std::string_view, 4> kSeparators = {kDots, "-", "\u2013", "\u2014"};

std::optional<int> ParseYear(std::string_view digits) {
  constexpr std::size_t kDigits = 4;
  if (digits.size() != kDigits) return std::nullopt;
  int year = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, year);
  if (error != std::errc() || stop != end) return std::nullopt;
  if (year < kEarliestYear || year > kLatestYear) return std::nullopt;
  return year;
}

std::optional<YearRange> MakeRange(std::optional<int> first, std::optional<int> last) {
  if (!first || !last) return std::nullopt;
  if (*first > *last) return YearRange{*last, *first, true};
  return YearRange{*first, *last, false};
}

}  // namespace

bool IsYearRange(std::string_view text) {
  return std::any_of(kSeparators.begin(), kSeparators.end(),
                     [text](std::string_view sign) { return text.find(sign) != std::string_view::npos; });
}

std::optional<YearRange> ParseYearRange(std::string_view text) {
  for (const std::string_view separator : kSeparators) {
    const std::size_t at = text.find(separator);
    if (at == std::string_view::npos) continue;
    const std::string_view left = text.substr(0, at);
    const std::string_view right = text.substr(at + separator.size());
    if (separator == kDots && left.empty()) return MakeRange(kEarliestYear, ParseYear(right));
    if (separator == kDots && right.empty()) return MakeRange(ParseYear(left), kLatestYear);
    return MakeRange(ParseYear(left), ParseYear(right));
  }
  const std::optional<int> year = ParseYear(text);
  return MakeRange(year, year);
}

std::optional<std::string> YearsFault(std::string_view text) {
  const std::optional<YearRange> years = ParseYearRange(text);
  if (!years) return fmt::format("\"{}\" is neither a year (2024) nor a range of years (2023..2025)", text);
  if (!years->reversed) return std::nullopt;
  return fmt::format("\"{}\" runs backwards: menade du {}..{}?", text, years->first, years->last);
}

}  // namespace plansok::query
