/// Columns parted by nothing but spaces, as `pdftotext -layout` and plain text set them.
#ifndef PLANSOK_PLAN_SPACED_COLUMNS_H_
#define PLANSOK_PLAN_SPACED_COLUMNS_H_

#include <cstddef>

#include "plan/reading_order.h"
#include "plan/source_text.h"

namespace plansok::plan {

/// Knows three shapes: a table under known titles ("Uppdrag   Uppdragsår   Omhändertagande"), whose cells may
/// be wrapped; a table of figures; and running text in two columns. Keeps a reference to its source.
class SpacedColumns {
 public:
  explicit SpacedColumns(const SourceText& source) : source_(source) {}

  /// Adds the columns that begin at line `at`, and moves `at` behind them; false where none begin there.
  bool Take(std::size_t& at, ReadingOrder& order);

 private:
  const SourceText& source_;
  std::size_t searched_ = 0;  // up to here no columns of running text begin
};

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_SPACED_COLUMNS_H_
