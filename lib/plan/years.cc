#include "plan/years.h"

#include <algorithm>
#include <optional>

#include "plan/characters.h"

namespace plansok::plan {
namespace {

constexpr int kLongestSpan = 30;  // years; longer "ranges" are something else

bool IsWordByte(char c) {
  return IsDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}

// A digit, or a letter that scanners read for it; -1 for neither.
int DigitOf(char c) {
  if (IsDigit(c)) return c - '0';
  if (c == 'O' || c == 'o') return 0;
  return c == 'l' || c == 'I' ? 1 : -1;
}

// The year of exactly four digits at `at`; 0 for none.
int YearAt(std::string_view text, std::size_t at) {
  if (at + 4 > text.size() || (at + 4 < text.size() && IsDigit(text[at + 4]))) return 0;
  int year = 0;
  int letters = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    const int digit = DigitOf(text[i]);
    if (digit < 0) return 0;
    letters += IsDigit(text[i]) ? 0 : 1;
    year = 10 * year + digit;
  }
  return letters <= 1 && year >= kFirstYear && year <= kLastYear ? year : 0;
}

bool Skip(std::string_view text, std::size_t& at, std::string_view sign) {
  if (!text.substr(std::min(at, text.size())).starts_with(sign)) return false;
  at += sign.size();
  return true;
}

// The end of "-11" or "-11-11" after a year: a date, not a range.
std::optional<std::size_t> EndOfDate(std::string_view text, std::size_t at) {
  std::size_t end = at;
  for (int part = 0; part < 2; ++part) {
    const bool two_digits =
        end + 2 < text.size() && text[end] == '-' && IsDigit(text[end + 1]) && IsDigit(text[end + 2]);
    if (!two_digits || (end + 3 < text.size() && IsDigit(text[end + 3]))) break;
    end += 3;
  }
  return end == at ? std::nullopt : std::optional(end);
}

// The last year of a range whose first year ends at `at`, which moves past it; 0 where there is no range.
int RangeEnd(std::string_view text, std::size_t& at) {
  std::size_t next = at;
  while (Skip(text, next, " ")) {
  }
  const bool joined = Skip(text, next, "-") || Skip(text, next, "–") || Skip(text, next, "—") ||
                      Skip(text, next, "−") || Skip(text, next, "/") || Skip(text, next, "till och med ") ||
                      Skip(text, next, "till ");
  if (!joined) return 0;
  while (Skip(text, next, " ")) {
  }
  const int year = YearAt(text, next);
  if (year > 0) at = next + 4;
  return year;
}

}  // namespace

std::vector<int> YearSpan::Years() const {
  std::vector<int> years;
  for (int year = first; year <= last; ++year) years.push_back(year);
  return years;
}

std::vector<YearSpan> YearSpansIn(std::string_view text) {
  std::vector<YearSpan> spans;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!IsDigit(text[at]) || (at > 0 && IsWordByte(text[at - 1]))) continue;
    const int first = YearAt(text, at);
    if (first == 0) continue;
    YearSpan span{first, first, false, at, at + 4};
    if (const auto end_of_date = EndOfDate(text, span.end)) {
      span.dated = true;
      span.end = *end_of_date;
    } else {
      std::size_t end = span.end;
      const int last = RangeEnd(text, end);
      if (last > first && last - first <= kLongestSpan) {
        span.last = last;
        span.end = end;
      }
    }
    spans.push_back(span);
    at = span.end - 1;
  }
  return spans;
}

bool IsYearAlone(std::string_view text) {
  const std::vector<YearSpan> spans = YearSpansIn(text);
  return spans.size() == 1 && !spans[0].dated && spans[0].begin == 0 && spans[0].end == text.size();
}

}  // namespace plansok::plan
