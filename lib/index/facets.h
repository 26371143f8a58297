/// Counts by value as people read them: labelled, in order, with the values that a filter names.
#ifndef PLANSOK_INDEX_FACETS_H_
#define PLANSOK_INDEX_FACETS_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "index/facet_tuples.h"
#include "index/histogram.h"
#include "index/searcher.h"
#include "query/field.h"

namespace plansok::index {

/// Whether a selection names the value.
bool IsSelected(std::uint32_t value, const std::vector<Selection>& selections);

/// A value as it is shown, and its number in the facet table; none where no paragraph of the index has it.
struct ShownValue {
  std::optional<std::uint32_t> number;
  FacetValue value;
};

/// The values of `field` that count something or are selected, in the order they are shown in: years
/// ascending, others by count descending, then label.
std::vector<ShownValue> ShownValues(const FacetTable& table, query::Field field,
                                    const std::vector<std::uint32_t>& counts,
                                    const std::vector<Selection>& selections);

/// The facet of `field` from counts by value number (TupleFilter::Counts).
Facet MakeFacet(const FacetTable& table, query::Field field, const std::vector<std::uint32_t>& counts,
                const std::vector<Selection>& selections);

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_FACETS_H_
