/// How often words and pairs of words are written: the prior of OCR repair, before it is turned into costs.
///
/// Fed by the shipped frequency table and by the sound documents at hand, which weigh more: a plan's words
/// are most likely the words of other plans.
#ifndef PLANSOK_TEXT_OCR_COUNTS_H_
#define PLANSOK_TEXT_OCR_COUNTS_H_

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "text/ocr_scan.h"

namespace plansok::text {

/// Not thread-safe while it is added to.
class WordCounts {
 public:
  /// A word's number, in order of first addition.
  using Id = std::uint32_t;
  static constexpr Id kBound = 0;         ///< the bound of a sentence
  static constexpr Id kNumber = 1;        ///< any number
  static constexpr Id kUnknown = ~Id{0};  ///< no word here

  WordCounts();

  /// Adds a table of lines "word <tab> count <tab> next count next count …" in which <s> and <num> stand for
  /// kBound and kNumber (scripts/make_frequency_table.py). InvalidArgument names `name` and the line.
  absl::Status AddTable(std::string_view table, std::string_view name);

  /// Adds a text's words, each counted `weight` times.
  void AddText(const std::vector<Segment>& segments, double weight);

  /// The word's number or kUnknown. Words are trie letters (ocr_trie.h).
  Id Find(std::string_view word) const;

  /// The words by number; the first two are the names of kBound and kNumber.
  const std::vector<std::string>& words() const { return words_; }

  double Count(Id id) const { return counts_[id]; }

  /// Absolute discounting (Ney, Essen, Kneser 1994): a pair is believed for what it was seen more than by
  /// chance …
  double DiscountedPair(Id first, Id second) const;
  /// … which for all pairs that begin with `first` comes to this; at most Count(first).
  double DiscountedPairs(Id first) const { return pairs_from_[first]; }
  /// What of a word's count its pairs do not explain. "mån" is as frequent as "man", but hardly ever without
  /// "den" before it, so it is the worse guess elsewhere.
  double Unexplained(Id id) const { return std::max(counts_[id] - pairs_to_[id], 0.0); }
  double total_unexplained() const { return total_ - total_pairs_; }

 private:
  struct Pair {
    float count = 0;
    float discount = 0;

    double discounted() const { return count - discount; }
  };

  Id Add(std::string_view word, double count);
  void AddPair(Id first, Id second, double count, double unit);
  bool AddTableLine(std::string_view line);

  std::vector<std::string> words_;
  std::vector<double> counts_;
  std::vector<double> pairs_from_;  // discounted, by first word
  std::vector<double> pairs_to_;    // discounted, by second word
  absl::flat_hash_map<std::string, Id> ids_;
  absl::flat_hash_map<std::uint64_t, Pair> pairs_;
  double total_ = 0;
  double total_pairs_ = 0;
};

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_OCR_COUNTS_H_
