/// The lines that are text, with what unwrapping asks about them more than once.
#ifndef PLANSOK_PLAN_TEXT_LINE_H_
#define PLANSOK_PLAN_TEXT_LINE_H_

#include <cstddef>
#include <vector>

#include "plan/document.h"
#include "plan/numbering.h"

namespace plansok::plan {

/// A line that is no furniture.
struct TextLine {
  const Line* line = nullptr;
  Mark mark;
  std::size_t length = 0;  ///< columns
  bool lower = false;      ///< begins in lower case
  int gap = 0;             ///< blank lines and furniture above it
  bool new_page = false;   ///< a page number, running header or footer is among these
};

/// Those of `lines`, which must outlive them.
std::vector<TextLine> TextLines(const std::vector<Line>& lines);

/// Whether the word that begins `next` would still have had room on `line`, of `width` columns: then the
/// break was meant.
bool HadRoom(const TextLine& line, const TextLine& next, std::size_t width);

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_TEXT_LINE_H_
