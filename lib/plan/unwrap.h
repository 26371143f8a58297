/// Second stage: physical lines into blocks of words that belong together.
///
/// Plans wrap their lines at 35 to 100 columns or not at all, leave a blank line between paragraphs, after
/// every line, or none, and are cut by page breaks, footnotes and running headers. Whether two lines belong
/// together is told by how full the first is for its surroundings, how it ends, and how the second begins.
#ifndef PLANSOK_PLAN_UNWRAP_H_
#define PLANSOK_PLAN_UNWRAP_H_

#include <vector>

#include "plan/document.h"

namespace plansok::plan {

/// The blocks of `lines` that are no furniture, in order of their first lines. Rows of tables stay a block
/// each. Every line without a use stands in exactly one block. Linear.
std::vector<Block> Unwrap(const std::vector<Line>& lines);

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_UNWRAP_H_
