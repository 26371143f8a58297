#include "index/docset.h"

#include <utility>

#include "index/quorum.h"
#include "index/xapian_query.h"

namespace plansok::index {
namespace {

/// How many postings are read between two looks at the checkpoint: about a tenth of a millisecond.
constexpr std::size_t kPostingsBetweenChecks = 1U << 14U;

}  // namespace

absl::StatusOr<DocSet> DocSetEvaluator::Evaluate(MatchNode* node) {
  DocSet set = Set(node);
  if (!status_.ok()) return status_;
  return set;
}

bool DocSetEvaluator::Stopped() {
  if (status_.ok()) status_ = checkpoint_();
  return !status_.ok();
}

DocSet DocSetEvaluator::Set(MatchNode* node) {
  if (Stopped()) return {};
  switch (node->op) {
    case MatchNode::Op::kEverything:
      return Everything();
    case MatchNode::Op::kNothing:
      return {};
    case MatchNode::Op::kWord: {
      DocSet set = AnyTerm(node->terms);
      for (MatchNode& phrase : node->operands) set |= Set(&phrase);
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
  DocSet set = Set(&node->operands.front());
  for (std::size_t i = 1; i < node->operands.size(); ++i) {
    const DocSet operand = Set(&node->operands[i]);
    if (node->op == MatchNode::Op::kAnd) set &= operand;
    if (node->op == MatchNode::Op::kOr) set |= operand;
    if (node->op == MatchNode::Op::kAndNot) set -= operand;
  }
  return set;
}

DocSet DocSetEvaluator::Everything() const {
  DocSet set;
  set.addRange(1, std::uint64_t{database_.get_lastdocid()} + 1);
  return set;
}

DocSet DocSetEvaluator::AnyTerm(const std::vector<MatchTerm>& terms) {
  DocSet set;
  for (const MatchTerm& term : terms) {
    buffer_.clear();
    const auto end = database_.postlist_end(term.term);
    for (auto posting = database_.postlist_begin(term.term); posting != end; ++posting) {
      buffer_.push_back(*posting);
      if (buffer_.size() % kPostingsBetweenChecks == 0 && Stopped()) return {};
    }
    set.addMany(buffer_.size(), buffer_.data());
  }
  return set;
}

/// A phrase that answers several words is asked once.
DocSet DocSetEvaluator::ByPositions(const MatchNode& node) {
  const auto [known, is_new] = phrases_.try_emplace(KeyOf(node));
  DocSet& set = known->second;
  if (!is_new) return set;
  Xapian::Enquire enquire(database_);
  enquire.set_query(ToXapian(node));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::MSet matches = enquire.get_mset(0, database_.get_doccount());
  for (auto match = matches.begin(); match != matches.end(); ++match) set.add(*match);
  return set;
}

QuorumWord DocSetEvaluator::AnswersTo(MatchNode* node) {
  if (node->op != MatchNode::Op::kWord) return {Set(node), {}};
  QuorumWord word{AnyTerm(node->terms), {}};
  for (MatchNode& operand : node->operands) (operand.weak ? word.weak : word.matches) |= Set(&operand);
  return word;
}

/// Optional words have no say here: they count as left out.
DocSet DocSetEvaluator::Quorum(MatchNode* node) {
  std::vector<QuorumWord> words;
  std::vector<std::size_t> needed;  // which operand each of them is
  for (std::size_t i = 0; i < node->operands.size(); ++i) {
    MatchNode& word = node->operands[i];
    if (word.optional) {
      dropped_.push_back(word.typed);
      continue;
    }
    words.push_back(AnswersTo(&word));
    needed.push_back(i);
    if (words.back().matches.isEmpty() && words.back().weak.isEmpty()) absent_.push_back(word.typed);
  }
  if (!status_.ok()) return {};
  QuorumResult result =
      SettleQuorum(std::move(words), database_.get_lastdocid(), {node->enough, node->share});
  for (std::vector<std::size_t>& set : result.sufficient) {
    for (std::size_t& word : set) word = needed[word];
  }
  node->sufficient = std::move(result.sufficient);
  for (const std::size_t word : result.dropped) dropped_.push_back(node->operands[needed[word]].typed);
  return std::move(result.matches);
}

}  // namespace plansok::index
