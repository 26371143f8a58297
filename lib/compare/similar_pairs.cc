#include "compare/similar_pairs.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <tuple>
#include <unordered_map>

namespace plansok::compare {
namespace {

/// Rarest terms that a paragraph asks for. A pair that shares half its weight shares none of the eight rarest
/// of either only where it is made of many common words and little else.
constexpr std::size_t kProbes = 8;
/// Paragraphs looked up for a term: of a term that more have, those that stand nearest.
constexpr std::size_t kMostPostings = 256;
/// Paragraphs that are compared in whole, of those that share probes.
constexpr std::size_t kCompared = 16;
constexpr std::size_t kLooksBetweenChecks = 64;

/// A position in each list, and how similar the items there are.
struct Candidate {
  std::size_t base = 0;
  std::size_t other = 0;
  double similarity = 0;

  friend bool operator==(const Candidate&, const Candidate&) = default;
};

std::size_t Apart(std::size_t a, std::size_t b) { return a > b ? a - b : b - a; }

/// Best first. Two candidates that this holds equal share no item, so it orders both directions alike.
bool Before(const Candidate& a, const Candidate& b) {
  return std::tuple(-a.similarity, Apart(a.base, a.other), a.base + a.other, a.base) <
         std::tuple(-b.similarity, Apart(b.base, b.other), b.base + b.other, b.base);
}

/// The positions at which each term stands in a list.
using Postings = std::unordered_map<std::uint32_t, std::vector<std::size_t>>;

Postings PostingsOf(const std::vector<Item>& items, const ItemList& list) {
  Postings postings;
  for (std::size_t at = 0; at < list.size(); ++at) {
    for (const Term& term : items[list[at]].terms) postings[term.number].push_back(at);
  }
  return postings;
}

/// From the items of one list to those of another.
class Lookup {
 public:
  Lookup(const std::vector<Item>& to_items, const ItemList& to, const std::vector<std::uint64_t>& term_weight)
      : term_weight_(term_weight), postings_(PostingsOf(to_items, to)), shared_(to.size()) {}

  /// The positions that share most of the probes of `item`, which stands at `at` of its own list.
  std::vector<std::size_t> Near(const Item& item, std::size_t at) {
    std::vector<std::size_t> found;
    for (const std::uint32_t term : Probes(item)) Gather(term, at, found);
    const auto order = [this, at](std::size_t a, std::size_t b) {
      return std::tuple(shared_[b], Apart(a, at), a) < std::tuple(shared_[a], Apart(b, at), b);
    };
    std::vector<std::size_t> best(std::min(found.size(), kCompared));
    std::partial_sort_copy(found.begin(), found.end(), best.begin(), best.end(), order);
    for (const std::size_t position : found) shared_[position] = 0;
    return best;
  }

 private:
  std::vector<std::uint32_t> Probes(const Item& item) const {
    std::vector<std::uint32_t> terms;
    for (const Term& term : item.terms) {
      if (postings_.contains(term.number)) terms.push_back(term.number);
    }
    const auto rarer = [this](std::uint32_t a, std::uint32_t b) {
      return std::tuple(term_weight_[b], a) < std::tuple(term_weight_[a], b);
    };
    const std::size_t count = std::min(terms.size(), kProbes);
    std::partial_sort(terms.begin(), terms.begin() + static_cast<std::ptrdiff_t>(count), terms.end(), rarer);
    terms.resize(count);
    return terms;
  }

  void Gather(std::uint32_t term, std::size_t at, std::vector<std::size_t>& found) {
    const std::vector<std::size_t>& positions = postings_.find(term)->second;
    const auto middle = static_cast<std::size_t>(std::lower_bound(positions.begin(), positions.end(), at) -
                                                 positions.begin());
    const std::size_t begin = std::min(middle - std::min(middle, kMostPostings / 2),
                                       positions.size() - std::min(positions.size(), kMostPostings));
    const std::size_t end = std::min(begin + kMostPostings, positions.size());
    // A term without weight would leave no mark in shared_.
    const std::uint64_t weight = std::max<std::uint64_t>(1, term_weight_[term]);
    for (std::size_t i = begin; i < end; ++i) {
      if (shared_[positions[i]] == 0) found.push_back(positions[i]);
      shared_[positions[i]] += weight;
    }
  }

  const std::vector<std::uint64_t>& term_weight_;
  Postings postings_;
  std::vector<std::uint64_t> shared_;  ///< by position: weight of the probes it has
};

class Finder {
 public:
  Finder(const Items& items, double threshold, const text::Checkpoint& checkpoint)
      : items_(items), threshold_(threshold), checkpoint_(checkpoint) {}

  /// Candidates that the items of either list look up.
  absl::Status Find(const ItemList& base, const ItemList& other) {
    Lookup in_other(items_.other, other, items_.term_weight);
    for (std::size_t at = 0; at < base.size(); ++at) {
      if (absl::Status status = CheckNowAndThen(at); !status.ok()) return status;
      for (const std::size_t near : in_other.Near(items_.base[base[at]], at)) Add(base, at, other, near);
    }
    Lookup in_base(items_.base, base, items_.term_weight);
    for (std::size_t at = 0; at < other.size(); ++at) {
      if (absl::Status status = CheckNowAndThen(at); !status.ok()) return status;
      for (const std::size_t near : in_base.Near(items_.other[other[at]], at)) Add(base, near, other, at);
    }
    return absl::OkStatus();
  }

  /// The best first, each item once.
  std::vector<ItemPair> Choose(const ItemList& base, const ItemList& other) {
    std::sort(candidates_.begin(), candidates_.end(), Before);
    std::vector<bool> base_taken(base.size());
    std::vector<bool> other_taken(other.size());
    std::vector<ItemPair> pairs;
    for (const Candidate& candidate : candidates_) {
      if (base_taken[candidate.base] || other_taken[candidate.other]) continue;
      base_taken[candidate.base] = other_taken[candidate.other] = true;
      pairs.emplace_back(base[candidate.base], other[candidate.other]);
    }
    return pairs;
  }

 private:
  absl::Status CheckNowAndThen(std::size_t at) const {
    return at % kLooksBetweenChecks == 0 ? checkpoint_() : absl::OkStatus();
  }

  void Add(const ItemList& base, std::size_t base_at, const ItemList& other, std::size_t other_at) {
    const double similarity =
        Similarity(items_.base[base[base_at]], items_.other[other[other_at]], items_.term_weight);
    if (similarity >= threshold_) candidates_.push_back({base_at, other_at, similarity});
  }

  const Items& items_;
  double threshold_;
  const text::Checkpoint& checkpoint_;
  std::vector<Candidate> candidates_;
};

}  // namespace

absl::StatusOr<std::vector<ItemPair>> SimilarPairs(const Items& items, const ItemList& base,
                                                   const ItemList& other, double threshold,
                                                   const text::Checkpoint& checkpoint) {
  if (base.empty() || other.empty()) return std::vector<ItemPair>();
  Finder finder(items, threshold, checkpoint);
  if (absl::Status status = finder.Find(base, other); !status.ok()) return status;
  return finder.Choose(base, other);
}

}  // namespace plansok::compare
