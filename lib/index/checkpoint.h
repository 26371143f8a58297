/// Checkpoints, and work of several parts that asks one.
#ifndef PLANSOK_INDEX_CHECKPOINT_H_
#define PLANSOK_INDEX_CHECKPOINT_H_

#include "absl/status/status.h"
#include "text/checkpoint.h"

namespace plansok::index {

using text::Checkpoint;

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

  /// Ends the work with what a part of it ended with; nothing where that is OK, or it has ended.
  void Update(const absl::Status& status) { status_.Update(status); }

  const absl::Status& status() const { return status_; }

 private:
  const Checkpoint& checkpoint_;
  absl::Status status_;
};

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_CHECKPOINT_H_
