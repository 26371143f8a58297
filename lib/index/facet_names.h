/// The names of a facet table's values, in the forms in which what people type is compared with them.
#ifndef PLANSOK_INDEX_FACET_NAMES_H_
#define PLANSOK_INDEX_FACET_NAMES_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "index/facet_tuples.h"
#include "query/field.h"
#include "text/analyzer.h"

namespace plansok::index {

/// Words with a space before and after each, so that words and their beginnings are found as substrings.
using SpacedWords = std::string;

/// The words of a text without case, diacritics and punctuation: its runs of letters and digits, of any
/// script.
std::vector<std::string> FoldedWords(std::string_view text);
SpacedWords Spaced(const std::vector<std::string>& words);

/// Immutable; thread-safe.
class FacetNames {
 public:
  struct Name {
    SpacedWords id;
    SpacedWords label;
    SpacedWords stems;    ///< of the label's words
    SpacedWords parts;    ///< stems of the parts of those of them that are compounds
    SpacedWords telling;  ///< the label's words but for stopwords
  };

  FacetNames(const FacetTable& table, const text::Analyzer& analyzer);

  /// By value.
  const Name& operator[](std::uint32_t number) const { return names_[number]; }

  /// The field's values whose id or label is those words.
  std::vector<std::uint32_t> Called(query::Field field, const SpacedWords& words) const;

  /// The field's values whose label has those stems and no others.
  std::vector<std::uint32_t> OfStems(query::Field field, const SpacedWords& stems) const;

  /// Whether so many of a field's labels have the word, by itself or as part of a compound, that it tells no
  /// value from others: "nämnd" of committees, "Göteborg" of goals, whatever field is asked for. Titles of
  /// plans do not count: a committee has its name in those of all its years.
  bool IsCommon(const std::string& stem) const { return common_.contains(stem); }

  /// Of ids and labels, in bytes.
  std::size_t longest() const { return longest_; }

  /// About how much memory it takes.
  std::size_t bytes() const;

 private:
  using Places = std::vector<std::pair<std::size_t, std::uint32_t>>;  // hashes and values, ascending
  void FindCommon(const FacetTable& table, query::Field field);
  template <typename IsIt>
  std::vector<std::uint32_t> Find(const Places& places, query::Field field, const SpacedWords& words,
                                  IsIt is_it) const;

  std::vector<Name> names_;
  Places by_name_;
  Places by_stems_;
  std::unordered_set<std::string> common_;
  std::size_t longest_ = 0;
};

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_FACET_NAMES_H_
