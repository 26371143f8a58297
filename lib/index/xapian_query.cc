#include "index/xapian_query.h"

#include <algorithm>
#include <string>
#include <vector>

#include "index/ranking.h"

namespace plansok::index {
namespace {

using Xapian::Query;

/// How many candidates the matcher takes between two looks at the checkpoint.
constexpr unsigned kCandidatesBetweenChecks = 1024;

/// Has every paragraph, until the checkpoint says stop: then it ends, and with it all that it is joined to.
class Stopper : public Xapian::PostingSource {
 public:
  /// `watch` must outlive it.
  Stopper(Watch& watch, Xapian::doccount paragraphs) : watch_(watch), paragraphs_(paragraphs) {}

  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return paragraphs_; }
  Xapian::doccount get_termfreq_max() const override { return paragraphs_; }
  void init(const Xapian::Database& database) override { last_ = database.get_lastdocid(); }
  void next(double /*least_weight*/) override { MoveTo(at_ + 1); }
  void skip_to(Xapian::docid docid, double /*least_weight*/) override { MoveTo(std::max(at_, docid)); }
  bool at_end() const override { return at_ > last_ || !watch_.status().ok(); }
  Xapian::docid get_docid() const override { return at_; }

 private:
  void MoveTo(Xapian::docid docid) {
    at_ = docid;
    if (++moves_ % kCandidatesBetweenChecks == 0) watch_.Stopped();
  }

  Watch& watch_;
  const Xapian::doccount paragraphs_;
  Xapian::docid last_ = 0;
  Xapian::docid at_ = 0;
  unsigned moves_ = 0;
};

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
  for (const MatchNode& reading : node.operands) {
    readings.push_back(Weighted(ToXapian(reading), reading.weight));
  }
  return Combine(Query::OP_OR, readings);
}

std::vector<Query> Operands(const MatchNode& node) {
  std::vector<Query> queries;
  queries.reserve(node.operands.size());
  for (const MatchNode& operand : node.operands) queries.push_back(ToXapian(operand));
  return queries;
}

Query AnyPlace(const std::vector<std::string>& terms) { return {Query::OP_OR, terms.begin(), terms.end()}; }

/// Two words together, as what only ranks: what has the first alone gets no weight.
///
/// Xapian 1.4.22 may take a paragraph that has a phrase's words for one that has the phrase: under OP_OR a
/// phrase is tested by check() and later moved by skip_to(), which does not test anew where the list of
/// candidates stands already. OP_MAX never uses check(); the first word, which ends no sooner than the
/// phrase, keeps the phrase from standing there alone.
Query Boost(const std::vector<std::string>& left, const MatchNode& right) {
  return {Query::OP_MAX, Weighted(Together(left, right.places, right.reach), kAdjacentWeight),
          Weighted(AnyPlace(left), 0)};
}

/// What lifts a match of free words without making one: a word above, words side by side, words that only
/// rank.
std::vector<Query> BoostsOf(const std::vector<MatchNode>& words) {
  std::vector<Query> boosts;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].optional) boosts.push_back(Weighted(ToXapian(words[i]), kOptionalWeight));
    if (!words[i].section_term.empty()) {
      boosts.push_back(Weighted(Query(words[i].section_term), kSectionWeight));
    }
    if (words[i].reach > 0 && !words[i - 1].places.empty() && !words[i].places.empty()) {
      boosts.push_back(Boost(words[i - 1].places, words[i]));
    }
  }
  return boosts;
}

/// The words that have to be there, and those that may.
Query Quorum(const MatchNode& node) {
  if (node.sufficient.empty()) return Query::MatchNothing;
  const std::vector<Query> words = Operands(node);
  std::vector<Query> ways;
  for (const std::vector<std::size_t>& set : node.sufficient) {
    std::vector<Query> needed;
    needed.reserve(set.size());
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
  const std::vector<Query> boosts = BoostsOf(node.operands);
  return boosts.empty() ? matches : Query(Query::OP_AND_MAYBE, matches, Combine(Query::OP_OR, boosts));
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

Xapian::BM25PlusWeight Weighting(double least_length) {
  return {kSaturation, 0, 1, kLengthShare, least_length, kLeastGain};
}

Query Together(const std::vector<std::string>& left, const std::vector<std::string>& right,
               std::size_t reach) {
  const std::vector<Query> words = {AnyPlace(left), AnyPlace(right)};
  return {Query::OP_PHRASE, words.begin(), words.end(), static_cast<Xapian::termcount>(reach + 1)};
}

absl::StatusOr<DocSet> MatchesOf(const PostingReader& postings, const Query& query,
                                 const Checkpoint& checkpoint) {
  const Xapian::Database& database = postings.database();
  Watch watch(checkpoint);
  Stopper stopper(watch, database.get_doccount());
  Xapian::Enquire enquire(database);
  // A source of ours cannot be sent to a shard.
  enquire.set_query(postings.is_local() ? Query(Query::OP_FILTER, query, Query(&stopper)) : query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  DocSet set;
  const Xapian::MSet matches = enquire.get_mset(0, database.get_doccount());
  if (watch.Stopped()) return watch.status();
  for (auto match = matches.begin(); match != matches.end(); ++match) set.add(*match);
  return set;
}

}  // namespace plansok::index
