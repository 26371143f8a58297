#include "plan/text_columns.h"

#include <string>
#include <string_view>
#include <vector>

#include "plan/characters.h"
#include "plan/page_numbers.h"
#include "plan/segments.h"

namespace plansok::plan {
namespace {

constexpr std::size_t kLeastLeft = 25;  // columns; narrower text is a label
constexpr std::size_t kFewestPairs = 6;

/// One line of two columns.
struct Pair {
  std::string_view left;
  std::string_view right;
};

/// Where the right column begins, if the line could be the first of two columns; 0 if not.
std::size_t RightColumn(std::string_view line) {
  if (line.find("  ") == std::string_view::npos) return 0;
  const std::vector<Segment> segments = Segments(line);
  const bool two =
      segments.size() == 2 && segments[1].begin >= kLeastLeft && segments[0].begin < kLeastLeft / 2;
  return two && HasLetter(segments[0].text) && HasLetter(segments[1].text) ? segments[1].begin : 0;
}

/// The lines from `at` on that leave two columns before `right` free, up to the page's end.
std::vector<Pair> PairsFrom(const SourceText& source, std::size_t at, std::size_t right) {
  std::vector<Pair> pairs;
  for (std::size_t i = at; i < source.lines.size() && source.pages[i] == source.pages[at]; ++i) {
    const std::string& text = source.lines[i];
    const ColumnLine line(text);
    if (!line.Free(right - 1) || !line.Free(right - 2) || text.find('\t') != std::string::npos) break;
    if (PrintedPage(Trim(text)) > 0) break;
    pairs.push_back({line.Slice(0, right), line.Slice(right, line.length())});
  }
  return pairs;
}

/// How paragraphs begin in both columns.
struct Census {
  std::size_t both = 0;   ///< lines with words in both
  std::size_t lower = 0;  ///< of all halves, those that begin in lower case
  std::size_t halves = 0;
  std::size_t gapped = 0;  ///< left halves with a gap inside: there are more columns
  std::size_t beside = 0;  ///< paragraphs that begin beside the middle of another
  std::size_t level = 0;   ///< paragraphs that begin beside the beginning of another
};

Census Take(const std::vector<Pair>& pairs) {
  Census census;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const Pair& pair = pairs[i];
    census.both += !pair.left.empty() && !pair.right.empty() ? 1 : 0;
    census.gapped += pair.left.find("  ") != std::string_view::npos ? 1 : 0;
    for (const std::string_view half : {pair.left, pair.right}) {
      census.halves += half.empty() ? 0 : 1;
      census.lower += BeginsLower(half) ? 1 : 0;
    }
    if (i == 0) continue;
    const Pair& above = pairs[i - 1];
    const bool left = !pair.left.empty() && above.left.empty();
    const bool right = !pair.right.empty() && above.right.empty();
    census.level += left && right ? 1 : 0;
    census.beside += left && !right && !pair.right.empty() ? 1 : 0;
    census.beside += right && !left && !pair.left.empty() ? 1 : 0;
  }
  return census;
}

bool AreText(const Census& census) {
  const bool running = census.lower * 4 >= census.halves && census.gapped * 10 <= census.both;
  return census.both >= kFewestPairs && running && census.beside >= 2 && census.beside * 2 >= census.level;
}

/// How many of `pairs` belong to the columns: up to the last line with both, and what goes on below it. Where
/// other text follows on the page, only lines without a blank between.
std::size_t EndOf(const std::vector<Pair>& pairs, bool page_ends) {
  std::size_t end = pairs.size();
  while (end > 0 && (pairs[end - 1].left.empty() || pairs[end - 1].right.empty())) --end;
  const auto blank = [&](std::size_t i) { return pairs[i].left.empty() && pairs[i].right.empty(); };
  while (end < pairs.size() && (page_ends || !blank(end))) ++end;
  return end;
}

}  // namespace

TextColumns ReadTextColumns(const SourceText& source, std::size_t at, ReadingOrder& order) {
  const std::size_t right = RightColumn(source.lines[at]);
  if (right == 0) return {false, at + 1};
  std::vector<Pair> pairs = PairsFrom(source, at, right);
  const std::size_t stop = at + pairs.size();
  const bool page_ends = stop == source.lines.size() || source.pages[stop] != source.pages[at] ||
                         PrintedPage(Trim(source.lines[stop])) > 0;
  pairs.resize(EndOf(pairs, page_ends));
  if (!AreText(Take(pairs))) return {false, stop};
  for (const auto half : {&Pair::left, &Pair::right}) {
    order.Part();
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const int number = static_cast<int>(at + i) + 1;
      if ((pairs[i].*half).empty()) {
        order.Part();
      } else {
        order.Add(pairs[i].*half, {number, number}, source.pages[at]);
      }
    }
  }
  order.Part();
  return {true, at + pairs.size()};
}

}  // namespace plansok::plan
