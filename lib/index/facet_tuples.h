/// Facet tuples: what a paragraph counts under, as one number.
///
/// All facet values of a paragraph together form its tuple. Distinct tuples are few, so a query's facets are
/// counted by tuple first (histogram.h), and every facet, total and cross-tab follows from that one count.
#ifndef PLANSOK_INDEX_FACET_TUPLES_H_
#define PLANSOK_INDEX_FACET_TUPLES_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "index/record.pb.h"
#include "plan/plan.h"
#include "query/field.h"

namespace plansok::index {

/// A value that paragraphs count under and are filtered by.
struct FacetEntry {
  query::Field field = query::Field::kCommittee;
  std::string value;  ///< id, year or API name
  std::string label;  ///< Swedish
};

/// What paragraphs of that kind or origin count under, whether or not there are any. Without a value where it
/// is unspecified.
FacetEntry EntryOf(plan::Kind kind);
FacetEntry EntryOf(plan::Origin origin);

/// Everything a paragraph counts under, each once: the one place that says so. Filter terms are made from it
/// too.
std::vector<FacetEntry> FacetEntriesOf(const plan::Plan& plan, const plan::Paragraph& paragraph);

/// Numbers values and tuples in the order they come.
class FacetTableBuilder {
 public:
  /// The number of the tuple that `entries` make.
  std::uint32_t Add(const std::vector<FacetEntry>& entries);

  const storage::FacetTable& table() const { return table_; }

 private:
  std::uint32_t ValueNumber(const FacetEntry& entry);

  storage::FacetTable table_;
  std::map<std::pair<query::Field, std::string>, std::uint32_t> values_;
  std::map<std::vector<std::uint32_t>, std::uint32_t> tuples_;
};

/// The table as readers use it. Immutable; thread-safe.
class FacetTable {
 public:
  /// DataLoss: numbers that point outside the table.
  static absl::StatusOr<FacetTable> From(const storage::FacetTable& stored);

  std::size_t value_count() const { return values_.size(); }
  std::size_t tuple_count() const { return offsets_.size() - 1; }
  const FacetEntry& value(std::uint32_t number) const { return values_[number]; }
  /// The place of a value's label among all labels, in Swedish order.
  std::uint32_t label_place(std::uint32_t number) const { return label_places_[number]; }
  /// The numbers of a tuple's values, ascending.
  std::span<const std::uint32_t> tuple(std::uint32_t number) const {
    return std::span(items_).subspan(offsets_[number], offsets_[number + 1] - offsets_[number]);
  }

  /// The number of a field's value.
  std::optional<std::uint32_t> Find(query::Field field, std::string_view value) const;
  /// The numbers of all values of a field, ascending.
  std::span<const std::uint32_t> ValuesOf(query::Field field) const;

  /// About how much memory the table takes.
  std::size_t bytes() const;

 private:
  std::vector<FacetEntry> values_;
  std::vector<std::uint32_t> label_places_;                                    // by value
  std::array<std::vector<std::uint32_t>, query::kAllFields.size()> by_field_;  // in kAllFields' order
  std::vector<std::uint32_t> items_;          // the tuples' values, one tuple after another
  std::vector<std::uint32_t> offsets_ = {0};  // where each tuple begins in items_, and the end
};

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_FACET_TUPLES_H_
