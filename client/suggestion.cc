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

// How many letters may differ: of two, one makes another word.
std::size_t Tolerance(std::size_t letters) { return letters < 3 ? 0 : letters / 3; }

// A name that begins so, where it is the only one.
std::string OnlyBegun(std::string_view typed, const std::vector<std::string_view>& names) {
  constexpr std::size_t kShortest = 3;  // fewer letters begin too much
  const std::size_t flag = typed.starts_with("--") ? 2 : 0;
  if (typed.size() < kShortest + flag) return "";
  std::string only;
  for (const std::string_view name : names) {
    if (!Folded(name).starts_with(Folded(typed))) continue;
    if (!only.empty()) return "";
    only = name;
  }
  return only;
}

}  // namespace

std::string Nearest(std::string_view typed, const std::vector<std::string_view>& names) {
  if (typed.size() > kLongestName) return "";
  if (std::string begun = OnlyBegun(typed, names); !begun.empty()) return begun;
  const std::u32string letters = CodePoints(Folded(typed));
  std::string_view nearest;
  std::size_t least = Tolerance(letters.size()) + 1;
  for (const std::string_view name : names) {
    const std::size_t distance = Distance(letters, CodePoints(Folded(name)));
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
  if (!nearest.empty()) return fmt::format("unknown {} '{}': menade du '{}'?", what, shown, nearest);
  return fmt::format("unknown {} '{}': there are {}", what, shown, fmt::join(names, ", "));
}

}  // namespace plansok::client
