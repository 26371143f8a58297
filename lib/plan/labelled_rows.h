/// Assignments that are set as a form, a label in front of each part:
///
///     Uppdrag: Nämnden får i uppdrag att …
///     Uppdragsgivare: Kommunfullmäktige
///     År: 2023
///     Svar: Planen är framtagen.
#ifndef PLANSOK_PLAN_LABELLED_ROWS_H_
#define PLANSOK_PLAN_LABELLED_ROWS_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "plan/document.h"
#include "plan/wording.h"

namespace plansok::plan {

/// The label that a line begins with, bold or not; kUnknown where it begins with none that is known, or
/// nothing follows it.
struct Label {
  Column column = Column::kUnknown;
  std::size_t size = 0;  ///< bytes up to what it labels
};
Label LabelOf(std::string_view line);

/// `blocks` with forms read: labels as Cell::kHeader, what they label as cells. A labelled answer also makes
/// an assignment of the block above it that is worded as one. `row` is the last row number used, and is
/// advanced. Linear.
std::vector<Block> ReadLabelledRows(std::vector<Block> blocks, int& row);

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_LABELLED_ROWS_H_
