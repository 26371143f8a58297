/// How the lines around a line are set; a plan may be wrapped differently from part to part and from column
/// to column.
#ifndef PLANSOK_PLAN_SURROUNDINGS_H_
#define PLANSOK_PLAN_SURROUNDINGS_H_

#include <cstddef>
#include <vector>

#include "plan/text_line.h"

namespace plansok::plan {

/// How the lines around a line are set.
struct Setting {
  std::size_t width = 0;       ///< columns at which lines are wrapped; 0: each paragraph is one line
  std::size_t stack = 0;       ///< the same of the lines directly on top of each other
  bool double_spaced = false;  ///< a blank line follows every physical line
};

/// Ragged lines end up to a fifth short of the widest: what that leaves of a width.
constexpr std::size_t Ragged(std::size_t width) {
  constexpr std::size_t kSlack = 5;
  return width - width / kSlack;
}

/// Looks at the lines around each line. Keeps a reference to `lines`, which must outlive it.
class Surroundings {
 public:
  explicit Surroundings(const std::vector<TextLine>& lines);

  /// The setting of line `i`.
  Setting At(std::size_t i) const;

 private:
  void MeasureStacks();
  void CountStacked();
  bool StackedLinesGoOn(std::size_t i) const;
  std::size_t WidestNear(std::size_t i) const;

  const std::vector<TextLine>& lines_;
  std::vector<std::size_t> stacks_;          // the width of the stack that each line is in; 0: of none
  std::vector<std::size_t> stacked_before_;  // lines directly below another, in front of each line
  std::vector<std::size_t> forced_;          // of the first so many of these, the breaks that had to be
};

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_SURROUNDINGS_H_
