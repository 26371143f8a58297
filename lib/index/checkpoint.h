/// Long work asks now and then whether anyone still waits for it.
#ifndef PLANSOK_INDEX_CHECKPOINT_H_
#define PLANSOK_INDEX_CHECKPOINT_H_

#include <functional>

#include "absl/status/status.h"

namespace plansok::index {

/// Long work asks this now and then and stops with its status when it is not OK (deadline, cancellation).
using Checkpoint = std::function<absl::Status()>;

/// Asks a checkpoint on behalf of several parts of one work, and remembers that it ended.
class Watch {
 public:
  /// `checkpoint` must outlive the watch.
  explicit Watch(const Checkpoint& checkpoint) : checkpoint_(checkpoint) {}
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;
  ~Watch() = default;

  /// Whether the work is to end.
  bool Stopped() {
    if (status_.ok()) status_ = checkpoint_();
    return !status_.ok();
  }

  const absl::Status& status() const { return status_; }

 private:
  const Checkpoint& checkpoint_;
  absl::Status status_;
};

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_CHECKPOINT_H_
