#include "plan/columns.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <utility>

#include "plan/characters.h"
#include "plan/numbering.h"

namespace plansok::plan {
namespace {

constexpr std::size_t kYearDigits = 4;

/// Takes the year off the block it is fused to.
void TakeYear(Block& block) {
  block.year = LeadingYear(block.text);
  block.text = Trim(std::string_view(block.text).substr(kYearDigits));
  block.clean = Trim(std::string_view(block.clean).substr(std::min(kYearDigits, block.clean.size())));
}

void AddBlock(Block& cell, const Block& block) {
  if (!block.text.empty()) {
    if (!cell.text.empty()) {
      cell.text += '\n';
      cell.clean += '\n';
    }
    cell.text += block.text;
    cell.clean += block.clean;
  }
  cell.lines.insert(cell.lines.end(), block.lines.begin(), block.lines.end());
}

/// Titles repeated at the top of a page may cut a sentence of a cell in two.
std::vector<Block> JoinCutCells(std::vector<Block> body) {
  std::vector<Block> joined;
  for (Block& block : body) {
    const bool cut = !joined.empty() && LeadingYear(block.text) == 0 && !EndsSentence(joined.back().clean) &&
                     BeginsLower(block.clean) && block.marker == Marker::kNone;
    if (cut) {
      AppendLine(joined.back().text, joined.back().clean, block.text, block.clean);
      joined.back().lines.insert(joined.back().lines.end(), block.lines.begin(), block.lines.end());
    } else {
      joined.push_back(std::move(block));
    }
  }
  return joined;
}

/// Where the assignment begins that ends just before `year_block`: at the last block that is worded as one,
/// or, where none is, at the block before. `from`: the first block that may belong to it.
std::size_t AssignmentBegin(const std::vector<Block>& body, std::size_t from, std::size_t year_block) {
  for (std::size_t i = year_block; i > from; --i) {
    if (body[i - 1].marker == Marker::kNone && IsAssignmentWording(body[i - 1].clean)) return i - 1;
  }
  return year_block > from ? year_block - 1 : from;
}

/// Which cell each block belongs to: begin of every assignment, and of every answer.
struct RowBounds {
  std::size_t assignment = 0;
  std::size_t answer = 0;
};

std::vector<RowBounds> BoundsByYear(const std::vector<Block>& body, bool year_first) {
  std::vector<RowBounds> bounds;
  std::size_t from = 0;
  for (std::size_t i = 0; i < body.size(); ++i) {
    if (LeadingYear(body[i].text) == 0) continue;
    if (year_first) {
      const bool alone = body[i].text.size() == kYearDigits;
      bounds.push_back({i, std::min(i + (alone ? 2 : 1), body.size())});
    } else {
      bounds.push_back({AssignmentBegin(body, from, i), i});
    }
    from = i + 1;
  }
  return bounds;
}

std::vector<RowBounds> BoundsByWording(const std::vector<Block>& body) {
  std::vector<RowBounds> bounds;
  for (std::size_t i = 0; i < body.size(); ++i) {
    if (body[i].marker == Marker::kNone && IsAssignmentWording(body[i].clean)) bounds.push_back({i, i + 1});
  }
  return bounds;
}

Block Gather(std::vector<Block>& body, std::size_t begin, std::size_t end, Cell kind, int row) {
  Block cell = Emptied(body[begin]);
  cell.lines.clear();
  cell.cell = kind;
  cell.row = row;
  for (std::size_t i = begin; i < end; ++i) AddBlock(cell, body[i]);
  return cell;
}

}  // namespace

bool Has(const std::vector<Column>& columns, Column column) {
  return std::find(columns.begin(), columns.end(), column) != columns.end();
}

Block Emptied(const Block& block) {
  Block empty = block;
  empty.text.clear();
  empty.clean.clear();
  empty.number.clear();
  empty.marker = Marker::kNone;
  empty.emphasized = false;
  return empty;
}

ColumnTitles StackedTitles(const std::vector<Block>& blocks, std::size_t at) {
  ColumnTitles titles;
  std::size_t i = at;
  for (; i < blocks.size() && blocks[i].marker == Marker::kNone && blocks[i].cell == Cell::kNone; ++i) {
    if (IsHalfYearTitle(blocks[i].clean) && i + 1 < blocks.size() &&
        ColumnOfTitle(blocks[i + 1].clean) == Column::kYear) {
      titles.columns.push_back(Column::kYear);
      ++i;
      continue;
    }
    const Column column = ColumnOfTitle(blocks[i].clean);
    if (column == Column::kUnknown || Has(titles.columns, column)) break;
    titles.columns.push_back(column);
  }
  const bool pair = Has(titles.columns, Column::kAssignment) &&
                    (Has(titles.columns, Column::kYear) || Has(titles.columns, Column::kAnswer));
  titles.count = pair ? i - at : 0;
  return titles;
}

bool EndsInterleaved(const Block& block) {
  if (block.marker == Marker::kRow || block.marker == Marker::kMarkdown || block.cell != Cell::kNone)
    return true;
  const bool numbered = block.marker == Marker::kNumber && !EndsAsListNumber(block.number);
  if (numbered || (block.marker == Marker::kNumber && block.depth > 1)) return true;
  return RoleOfHeading(block.clean) != HeadingRole::kNone && ColumnOfTitle(block.clean) == Column::kUnknown;
}

std::vector<Block> CellsOfColumns(std::vector<Block> body, const std::vector<Column>& columns, int& row) {
  body = JoinCutCells(std::move(body));
  const auto year = std::find(columns.begin(), columns.end(), Column::kYear);
  const auto assignment = std::find(columns.begin(), columns.end(), Column::kAssignment);
  const std::vector<RowBounds> bounds =
      year == columns.end() ? BoundsByWording(body) : BoundsByYear(body, year < assignment);
  std::vector<Block> cells;
  const std::size_t first = bounds.empty() ? body.size() : bounds.front().assignment;
  std::move(body.begin(), body.begin() + static_cast<std::ptrdiff_t>(first), std::back_inserter(cells));
  for (std::size_t r = 0; r < bounds.size(); ++r) {
    const std::size_t end = r + 1 < bounds.size() ? bounds[r + 1].assignment : body.size();
    int row_year = 0;
    for (Block* block :
         {&body[bounds[r].assignment], bounds[r].answer < end ? &body[bounds[r].answer] : nullptr}) {
      if (block == nullptr || year == columns.end() || LeadingYear(block->text) == 0) continue;
      TakeYear(*block);
      row_year = block->year;
    }
    ++row;
    for (const Cell kind : {Cell::kAssignment, Cell::kAnswer}) {
      const bool asked = kind == Cell::kAssignment;
      const std::size_t begin = asked ? bounds[r].assignment : bounds[r].answer;
      const std::size_t stop = asked ? std::min(bounds[r].answer, end) : end;
      if (begin >= stop) continue;
      Block cell = Gather(body, begin, stop, kind, row);
      cell.year = row_year;
      if (!cell.text.empty()) cells.push_back(std::move(cell));
    }
  }
  return cells;
}

}  // namespace plansok::plan
