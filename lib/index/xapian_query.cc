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

Query Word(const MatchNode& node) {
  if (node.operands.empty()) return AnyTerm(node.terms);
  std::vector<Query> readings = {AnyTerm(node.terms)};
  for (const MatchNode& phrase : node.operands) {
    readings.push_back(Weighted(ToXapian(phrase), phrase.weight));
  }
  return Combine(Query::OP_OR, readings);
}

std::vector<Query> Operands(const MatchNode& node) {
  std::vector<Query> queries;
  queries.reserve(node.operands.size());
  for (const MatchNode& operand : node.operands) queries.push_back(ToXapian(operand));
  return queries;
}

/// Two words side by side.
Query SideBySide(const MatchNode& first, const MatchNode& second) {
  std::vector<Query> words;
  for (const MatchNode* word : {&first, &second}) {
    words.push_back(Combine(Query::OP_OR, {word->places.begin(), word->places.end()}));
  }
  return {Query::OP_PHRASE, words.begin(), words.end(), 2};
}

/// `matches`, lifted by `boosts`. Not AND_MAYBE: with phrases on its right side, Xapian 1.4.22 ranked one
/// database and two shards differently (shards_test.cc); with this form it does not.
Query Lifted(const Query& matches, const std::vector<Query>& boosts) {
  if (boosts.empty()) return matches;
  return {Query::OP_FILTER, Query(Query::OP_OR, matches, Combine(Query::OP_OR, boosts)), matches};
}

/// What lifts a match of free words without making one: their headings, words side by side, and words that
/// only rank.
std::vector<Query> Boosts(const MatchNode& quorum) {
  const std::vector<MatchNode>& words = quorum.operands;
  std::vector<Query> boosts;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].optional) boosts.push_back(Weighted(ToXapian(words[i]), kOptionalWeight));
    if (!words[i].section_term.empty()) {
      boosts.push_back(Weighted(Query(words[i].section_term), kSectionWeight));
    }
    if (i > 0 && !words[i - 1].places.empty() && !words[i].places.empty()) {
      boosts.push_back(Weighted(SideBySide(words[i - 1], words[i]), kAdjacentWeight));
    }
  }
  return boosts;
}

/// The words that have to be there, and those that may.
Query Quorum(const MatchNode& node) {
  if (node.sufficient.empty()) return Query::MatchNothing;
  std::vector<Query> words = Operands(node);
  std::vector<Query> ways;
  for (const std::vector<std::size_t>& set : node.sufficient) {
    std::vector<Query> needed;
    for (const std::size_t word : set) needed.push_back(words[word]);
    ways.push_back(Combine(Query::OP_AND, needed));
  }
  std::vector<Query> deciding;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!node.operands[i].optional) deciding.push_back(words[i]);
  }
  const bool all = ways.size() == 1 && node.sufficient.front().size() == deciding.size();
  Query matches = all ? ways.front()
                      : Query(Query::OP_FILTER, Combine(Query::OP_OR, deciding), Combine(Query::OP_OR, ways));
  if (!all) {
    matches =
        Query(Query::OP_AND_MAYBE, matches, Weighted(Combine(Query::OP_AND, deciding), kCompleteWeight));
  }
  return Lifted(matches, Boosts(node));
}

}  // namespace

Query ToXapian(const MatchNode& node) {
  switch (node.op) {
    case MatchNode::Op::kEverything:
      return Weighted(Query::MatchAll, 0);
    case MatchNode::Op::kNothing:
      return Query::MatchNothing;
    case MatchNode::Op::kWord:
      return Word(node);
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
