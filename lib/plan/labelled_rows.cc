#include "plan/labelled_rows.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "plan/characters.h"
#include "plan/columns.h"

namespace plansok::plan {
namespace {

std::size_t SkipSigns(std::string_view line, std::size_t at) {
  return std::min(line.find_first_not_of(" \t*", at), line.size());
}

/// "Uppdrag 3" counts the assignments.
std::string_view WithoutCount(std::string_view words) {
  while (!words.empty() && (IsDigit(words.back()) || words.back() == ' ')) words.remove_suffix(1);
  return words;
}

void AddLine(std::string& text, std::string_view line) {
  if (!text.empty() && !line.empty()) text += '\n';
  text += line;
}

class FormReader {
 public:
  FormReader(std::vector<Block> blocks, int& row) : blocks_(std::move(blocks)), row_(row) {}

  std::vector<Block> Read() {
    for (Block& block : blocks_) {
      const Label label = block.marker == Marker::kRow ? Label{} : LabelOf(block.clean);
      if (label.column == Column::kAssignment) {
        Begin(block, label);
      } else if (label.column == Column::kAnswer && AnswersAssignment()) {
        AddAnswer(block, label);
      } else if (label.column != Column::kUnknown && assignment_) {
        AddFact(block, label);
      } else if (Continues(block)) {
        Continue(block);
      } else {
        assignment_.reset();
        answer_.reset();
        result_.push_back(std::move(block));
      }
    }
    return std::move(result_);
  }

 private:
  void Begin(const Block& block, const Label& label) {
    answer_.reset();
    Block assignment = Labelled(block, label, Cell::kAssignment);
    assignment.row = ++row_;
    result_.push_back(std::move(assignment));
    assignment_ = result_.size() - 1;
  }

  /// Whether an answer has an assignment to go with: one of a form, or a block above that is worded as one.
  bool AnswersAssignment() {
    if (assignment_) return true;
    if (result_.empty()) return false;
    Block& above = result_.back();
    const bool words = above.cell == Cell::kNone && above.marker != Marker::kRow &&
                       above.marker != Marker::kMarkdown && EndsSentence(above.clean);
    if (!words || !IsAssignmentWording(above.clean)) return false;
    above.cell = Cell::kAssignment;
    above.row = ++row_;
    assignment_ = result_.size() - 1;
    return true;
  }

  void AddAnswer(const Block& block, const Label& label) {
    Block answer = Labelled(block, label, Cell::kAnswer);
    if (answer_) return Append(result_[*answer_], answer);
    const Block& assignment = result_[*assignment_];
    answer.row = assignment.row;
    answer.year = assignment.year;
    answer.giver = assignment.giver;
    result_.push_back(std::move(answer));
    answer_ = result_.size() - 1;
  }

  /// Year and giver are facts of both halves.
  void AddFact(Block& block, const Label& label) {
    const std::string_view value = Trim(std::string_view(block.clean).substr(label.size));
    for (const std::optional<std::size_t>& half : {assignment_, answer_}) {
      if (!half) continue;
      if (label.column == Column::kYear) result_[*half].year = LeadingYear(value.substr(0, 4));
      if (label.column == Column::kOrigin) result_[*half].giver = value;
    }
    block.cell = Cell::kHeader;
    block.marker = Marker::kNone;
    result_.push_back(std::move(block));
  }

  /// What labels a block becomes a header, and what is left of the block a cell.
  Block Labelled(const Block& block, const Label& label, Cell cell) {
    Block header = Emptied(block);
    header.lines.resize(1);
    header.text = header.clean = Trim(std::string_view(block.clean).substr(0, label.size));
    header.cell = Cell::kHeader;
    result_.push_back(std::move(header));
    Block words = Emptied(block);
    words.text = block.text.substr(std::min(label.size, block.text.size()));
    words.clean = block.clean.substr(label.size);
    words.cell = cell;
    return words;
  }

  /// Items and whole sentences below an answer belong to it, items below an assignment to that.
  bool Continues(const Block& block) const {
    if (!assignment_ || block.gap_before > 1) return false;
    if (block.marker == Marker::kBullet) return !IsAssignmentWording(block.clean);
    const bool sentence =
        block.marker == Marker::kNone && EndsSentence(block.clean) && block.clean.back() != ':';
    return answer_ && sentence && !IsAssignmentWording(block.clean) &&
           RoleOfHeading(block.clean) == HeadingRole::kNone;
  }

  void Continue(const Block& block) { Append(result_[answer_ ? *answer_ : *assignment_], block); }

  static void Append(Block& cell, const Block& block) {
    AddLine(cell.text, block.text);
    AddLine(cell.clean, block.clean);
    cell.lines.insert(cell.lines.end(), block.lines.begin(), block.lines.end());
  }

  std::vector<Block> blocks_;
  std::vector<Block> result_;
  std::optional<std::size_t> assignment_;  // of the open row, in result_
  std::optional<std::size_t> answer_;
  int& row_;
};

}  // namespace

Label LabelOf(std::string_view line) {
  constexpr std::size_t kLongest = 45;
  const std::size_t colon = line.substr(0, kLongest).find(':');
  if (colon == std::string_view::npos) return {};
  const std::size_t rest = SkipSigns(line, colon + 1);
  if (rest == colon + 1 || rest == line.size()) return {};
  const Column column = ColumnOfTitle(WithoutCount(line.substr(0, colon)));
  const bool part = column == Column::kAssignment || column == Column::kYear || column == Column::kAnswer ||
                    column == Column::kOrigin;
  return part ? Label{column, rest} : Label{};
}

std::vector<Block> ReadLabelledRows(std::vector<Block> blocks, int& row) {
  return FormReader(std::move(blocks), row).Read();
}

}  // namespace plansok::plan
