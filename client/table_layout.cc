#include "client/table_layout.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <sstream>

#include "client/bars.h"
#include "client/distinct_labels.h"
#include "client/terminal.h"

namespace plansok::client {
namespace {

constexpr int kMostHeadingLines = 4;
constexpr int kNarrowestHeading = 9;  // columns; a cut heading of fewer says nothing
// What rows' labels are cut to, for the columns' sake: a third of the terminal, within these.
constexpr int kNarrowestLabel = 8;
constexpr int kWideEnoughLabel = 24;
constexpr int kWidestLabel = 60;

std::vector<std::string> Words(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

// The least width in which `heading` needs at most `lines` lines and nothing is cut.
int LeastWidth(const std::string& heading, int lines) {
  const std::vector<std::string> words = Words(heading);
  int width = 1;
  for (const std::string& word : words) width = std::max(width, Width(word));
  for (; width < Width(heading); ++width) {
    if (static_cast<int>(BrokenInto(heading, width, static_cast<int>(words.size())).size()) <= lines) break;
  }
  return width;
}

int WidestOf(const std::vector<std::string>& texts) {
  int widest = 0;
  for (const std::string& text : texts) widest = std::max(widest, Width(text));
  return widest;
}

int Taken(const std::vector<int>& columns) {
  return std::accumulate(columns.begin(), columns.end(), static_cast<int>(columns.size()) * kColumnGap);
}

// Columns as wide as headings of `lines` lines want them.
std::vector<int> WidthsFor(const TableContent& content, int lines) {
  std::vector<int> widths;
  for (std::size_t i = 0; i < content.headings.size(); ++i)
    widths.push_back(std::max(content.number_widths[i], LeastWidth(content.headings[i], lines)));
  return widths;
}

// Columns as narrow as they may become.
std::vector<int> NarrowestWidths(const TableContent& content) {
  std::vector<int> widths = WidthsFor(content, kMostHeadingLines);
  for (std::size_t i = 0; i < widths.size(); ++i)
    widths[i] = std::min(widths[i], std::max(content.number_widths[i], kNarrowestHeading));
  return widths;
}

// Gives what is left of `room` to columns that are narrower than they want to be, one column of the terminal
// at a time.
void Widen(std::vector<int>& widths, const std::vector<int>& wanted, int room) {
  bool grew = true;
  for (int left = room - Taken(widths); left > 0 && grew;) {
    grew = false;
    for (std::size_t i = 0; i < widths.size() && left > 0; ++i) {
      if (widths[i] >= wanted[i]) continue;
      ++widths[i];
      --left;
      grew = true;
    }
  }
}

std::vector<int> FitColumns(const TableContent& content, int room) {
  for (int lines = 1; lines <= kMostHeadingLines; ++lines) {
    std::vector<int> widths = WidthsFor(content, lines);
    if (Taken(widths) <= room) return widths;
  }
  std::vector<int> widths = NarrowestWidths(content);
  while (widths.size() > 1 && Taken(widths) > room) widths.pop_back();
  Widen(widths, WidthsFor(content, kMostHeadingLines), room);
  return widths;
}

using Lines = std::vector<std::string>;

// Headings line by line; those that breaking and cutting has left alike, in one line each that is not.
std::vector<Lines> BrokenHeadings(const std::vector<std::string>& headings, const std::vector<int>& widths) {
  std::vector<Lines> broken;
  std::map<Lines, std::vector<std::size_t>> alike;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    broken.push_back(BrokenInto(headings[i], widths[i], kMostHeadingLines));
    alike[broken.back()].push_back(i);
  }
  for (const auto& [lines, columns] : alike) {
    if (columns.size() == 1) continue;
    std::vector<std::string> texts;
    int width = widths[columns.front()];
    for (const std::size_t column : columns) {
      texts.push_back(headings[column]);
      width = std::min(width, widths[column]);
    }
    if (std::set<std::string>(texts.begin(), texts.end()).size() == 1) continue;
    const std::vector<std::string> cuts = DistinctCuts(texts, width);
    for (std::size_t i = 0; i < columns.size(); ++i) broken[columns[i]] = {cuts[i]};
  }
  return broken;
}

}  // namespace

std::vector<std::string> BrokenInto(const std::string& text, int width, int most) {
  std::vector<std::string> lines;
  for (const std::string& word : Words(text)) {
    const bool fits = !lines.empty() && Width(lines.back()) + 1 + Width(word) <= width;
    const bool last = static_cast<int>(lines.size()) == most;
    if (fits || last) {
      lines.back() += ' ' + word;
    } else {
      lines.push_back(word);
    }
  }
  for (std::string& line : lines) line = Shortened(line, width);
  return lines;
}

TableLayout LayOut(const TableContent& content, int width) {
  TableLayout layout;
  layout.label = std::min(WidestOf(content.row_labels), kWidestLabel);
  const int room = width - content.total_width - kColumnGap;
  layout.columns = FitColumns(content, room - layout.label);
  if (layout.columns.size() < content.headings.size() || Taken(layout.columns) > room - layout.label) {
    const int third = std::clamp(width / 3, kNarrowestLabel, kWideEnoughLabel);
    const int narrowest = std::min(layout.label, third);
    layout.columns = FitColumns(content, room - narrowest);
    layout.label = std::clamp(room - Taken(layout.columns), narrowest, layout.label);
  }
  layout.row_labels = DistinctCuts(content.row_labels, layout.label);
  layout.headings = BrokenHeadings(content.headings, layout.columns);
  for (const auto& lines : layout.headings)
    layout.heading_lines = std::max(layout.heading_lines, static_cast<int>(lines.size()));
  const int left = room - layout.label - Taken(layout.columns) - kColumnGap;
  layout.bar = left < kShortestBar ? 0 : std::min(left, kLongestBar);
  layout.fits = layout.label + Taken(layout.columns) <= room;
  return layout;
}

}  // namespace plansok::client
