#include "index/facets.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string>
#include <utility>

#include "text/collation.h"

namespace plansok::index {
namespace {

FacetValue Labelled(const FacetEntry& entry, std::uint32_t count) {
  return {entry.value, entry.label, static_cast<int>(count)};
}

/// The numbers of the values that are shown and that the index has.
std::vector<std::uint32_t> InOrder(const FacetTable& table, query::Field field,
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

/// Puts them in order anew, label by label: for fields of few values, as years and kinds.
void Sort(query::Field field, std::vector<ShownValue>* shown) {
  std::vector<std::string> labels;
  for (const ShownValue& value : *shown) labels.push_back(value.value.label);
  const std::vector<std::uint32_t> places = text::SwedishOrder(labels);
  const auto rank = [&](std::size_t at) {
    const bool by_count = field != query::Field::kYear;
    return std::pair(by_count ? -(*shown)[at].value.count : 0, places[at]);
  };
  std::vector<std::size_t> order(shown->size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
  std::vector<ShownValue> sorted;
  for (const std::size_t at : order) sorted.push_back(std::move((*shown)[at]));
  *shown = std::move(sorted);
}

/// Adds what is selected and the index does not have, where it belongs.
void AddAbsent(query::Field field, const std::vector<Selection>& selections, std::vector<ShownValue>* shown) {
  const std::size_t present = shown->size();
  for (const Selection& selection : selections) {
    if (selection.field != field) continue;
    for (const FacetEntry& entry : selection.absent) {
      const auto same = [&](const ShownValue& other) { return other.value.value == entry.value; };
      if (std::none_of(shown->begin(), shown->end(), same)) shown->push_back({{}, Labelled(entry, 0)});
    }
  }
  if (shown->size() > present) Sort(field, shown);
}

}  // namespace

bool IsSelected(std::uint32_t value, const std::vector<Selection>& selections) {
  return std::any_of(selections.begin(), selections.end(), [value](const Selection& selection) {
    return std::find(selection.values.begin(), selection.values.end(), value) != selection.values.end();
  });
}

std::vector<ShownValue> ShownValues(const FacetTable& table, query::Field field,
                                    const std::vector<std::uint32_t>& counts,
                                    const std::vector<Selection>& selections) {
  std::vector<ShownValue> shown;
  for (const std::uint32_t number : InOrder(table, field, counts, selections)) {
    shown.push_back({number, Labelled(table.value(number), counts[number])});
  }
  AddAbsent(field, selections, &shown);
  return shown;
}

Facet MakeFacet(const FacetTable& table, query::Field field, const std::vector<std::uint32_t>& counts,
                const std::vector<Selection>& selections) {
  Facet facet{field, {}};
  for (ShownValue& shown : ShownValues(table, field, counts, selections)) {
    facet.values.push_back(std::move(shown.value));
  }
  return facet;
}

}  // namespace plansok::index
