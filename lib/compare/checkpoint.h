/// How a long comparison is stopped.
#ifndef PLANSOK_COMPARE_CHECKPOINT_H_
#define PLANSOK_COMPARE_CHECKPOINT_H_

#include <functional>

#include "absl/status/status.h"

namespace plansok::compare {

/// Asked now and then; the work stops with its status when that is not OK (deadline, cancellation).
using Checkpoint = std::function<absl::Status()>;

}  // namespace plansok::compare

#endif  // PLANSOK_COMPARE_CHECKPOINT_H_
