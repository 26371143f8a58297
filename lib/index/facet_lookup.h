/// What people and programs write for a facet's value, into the values an index has. The one place that does
/// it: for fields in the query line, and for filters of requests.
#ifndef PLANSOK_INDEX_FACET_LOOKUP_H_
#define PLANSOK_INDEX_FACET_LOOKUP_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "index/facet_tuples.h"
#include "index/searcher.h"
#include "query/query.h"
#include "text/analyzer.h"

namespace plansok::index {

/// Case, diacritics and punctuation do not matter, and what stopwords/synonyms.txt shortens means what it is
/// short for ("KF"). Immutable; thread-safe.
class FacetLookup {
 public:
  /// Both must outlive it.
  FacetLookup(const FacetTable& table, const text::Analyzer& analyzer);

  const FacetTable& table() const { return table_; }

  /// The values that a filter in the query language means: by id or label, else every value whose label has
  /// the typed words' beginnings in it ("nordost", "hemlös"). None: empty.
  std::vector<std::uint32_t> Typed(const query::Filter& filter) const;

  /// The values that a request names: by id or label, else the only one whose label has all the words
  /// ("Nordost"). InvalidArgument: there is none, or more than one, with the nearest; or a malformed or
  /// reversed span of years. A well-formed year, kind or origin that no paragraph has is no error.
  absl::StatusOr<std::vector<std::uint32_t>> Requested(query::Field field, std::string_view text) const;

  /// The same for all of a filter's values.
  absl::StatusOr<std::vector<std::uint32_t>> Requested(const FieldFilter& filter) const;

  /// The field's values whose id, label or words of a label are spelled most like `text`, several where they
  /// are as near, at most kMostNearest; of years those next to it. Empty where none is near.
  static constexpr std::size_t kMostNearest = 3;
  std::vector<std::uint32_t> Nearest(query::Field field, std::string_view text) const;

  /// "Ingen plan har nämnd ”Kulturen”. Menade du ”Kulturnämnden”?"
  std::string UnknownNote(query::Field field, std::string_view text) const;

  /// About how much memory it takes.
  std::size_t bytes() const;

 private:
  /// Words with a space before and after each, so that words and their beginnings are found as substrings.
  struct Name {
    std::string id;
    std::string label;
    std::string stems;  // of the label
  };
  struct Fits {
    std::vector<std::uint32_t> whole;
    std::vector<std::uint32_t> by_words;
    std::vector<std::uint32_t> by_beginnings;
  };
  Fits Find(query::Field field, std::string_view text) const;
  std::vector<std::string> Unabbreviated(std::string_view text) const;
  std::size_t Distance(const std::string& folded, const std::vector<std::string>& words,
                       const Name& name) const;
  std::vector<std::uint32_t> NearestYears(std::string_view text) const;
  std::vector<std::uint32_t> YearsBetween(int first, int last) const;
  absl::Status Unknown(query::Field field, std::string_view text, const Fits& fits) const;
  std::string Hint(const std::vector<std::uint32_t>& values) const;

  const FacetTable& table_;
  const text::Analyzer& analyzer_;
  std::vector<Name> names_;  // by value
  std::size_t longest_ = 0;  // of ids and labels, in bytes
};

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_FACET_LOOKUP_H_
