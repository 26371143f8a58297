#include "plan/page_numbers.h"

#include <algorithm>
#include <cstddef>

#include "plan/characters.h"
#include "plan/wording.h"

namespace plansok::plan {
namespace {

constexpr std::size_t kMostDigits = 3;

/// The number whose digits begin at `at`; 0 for none or a longer one.
int NumberAt(std::string_view text, std::size_t at) {
  int number = 0;
  std::size_t end = at;
  while (end < text.size() && IsDigit(text[end])) number = number * 10 + (text[end++] - '0');
  return end > at && end - at <= kMostDigits ? number : 0;
}

/// The number in front of the "(17)" that a line ends in.
int NumberBeforeTotal(std::string_view line) {
  const std::size_t open = line.rfind('(');
  if (line.empty() || line.back() != ')' || open == std::string_view::npos) return 0;
  std::size_t end = open;
  while (end > 0 && line[end - 1] == ' ') --end;
  std::size_t begin = end;
  while (begin > 0 && IsDigit(line[begin - 1])) --begin;
  return begin < end ? NumberAt(line.substr(0, end), begin) : 0;
}

int LoneNumber(std::string_view line) {
  const std::size_t digit = line.find_first_of("0123456789");
  if (digit == std::string_view::npos || line.find_first_not_of("0123456789-– .|") != std::string_view::npos)
    return 0;
  const std::size_t end = std::min(line.find_first_not_of("0123456789", digit), line.size());
  const bool one_number = line.find_first_of("0123456789", end) == std::string_view::npos;
  return one_number ? NumberAt(line, digit) : 0;
}

struct Printed {
  std::size_t line = 0;
  int page = 0;
};

std::vector<Printed> PrintedPages(const std::vector<Line>& lines) {
  std::vector<Printed> printed;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].use != LineUse::kPageNumber) continue;
    if (const int page = PrintedPage(lines[i].text); page > 0) printed.push_back({i, page});
  }
  return printed;
}

bool AreBelievable(const std::vector<Printed>& printed) {
  if (printed.size() < 2) return false;
  std::size_t by_one = 0;
  for (std::size_t i = 1; i < printed.size(); ++i) {
    if (printed[i].page <= printed[i - 1].page) return false;
    by_one += printed[i].page == printed[i - 1].page + 1 ? 1 : 0;
  }
  return by_one * 2 >= printed.size() - 1;
}

void Fill(std::vector<Line>& lines, std::size_t begin, std::size_t end, int page) {
  for (std::size_t i = begin; i < end; ++i) lines[i].page = page;
}

/// Numbers at the top: each counts the lines below it.
void NumberBelow(std::vector<Line>& lines, const std::vector<Printed>& printed) {
  for (std::size_t k = 0; k < printed.size(); ++k) {
    const bool last = k + 1 == printed.size();
    const bool next = !last && printed[k + 1].page == printed[k].page + 1;
    Fill(lines, printed[k].line, last ? lines.size() : printed[k + 1].line,
         last || next ? printed[k].page : 0);
  }
}

/// Numbers at the foot: each counts the lines above it.
void NumberAbove(std::vector<Line>& lines, const std::vector<Printed>& printed) {
  int page = 0;
  std::size_t begin = 0;
  for (const Printed& number : printed) {
    Fill(lines, begin, number.line + 1, number.page == page + 1 ? number.page : 0);
    page = number.page;
    begin = number.line + 1;
  }
  Fill(lines, begin, lines.size(), page + 1);
}

}  // namespace

int PrintedPage(std::string_view line) {
  const std::string folded = FoldedTitle(line);
  for (const std::string_view word : {"sida ", "sid "}) {
    if (folded.rfind(word, 0) == 0) return NumberAt(folded, word.size());
  }
  if (const int page = NumberBeforeTotal(line); page > 0) return page;
  return LoneNumber(line);
}

void NumberPages(std::vector<Line>& lines) {
  const bool known = std::any_of(lines.begin(), lines.end(), [](const Line& line) { return line.page > 0; });
  if (known) return;
  const std::vector<Printed> printed = PrintedPages(lines);
  if (!AreBelievable(printed)) return;
  const auto text =
      std::find_if(lines.begin(), lines.end(), [](const Line& line) { return !line.use.has_value(); });
  const bool on_top = static_cast<std::size_t>(text - lines.begin()) > printed.front().line;
  on_top ? NumberBelow(lines, printed) : NumberAbove(lines, printed);
}

}  // namespace plansok::plan
