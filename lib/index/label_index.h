/// Facet values by the words of their labels.
#ifndef PLANSOK_INDEX_LABEL_INDEX_H_
#define PLANSOK_INDEX_LABEL_INDEX_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index/facet_tuples.h"

namespace plansok::index {

/// Immutable; thread-safe.
class LabelIndex {
 public:
  LabelIndex() = default;
  /// `tuple_of[docid]` is a paragraph's tuple; [0] is unused.
  LabelIndex(const FacetTable& facets, const std::vector<std::uint32_t>& tuple_of);

  /// The committees, goals, areas and bodies, which people know by name, with a label in which some word
  /// begins as `typed` (suggestion_table.h), ascending. Empty for
  /// "".
  std::vector<std::uint32_t> Complete(std::string_view typed) const;

  /// Whether some word of the value's label, or of an id that people type, begins as `typed`. Of every field.
  bool HasBeginning(std::uint32_t value, std::string_view typed) const;

  /// How many paragraphs have the value.
  std::uint32_t Count(std::uint32_t value) const { return counts_[value]; }

  /// About how much memory it takes.
  std::size_t bytes() const;

 private:
  struct LabelWord {
    std::string folded;
    std::string word;  // normal form
    std::uint32_t value = 0;
  };

  std::vector<std::uint32_t> counts_;             // by value
  std::vector<LabelWord> words_;                  // by folded form
  std::vector<std::vector<std::string>> labels_;  // by value, of every field: normal forms
};

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_LABEL_INDEX_H_
