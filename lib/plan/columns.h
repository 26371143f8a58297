/// Interleaved columns: the shape in which a three-column table leaves a PDF file.
///
/// The titles come stacked ("Uppdrag", "Uppdrags-", "år", "Omhändertagande"), then row by row the
/// assignment's block, a block that begins with the year, fused to the answer's first words, and whatever
/// more the answer has to say.
#ifndef PLANSOK_PLAN_COLUMNS_H_
#define PLANSOK_PLAN_COLUMNS_H_

#include <cstddef>
#include <vector>

#include "plan/document.h"
#include "plan/wording.h"

namespace plansok::plan {

/// Column titles stacked on each other.
struct ColumnTitles {
  std::vector<Column> columns;  ///< in their order
  std::size_t count = 0;        ///< how many blocks they take; 0: there are none
};
ColumnTitles StackedTitles(const std::vector<Block>& blocks, std::size_t at);

/// Whether a block cannot be part of an interleaved table: the next heading, or a table of another shape.
bool EndsInterleaved(const Block& block);

/// The assignments and answers among `body`, titles taken out. `row` is the last row number used, and is
/// advanced.
std::vector<Block> CellsOfColumns(std::vector<Block> body, const std::vector<Column>& columns, int& row);

bool Has(const std::vector<Column>& columns, Column column);

/// A block of the same place without words.
Block Emptied(const Block& block);

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_COLUMNS_H_
