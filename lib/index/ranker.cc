#include "index/ranker.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <utility>

#include "index/positions.h"
#include "index/ranking.h"
#include "index/xapian_query.h"

namespace plansok::index {
namespace {

using Docids = std::vector<std::uint32_t>;

/// How many paragraphs' positions are looked up between two looks at the checkpoint.
constexpr std::size_t kLooksBetweenChecks = 64;

/// The first place from `from` on whose docid is not less than `docid`. Short steps first: lists that are
/// walked together are mostly near each other.
std::size_t SkipTo(const Docids& docids, std::size_t from, std::uint32_t docid) {
  std::size_t step = 1;
  while (from + step < docids.size() && docids[from + step] < docid) {
    from += step;
    step *= 2;
  }
  const auto begin = docids.begin() + static_cast<std::ptrdiff_t>(from);
  const auto end = docids.begin() + static_cast<std::ptrdiff_t>(std::min(from + step, docids.size()));
  return static_cast<std::size_t>(std::lower_bound(begin, end, docid) - docids.begin());
}

/// Calls `both(i, j)` for every docid a[i] == b[j].
template <typename Both>
void WalkTogether(const Docids& a, const Docids& b, Both both) {
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() && j < b.size()) {
    if (a[i] < b[j]) {
      i = SkipTo(a, i, b[j]);
    } else if (b[j] < a[i]) {
      j = SkipTo(b, j, a[i]);
    } else {
      both(i++, j++);
    }
  }
}

double Inverse(double number) { return number == 0 ? 0 : 1 / number; }

bool IsBetter(const Ranked& a, const Ranked& b) {
  if (a.complete != b.complete) return a.complete;
  return a.score != b.score ? a.score > b.score : a.docid < b.docid;
}

}  // namespace

Ranker::Ranker(const PostingReader& postings, ParagraphCache& kept, const std::vector<std::uint32_t>& lengths,
               double least_length, const Checkpoint& checkpoint)
    : postings_(postings),
      kept_(kept),
      lengths_(lengths),
      least_length_(least_length),
      checkpoint_(checkpoint),
      paragraphs_(postings.database().get_doccount()),
      per_length_(Inverse(postings.database().get_avlength())) {}

absl::StatusOr<std::vector<Ranked>> Ranker::Best(const MatchNode& root, Docids docids, std::size_t count) {
  Some all{std::move(docids), {}};
  all.slots.resize(all.docids.size());
  std::iota(all.slots.begin(), all.slots.end(), 0U);
  scores_.assign(all.docids.size(), 0);
  pairs_.clear();
  complete_ = nullptr;
  Add(root, 1, all);
  std::vector<Ranked> best;
  if (status_.ok()) best = Select(all.docids, std::min(count, all.docids.size()));
  if (!status_.ok()) return status_;
  return best;
}

/// All of `some` match `node`, unless it is made of parts that may match each by itself.
void Ranker::Add(const MatchNode& node, double factor, const Some& some) {
  switch (node.op) {
    case MatchNode::Op::kEverything:
    case MatchNode::Op::kNothing:
    case MatchNode::Op::kFilter:
      return;
    case MatchNode::Op::kWord:
      for (const MatchTerm& term : node.terms) AddTerm(term.term, factor * term.weight, some, &scores_);
      for (const MatchNode& reading : node.operands) AddOperand(reading, factor * reading.weight, some);
      return;
    case MatchNode::Op::kOr:
    case MatchNode::Op::kAnd:
    case MatchNode::Op::kPhrase:
    case MatchNode::Op::kNear:
      for (const MatchNode& operand : node.operands) AddOperand(operand, factor, some);
      return;
    case MatchNode::Op::kAndNot:
      return Add(node.operands.front(), factor, some);
    case MatchNode::Op::kQuorum:
      return AddQuorum(node, factor, some);
  }
}

/// An operand counts where it matches.
void Ranker::AddOperand(const MatchNode& node, double factor, const Some& some) {
  if (!node.matched) return Add(node, factor, some);
  Add(node, factor, Within(some, *node.matched));
}

void Ranker::AddQuorum(const MatchNode& quorum, double factor, const Some& some) {
  const std::vector<MatchNode>& words = quorum.operands;
  complete_ = quorum.complete.get();
  for (std::size_t i = 0; i < words.size(); ++i) {
    const MatchNode& word = words[i];
    AddOperand(word, factor * (word.optional ? kOptionalWeight : 1), some);
    if (!word.section_term.empty()) AddTerm(word.section_term, factor * kSectionWeight, some, &scores_);
    if (word.reach > 0 && !words[i - 1].places.empty() && !word.places.empty()) {
      AddPair(words[i - 1], word, factor * kAdjacentWeight, some);
    }
  }
}

void Ranker::AddTerm(const std::string& term, double factor, const Some& some, std::vector<double>* scores) {
  status_.Update(checkpoint_());
  if (!status_.ok()) return;
  const auto read = postings_.Read(term, checkpoint_);
  if (!read.ok()) status_ = read.status();
  if (!read.ok() || (*read)->docids.empty()) return;
  const Postings& postings = **read;
  const double weight = Idf(paragraphs_, static_cast<double>(postings.docids.size())) * factor;
  WalkTogether(some.docids, postings.docids, [&](std::size_t i, std::size_t j) {
    const double length = std::max(lengths_[some.docids[i]] * per_length_, least_length_);
    const double count = postings.counts[j];
    const double most = kSaturation * (length * kLengthShare + (1 - kLengthShare)) + count;
    (*scores)[some.slots[i]] += weight * ((kSaturation + 1) * count / most + kLeastGain);
  });
}

void Ranker::AddPair(const MatchNode& left, const MatchNode& right, double factor, const Some& some) {
  if (!status_.ok()) return;
  std::vector<double> second(scores_.size(), 0);
  Pair pair{&left.places, &right.places, right.reach, std::vector<double>(scores_.size(), 0), {}};
  for (const std::string& place : left.places) AddTerm(place, factor, some, &pair.gain);
  for (const std::string& place : right.places) AddTerm(place, factor, some, &second);
  for (std::size_t slot = 0; slot < second.size(); ++slot) {
    pair.gain[slot] = pair.gain[slot] > 0 && second[slot] > 0 ? pair.gain[slot] + second[slot] : 0;
  }
  const auto same = std::find_if(pairs_.begin(), pairs_.end(), [&pair](const Pair& other) {
    return other.reach == pair.reach && *other.left == *pair.left && *other.right == *pair.right;
  });
  if (same == pairs_.end()) {
    // A paragraph's positions are a round trip to its shard; all that have the pair are one.
    if (!postings_.is_local()) {
      auto together = MatchesOf(postings_, Together(*pair.left, *pair.right, pair.reach), checkpoint_);
      if (!together.ok()) return status_.Update(together.status());
      pair.together = *std::move(together);
    }
    return pairs_.push_back(std::move(pair));
  }
  // Two words that a line repeats: one pair, so that memory is bounded by what differs.
  std::transform(pair.gain.begin(), pair.gain.end(), same->gain.begin(), same->gain.begin(), std::plus<>());
}

Ranker::Some Ranker::Within(const Some& some, const DocSet& set) {
  Docids members(set.cardinality());
  set.toUint32Array(members.data());
  Some within;
  WalkTogether(some.docids, members, [&](std::size_t i, std::size_t) {
    within.docids.push_back(some.docids[i]);
    within.slots.push_back(some.slots[i]);
  });
  return within;
}

/// By the words of a paragraph that is kept, which costs a fraction of a look into the database.
Positions Ranker::Find(std::uint32_t docid, const std::vector<std::string>& terms) const {
  if (const auto kept = kept_.Find(docid)) {
    if (auto positions = PositionsOf(kept->words, terms)) return *std::move(positions);
  }
  return PositionsOf(postings_.database(), docid, terms);
}

bool Ranker::StandTogether(std::uint32_t docid, const Pair& pair) const {
  if (pair.together) return pair.together->contains(docid);
  return StandInOrder(Find(docid, *pair.left), Find(docid, *pair.right), pair.reach);
}

double Ranker::WithPairs(std::uint32_t slot, std::uint32_t docid) const {
  double score = scores_[slot];
  for (const Pair& pair : pairs_) {
    if (pair.gain[slot] > 0 && StandTogether(docid, pair)) score += pair.gain[slot];
  }
  return score;
}

/// Takes paragraphs by what they might score at most, until none left might come among the best.
std::vector<Ranked> Ranker::Select(const Docids& docids, std::size_t count) {
  struct Candidate {
    Ranked most;
    std::uint32_t slot = 0;
  };
  std::vector<Candidate> candidates(docids.size());
  for (std::uint32_t slot = 0; slot < candidates.size(); ++slot) {
    double most = scores_[slot];
    for (const Pair& pair : pairs_) most += pair.gain[slot];
    const bool complete = complete_ == nullptr || complete_->contains(docids[slot]);
    candidates[slot] = {{docids[slot], most, complete}, slot};
  }
  const auto is_worse = [](const Candidate& a, const Candidate& b) { return IsBetter(b.most, a.most); };
  std::make_heap(candidates.begin(), candidates.end(), is_worse);
  std::vector<Ranked> best;  // a heap, the worst first
  for (std::size_t looks = 0; !candidates.empty(); ++looks) {
    const Candidate next = candidates.front();
    if (best.size() == count && (count == 0 || !IsBetter(next.most, best.front()))) break;
    if (looks % kLooksBetweenChecks == 0) status_.Update(checkpoint_());
    if (!status_.ok()) break;
    std::pop_heap(candidates.begin(), candidates.end(), is_worse);
    candidates.pop_back();
    best.push_back({next.most.docid, WithPairs(next.slot, next.most.docid), next.most.complete});
    std::push_heap(best.begin(), best.end(), IsBetter);
    if (best.size() <= count) continue;
    std::pop_heap(best.begin(), best.end(), IsBetter);
    best.pop_back();
  }
  std::sort(best.begin(), best.end(), IsBetter);
  return best;
}

}  // namespace plansok::index
