/// Ranks matches by walking the posting lists that they were found in.
///
/// The weights are those that Xapian's matcher gives the tree's Xapian query (xapian_query.h): BM25+ (Lv and
/// Zhai 2011), term by term. Tests hold the two equal, score for score. The matcher opens a list anew for
/// every place that its term has in the query, which for the few thousand matches of most questions costs
/// many times what adding up their weights does.
#ifndef PLANSOK_INDEX_RANKER_H_
#define PLANSOK_INDEX_RANKER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "index/checkpoint.h"
#include "index/docset.h"
#include "index/match_tree.h"
#include "index/paragraph_cache.h"
#include "index/positions.h"
#include "index/postings.h"

namespace plansok::index {

/// A match and what it weighs.
struct Ranked {
  std::uint32_t docid = 0;
  double score = 0;
  bool complete = true;  ///< has all the free words that decide what matches (quorum.h)
};

/// Of one question. Xapian's exceptions pass through.
class Ranker {
 public:
  /// `kept`: paragraphs whose words are at hand. `lengths[docid]` is a paragraph's length in terms;
  /// paragraphs shorter than the share `least_length` of the average count as that long. All must outlive the
  /// ranker.
  Ranker(const PostingReader& postings, ParagraphCache& kept, const std::vector<std::uint32_t>& lengths,
         double least_length, const Checkpoint& checkpoint);

  /// The best `count` of `docids` (ascending), best first: those with all the free words, however often
  /// others have some of them; then by score; equals in the order of their docids. All of them match `root`,
  /// which is settled (docset.h). A checkpoint's status ends it.
  absl::StatusOr<std::vector<Ranked>> Best(const MatchNode& root, std::vector<std::uint32_t> docids,
                                           std::size_t count);

 private:
  /// Some of the ranked paragraphs; a slot is a paragraph's place among all of them.
  struct Some {
    std::vector<std::uint32_t> docids;  // ascending
    std::vector<std::uint32_t> slots;   // of each
  };
  /// Two words, and what paragraphs gain that have them in that order, no further apart than they were typed
  /// ("stöd till barn"). Whether they do is looked up for those only that would come among the best by it.
  struct Pair {
    const std::vector<std::string>* left = nullptr;  // terms that tell where the words stand
    const std::vector<std::string>* right = nullptr;
    std::size_t reach = 1;           // how many words from the left one to the right one
    std::vector<double> gain;        // by slot; 0 where a word is missing
    std::optional<DocSet> together;  // where they stand so, if that was asked for as a whole
  };

  void Add(const MatchNode& node, double factor, const Some& some);
  void AddOperand(const MatchNode& node, double factor, const Some& some);
  void AddQuorum(const MatchNode& quorum, double factor, const Some& some);
  void AddTerm(const std::string& term, double factor, const Some& some, std::vector<double>* scores);
  void AddPair(const MatchNode& left, const MatchNode& right, double factor, const Some& some);
  static Some Within(const Some& some, const DocSet& set);
  Positions Find(std::uint32_t docid, const std::vector<std::string>& terms) const;
  bool StandTogether(std::uint32_t docid, const Pair& pair) const;
  double WithPairs(std::uint32_t slot, std::uint32_t docid) const;
  std::vector<Ranked> Select(const std::vector<std::uint32_t>& docids, std::size_t count);

  const PostingReader& postings_;
  ParagraphCache& kept_;
  const std::vector<std::uint32_t>& lengths_;
  const double least_length_;
  const Checkpoint& checkpoint_;
  const double paragraphs_;
  const double per_length_;  // 1 / the average length
  absl::Status status_;
  const DocSet* complete_ = nullptr;  // of the question's quorum; null where all matches have all words
  std::vector<double> scores_;        // by slot; without pairs
  std::vector<Pair> pairs_;
};

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_RANKER_H_
