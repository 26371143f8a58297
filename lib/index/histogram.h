/// One count by facet tuple, from which every total and every facet follows.
#ifndef PLANSOK_INDEX_HISTOGRAM_H_
#define PLANSOK_INDEX_HISTOGRAM_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "index/docset.h"
#include "index/facet_tuples.h"

namespace plansok::index {

/// How many paragraphs of a set have each tuple; tuples that none has are left out.
struct TupleCount {
  std::uint32_t tuple = 0;
  std::uint32_t count = 0;
};
using Histogram = std::vector<TupleCount>;

/// `tuple_of[docid]` is a paragraph's tuple.
Histogram CountTuples(const DocSet& set, const std::vector<std::uint32_t>& tuple_of, std::size_t tuple_count);

/// The values of one field that pass.
struct Selection {
  query::Field field = query::Field::kCommittee;
  std::vector<std::uint32_t> values;    ///< numbers in the facet table
  std::vector<FacetEntry> absent = {};  ///< named too, and no paragraph of the index has them: they count 0
};

/// Which tuples pass a set of selections, and which would but for one field's.
class TupleFilter {
 public:
  TupleFilter(const FacetTable& table, const std::vector<Selection>& selections);

  bool Passes(std::uint32_t tuple) const;

  /// The paragraphs of the histogram that pass everything.
  std::size_t Total(const Histogram& histogram) const;

  /// By value number: how many paragraphs have the value and pass, not counting its own field's selections.
  std::vector<std::uint32_t> Counts(const Histogram& histogram) const;

 private:
  struct Verdict {
    bool passes = true;
    bool one_field_fails = false;
    query::Field failing = query::Field::kCommittee;
  };
  Verdict Judge(std::uint32_t tuple) const;

  const FacetTable& table_;
  std::vector<query::Field> fields_;        // of each selection
  std::vector<std::vector<bool>> allowed_;  // by selection, by value number
};

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_HISTOGRAM_H_
