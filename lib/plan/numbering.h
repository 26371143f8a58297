/// What stands in front of a line's words: bullets, numbers, Markdown's signs, footnote signs.
#ifndef PLANSOK_PLAN_NUMBERING_H_
#define PLANSOK_PLAN_NUMBERING_H_

#include <cstddef>
#include <string_view>

#include "plan/document.h"

namespace plansok::plan {

/// A section number and the words after it. "3.1.1 Nämndens mål" -> "3.1.1", "Nämndens mål", 3 levels.
struct Numbered {
  std::string_view number;  ///< empty: the line has none
  std::string_view rest;
  int levels = 0;
  bool stop = false;  ///< a single level ends in "." or ")": "1." may be a heading or a list item
};
Numbered ParseNumber(std::string_view line);

/// Whether a number of one level ends as a list's do: "1.", "2)", "Mål 3:".
bool EndsAsListNumber(std::string_view number);

/// What marks a line, and how many bytes of it the mark takes.
struct Mark {
  Marker marker = Marker::kNone;
  std::size_t size = 0;
  int depth = 0;  ///< of Markdown: its #s; of a number: its levels
};
Mark ParseMark(std::string_view line);

/// "2. erbjuda handledning": its number and how many bytes stand before the words. Only before a small
/// letter; 0 and 0 where there is none. Whether it counts an item or is a date at the beginning of a wrapped
/// line ("10. maj"), only what stands above tells.
struct Counted {
  int number = 0;
  std::size_t size = 0;
};
Counted ParseCounted(std::string_view line);

/// Whether a line is a row of a table: it holds a tab, a cell's tag or a leading pipe.
bool IsRow(std::string_view line);

/// How many bytes *…* or **…** takes at each end of a text that is wholly emphasized; 0 for none.
std::size_t EmphasisSize(std::string_view text);

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_NUMBERING_H_
