/// Whether a line goes on where the one above it stopped.
#ifndef PLANSOK_PLAN_LINE_JOINER_H_
#define PLANSOK_PLAN_LINE_JOINER_H_

#include <cstddef>
#include <vector>

#include "plan/document.h"
#include "plan/surroundings.h"
#include "plan/text_line.h"

namespace plansok::plan {

/// Keeps a reference to `lines`, which must outlive it.
class LineJoiner {
 public:
  explicit LineJoiner(const std::vector<TextLine>& lines) : surroundings_(lines), lines_(lines) {}

  /// Whether line `i` goes on where line `last`, the end of the open block, stopped. `interrupted`: a
  /// footnote or a running header stands between them.
  bool GoesOn(std::size_t last, std::size_t i, Marker block_marker, bool interrupted) const;

 private:
  bool StandsAlone(const TextLine& line, std::size_t i, const Setting& setting) const;

  Surroundings surroundings_;
  const std::vector<TextLine>& lines_;
};

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_LINE_JOINER_H_
