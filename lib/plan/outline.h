/// Fourth stage: where each block stands in its plan, and so what it is.
///
/// Walks the blocks with the stack of headings above them. What a paragraph is follows from where it stands:
/// under a goal it tells how the goal is pursued, under "Uppföljning" it is an indicator, under "Från
/// nämnden" an assignment of the committee's own.
#ifndef PLANSOK_PLAN_OUTLINE_H_
#define PLANSOK_PLAN_OUTLINE_H_

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plan/document.h"
#include "plan/facts.h"
#include "plan/plan.h"
#include "plan/vocabulary.h"

namespace plansok::plan {

/// A block with its place.
struct Passage {
  Block block;
  std::optional<LineUse> use;  ///< set: heading or column titles, no paragraph
  Kind kind = Kind::kText;
  std::optional<Goal> goal;
  std::optional<Named> area;
  AssignmentSource source;  ///< who gave it, from the headings above
  std::vector<std::string> section_path;
  std::string lead_in;  ///< of a list's item: what announces the list, as printed
};

/// `title` is the document's. A goal's own heading is a passage of kind GOAL, not furniture; so is a
/// program's. Linear.
std::vector<Passage> Outline(std::vector<Block> blocks, const std::map<std::string, int>& contents,
                             std::string_view title, const Vocabulary& vocabulary);

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_OUTLINE_H_
