/// What was found out about each word type, kept in bounded memory and read by many threads.
///
/// A text has few word types and many words, and asking the dictionary costs a thousand times a hash lookup.
/// Private to this room.
#ifndef PLANSOK_TEXT_TYPE_CACHE_H_
#define PLANSOK_TEXT_TYPE_CACHE_H_

#include <array>
#include <cstddef>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "text/word_list.h"

namespace plansok::text {

/// Thread-safe. A shard that is full is emptied: common words come back at once, rare ones need not stay.
template <typename Value>
class TypeCache {
 public:
  /// Holds at most `capacity` types.
  explicit TypeCache(std::size_t capacity) : shard_capacity_(capacity / kShards + 1) {}

  std::optional<Value> Find(std::string_view word) const {
    const Shard& shard = shards_[ShardOf(word)];
    const std::shared_lock lock(shard.mutex);
    const auto found = shard.values.find(word);
    if (found == shard.values.end()) return std::nullopt;
    return found->second;
  }

  void Insert(std::string_view word, Value value) {
    Shard& shard = shards_[ShardOf(word)];
    const std::unique_lock lock(shard.mutex);
    if (shard.values.size() >= shard_capacity_) shard.values.clear();
    shard.values.insert_or_assign(std::string(word), std::move(value));
  }

 private:
  // Readers of different words seldom meet at one lock.
  static constexpr std::size_t kShards = 16;

  struct Shard {
    mutable std::shared_mutex mutex;
    std::unordered_map<std::string, Value, StringHash, std::equal_to<>> values;
  };

  static std::size_t ShardOf(std::string_view word) { return StringHash{}(word) / 7 % kShards; }

  std::size_t shard_capacity_;
  std::array<Shard, kShards> shards_;
};

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_TYPE_CACHE_H_
