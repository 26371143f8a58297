/// A table under known titles, its columns parted by spaces, its cells wrapped.
#ifndef PLANSOK_PLAN_SPACED_TABLE_H_
#define PLANSOK_PLAN_SPACED_TABLE_H_

#include <cstddef>

#include "plan/reading_order.h"
#include "plan/source_text.h"

namespace plansok::plan {

/// Adds the table whose titles stand on line `at` as rows of cells parted by tabs, and gives the line behind
/// it; `at` where none begins there.
std::size_t ReadSpacedTable(const SourceText& source, std::size_t at, ReadingOrder& order);

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_SPACED_TABLE_H_
