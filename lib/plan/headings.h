/// Fourth stage, first half: which blocks are headings, and how high each stands.
///
/// Plans number their headings (3.1.1.1), mark them up (##), word them by custom ("Uppdrag:"), list them in a
/// table of contents, set them in bold, or just leave them short; converters turn some into bullets.
#ifndef PLANSOK_PLAN_HEADINGS_H_
#define PLANSOK_PLAN_HEADINGS_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "plan/document.h"
#include "plan/vocabulary.h"
#include "plan/wording.h"

namespace plansok::plan {

/// What a block is as a heading.
struct Heading {
  int rank = 0;  ///< 0: no heading; a smaller rank stands higher, and ends all of its own or a larger one
  bool plain = false;  ///< told by nothing but its shortness: in a list of short items it is one of them
  HeadingRole role = HeadingRole::kNone;
};

/// For each block, its heading. `contents`: the headings that the table of contents lists; `title`: the
/// document's. Linear.
std::vector<Heading> FindHeadings(const std::vector<Block>& blocks,
                                  const std::map<std::string, int>& contents, std::string_view title,
                                  const Vocabulary& vocabulary);

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_HEADINGS_H_
