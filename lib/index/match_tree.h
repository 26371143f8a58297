/// What a query asks of a paragraph, in terms of the index: the middle form between the query tree and
/// postings.
///
///     query::Node -> MatchNode (compiler.h) -> the exact set of matches (docset.h), for totals and facets
///                                           -> their weights (ranker.h), for ranked hits
///                                           -> Xapian::Query (xapian_query.h), for positions, and to explain
///                                              a hit
///
/// All readings of the tree match the same paragraphs and weigh them alike.
#ifndef PLANSOK_INDEX_MATCH_TREE_H_
#define PLANSOK_INDEX_MATCH_TREE_H_

#include <cstddef>
#include <memory>
#include <roaring/roaring.hh>
#include <string>
#include <vector>

namespace plansok::index {

/// Docids.
using DocSet = Roaring;

/// A term and how much it counts in ranking.
struct MatchTerm {
  std::string term;
  double weight = 1;
};

struct MatchNode {
  enum class Op {
    kEverything,
    kNothing,
    kWord,    ///< any of `terms`, or one of `operands` (phrases that mean the word)
    kFilter,  ///< any of `terms`, without weight
    kPhrase,  ///< `operands` (words by their surface terms) side by side, in order
    kNear,    ///< `operands` within `window` words of each other, in any order
    kAnd,
    kOr,
    kAndNot,  ///< the first of `operands` without the others
    kQuorum,  ///< `operands` are free words: all, or enough of them (quorum.h)
  };

  Op op = Op::kEverything;
  double weight = 1;  ///< of an operand of a word: how much it counts in ranking
  std::vector<MatchTerm> terms;
  std::vector<MatchNode> operands;
  std::size_t window = 0;

  // Of a free word:
  double idf = 0;                   ///< what the word itself tells; 0 where no paragraph has it
  std::string typed;                ///< as the person wrote it
  std::string section_term;         ///< ranks paragraphs with the word above them (schema.h)
  std::vector<std::string> places;  ///< the terms that tell where it stands, for when its neighbours matter
  std::size_t reach = 0;            ///< how many words behind the one before it was typed; 0: not behind it
  bool optional = false;            ///< only ranks; does not decide what matches
  bool weak = false;                ///< an operand of a word that answers it, but not well: says nothing of
                                    ///< how rare the word is

  // Of a quorum:
  std::size_t enough = 0;  ///< with fewer matches than this, words may be missing
  double share = 1;        ///< of what its words tell apart, a match must have at least this
  double least_share = 1;  ///< and where none has, at least this

  // Of a quorum, once settled: what suffices, each a set of operands (indexes) that must all match. Empty:
  // nothing does.
  std::vector<std::vector<std::size_t>> sufficient;
  /// Of a quorum, once settled: the paragraphs that have all its words; null where all matches do.
  std::shared_ptr<const DocSet> complete;

  /// Once evaluated, of a node that need not match wherever the one above it does: where it does. Null where
  /// its terms tell.
  std::shared_ptr<const DocSet> matched;
};

/// A node of that kind, and nothing in it.
MatchNode MakeNode(MatchNode::Op op);

/// Equal trees and only they have equal keys.
std::string KeyOf(const MatchNode& node);

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_MATCH_TREE_H_
