#include "plan/spaced_table.h"

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plan/characters.h"
#include "plan/numbering.h"
#include "plan/page_numbers.h"
#include "plan/segments.h"
#include "plan/wording.h"

namespace plansok::plan {
namespace {

constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

/// A table's titles, and where its columns are.
struct Titles {
  std::vector<std::string> words;
  std::vector<Column> columns;
  std::vector<std::size_t> begins;
  std::vector<std::size_t> ends;
  std::size_t lines = 0;  ///< that they take; 0: there are none
};

/// Whether the titles tell of a table: two known ones, one of which names what the table is about.
bool AreTelling(const std::vector<Column>& columns) {
  const auto known = std::ranges::count_if(columns, [](Column c) { return c != Column::kUnknown; });
  const bool about = std::ranges::any_of(
      columns, [](Column c) { return c == Column::kAssignment || c == Column::kProgram; });
  return known >= 2 && about;
}

/// The titles that stand on `lines` lines from `at` on.
Titles TitlesOn(const SourceText& source, std::size_t at, std::size_t lines) {
  constexpr std::size_t kLongest = 40;
  Titles titles;
  for (const Segment& segment : Segments(source.lines[at])) {
    if (segment.text.size() > kLongest) return {};
    titles.words.emplace_back(segment.text);
    titles.begins.push_back(segment.begin);
    titles.ends.push_back(segment.end);
  }
  for (std::size_t i = at + 1; i < at + lines; ++i) {
    if (i >= source.lines.size() || source.lines[i].size() > kLongestSetLine) return {};
    const std::vector<Segment> below = Segments(source.lines[i]);
    if (below.empty()) return {};
    for (const Segment& segment : below) {
      const auto found = std::ranges::find(titles.begins, segment.begin);
      if (found == titles.begins.end() || segment.text.size() > kLongest) return {};
      const auto k = static_cast<std::size_t>(found - titles.begins.begin());
      std::string clean = titles.words[k];
      AppendLine(titles.words[k], clean, segment.text, segment.text);
      titles.ends[k] = std::max(titles.ends[k], segment.end);
    }
  }
  for (const std::string& words : titles.words) {
    titles.columns.push_back(ColumnOfTitle(words));
    if (lines > 1 && titles.columns.back() == Column::kUnknown) return {};
  }
  if (titles.words.size() >= 2 && AreTelling(titles.columns)) titles.lines = lines;
  return titles;
}

Titles TitlesAt(const SourceText& source, std::size_t at) {
  const std::string& line = source.lines[at];
  if (line.size() > kLongestSetLine || line.find("  ") == std::string::npos) return {};
  for (const std::size_t lines : {3, 2, 1}) {
    Titles titles = TitlesOn(source, at, lines);
    if (titles.lines > 0) return titles;
  }
  return {};
}

/// A row while its lines are read.
struct OpenRow {
  std::vector<std::string> cells;
  std::vector<std::size_t> last;  // line of each cell's last words
  LineRange place;
};

class SpacedTableReader {
 public:
  SpacedTableReader(const SourceText& source, std::size_t at, Titles titles, ReadingOrder& order)
      : source_(source), order_(order), titles_(std::move(titles)), at_(at) {
    for (std::size_t k = 0; k < titles_.columns.size(); ++k) {
      const Column column = titles_.columns[k];
      if (key_ == kNone && (column == Column::kAssignment || column == Column::kProgram)) key_ = k;
    }
    for (std::size_t k = 1; k < titles_.begins.size(); ++k) cuts_.push_back(CutBefore(k));
  }

  std::size_t Read() {
    order_.Part();
    AddTitles(titles_);
    std::size_t end = at_;
    while (at_ < source_.lines.size()) {
      const ColumnLine line(source_.lines[at_]);
      if (line.blank()) {
        ++blanks_;
        ++at_;
        continue;
      }
      if (!TakeLine(line)) break;
      end = at_;
    }
    EndRow();
    order_.Part();
    return end;
  }

 private:
  /// Where a column begins: at or left of its title, where the fewest words would be cut.
  std::size_t CutBefore(std::size_t column) const {
    constexpr std::size_t kLook = 40;
    std::vector<ColumnLine> lines;
    for (std::size_t i = at_; i < std::min(at_ + kLook, source_.lines.size()); ++i) {
      if (source_.lines[i].size() <= kLongestSetLine) lines.emplace_back(source_.lines[i]);
    }
    std::size_t best = titles_.begins[column];
    std::size_t fewest = kNone;
    for (std::size_t cut = titles_.begins[column]; cut > titles_.ends[column - 1]; --cut) {
      const auto cut_words = static_cast<std::size_t>(
          std::ranges::count_if(lines, [&](const ColumnLine& line) { return !line.Free(cut - 1); }));
      if (cut_words < fewest) {
        fewest = cut_words;
        best = cut;
      }
    }
    return best;
  }

  void AddTitles(const Titles& titles) {
    order_.Add(RowLine(titles.words), {Number(at_), Number(at_ + titles.lines - 1)}, source_.pages[at_]);
    at_ += titles.lines;
  }

  static int Number(std::size_t line) { return static_cast<int>(line) + 1; }

  /// Takes a line that belongs to the table; false where the table has ended.
  bool TakeLine(const ColumnLine& line) {
    if (const Titles again = TitlesAt(source_, at_); again.lines > 0) {
      EndRow();
      if (again.columns != titles_.columns) return false;
      AddTitles(again);
      turned_ = true;
    } else if (IsPageEdge()) {
      kept_.push_back(at_++);
      turned_ = true;
    } else {
      const std::vector<std::string_view> cells = CellsOf(line);
      if (cells.empty() || EndsTable(cells)) return false;
      if (BeginsRow(cells)) EndRow();
      AddCells(cells);
      ++at_;
      turned_ = false;
    }
    blanks_ = 0;
    return true;
  }

  /// A page number or a running header: a line beside a page number that stands elsewhere too.
  bool IsPageEdge() const {
    const std::string_view line = Trim(source_.lines[at_]);
    if (PrintedPage(line) > 0) return true;
    const bool top = at_ > 0 && source_.pages[at_] != source_.pages[at_ - 1];
    std::size_t next = at_ + 1;
    while (next < source_.lines.size() && next < at_ + 3 && Trim(source_.lines[next]).empty()) ++next;
    const bool above = next < source_.lines.size() && PrintedPage(Trim(source_.lines[next])) > 0;
    return (top || above || turned_) && !EndsSentence(line) && IsElsewhere(line);
  }

  bool IsElsewhere(std::string_view line) const {
    constexpr std::size_t kLook = 200;
    const std::size_t begin = at_ > kLook ? at_ - kLook : 0;
    for (std::size_t i = begin; i < std::min(at_ + kLook, source_.lines.size()); ++i) {
      if (i != at_ && Trim(source_.lines[i]) == line) return true;
    }
    return false;
  }

  /// The cells of a line; none where a word stands between two columns.
  std::vector<std::string_view> CellsOf(const ColumnLine& line) const {
    std::vector<std::string_view> cells;
    std::size_t begin = 0;
    for (const std::size_t cut : cuts_) {
      if (!line.Free(cut - 1)) return {};
      cells.push_back(line.Slice(begin, cut));
      begin = cut;
    }
    cells.push_back(line.Slice(begin, line.length()));
    return cells;
  }

  bool OthersEmpty(const std::vector<std::string_view>& cells, std::size_t column) const {
    for (std::size_t k = 0; k < cells.size(); ++k) {
      if (k != column && !cells[k].empty()) return false;
    }
    return true;
  }

  /// A heading in the first column alone, or text set far off, is no part of the table.
  bool EndsTable(const std::vector<std::string_view>& cells) const {
    if (blanks_ == 0 || !OthersEmpty(cells, 0)) return false;
    const Mark mark = ParseMark(cells[0]);
    const bool chapter = mark.marker == Marker::kMarkdown ||
                         (mark.marker == Marker::kNumber &&
                          (mark.depth > 1 || !EndsAsListNumber(Trim(cells[0].substr(0, mark.size)))));
    return chapter || (blanks_ > 1 && !turned_) || RoleOfHeading(cells[0]) != HeadingRole::kNone;
  }

  bool BeginsRow(const std::vector<std::string_view>& cells) const {
    if (row_.cells.empty()) return true;
    if (!BeginsUpper(cells[key_]) || OthersEmpty(cells, key_)) return false;
    const bool set_off = blanks_ > 0 && !turned_;
    const bool asked = row_.cells[key_].empty() || EndsSentence(row_.cells[key_]);
    return set_off || asked || std::ranges::all_of(row_.cells, [](const std::string& cell) {
             return cell.empty() || EndsSentence(cell) || LeadingYear(cell) > 0;
           });
  }

  void AddCells(const std::vector<std::string_view>& cells) {
    if (row_.cells.empty()) {
      row_ = {std::vector<std::string>(cells.size()),
              std::vector<std::size_t>(cells.size(), at_),
              {Number(at_), Number(at_)}};
    }
    row_.place.last = Number(at_);
    for (std::size_t k = 0; k < cells.size(); ++k) {
      if (cells[k].empty()) continue;
      std::string& cell = row_.cells[k];
      const bool item = ParseMark(cells[k]).marker == Marker::kBullet;
      const bool parted = at_ > row_.last[k] + 1 && !turned_ && EndsSentence(cell);
      if (!cell.empty() && (item || parted)) {
        cell += "<br>" + std::string(cells[k]);
      } else {
        std::string clean = cell;
        AppendLine(cell, clean, cells[k], cells[k]);
      }
      row_.last[k] = at_;
    }
  }

  void EndRow() {
    if (!row_.cells.empty()) {
      order_.Add(RowLine(row_.cells), row_.place,
                 source_.pages[static_cast<std::size_t>(row_.place.first) - 1]);
      row_ = {};
    }
    for (const std::size_t line : std::exchange(kept_, {})) order_.Keep(source_, line);
  }

  const SourceText& source_;
  ReadingOrder& order_;
  Titles titles_;
  std::size_t at_;
  std::size_t key_ = kNone;        // the column that every row has
  std::vector<std::size_t> cuts_;  // where each column but the first begins
  OpenRow row_;
  std::vector<std::size_t> kept_;  // page numbers and running headers inside the open row
  std::size_t blanks_ = 0;         // blank lines above
  bool turned_ = false;            // the last line was at a page's edge
};

}  // namespace

std::size_t ReadSpacedTable(const SourceText& source, std::size_t at, ReadingOrder& order) {
  Titles titles = TitlesAt(source, at);
  if (titles.lines == 0) return at;
  return SpacedTableReader(source, at, std::move(titles), order).Read();
}

}  // namespace plansok::plan
