/// The snapshot that new requests are answered from. Requests that run keep the one they began with.
#ifndef PLANSOK_SEARCHD_CURRENT_SNAPSHOT_H_
#define PLANSOK_SEARCHD_CURRENT_SNAPSHOT_H_

#include <memory>
#include <mutex>
#include <utility>

#include "index/reader.h"

namespace plansok::searchd {

/// Thread-safe. Never empty: a server starts with an index or not at all.
class CurrentSnapshot {
 public:
  explicit CurrentSnapshot(std::shared_ptr<const index::Snapshot> snapshot)
      : snapshot_(std::move(snapshot)) {}

  std::shared_ptr<const index::Snapshot> Get() const {
    const std::lock_guard lock(mutex_);
    return snapshot_;
  }

  void Set(std::shared_ptr<const index::Snapshot> snapshot) {
    {
      const std::lock_guard lock(mutex_);
      snapshot_.swap(snapshot);
    }
    // The old one, if this was its last user, is destroyed here: outside the lock.
  }

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const index::Snapshot> snapshot_;
};

}  // namespace plansok::searchd

#endif  // PLANSOK_SEARCHD_CURRENT_SNAPSHOT_H_
