#include "index/facets.h"

#include <algorithm>

namespace plansok::index {

bool IsSelected(std::uint32_t value, const std::vector<Selection>& selections) {
  return std::any_of(selections.begin(), selections.end(), [value](const Selection& selection) {
    return std::find(selection.values.begin(), selection.values.end(), value) != selection.values.end();
  });
}

std::vector<std::uint32_t> ShownValues(const FacetTable& table, query::Field field,
                                       const std::vector<std::uint32_t>& counts,
                                       const std::vector<Selection>& selections) {
  std::vector<std::uint32_t> shown;
  for (const std::uint32_t number : table.ValuesOf(field)) {
    if (counts[number] > 0 || IsSelected(number, selections)) shown.push_back(number);
  }
  std::sort(shown.begin(), shown.end(), [&](std::uint32_t a, std::uint32_t b) {
    if (field == query::Field::kYear) return table.value(a).value < table.value(b).value;
    if (counts[a] != counts[b]) return counts[a] > counts[b];
    return table.label_place(a) != table.label_place(b) ? table.label_place(a) < table.label_place(b)
                                                        : table.value(a).value < table.value(b).value;
  });
  return shown;
}

FacetValue Labelled(const FacetEntry& entry, std::uint32_t count) {
  return {entry.value, entry.label, static_cast<int>(count)};
}

Facet MakeFacet(const FacetTable& table, query::Field field, const std::vector<std::uint32_t>& counts,
                const std::vector<Selection>& selections) {
  Facet facet{field, {}};
  for (const std::uint32_t number : ShownValues(table, field, counts, selections)) {
    facet.values.push_back(Labelled(table.value(number), counts[number]));
  }
  return facet;
}

}  // namespace plansok::index
