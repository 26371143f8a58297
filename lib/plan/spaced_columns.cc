#include "plan/spaced_columns.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "plan/characters.h"
#include "plan/segments.h"
#include "plan/spaced_table.h"
#include "plan/text_columns.h"

namespace plansok::plan {
namespace {

/// "71 %", "1 840", "2 000 tkr", "–": a cell that is a figure.
bool IsFigure(std::string_view cell) {
  constexpr std::size_t kLongest = 16;
  if (cell == "-" || cell == "–") return true;
  const auto digits = std::count_if(cell.begin(), cell.end(), IsDigit);
  return cell.size() <= kLongest && digits > 0 &&
         (IsDigit(cell.front()) || cell.front() == '-' || cell.front() == '+');
}

/// A line of a table of figures: what they count, and figures.
bool IsFigureRow(const std::vector<Segment>& row) {
  constexpr std::size_t kLeastGap = 3;
  if (row.size() < 2 || !HasLetter(row[0].text) || row[1].begin < row[0].end + kLeastGap) return false;
  return std::all_of(row.begin() + 1, row.end(), [](const Segment& cell) { return IsFigure(cell.text); });
}

/// "1 Inledning      3": more likely a table of contents.
bool IsContentsRow(const std::vector<Segment>& row) {
  constexpr std::size_t kMostDigits = 3;
  return row.size() == 2 && row[1].text.size() <= kMostDigits &&
         std::all_of(row[1].text.begin(), row[1].text.end(), IsDigit);
}

/// How many lines from `at` on are rows of figures, of as many cells each.
std::size_t FigureRows(const SourceText& source, std::size_t at) {
  std::size_t end = at;
  std::size_t cells = 0;
  bool contents = true;
  constexpr std::size_t kMost = 200;  // a longer table is read as several
  for (; end < std::min(at + kMost, source.lines.size()); ++end) {
    const std::vector<Segment> row = Segments(source.lines[end]);
    if (!IsFigureRow(row) || (cells > 0 && row.size() != cells)) break;
    cells = row.size();
    contents = contents && IsContentsRow(row);
  }
  constexpr std::size_t kFewest = 2;
  return contents || end - at < kFewest ? 0 : end - at;
}

/// Whether a line can be the titles over rows of `cells` cells, the first of which may have none.
bool AreTitles(const std::vector<Segment>& titles, std::size_t cells) {
  return titles.size() >= 2 && (titles.size() == cells || titles.size() + 1 == cells);
}

std::string RowOf(const std::vector<Segment>& cells, std::size_t columns) {
  std::vector<std::string> texts;
  for (const Segment& cell : cells) texts.emplace_back(cell.text);
  return RowLine(texts, columns - std::min(columns, cells.size()));
}

/// Adds the table of figures that begins at line `at`, its titles first; the line behind it.
std::size_t ReadFigures(const SourceText& source, std::size_t at, ReadingOrder& order) {
  const std::vector<Segment> first = Segments(source.lines[at]);
  if (first.size() < 2 || at + 1 >= source.lines.size()) return at;
  std::size_t rows_begin = at;
  if (!IsFigureRow(first)) {
    rows_begin = at + 1;
    if (Trim(source.lines[rows_begin]).empty()) ++rows_begin;
    if (rows_begin >= source.lines.size()) return at;
    if (!AreTitles(first, Segments(source.lines[rows_begin]).size())) return at;
  }
  const std::size_t rows = FigureRows(source, rows_begin);
  if (rows == 0) return at;
  const std::size_t columns = Segments(source.lines[rows_begin]).size();
  order.Part();
  for (std::size_t i = at; i < rows_begin + rows; ++i) {
    if (i > at && i < rows_begin) continue;  // the blank line below the titles
    const int number = static_cast<int>(i) + 1;
    order.Add(RowOf(Segments(source.lines[i]), columns), {number, number}, source.pages[i]);
  }
  order.Part();
  return rows_begin + rows;
}

}  // namespace

bool SpacedColumns::Take(std::size_t& at, ReadingOrder& order) {
  const std::string_view line = Trim(source_.lines[at]);
  if (line.size() > kLongestSetLine || line.find("  ") == std::string_view::npos) return false;
  std::size_t end = ReadSpacedTable(source_, at, order);
  if (end == at) end = ReadFigures(source_, at, order);
  if (end == at && at >= searched_) {
    const TextColumns columns = ReadTextColumns(source_, at, order);
    if (columns.found) end = columns.end;
    searched_ = columns.end;
  }
  const bool taken = end > at;
  at = end;
  return taken;
}

}  // namespace plansok::plan
