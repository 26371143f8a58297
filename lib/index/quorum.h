/// How many of the free words a paragraph must have.
///
/// All of them, where enough paragraphs do. Else those match whose words weigh most, by idf, down to the
/// weight at which there are enough matches; less than the asked share of the whole suffices only where
/// nothing has more, and then down to the least share. The commoner a word, the sooner it may be missing.
/// Weak answers join what is settled without them, so that they add matches and take none away.
#ifndef PLANSOK_INDEX_QUORUM_H_
#define PLANSOK_INDEX_QUORUM_H_

#include <cstddef>
#include <vector>

#include "index/docset.h"

namespace plansok::index {

struct QuorumResult {
  DocSet matches;
  /// The smallest sets of words (indexes) that make a match.
  std::vector<std::vector<std::size_t>> sufficient;
};

/// How strict a quorum is.
struct QuorumNeeds {
  std::size_t enough = 0;  ///< so many matches, and no word need be missing
  double share = 1;        ///< of the words' weight, a match must have at least this
  double least_share = 1;  ///< and where none has, at least this
};

/// A free word's paragraphs.
struct QuorumWord {
  DocSet matches;  ///< have the word, or what answers it as well
  DocSet weak;     ///< answer it less well: they match where the word is needed, but settle nothing
};

/// `document_count`: how many paragraphs there are in all.
QuorumResult SettleQuorum(std::vector<QuorumWord> words, std::size_t document_count,
                          const QuorumNeeds& needs);

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_QUORUM_H_
