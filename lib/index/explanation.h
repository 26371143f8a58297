/// Why a query finds what it finds, and why a paragraph ranks where it does.
#ifndef PLANSOK_INDEX_EXPLANATION_H_
#define PLANSOK_INDEX_EXPLANATION_H_

#include <string>
#include <vector>

#include "query/lexer.h"

namespace plansok::index {

/// What one term of the index gave a paragraph's score. A phrase is weighed as one: `term` is its words.
struct TermShare {
  std::string term;   ///< with its prefix (schema.h)
  std::string label;  ///< Swedish: "böjning", "del av ord" …
  double weight = 0;
  int wdf = 0;        ///< how often the paragraph has it; of a phrase 0
  int frequency = 0;  ///< how many paragraphs have it; of a phrase at most so many
};

/// The stages of a query, and one paragraph's score in it.
struct Explanation {
  std::vector<query::Token> tokens;  ///< of the line as typed
  std::string tree;         ///< query::DebugString of what was searched for: corrected words stand in it
  std::string index_query;  ///< Xapian's own description of what ranks the hits

  // As in SearchResult.
  std::string corrected_query;
  std::vector<std::string> dropped_words;
  std::vector<std::string> notes;
  int total = 0;

  // Of the paragraph asked for.
  bool matches = false;
  double score = 0;              ///< as Search gives it
  std::vector<TermShare> terms;  ///< heaviest first; their weights add up to the score
};

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_EXPLANATION_H_
