/// Cross-tabulation of a histogram: how many paragraphs have each pair of two fields' values.
///
/// It follows from the same histogram as the facets, so no posting list is read for it.
#ifndef PLANSOK_INDEX_TABULATE_H_
#define PLANSOK_INDEX_TABULATE_H_

#include <vector>

#include "absl/status/statusor.h"
#include "index/facet_tuples.h"
#include "index/histogram.h"
#include "index/searcher.h"
#include "query/field.h"

namespace plansok::index {

/// The table of the paragraphs that pass all of `selections`, with its notes. A field that is selected by has
/// the selected values for its rows or columns and no others. OutOfRange: more than kMaxTableCells.
absl::StatusOr<Table> MakeTable(const FacetTable& facets, const Histogram& histogram,
                                const std::vector<Selection>& selections, query::Field rows,
                                query::Field columns);

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_TABULATE_H_
