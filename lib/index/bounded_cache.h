/// What was worked out once and is asked for again, in bounded memory.
#ifndef PLANSOK_INDEX_BOUNDED_CACHE_H_
#define PLANSOK_INDEX_BOUNDED_CACHE_H_

#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <utility>

#include "index/memory_of.h"

namespace plansok::index {

/// Keeps the values asked for last, as many as fit into `capacity` bytes, what keeping them takes counted.
/// Thread-safe.
template <typename Key, typename Value>
class BoundedCache {
 public:
  explicit BoundedCache(std::size_t capacity) : capacity_(capacity) {}

  /// Null where there is none.
  std::shared_ptr<const Value> Find(const Key& key) {
    const std::lock_guard lock(mutex_);
    const auto found = by_key_.find(key);
    if (found == by_key_.end()) return nullptr;
    entries_.splice(entries_.begin(), entries_, found->second);
    return found->second->value;
  }

  /// A value that is larger than everything that may be kept is not. `bytes`: what the value takes on the
  /// heap, made by make_shared.
  void Insert(const Key& key, std::shared_ptr<const Value> value, std::size_t bytes) {
    bytes += kEntryBytes + 2 * HeapBytesOf(key);
    const std::lock_guard lock(mutex_);
    if (bytes > capacity_ || by_key_.contains(key)) return;
    entries_.push_front({key, std::move(value), bytes});
    by_key_.emplace(key, entries_.begin());
    bytes_ += bytes;
    while (bytes_ > capacity_) {
      bytes_ -= entries_.back().bytes;
      by_key_.erase(entries_.back().key);
      entries_.pop_back();
    }
  }

  std::size_t capacity() const { return capacity_; }
  std::size_t bytes() const {
    const std::lock_guard lock(mutex_);
    return bytes_;
  }

 private:
  struct Entry {
    Key key;
    std::shared_ptr<const Value> value;
    std::size_t bytes = 0;
  };
  using Entries = std::list<Entry>;
  using ByKey = std::unordered_map<Key, typename Entries::iterator>;

  // A node of each container: its value with a list's two links, or a table's one and a hash; and a place
  // among the buckets, of which there may be twice as many as entries.
  static constexpr std::size_t kPointer = sizeof(void*);
  static constexpr std::size_t kEntryBytes = HeapBytes(sizeof(Entry) + 2 * kPointer) +
                                             HeapBytes(sizeof(typename ByKey::value_type) + 2 * kPointer) +
                                             2 * kPointer;

  const std::size_t capacity_;
  mutable std::mutex mutex_;
  std::size_t bytes_ = 0;
  Entries entries_;  // latest first
  ByKey by_key_;
};

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_BOUNDED_CACHE_H_
