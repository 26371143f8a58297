/// A query that nothing answers: asked a little less strictly, and taken apart.
#ifndef PLANSOK_INDEX_LOOSEN_H_
#define PLANSOK_INDEX_LOOSEN_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "query/query.h"

namespace plansok::index {

/// What is tried is bounded, however long the line.
inline constexpr std::size_t kMaxLooser = 8;

struct LooserQuery {
  query::Node root;
  std::string what;  ///< what it eases, in Swedish, as the beginning of a sentence: ”Utan x”
};

/// At most kMaxLooser ways to ask less, each leaving out or easing one thing, in the order of the line that
/// the query was typed as; none where nothing would be left of it. Of an ELLER nothing is in the way.
std::vector<LooserQuery> Loosen(const query::Node& root, std::string_view line);

/// The first kMaxLooser words that a hit should have: free words, those of phrases, those of NÄRA.
std::vector<query::Word> WantedWords(const query::Node& root);

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_LOOSEN_H_
