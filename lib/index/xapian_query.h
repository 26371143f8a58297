/// A match tree as a Xapian query: the same matches, ranked.
#ifndef PLANSOK_INDEX_XAPIAN_QUERY_H_
#define PLANSOK_INDEX_XAPIAN_QUERY_H_

#include <xapian.h>

#include "index/match_tree.h"

namespace plansok::index {

/// Quorums must be settled (docset.h). What only ranks (headings, words side by side) changes no match.
Xapian::Query ToXapian(const MatchNode& node);

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_XAPIAN_QUERY_H_
