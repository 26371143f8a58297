#include "plan/surroundings.h"

#include <algorithm>

namespace plansok::plan {
namespace {

// No page holds longer lines than this: a longer one is a paragraph that was never wrapped.
constexpr std::size_t kWidest = 130;
// So many lines on top of each other tell their own width: a column of a table beside wider text.
constexpr std::size_t kStack = 4;
constexpr std::size_t kReach = 8;  // lines to either side

bool IsWrappable(const TextLine& line) { return line.length <= kWidest && line.mark.marker != Marker::kRow; }

}  // namespace

Surroundings::Surroundings(const std::vector<TextLine>& lines) : lines_(lines), stacks_(lines.size(), 0) {
  CountStacked();
  MeasureStacks();
}

// A stack in which hardly a line begins in lower case is of whole paragraphs, and tells no width.
void Surroundings::MeasureStacks() {
  for (std::size_t begin = 0; begin < lines_.size();) {
    std::size_t end = begin;
    std::size_t width = 0;
    std::size_t lower = 0;
    do {
      lower += lines_[end].lower ? 1 : 0;
      width = std::max(width, lines_[end++].length);
    } while (end < lines_.size() && lines_[end].gap == 0 && lines_[end].mark.marker != Marker::kRow);
    if (end - begin >= kStack && lower * 3 >= end - begin)
      std::fill(&stacks_[begin], &stacks_[begin] + (end - begin), width);
    begin = end;
  }
}

Setting Surroundings::At(std::size_t i) const {
  const std::size_t begin = i > kReach ? i - kReach : 0;
  const std::size_t end = std::min(i + kReach + 1, lines_.size());
  const std::size_t widest = WidestNear(i);
  std::size_t unwrapped = 0;
  std::size_t lower = 0;
  std::size_t spaced = 0;
  std::size_t spaced_lower = 0;
  for (std::size_t k = begin; k < end; ++k) {
    unwrapped += IsWrappable(lines_[k]) ? 0 : 1;
    lower += lines_[k].lower ? 1 : 0;
    spaced += lines_[k].gap == 1 ? 1 : 0;
    spaced_lower += lines_[k].gap == 1 && lines_[k].lower ? 1 : 0;
  }
  Setting setting;
  // Where hardly a line begins in lower case, the lines are whole paragraphs, however short.
  if (unwrapped * 5 <= end - begin && lower * 8 >= end - begin) setting.width = widest;
  if (stacks_[i] > 0 && stacks_[i] <= kWidest) {
    setting.stack = stacks_[i];
  } else if (setting.width > 0 || StackedLinesGoOn(i)) {
    setting.stack = widest;
  }
  setting.double_spaced = spaced * 4 >= (end - begin) * 3 && spaced_lower * 8 >= spaced;
  return setting;
}

// Whether a line directly below another goes on its paragraph hereabouts: then lines break only where the
// next word has no room, or in mid-sentence. Where each line is a paragraph, they end anywhere.
bool Surroundings::StackedLinesGoOn(std::size_t i) const {
  constexpr std::size_t kPairs = 10;  // to either side
  const std::size_t here = stacked_before_[i];
  const std::size_t begin = here > kPairs ? here - kPairs : 0;
  const std::size_t end = std::min(here + kPairs, forced_.size() - 1);
  return begin < end && (forced_[end] - forced_[begin]) * 5 >= (end - begin) * 4;
}

void Surroundings::CountStacked() {
  forced_ = {0};
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    stacked_before_.push_back(forced_.size() - 1);
    const bool stacked = i > 0 && lines_[i].gap == 0 && lines_[i].mark.marker == Marker::kNone &&
                         lines_[i - 1].mark.marker != Marker::kRow;
    if (!stacked) continue;
    const std::size_t width = WidestNear(i);
    const bool forced = lines_[i].lower || !HadRoom(lines_[i - 1], lines_[i], Ragged(width));
    forced_.push_back(forced_.back() + (forced ? 1 : 0));
  }
}

std::size_t Surroundings::WidestNear(std::size_t i) const {
  std::size_t widest = 0;
  const std::size_t end = std::min(i + kReach + 1, lines_.size());
  for (std::size_t k = i > kReach ? i - kReach : 0; k < end; ++k) {
    if (IsWrappable(lines_[k])) widest = std::max(widest, lines_[k].length);
  }
  return widest;
}

}  // namespace plansok::plan
