/// Answers that stay right for as long as their generation is read: which paragraphs match, counted by tuple.
///
/// A click on a facet, the next page and another order ask the same query again, so its set and histogram are
/// kept.
#ifndef PLANSOK_INDEX_ANSWER_CACHE_H_
#define PLANSOK_INDEX_ANSWER_CACHE_H_

#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "index/docset.h"
#include "index/histogram.h"
#include "index/match_tree.h"

namespace plansok::index {

/// What a query matches, without filters.
struct Answer {
  MatchNode root;  ///< settled
  DocSet matches;
  Histogram histogram;
  std::vector<std::string> dropped_words;
  std::vector<std::string> absent_words;
};

/// The key of a match tree: equal trees and only they have equal keys.
std::string CacheKey(const MatchNode& node);

/// Keeps the answers asked for last. Thread-safe.
class AnswerCache {
 public:
  /// On 100,000 paragraphs an answer takes some 20-250 kB, so this is at most some 30 MB.
  static constexpr std::size_t kCapacity = 128;

  std::shared_ptr<const Answer> Find(const std::string& key);
  void Insert(const std::string& key, std::shared_ptr<const Answer> answer);

 private:
  using Entry = std::pair<std::string, std::shared_ptr<const Answer>>;
  std::mutex mutex_;
  std::list<Entry> entries_;  // latest first
  std::unordered_map<std::string, std::list<Entry>::iterator> by_key_;
};

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_ANSWER_CACHE_H_
