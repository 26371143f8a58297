#include "plan/tables.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "plan/characters.h"
#include "plan/columns.h"
#include "plan/labelled_rows.h"
#include "plan/markup.h"
#include "plan/numbering.h"
#include "plan/wording.h"

namespace plansok::plan {
namespace {

std::string JoinParts(const std::vector<std::string>& parts, std::string_view separator) {
  std::string joined;
  for (const std::string& part : parts) {
    if (!joined.empty()) joined += separator;
    joined += part;
  }
  return joined;
}

void AddLine(std::string& text, const std::string& line) {
  if (line.empty()) return;
  if (!text.empty()) text += '\n';
  text += line;
}

/// A row's cells in both readings, their inner paragraphs on lines of their own.
struct Row {
  std::vector<std::string> text;
  std::vector<std::string> clean;
  bool has_list = false;
};

Row ParseRow(const Block& block) {
  Row row;
  for (const std::string_view cell : SplitCells(block.text))
    row.text.push_back(JoinParts(CellParts(cell), "\n"));
  for (const std::string_view cell : SplitCells(block.clean))
    row.clean.push_back(JoinParts(CellParts(cell), "\n"));
  row.clean.resize(row.text.size());
  row.has_list = block.text.find("<ul") != std::string::npos || block.text.find("<ol") != std::string::npos;
  return row;
}

/// What a row of titles says of its columns; empty where the row is none.
std::vector<Column> TitlesOf(const Row& row) {
  constexpr std::size_t kLongestTitle = 60;
  std::vector<Column> columns;
  bool telling = false;
  for (const std::string& cell : row.clean) {
    if (cell.size() > kLongestTitle) return {};
    columns.push_back(ColumnOfTitle(cell));
    telling = telling || columns.back() == Column::kAssignment || columns.back() == Column::kProgram;
  }
  return telling ? columns : std::vector<Column>{};
}

/// A block without the answer's label, name and answer on lines of their own.
std::string WithoutAnswerLabel(const std::string& text) {
  const std::size_t label = text.find(kAnswerLabel);
  if (label == std::string::npos) return text;
  std::string result(Trim(std::string_view(text).substr(0, label)));
  AddLine(result, std::string(Trim(std::string_view(text).substr(label + kAnswerLabel.size()))));
  return result;
}

/// Reads a file's tables one after another.
class TableReader {
 public:
  explicit TableReader(std::vector<Block> blocks) : blocks_(ReadLabelledRows(std::move(blocks), row_)) {}

  std::vector<Block> Read() {
    while (at_ < blocks_.size()) {
      if (blocks_[at_].marker == Marker::kRow || IsLooseProgramRow(blocks_[at_])) {
        ReadRows();
      } else if (const ColumnTitles titles = StackedTitles(blocks_, at_); titles.count > 0) {
        ReadInterleaved(titles);
      } else if (IsProgramTitleAbove(at_)) {
        columns_ = {Column::kProgram};
        Emit(std::move(blocks_[at_++]), Cell::kHeader);
      } else {
        columns_.clear();
        result_.push_back(std::move(blocks_[at_++]));
      }
    }
    return std::move(result_);
  }

 private:
  /// "Program/Plan" alone on its line is a column's title where rows follow.
  bool IsProgramTitleAbove(std::size_t i) const {
    return i + 1 < blocks_.size() && ColumnOfTitle(blocks_[i].clean) == Column::kProgram &&
           blocks_[i + 1].gap_before == 0 &&
           (blocks_[i + 1].marker == Marker::kRow ||
            blocks_[i + 1].clean.find(kAnswerLabel) != std::string::npos);
  }

  bool IsLooseProgramRow(const Block& block) const {
    return columns_.size() == 1 && columns_[0] == Column::kProgram && block.gap_before == 0 &&
           block.clean.find(kAnswerLabel) != std::string::npos;
  }

  void Emit(Block block, Cell cell) {
    block.cell = cell;
    block.marker = Marker::kNone;
    result_.push_back(std::move(block));
  }

  /// Reads rows up to the next row of titles or the table's end.
  void ReadRows() {
    std::vector<std::pair<std::size_t, Row>> rows;
    while (at_ < blocks_.size() && (blocks_[at_].marker == Marker::kRow || IsLooseProgramRow(blocks_[at_]))) {
      const bool rule = IsPipeRule(blocks_[at_].text);
      Row row = ParseRow(blocks_[at_]);
      const std::vector<Column> titles = TitlesOf(row);
      if (!titles.empty() && !rows.empty()) break;
      if (!titles.empty()) columns_ = titles;
      if (rule || !titles.empty()) {
        Emit(std::move(blocks_[at_]), Cell::kHeader);
      } else {
        rows.emplace_back(at_, std::move(row));
      }
      ++at_;
    }
    if (Has(columns_, Column::kAssignment)) {
      for (const auto& [i, row] : rows) EmitAssignment(blocks_[i], row);
    } else if (Has(columns_, Column::kProgram)) {
      for (const auto& [i, row] : rows) EmitWhole(blocks_[i], row, Cell::kProgram);
    } else {
      EmitUntitled(rows);
    }
  }

  void EmitAssignment(const Block& block, const Row& row) {
    Block assignment = Emptied(block);
    Block answer = Emptied(block);
    for (std::size_t c = 0; c < row.text.size(); ++c) {
      const Column column = c < columns_.size() ? columns_[c] : Column::kUnknown;
      if (column == Column::kYear) {
        assignment.year = answer.year = LeadingYear(row.text[c].substr(0, 4));
      } else if (column != Column::kCount) {
        if (column == Column::kOrigin) assignment.giver = answer.giver = row.clean[c];
        Block& target = column == Column::kAssignment ? assignment : answer;
        AddLine(target.text, row.text[c]);
        AddLine(target.clean, row.clean[c]);
      }
    }
    if (assignment.text.empty() && !result_.empty() && result_.back().cell == Cell::kAnswer) {
      AddLine(result_.back().text, answer.text);  // a row that a page break cut: the answer goes on
      AddLine(result_.back().clean, answer.clean);
      result_.back().lines.insert(result_.back().lines.end(), block.lines.begin(), block.lines.end());
      return;
    }
    assignment.row = answer.row = ++row_;
    if (!assignment.text.empty()) Emit(std::move(assignment), Cell::kAssignment);
    if (!answer.text.empty()) Emit(std::move(answer), Cell::kAnswer);
  }

  void EmitWhole(const Block& block, const Row& row, Cell cell) {
    if (block.text.find(kAnswerLabel) != std::string::npos) {
      Block label = Emptied(block);
      label.text = label.clean = kAnswerLabel;
      label.lines.resize(1);
      Emit(std::move(label), Cell::kHeader);
    }
    Block whole = Emptied(block);
    whole.text = WithoutAnswerLabel(JoinParts(row.text, "\n"));
    whole.clean = WithoutAnswerLabel(JoinParts(row.clean, "\n"));
    whole.row = ++row_;
    Emit(std::move(whole), cell);
  }

  /// Rows under no known titles: running text in tags, a matrix of lists, or a small table of data.
  void EmitUntitled(const std::vector<std::pair<std::size_t, Row>>& rows) {
    const bool single =
        std::all_of(rows.begin(), rows.end(), [](const auto& r) { return r.second.text.size() == 1; });
    const bool lists = std::any_of(rows.begin(), rows.end(), [](const auto& r) { return r.second.has_list; });
    if (single) {
      for (const auto& [i, row] : rows) EmitParts(blocks_[i], row);
    } else if (lists || rows.size() > kMostDataRows) {
      for (const auto& [i, row] : rows) {
        const bool titles = lists && !row.has_list && i == rows.front().first;
        EmitWhole(blocks_[i], row, titles ? Cell::kHeader : Cell::kData);
      }
    } else if (!rows.empty()) {
      EmitData(rows);
    }
  }

  void EmitParts(const Block& block, const Row& row) {
    std::string_view rest = row.text[0];
    std::string_view clean_rest = row.clean[0];
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::size_t clean_end = std::min(clean_rest.find('\n'), clean_rest.size());
      Block part = Emptied(block);
      part.text = rest.substr(0, end);
      part.clean = clean_rest.substr(0, clean_end);
      part.gap_before = 1;
      Emit(std::move(part), Cell::kNone);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      clean_rest.remove_prefix(std::min(clean_end + 1, clean_rest.size()));
    }
  }

  void EmitData(const std::vector<std::pair<std::size_t, Row>>& rows) {
    Block table = Emptied(blocks_[rows.front().first]);
    table.lines.clear();
    for (const auto& [i, row] : rows) {
      AddLine(table.text, JoinParts(row.text, " "));
      AddLine(table.clean, JoinParts(row.clean, " "));
      table.lines.insert(table.lines.end(), blocks_[i].lines.begin(), blocks_[i].lines.end());
    }
    table.row = ++row_;
    Emit(std::move(table), Cell::kData);
  }

  void ReadInterleaved(const ColumnTitles& titles) {
    for (std::size_t k = 0; k < titles.count; ++k) Emit(std::move(blocks_[at_++]), Cell::kHeader);
    std::vector<Block> body;
    while (at_ < blocks_.size() && !EndsInterleaved(blocks_[at_])) {
      if (const ColumnTitles again = StackedTitles(blocks_, at_); again.count > 0) {
        for (std::size_t k = 0; k < again.count; ++k) Emit(std::move(blocks_[at_++]), Cell::kHeader);
      } else {
        body.push_back(std::move(blocks_[at_++]));
      }
    }
    std::vector<Block> cells = CellsOfColumns(std::move(body), titles.columns, row_);
    std::move(cells.begin(), cells.end(), std::back_inserter(result_));
  }

  // More rows than this are read one at a time, not as one table.
  static constexpr std::size_t kMostDataRows = 30;

  int row_ = 0;
  std::vector<Block> blocks_;
  std::vector<Block> result_;
  std::vector<Column> columns_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<Block> ReadTables(std::vector<Block> blocks) { return TableReader(std::move(blocks)).Read(); }

}  // namespace plansok::plan
