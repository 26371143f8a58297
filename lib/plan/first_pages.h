/// The lines in which a document speaks of itself as a whole: its cover, its front and its first pages.
#ifndef PLANSOK_PLAN_FIRST_PAGES_H_
#define PLANSOK_PLAN_FIRST_PAGES_H_

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plansok::plan {

/// How many of the first pages' lines are the cover, and how many the front: title and box of facts.
inline constexpr std::size_t kCoverLines = 10;
inline constexpr std::size_t kFrontLines = 60;

/// A line of the first pages.
struct PageLine {
  std::string text;        ///< without markup around it
  std::string_view raw;    ///< as it stands; views the document's lines
  std::size_t number = 0;  ///< 0-based, in the document
  bool marked = false;     ///< a Markdown heading
};

/// The lines of the first pages, cover, front and introduction, without blank ones and those of a table of
/// contents. `lines` must outlive them.
std::vector<PageLine> FirstPages(std::span<const std::string> lines);

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_FIRST_PAGES_H_
