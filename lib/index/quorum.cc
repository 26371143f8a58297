#include "index/quorum.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <utility>

#include "index/ranking.h"

namespace plansok::index {
namespace {

/// A set of deciding words, one bit each.
using Mask = std::uint8_t;
constexpr std::size_t kMasks = std::size_t{1} << kQuorumWords;
static_assert(kMasks - 1 <= UINT8_MAX);

DocSet Intersection(const std::vector<DocSet>& words) {
  DocSet all = words.front();
  for (std::size_t i = 1; i < words.size() && !all.isEmpty(); ++i) all &= words[i];
  return all;
}

/// The rarest words that occur at all, rarest first.
std::vector<std::size_t> DecidingWords(const std::vector<DocSet>& words) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].isEmpty()) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return words[a].cardinality() < words[b].cardinality();
  });
  order.resize(std::min(order.size(), kQuorumWords));
  return order;
}

/// Which of the deciding words each paragraph has.
std::vector<Mask> MaskColumn(const std::vector<DocSet>& words, const std::vector<std::size_t>& deciding,
                             std::size_t document_count) {
  std::vector<Mask> column(document_count + 1, 0);
  std::vector<std::uint32_t> docids;
  for (std::size_t bit = 0; bit < deciding.size(); ++bit) {
    const DocSet& word = words[deciding[bit]];
    docids.resize(word.cardinality());
    word.toUint32Array(docids.data());
    for (const std::uint32_t docid : docids) column[docid] |= static_cast<Mask>(1U << bit);
  }
  return column;
}

/// What each set of deciding words weighs: the sum of their idf.
std::vector<double> MaskWeights(const std::vector<DocSet>& words, const std::vector<std::size_t>& deciding,
                                std::size_t document_count) {
  std::vector<double> weights(std::size_t{1} << deciding.size(), 0);
  for (std::size_t mask = 1; mask < weights.size(); ++mask) {
    for (std::size_t bit = 0; bit < deciding.size(); ++bit) {
      if ((mask >> bit & 1U) == 0) continue;
      const auto frequency = static_cast<double>(words[deciding[bit]].cardinality());
      weights[mask] += std::log1p(static_cast<double>(document_count) / frequency);
    }
  }
  return weights;
}

/// The weight that a match needs: as high as leaves enough matches; below the share only where nothing else
/// matches.
double NeededWeight(const std::vector<double>& weights, const std::array<std::size_t, kMasks>& counts,
                    const QuorumNeeds& needs) {
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return weights[a] > weights[b]; });
  double least = needs.share * weights.back();
  double needed = weights.back();
  std::size_t found = 0;
  for (const std::size_t mask : order) {
    if (found == 0 && weights[mask] < least) least = needs.least_share * weights.back();
    if (found >= needs.enough || (found > 0 && weights[mask] < least)) break;
    found += counts[mask];
    needed = weights[mask];
  }
  return needed;
}

std::vector<std::vector<std::size_t>> SmallestSets(const std::vector<bool>& accepted,
                                                   const std::vector<std::size_t>& deciding) {
  std::vector<std::vector<std::size_t>> sets;
  for (std::size_t mask = 1; mask < accepted.size(); ++mask) {
    bool smallest = accepted[mask];
    std::vector<std::size_t> set;
    for (std::size_t bit = 0; smallest && bit < deciding.size(); ++bit) {
      if ((mask >> bit & 1U) == 0) continue;
      smallest = !accepted[mask & ~(std::size_t{1} << bit)];
      set.push_back(deciding[bit]);
    }
    if (smallest) sets.push_back(std::move(set));
  }
  return sets;
}

DocSet Accepted(const std::vector<Mask>& column, const std::vector<bool>& accepted) {
  std::vector<std::uint32_t> docids;
  for (std::uint32_t docid = 1; docid < column.size(); ++docid) {
    if (accepted[column[docid]]) docids.push_back(docid);
  }
  return {docids.size(), docids.data()};
}

}  // namespace

QuorumResult SettleQuorum(std::vector<QuorumWord> asked, std::size_t document_count,
                          const QuorumNeeds& needs) {
  std::vector<DocSet> strict;
  std::vector<DocSet> words;
  for (QuorumWord& word : asked) {
    words.push_back(word.matches | word.weak);
    strict.push_back(word.matches.isEmpty() ? std::move(word.weak) : std::move(word.matches));
  }
  QuorumResult result;
  result.matches = Intersection(words);
  if (words.size() == 1 || Intersection(strict).cardinality() >= needs.enough) {
    result.sufficient.emplace_back(words.size());
    std::iota(result.sufficient.front().begin(), result.sufficient.front().end(), std::size_t{0});
    return result;
  }
  const std::vector<std::size_t> deciding = DecidingWords(strict);
  if (deciding.empty()) return result;
  const std::vector<double> weights = MaskWeights(strict, deciding, document_count);
  std::array<std::size_t, kMasks> counts{};
  for (const Mask mask : MaskColumn(strict, deciding, document_count)) ++counts[mask];
  const double needed = NeededWeight(weights, counts, needs);
  std::vector<bool> accepted(weights.size());
  for (std::size_t mask = 1; mask < weights.size(); ++mask) accepted[mask] = weights[mask] >= needed;
  result.matches = Accepted(MaskColumn(words, deciding, document_count), accepted);
  result.sufficient = SmallestSets(accepted, deciding);
  return result;
}

}  // namespace plansok::index
