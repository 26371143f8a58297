/// A query compiled: what it asks of a paragraph, and what to mark in a hit.
#ifndef PLANSOK_INDEX_COMPILED_QUERY_H_
#define PLANSOK_INDEX_COMPILED_QUERY_H_

#include <string>
#include <vector>

#include "index/match_tree.h"
#include "text/highlight.h"

namespace plansok::index {

/// What to look for in a hit's text, and which typed word it answers.
struct TypedPattern {
  text::Pattern pattern;
  std::string typed;
  bool is_other_word = false;  ///< the pattern is of another word than the typed one: corrected, a synonym
};

struct CompiledQuery {
  MatchNode root;
  std::vector<TypedPattern> patterns;  ///< what to mark; nothing of what must not be there
  std::vector<std::string> notes;      ///< Swedish
  bool question = false;               ///< more words than a term has (ranking.h)
};

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_COMPILED_QUERY_H_
