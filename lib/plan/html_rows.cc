#include "plan/html_rows.h"

#include <utility>

#include "plan/characters.h"
#include "plan/reading_order.h"

namespace plansok::plan {

void HtmlWords::Add(std::string_view word, int line) {
  if (place.first == 0) place.first = line;
  place.last = line;
  text += word;
}

void HtmlWords::Space() {
  if (!text.empty() && text.back() != ' ') text += ' ';
}

void HtmlRowBuilder::BeginTable() {
  *this = HtmlRowBuilder();
  open_ = true;
}

void HtmlRowBuilder::BeginCell(const HtmlTag& tag) {
  EndCell();
  in_cell_ = true;
  FillSpanned();
  width_ = static_cast<std::size_t>(tag.Number("colspan", 1));
  height_ = static_cast<std::size_t>(tag.Number("rowspan", 1));
}

void HtmlRowBuilder::EndCell() {
  if (!in_cell_) return;
  in_cell_ = false;
  HtmlWords words = std::exchange(cell_, {});
  if (words.place.first > 0) {
    if (place_.first == 0) place_.first = words.place.first;
    place_.last = words.place.last;
  }
  for (std::size_t k = 0; k < width_ && (k == 0 || cells_.size() < kMostSpanned); ++k) {
    cells_.emplace_back(k == 0 ? Trim(words.text) : "");
    if (cells_.size() > kMostSpanned) continue;
    if (spans_.size() < cells_.size()) spans_.resize(cells_.size());
    spans_[cells_.size() - 1] = height_ - 1;
  }
}

HtmlWords HtmlRowBuilder::EndRow() {
  EndCell();
  if (!cells_.empty()) FillSpanned();
  return {RowLine(std::exchange(cells_, {})), std::exchange(place_, {})};
}

/// A cell that reaches down from a row above stands empty in this one.
void HtmlRowBuilder::FillSpanned() {
  while (cells_.size() < spans_.size() && spans_[cells_.size()] > 0) {
    --spans_[cells_.size()];
    cells_.emplace_back();
  }
}

}  // namespace plansok::plan
