#include "index/tabulate.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "index/facets.h"

namespace plansok::index {
namespace {

using query::Field;

constexpr std::uint32_t kNowhere = std::numeric_limits<std::uint32_t>::max();

/// The rows or the columns: the values of one field that are shown, and where.
class Axis {
 public:
  Axis(const FacetTable& facets, Field field, const std::vector<std::uint32_t>& counts,
       const std::vector<Selection>& selections)
      : field_(field), place_of_(facets.value_count(), kNowhere) {
    std::vector<Selection> own;
    std::copy_if(selections.begin(), selections.end(), std::back_inserter(own),
                 [field](const Selection& selection) { return selection.field == field; });
    for (ShownValue& shown : ShownValues(facets, field, counts, own)) {
      if (shown.number && !own.empty() && !IsSelected(*shown.number, own)) {
        hides_values_ = true;
        continue;
      }
      if (shown.number) place_of_[*shown.number] = static_cast<std::uint32_t>(values_.size());
      values_.push_back(std::move(shown.value));
    }
  }

  /// Where on this axis a tuple's paragraphs stand.
  void PlacesOf(std::span<const std::uint32_t> tuple, std::vector<std::uint32_t>* places) const {
    places->clear();
    for (const std::uint32_t number : tuple) {
      if (place_of_[number] != kNowhere) places->push_back(place_of_[number]);
    }
  }

  std::string_view field_name() const { return query::SwedishFieldName(field_); }
  /// Whether matching paragraphs have values that were not selected.
  bool hides_values() const { return hides_values_; }
  std::vector<FacetValue>& values() { return values_; }
  const std::vector<FacetValue>& values() const { return values_; }

 private:
  Field field_;
  bool hides_values_ = false;
  std::vector<std::uint32_t> place_of_;  // by value number
  std::vector<FacetValue> values_;
};

Histogram Passing(const Histogram& histogram, const TupleFilter& filter) {
  Histogram passing;
  std::copy_if(histogram.begin(), histogram.end(), std::back_inserter(passing),
               [&](const TupleCount& entry) { return filter.Passes(entry.tuple); });
  return passing;
}

/// Counts each tuple's paragraphs into the cells that they stand in.
void FillCells(const FacetTable& facets, const Histogram& histogram, const Axis& rows, const Axis& columns,
               Table* table) {
  const std::size_t width = columns.values().size();
  table->cells.assign(rows.values().size() * width, 0);
  std::vector<std::uint32_t> across;
  std::vector<std::uint32_t> down;
  for (const TupleCount& entry : histogram) {
    const auto count = static_cast<int>(entry.count);
    rows.PlacesOf(facets.tuple(entry.tuple), &down);
    columns.PlacesOf(facets.tuple(entry.tuple), &across);
    table->total += count;
    if (down.empty()) table->without_row += count;
    if (across.empty()) table->without_column += count;
    table->rows_overlap = table->rows_overlap || down.size() > 1;
    table->columns_overlap = table->columns_overlap || across.size() > 1;
    for (const std::uint32_t row : down) {
      for (const std::uint32_t column : across) table->cells[row * width + column] += count;
    }
  }
}

/// What a reader must know before adding up one axis.
void AddNotes(std::string_view axis, const Axis& values, bool overlap, int without,
              std::vector<std::string>* notes) {
  const std::string_view field = values.field_name();
  if (overlap) {
    notes->push_back(fmt::format(
        "Ett stycke kan stå i flera {} ({}): deras summor blir tillsammans fler än styckena.", axis, field));
  }
  if (without > 0) {
    notes->push_back(fmt::format("{} {} saknar {} och står inte i någon av {}na.", without,
                                 without == 1 ? "stycke" : "stycken", field, axis));
  }
  if (values.hides_values()) {
    notes->push_back(
        fmt::format("Bland {}na står bara de valda; styckena i dem kan höra till fler ({}).", axis, field));
  }
}

}  // namespace

absl::StatusOr<Table> MakeTable(const FacetTable& facets, const Histogram& histogram,
                                const std::vector<Selection>& selections, Field rows, Field columns) {
  const Histogram passing = Passing(histogram, TupleFilter(facets, selections));
  const std::vector<std::uint32_t> counts = TupleFilter(facets, {}).Counts(passing);
  Axis down(facets, rows, counts, selections);
  Axis across(facets, columns, counts, selections);
  if (down.values().size() * across.values().size() > kMaxTableCells) {
    return absl::OutOfRangeError(
        fmt::format("the table would have {} rows and {} columns, and at most {} "
                    "cells are answered: narrow it by a query or filters",
                    down.values().size(), across.values().size(), kMaxTableCells));
  }
  Table table;
  FillCells(facets, passing, down, across, &table);
  AddNotes("rader", down, table.rows_overlap, table.without_row, &table.notes);
  AddNotes("kolumner", across, table.columns_overlap, table.without_column, &table.notes);
  table.rows = std::move(down.values());
  table.columns = std::move(across.values());
  return table;
}

}  // namespace plansok::index
