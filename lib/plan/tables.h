/// Third stage: rows and columns into cells.
///
/// Tables reach a text file in many shapes, often mixed in one file: cells parted by tabs or pipes, cells
/// wrapped in <p>, <ul> and <i> (often left open), and columns interleaved, where each row comes as the
/// assignment's block, a block that begins with the year, and the answer's blocks. All become blocks whose
/// `cell` says what they are.
#ifndef PLANSOK_PLAN_TABLES_H_
#define PLANSOK_PLAN_TABLES_H_

#include <vector>

#include "plan/document.h"

namespace plansok::plan {

/// `blocks` with tables read: rows and cells instead of Marker::kRow, column titles as Cell::kHeader. An
/// assignment and its answer have the same `row`. Inner paragraphs and bullets of a cell are lines of its
/// text. Linear.
std::vector<Block> ReadTables(std::vector<Block> blocks);

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_TABLES_H_
