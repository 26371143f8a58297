#include "index/histogram.h"

#include <algorithm>

namespace plansok::index {

Histogram CountTuples(const DocSet& set, const std::vector<std::uint32_t>& tuple_of,
                      std::size_t tuple_count) {
  std::vector<std::uint32_t> docids(set.cardinality());
  set.toUint32Array(docids.data());
  std::vector<std::uint32_t> counts(tuple_count, 0);
  for (const std::uint32_t docid : docids) ++counts[tuple_of[docid]];
  Histogram histogram;
  for (std::uint32_t tuple = 0; tuple < tuple_count; ++tuple) {
    if (counts[tuple] > 0) histogram.push_back({tuple, counts[tuple]});
  }
  return histogram;
}

TupleFilter::TupleFilter(const FacetTable& table, const std::vector<Selection>& selections) : table_(table) {
  for (const Selection& selection : selections) {
    fields_.push_back(selection.field);
    std::vector<bool>& allowed = allowed_.emplace_back(table.value_count(), false);
    for (const std::uint32_t value : selection.values) allowed[value] = true;
  }
}

TupleFilter::Verdict TupleFilter::Judge(std::uint32_t tuple) const {
  const auto values = table_.tuple(tuple);
  Verdict verdict;
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    const std::vector<bool>& allowed = allowed_[i];
    if (std::any_of(values.begin(), values.end(), [&](std::uint32_t value) { return allowed[value]; }))
      continue;
    verdict.one_field_fails = verdict.passes || (verdict.one_field_fails && verdict.failing == fields_[i]);
    verdict.passes = false;
    verdict.failing = fields_[i];
  }
  return verdict;
}

bool TupleFilter::Passes(std::uint32_t tuple) const { return Judge(tuple).passes; }

std::size_t TupleFilter::Total(const Histogram& histogram) const {
  std::size_t total = 0;
  for (const TupleCount& entry : histogram) total += Passes(entry.tuple) ? entry.count : 0;
  return total;
}

std::vector<std::uint32_t> TupleFilter::Counts(const Histogram& histogram) const {
  std::vector<std::uint32_t> counts(table_.value_count(), 0);
  for (const TupleCount& entry : histogram) {
    const Verdict verdict = Judge(entry.tuple);
    if (!verdict.passes && !verdict.one_field_fails) continue;
    for (const std::uint32_t value : table_.tuple(entry.tuple)) {
      if (verdict.passes || table_.value(value).field == verdict.failing) counts[value] += entry.count;
    }
  }
  return counts;
}

}  // namespace plansok::index
