/// Answers that stay right for as long as their generation is read: which paragraphs match, counted by tuple.
///
/// A click on a facet, the next page and another order ask the same query again, so all that came of it is
/// kept: what it was compiled to, its set and its histogram.
#ifndef PLANSOK_INDEX_ANSWER_CACHE_H_
#define PLANSOK_INDEX_ANSWER_CACHE_H_

#include <cstddef>
#include <string>
#include <vector>

#include "index/bounded_cache.h"
#include "index/compiler.h"
#include "index/docset.h"
#include "index/histogram.h"
#include "query/query.h"

namespace plansok::index {

/// What a query matches, without filters.
struct Answer {
  CompiledQuery query;  ///< its root is settled
  DocSet matches;
  Histogram histogram;
  std::vector<LackedWord> lacked_words;
  std::vector<std::string> absent_words;
};

/// About how many bytes an answer takes.
std::size_t MemoryOf(const Answer& answer);

/// The key of a query: equal trees and only they have equal keys, wherever in a line they were typed.
std::string KeyOf(const query::Node& root);

/// By the query's key.
using AnswerCache = BoundedCache<std::string, Answer>;

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_ANSWER_CACHE_H_
