#include "index/xapian_query.h"

#include <algorithm>
#include <string>
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

/// What lifts a match of free words without making one.
struct Boosts {
  std::vector<Query> terms;    ///< single terms
  std::vector<Query> matches;  ///< only matches have them
  std::vector<Query> others;
};

/// Whether all terms that tell where `word` stands answer it.
bool IsAnsweredByPlaces(const MatchNode& word) {
  return std::all_of(word.places.begin(), word.places.end(), [&](const std::string& place) {
    return std::any_of(word.terms.begin(), word.terms.end(),
                       [&](const MatchTerm& term) { return term.term == place; });
  });
}

/// Whether a paragraph with the words `i - 1` and `i` at their places is a match for that alone.
bool IsMatchByPair(const MatchNode& quorum, std::size_t i) {
  const auto within = [&](const std::vector<std::size_t>& set) {
    return std::all_of(set.begin(), set.end(), [&](std::size_t word) { return word == i || word + 1 == i; });
  };
  return IsAnsweredByPlaces(quorum.operands[i - 1]) && IsAnsweredByPlaces(quorum.operands[i]) &&
         std::any_of(quorum.sufficient.begin(), quorum.sufficient.end(), within);
}

/// Headings, words side by side, and words that only rank.
Boosts BoostsOf(const MatchNode& quorum) {
  const std::vector<MatchNode>& words = quorum.operands;
  Boosts boosts;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].optional) {
      (words[i].operands.empty() ? boosts.terms : boosts.others)
          .push_back(Weighted(ToXapian(words[i]), kOptionalWeight));
    }
    if (!words[i].section_term.empty()) {
      boosts.terms.push_back(Weighted(Query(words[i].section_term), kSectionWeight));
    }
    if (i > 0 && !words[i - 1].places.empty() && !words[i].places.empty()) {
      (IsMatchByPair(quorum, i) ? boosts.matches : boosts.others)
          .push_back(Weighted(SideBySide(words[i - 1], words[i]), kAdjacentWeight));
    }
  }
  return boosts;
}

/// `matches`, lifted by `boosts`. AND_MAYBE is for terms only: with phrases on its right side, Xapian 1.4.22
/// ranked one database and two shards differently (shards_test.cc); with these forms it does not. What may
/// match more is filtered, which evaluates the matches twice.
Query Lifted(const Query& matches, const Boosts& boosts) {
  std::vector<Query> any = {matches};
  any.insert(any.end(), boosts.matches.begin(), boosts.matches.end());
  any.insert(any.end(), boosts.others.begin(), boosts.others.end());
  Query lifted = any.size() == 1 ? matches : Combine(Query::OP_OR, any);
  if (!boosts.others.empty()) lifted = Query(Query::OP_FILTER, lifted, matches);
  if (boosts.terms.empty()) return lifted;
  return {Query::OP_AND_MAYBE, lifted, Combine(Query::OP_OR, boosts.terms)};
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
  const bool any = ways.size() == deciding.size() &&
                   std::all_of(node.sufficient.begin(), node.sufficient.end(),
                               [](const std::vector<std::size_t>& set) { return set.size() == 1; });
  Query matches = all ? ways.front() : Combine(Query::OP_OR, deciding);
  if (!all && !any) matches = Query(Query::OP_FILTER, matches, Combine(Query::OP_OR, ways));
  if (!all) {
    matches =
        Query(Query::OP_AND_MAYBE, matches, Weighted(Combine(Query::OP_AND, deciding), kCompleteWeight));
  }
  return Lifted(matches, BoostsOf(node));
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
