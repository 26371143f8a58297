/// Running text set in two columns side by side.
#ifndef PLANSOK_PLAN_TEXT_COLUMNS_H_
#define PLANSOK_PLAN_TEXT_COLUMNS_H_

#include <cstddef>

#include "plan/reading_order.h"
#include "plan/source_text.h"

namespace plansok::plan {

/// What was found at a line.
struct TextColumns {
  bool found = false;
  std::size_t end = 0;  ///< the line behind them; if none were found, up to which none begin
};

/// Adds two columns of text that begin at line `at`, the left one first. What tells them from a table is that
/// paragraphs of one begin beside the middle of the other's.
TextColumns ReadTextColumns(const SourceText& source, std::size_t at, ReadingOrder& order);

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_TEXT_COLUMNS_H_
