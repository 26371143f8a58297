/// Pairs of paragraphs that resemble each other, found without looking at every pair. For this room only.
///
/// Two paragraphs that have much of their weight in common share some of their rarest terms: each paragraph
/// asks for those in an inverted index of the other list, and only the few that share most are compared in
/// whole (the idea of prefix filtering: Chaudhuri, Ganti and Kaushik, "A Primitive Operator for Similarity
/// Joins in Data Cleaning", ICDE 2006; bounded here, so that texts made from one template cost no more).
#ifndef PLANSOK_COMPARE_SIMILAR_PAIRS_H_
#define PLANSOK_COMPARE_SIMILAR_PAIRS_H_

#include <cstddef>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "compare/items.h"

namespace plansok::compare {

/// Items of one side by number, ascending.
using ItemList = std::vector<std::size_t>;

/// Numbers of a base item and of an other item.
using ItemPair = std::pair<std::size_t, std::size_t>;

/// Each item at most once: the most similar pair first, and of equally similar ones those that stand nearest
/// to each other in their lists. At least `threshold` similar. Errors: what `checkpoint` returns.
absl::StatusOr<std::vector<ItemPair>> SimilarPairs(const Items& items, const ItemList& base,
                                                   const ItemList& other, double threshold,
                                                   const text::Checkpoint& checkpoint);

}  // namespace plansok::compare

#endif  // PLANSOK_COMPARE_SIMILAR_PAIRS_H_
