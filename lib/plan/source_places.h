/// From lines in reading order back to the lines of the file.
#ifndef PLANSOK_PLAN_SOURCE_PLACES_H_
#define PLANSOK_PLAN_SOURCE_PLACES_H_

#include "plan/reader.h"
#include "plan/reading_order.h"
#include "plan/source_text.h"

namespace plansok::plan {

/// Sets the lines of what was read from `order` to those of `source`. Lines of which nothing was read (tags,
/// scripts, a table's rules) become furniture. Linear.
void PlaceInSource(const SourceText& source, const ReadingOrder& order, ReadPlan& plan);

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_SOURCE_PLACES_H_
