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

/// About how many bytes an answer takes.
std::size_t MemoryOf(const Answer& answer);

/// Keeps the answers asked for last, as many as fit into `capacity` bytes. Thread-safe.
class AnswerCache {
 public:
  explicit AnswerCache(std::size_t capacity) : capacity_(capacity) {}

  std::shared_ptr<const Answer> Find(const std::string& key);
  /// An answer that is larger than everything that may be kept is not.
  void Insert(const std::string& key, std::shared_ptr<const Answer> answer);

  std::size_t capacity() const { return capacity_; }
  std::size_t bytes() const;

 private:
  struct Entry {
    std::string key;
    std::shared_ptr<const Answer> answer;
    std::size_t bytes = 0;
  };
  const std::size_t capacity_;
  mutable std::mutex mutex_;
  std::size_t bytes_ = 0;
  std::list<Entry> entries_;  // latest first
  std::unordered_map<std::string, std::list<Entry>::iterator> by_key_;
};

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_ANSWER_CACHE_H_
