/// A match tree as a Xapian query: the same matches, ranked.
#ifndef PLANSOK_INDEX_XAPIAN_QUERY_H_
#define PLANSOK_INDEX_XAPIAN_QUERY_H_

#include <xapian.h>

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "index/checkpoint.h"
#include "index/match_tree.h"
#include "index/postings.h"

namespace plansok::index {

/// Quorums must be settled (docset.h). What only ranks (a word above, words side by side) changes no match.
Xapian::Query ToXapian(const MatchNode& node);

/// BM25+ with the constants of ranking.h: what the matcher weighs by, and what ranker.h does.
Xapian::BM25PlusWeight Weighting(double least_length);

/// One of `left` and one of `right` (terms with positions), at most `reach` words behind it.
Xapian::Query Together(const std::vector<std::string>& left, const std::vector<std::string>& right,
                       std::size_t reach);

/// What the matcher finds, without weighing it. A checkpoint's status ends it: among the candidates of a
/// local database, over shards once they have answered. Xapian's exceptions pass through.
absl::StatusOr<DocSet> MatchesOf(const PostingReader& postings, const Xapian::Query& query,
                                 const Checkpoint& checkpoint);

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_XAPIAN_QUERY_H_
