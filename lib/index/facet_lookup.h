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
#include "index/checkpoint.h"
#include "index/facet_names.h"
#include "index/facet_tuples.h"
#include "index/searcher.h"
#include "query/query.h"
#include "text/analyzer.h"

namespace plansok::index {

/// Case, diacritics and punctuation do not matter, and what stopwords/synonyms.txt shortens means what it is
/// short for ("KF"). Ids and whole labels are looked up; everything else walks a field's values, and stops
/// where the watch says so. Immutable; thread-safe.
class FacetLookup {
 public:
  /// Both must outlive it.
  FacetLookup(const FacetTable& table, const text::Analyzer& analyzer);

  const FacetTable& table() const { return table_; }

  /// The values that a filter in the query language means: by id or label, else every value whose label has
  /// the typed words' beginnings in it ("nordost", "hemlös"). None: empty.
  std::vector<std::uint32_t> Typed(const query::Filter& filter, Watch& watch) const;

  /// The values that a request names: by id or label, else the only one whose label has all the words
  /// ("Nordost"), if these tell it from others: stopwords and words that every third label has do not
  /// (FacetNames::IsCommon()), nor what another label has as part of a compound ("nämnden"). InvalidArgument:
  /// there is none, or more than one, with the nearest; or a malformed or reversed span of years. A
  /// well-formed year, kind or origin that no paragraph has is no error. The watch's status where it stopped.
  absl::StatusOr<std::vector<std::uint32_t>> Requested(query::Field field, std::string_view text,
                                                       Watch& watch) const;

  /// The same for all of a filter's values.
  absl::StatusOr<std::vector<std::uint32_t>> Requested(const FieldFilter& filter, Watch& watch) const;

  /// What a filter names and no paragraph has, each once: kinds and origins by their API names, and years
  /// that it writes out. Of a range these are its ends: it may span thousands.
  std::vector<FacetEntry> Absent(const FieldFilter& filter) const;

  /// What there is to say of a year or a range of years that a filter names: the whole of it where no
  /// paragraph has any of it, else those of its ends (Absent()) that none has.
  std::vector<std::string> AbsentYears(std::string_view text, Watch& watch) const;

  /// The field's values that `text` is near to (nearest_names.h), several where they are as near, at most
  /// kMostNearest; of years those next to it. Empty where none is near.
  static constexpr std::size_t kMostNearest = 3;
  std::vector<std::uint32_t> Nearest(query::Field field, std::string_view text, Watch& watch) const;

  /// "Ingen plan har nämnd ”Kulturen”. Menade du ”Kulturnämnden”?"
  std::string UnknownNote(query::Field field, std::string_view text, Watch& watch) const;

  /// About how much memory it takes.
  std::size_t bytes() const { return names_.bytes(); }

 private:
  /// What was typed, in the forms in which names are.
  struct Words {
    std::vector<std::string> folded;
    std::vector<std::string> unabbreviated;  // stems; empty where nothing is short for anything
    std::vector<std::string> telling;        // stems of those that may tell one value from others
  };
  struct Fits {
    std::vector<std::uint32_t> by_words;
    std::vector<std::uint32_t> by_parts;  // those and the values that have the telling words within others
    std::vector<std::uint32_t> by_beginnings;
  };
  Words Read(std::string_view text) const;
  std::vector<std::uint32_t> Whole(query::Field field, const Words& words) const;
  Fits Find(query::Field field, const Words& words, Watch& watch) const;
  bool IsTooLong(std::string_view text) const;
  bool AreLabelledAlike(const std::vector<std::uint32_t>& values) const;
  template <typename Visit>
  void ForEach(query::Field field, Watch& watch, Visit visit) const;
  template <typename DistanceTo>
  std::vector<std::uint32_t> NearestBy(query::Field field, Watch& watch, DistanceTo distance_to) const;
  std::vector<std::uint32_t> NearestYears(std::string_view text, Watch& watch) const;
  std::vector<std::uint32_t> YearsBetween(int first, int last, Watch& watch) const;
  absl::StatusOr<std::vector<std::uint32_t>> RequestedYears(std::string_view text, Watch& watch) const;
  absl::Status Unknown(query::Field field, std::string_view text, const Fits& fits, Watch& watch) const;
  std::string Hint(const std::vector<std::uint32_t>& values) const;

  const FacetTable& table_;
  const text::Analyzer& analyzer_;
  FacetNames names_;
};

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_FACET_LOOKUP_H_
