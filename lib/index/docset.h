/// The exact set of paragraphs that a query matches, by walking posting lists into bitmaps.
///
/// Counting by walking postings costs a fraction of what the matcher's spies do; only phrases and proximity
/// of words that many paragraphs have together go through the matcher, which is faster with many positions.
#ifndef PLANSOK_INDEX_DOCSET_H_
#define PLANSOK_INDEX_DOCSET_H_

#include <xapian.h>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "index/checkpoint.h"
#include "index/match_tree.h"
#include "index/postings.h"

namespace plansok::index {

struct QuorumWord;

/// A free word that not every match has.
struct LackedWord {
  std::string typed;
  DocSet lacking;  ///< the matches without it; never empty
};

/// Evaluates match trees over one database. Xapian's exceptions pass through.
class DocSetEvaluator {
 public:
  DocSetEvaluator(const PostingReader& postings, const Checkpoint& checkpoint)
      : postings_(postings), checkpoint_(checkpoint), watch_(checkpoint) {}

  /// The matches of `node`; settles its quorums on the way and notes what they left out. A checkpoint's
  /// status ends it.
  absl::StatusOr<DocSet> Evaluate(MatchNode* node);

  /// Of what was evaluated: the free words that not every match has, and those that are in no paragraph at
  /// all; as typed.
  std::vector<LackedWord> TakeLackedWords() { return std::move(lacked_); }
  const std::vector<std::string>& absent_words() const { return absent_; }

 private:
  DocSet Set(MatchNode* node);
  DocSet SetOfOperand(MatchNode* node);
  DocSet Everything() const;
  DocSet AnyTerm(const std::vector<MatchTerm>& terms);
  DocSet ByPositions(const MatchNode& node);
  DocSet LookUp(const MatchNode& node, const DocSet& candidates) const;
  QuorumWord AnswersTo(MatchNode* node);
  DocSet Quorum(MatchNode* node);
  void NoteLacked(const DocSet& matches);

  const PostingReader& postings_;
  const Checkpoint& checkpoint_;
  Watch watch_;
  std::unordered_map<std::string, DocSet> phrases_;  // by key (match_tree.h)
  std::vector<LackedWord> lacked_;
  std::vector<std::string> absent_;
};

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_DOCSET_H_
