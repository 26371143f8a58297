#include "index/facets.h"

#include <algorithm>

namespace plansok::index {

Facet MakeFacet(const FacetTable& table, query::Field field, const std::vector<std::uint32_t>& counts,
                const std::vector<Selection>& selections) {
  Facet facet{field, {}};
  for (const std::uint32_t number : table.ValuesOf(field)) {
    const bool selected = std::any_of(selections.begin(), selections.end(), [&](const Selection& selection) {
      return std::find(selection.values.begin(), selection.values.end(), number) != selection.values.end();
    });
    if (counts[number] == 0 && !selected) continue;
    facet.values.push_back(
        {table.value(number).value, table.value(number).label, static_cast<int>(counts[number])});
  }
  std::sort(facet.values.begin(), facet.values.end(), [field](const FacetValue& a, const FacetValue& b) {
    if (field == query::Field::kYear) return a.value < b.value;
    return a.count != b.count ? a.count > b.count : a.label < b.label;
  });
  return facet;
}

}  // namespace plansok::index
