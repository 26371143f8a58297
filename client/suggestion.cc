#include "client/suggestion.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "client/terminal.h"

namespace plansok::client {
namespace {

constexpr std::size_t kLongestName = 256;  // bytes; nothing known is nearly as long

// Optimal string alignment: insertions, deletions, replacements and swaps of neighbours, each at 1.
std::size_t Distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before_last = std::exchange(last, row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
  }
  return row[b.size()];
}

// Without rings and dots: who types without them means the letter all the same.
std::u32string Folded(std::u32string letters) {
  for (char32_t& letter : letters) {
    if (letter == U'å' || letter == U'ä') letter = U'a';
    if (letter == U'ö') letter = U'o';
  }
  return letters;
}

}  // namespace

std::string Nearest(std::string_view typed, const std::vector<std::string_view>& names) {
  if (typed.size() > kLongestName) return "";
  const std::u32string letters = Folded(CodePoints(typed));
  std::string_view nearest;
  std::size_t least = std::max<std::size_t>(1, letters.size() / 3) + 1;
  for (const std::string_view name : names) {
    const std::size_t distance = Distance(letters, Folded(CodePoints(name)));
    if (distance < least) {
      least = distance;
      nearest = name;
    }
  }
  return std::string(nearest);
}

std::string UnknownName(std::string_view what, std::string_view typed,
                        const std::vector<std::string_view>& names) {
  const std::string nearest = Nearest(typed, names);
  const std::string shown = Printable(typed);
  if (!nearest.empty()) return fmt::format("unknown {} '{}': did you mean '{}'?", what, shown, nearest);
  return fmt::format("unknown {} '{}': there are {}", what, shown, fmt::join(names, ", "));
}

}  // namespace plansok::client
