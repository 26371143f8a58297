/// Lines as they are to be read, where a file sets them otherwise: whole pages of HTML, Markdown's other
/// spellings, and columns parted by nothing but spaces.
///
/// What comes out is what the stages after it know: headings with #s, list items with bullets, and a table's
/// row on a line of its own, its cells parted by tabs.
#ifndef PLANSOK_PLAN_READING_ORDER_H_
#define PLANSOK_PLAN_READING_ORDER_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "plan/source_text.h"

namespace plansok::plan {

/// What stands in front of a table's row, and the file may not have: it tells a row of one cell from running
/// text.
inline constexpr std::string_view kRowSign = "<p>";

/// A table's row as a line; with `missing` empty cells in front.
std::string RowLine(const std::vector<std::string>& cells, std::size_t missing = 0);

/// Lines of a file, 1-based and inclusive.
struct LineRange {
  int first = 0;
  int last = 0;
};

/// Lines in the order in which they are read. A line of the file may stand in several of them (columns), and
/// several lines of the file in one (a row whose cells are wrapped).
struct ReadingOrder {
  SourceText text;
  std::vector<LineRange> places;  ///< of each line; 0 for a blank line that stands for no line of the file
  bool changed = false;           ///< whether any line differs from the file's

  /// Adds a line that is not the file's own.
  void Add(std::string_view line, LineRange place, int page);
  /// Adds a blank line, unless the last one is.
  void Part();
  /// Adds line `i` of `source` as it stands.
  void Keep(const SourceText& source, std::size_t i);
};

/// Linear.
ReadingOrder InReadingOrder(const SourceText& source);

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_READING_ORDER_H_
