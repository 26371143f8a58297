#include "index/docset.h"

#include <memory>
#include <utility>

#include "index/positions.h"
#include "index/quorum.h"
#include "index/xapian_query.h"

namespace plansok::index {
namespace {

/// So few paragraphs are looked at one by one sooner than the matcher is set up.
constexpr std::size_t kFewCandidates = 100;

}  // namespace

absl::StatusOr<DocSet> DocSetEvaluator::Evaluate(MatchNode* node) {
  DocSet set = Set(node);
  if (!watch_.status().ok()) return watch_.status();
  NoteLacked(set);
  return set;
}

/// What else was asked for may leave out the paragraphs that lack a word.
void DocSetEvaluator::NoteLacked(const DocSet& matches) {
  for (LackedWord& word : lacked_) word.lacking &= matches;
  std::erase_if(lacked_, [](const LackedWord& word) { return word.lacking.isEmpty(); });
}

DocSet DocSetEvaluator::Set(MatchNode* node) {
  if (watch_.Stopped()) return {};
  switch (node->op) {
    case MatchNode::Op::kEverything:
      return Everything();
    case MatchNode::Op::kNothing:
      return {};
    case MatchNode::Op::kWord: {
      DocSet set = AnyTerm(node->terms);
      for (MatchNode& phrase : node->operands) set |= SetOfOperand(&phrase);
      return set;
    }
    case MatchNode::Op::kFilter:
      return AnyTerm(node->terms);
    case MatchNode::Op::kPhrase:
    case MatchNode::Op::kNear:
      return ByPositions(*node);
    case MatchNode::Op::kQuorum:
      return Quorum(node);
    case MatchNode::Op::kAnd:
    case MatchNode::Op::kOr:
    case MatchNode::Op::kAndNot:
      break;
  }
  const bool any = node->op == MatchNode::Op::kOr;
  DocSet set = any ? SetOfOperand(&node->operands.front()) : Set(&node->operands.front());
  for (std::size_t i = 1; i < node->operands.size(); ++i) {
    const DocSet operand = any ? SetOfOperand(&node->operands[i]) : Set(&node->operands[i]);
    if (any) set |= operand;
    if (node->op == MatchNode::Op::kAnd) set &= operand;
    if (node->op == MatchNode::Op::kAndNot) set -= operand;
  }
  return set;
}

/// Of an operand that need not match: where it does is noted, unless it is made of terms, which tell.
DocSet DocSetEvaluator::SetOfOperand(MatchNode* node) {
  DocSet set = Set(node);
  if (node->op != MatchNode::Op::kWord && node->op != MatchNode::Op::kOr) {
    node->matched = std::make_shared<const DocSet>(set);
  }
  return set;
}

DocSet DocSetEvaluator::Everything() const {
  DocSet set;
  set.addRange(1, std::uint64_t{postings_.database().get_lastdocid()} + 1);
  return set;
}

DocSet DocSetEvaluator::AnyTerm(const std::vector<MatchTerm>& terms) {
  DocSet set;
  for (const MatchTerm& term : terms) {
    const auto postings = postings_.Read(term.term, checkpoint_);
    if (!postings.ok()) {
      watch_.Update(postings.status());
      return {};
    }
    set.addMany((*postings)->docids.size(), (*postings)->docids.data());
  }
  return set;
}

/// A phrase that answers several words is asked once.
DocSet DocSetEvaluator::ByPositions(const MatchNode& node) {
  const auto [known, is_new] = phrases_.try_emplace(KeyOf(node));
  if (!is_new) return known->second;
  DocSet candidates = AnyTerm(node.operands.front().terms);
  for (const MatchNode& word : node.operands) candidates &= AnyTerm(word.terms);
  if (watch_.Stopped() || candidates.isEmpty()) return {};
  const bool few = candidates.cardinality() <= kFewCandidates && postings_.is_local();
  const bool looked_up = few && (node.op == MatchNode::Op::kPhrase || node.operands.size() == 2);
  if (looked_up) return known->second = LookUp(node, candidates);
  auto matches = MatchesOf(postings_, ToXapian(node), checkpoint_);
  watch_.Update(matches.status());
  if (matches.ok()) known->second = *std::move(matches);
  return known->second;
}

/// Those of `candidates`, which have the words, that have them where `node` wants them.
DocSet DocSetEvaluator::LookUp(const MatchNode& node, const DocSet& candidates) const {
  DocSet set;
  for (const std::uint32_t docid : candidates) {
    std::vector<Positions> words;
    for (const MatchNode& word : node.operands) {
      std::vector<std::string> terms;
      for (const MatchTerm& term : word.terms) terms.push_back(term.term);
      words.push_back(PositionsOf(postings_.database(), docid, terms));
    }
    const bool stand = node.op == MatchNode::Op::kPhrase
                           ? StandAsPhrase(words)
                           : StandInOrder(words.front(), words.back(), node.window - 1) ||
                                 StandInOrder(words.back(), words.front(), node.window - 1);
    if (stand) set.add(docid);
  }
  return set;
}

QuorumWord DocSetEvaluator::AnswersTo(MatchNode* node) {
  if (node->op != MatchNode::Op::kWord) return {SetOfOperand(node), {}};
  QuorumWord word{AnyTerm(node->terms), {}};
  for (MatchNode& operand : node->operands) {
    (operand.weak ? word.weak : word.matches) |= SetOfOperand(&operand);
  }
  return word;
}

/// Optional words have no say here.
DocSet DocSetEvaluator::Quorum(MatchNode* node) {
  std::vector<QuorumWord> words;
  std::vector<std::size_t> needed;  // which operand each of them is
  std::vector<DocSet> having;       // by operand
  DocSet complete;                  // have all that are needed
  for (std::size_t i = 0; i < node->operands.size(); ++i) {
    MatchNode& word = node->operands[i];
    if (word.optional) {
      having.push_back(SetOfOperand(&word));  // ranking asks for it, too
      continue;
    }
    words.push_back(AnswersTo(&word));
    // What answers a word only weakly lacks it, unless nothing else does.
    const QuorumWord& answers = words.back();
    having.push_back(answers.matches.isEmpty() ? answers.weak : answers.matches);
    complete = needed.empty() ? having.back() : complete & having.back();
    needed.push_back(i);
    if (having.back().isEmpty()) absent_.push_back(word.typed);
  }
  if (!watch_.status().ok()) return {};
  QuorumResult result = SettleQuorum(std::move(words), postings_.database().get_lastdocid(),
                                     {node->enough, node->share, node->least_share});
  for (std::vector<std::size_t>& set : result.sufficient) {
    for (std::size_t& word : set) word = needed[word];
  }
  node->sufficient = std::move(result.sufficient);
  if (!result.matches.isSubset(complete))
    node->complete = std::make_shared<const DocSet>(std::move(complete));
  for (std::size_t i = 0; i < having.size(); ++i) {
    lacked_.push_back({node->operands[i].typed, result.matches - having[i]});
  }
  return std::move(result.matches);
}

}  // namespace plansok::index
