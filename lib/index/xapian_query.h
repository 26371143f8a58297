/// A match tree as a Xapian query: the same matches, ranked.
#ifndef PLANSOK_INDEX_XAPIAN_QUERY_H_
#define PLANSOK_INDEX_XAPIAN_QUERY_H_

#include <xapian.h>

#include <string>
#include <vector>

#include "index/match_tree.h"

namespace plansok::index {

/// Quorums must be settled (docset.h). What only ranks (headings, words side by side) changes no match.
Xapian::Query ToXapian(const MatchNode& node);

/// One of `left` and one of `right` (terms with positions), at most `reach` words behind it.
Xapian::Query Together(const std::vector<std::string>& left, const std::vector<std::string>& right,
                       std::size_t reach);

/// What the matcher finds, without weighing it. Xapian's exceptions pass through.
DocSet MatchesOf(const Xapian::Database& database, const Xapian::Query& query);

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_XAPIAN_QUERY_H_
