#include "index/xapian_query.h"

#include <vector>

#include "index/ranking.h"

namespace plansok::index {
namespace {

using Xapian::Query;

Query Combine(Query::op op, const std::vector<Query>& queries) {
  return {op, queries.begin(), queries.end()};
}

Query Weighted(const Query& query, double weight) {
  return weight == 1 ? query : Query(Query::OP_SCALE_WEIGHT, query, weight);
}

Query AnyTerm(const std::vector<MatchTerm>& terms) {
  std::vector<Query> queries;
  queries.reserve(terms.size());
  for (const MatchTerm& term : terms) queries.push_back(Weighted(Query(term.term), term.weight));
  return Combine(Query::OP_OR, queries);
}

std::vector<Query> Operands(const MatchNode& node) {
  std::vector<Query> queries;
  queries.reserve(node.operands.size());
  for (const MatchNode& operand : node.operands) queries.push_back(ToXapian(operand));
  return queries;
}

/// The words' surfaces side by side.
Query SideBySide(const MatchNode& first, const MatchNode& second) {
  std::vector<Query> words;
  for (const MatchNode* word : {&first, &second}) {
    words.push_back(Combine(Query::OP_OR, {word->surfaces.begin(), word->surfaces.end()}));
  }
  return {Query::OP_PHRASE, words.begin(), words.end(), 2};
}

/// What lifts a match of free words without making one.
Query Boosts(const std::vector<MatchNode>& words) {
  std::vector<Query> boosts;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].section_term.empty()) {
      boosts.push_back(Weighted(Query(words[i].section_term), kSectionWeight));
    }
    if (i > 0 && !words[i - 1].surfaces.empty() && !words[i].surfaces.empty()) {
      boosts.push_back(Weighted(SideBySide(words[i - 1], words[i]), kAdjacentWeight));
    }
  }
  return Combine(Query::OP_OR, boosts);
}

/// The words that have to be there, and those that may.
Query Quorum(const MatchNode& node) {
  if (node.sufficient.empty()) return Query::MatchNothing;
  const std::vector<Query> words = Operands(node);
  std::vector<Query> ways;
  for (const std::vector<std::size_t>& set : node.sufficient) {
    std::vector<Query> needed;
    for (const std::size_t word : set) needed.push_back(words[word]);
    ways.push_back(Combine(Query::OP_AND, needed));
  }
  const bool all = ways.size() == 1 && node.sufficient.front().size() == words.size();
  const Query matches =
      all ? ways.front() : Query(Query::OP_FILTER, Combine(Query::OP_OR, words), Combine(Query::OP_OR, ways));
  const Query boosts = Boosts(node.operands);
  return boosts.empty() ? matches : Query(Query::OP_AND_MAYBE, matches, boosts);
}

}  // namespace

Query ToXapian(const MatchNode& node) {
  switch (node.op) {
    case MatchNode::Op::kEverything:
      return Weighted(Query::MatchAll, 0);
    case MatchNode::Op::kNothing:
      return Query::MatchNothing;
    case MatchNode::Op::kWord:
      return AnyTerm(node.terms);
    case MatchNode::Op::kFilter:
      return Weighted(AnyTerm(node.terms), 0);
    case MatchNode::Op::kPhrase:
    case MatchNode::Op::kNear: {
      const std::vector<Query> words = Operands(node);
      const auto op = node.op == MatchNode::Op::kPhrase ? Query::OP_PHRASE : Query::OP_NEAR;
      return {op, words.begin(), words.end(), static_cast<Xapian::termcount>(node.window)};
    }
    case MatchNode::Op::kAnd:
      return Combine(Query::OP_AND, Operands(node));
    case MatchNode::Op::kOr:
      return Combine(Query::OP_OR, Operands(node));
    case MatchNode::Op::kAndNot:
      return Combine(Query::OP_AND_NOT, Operands(node));
    case MatchNode::Op::kQuorum:
      return Quorum(node);
  }
  return Query::MatchNothing;
}

}  // namespace plansok::index
