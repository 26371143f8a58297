/// Long work asks now and then whether anyone still waits for it. Here because every room may use this one.
#ifndef PLANSOK_TEXT_CHECKPOINT_H_
#define PLANSOK_TEXT_CHECKPOINT_H_

#include <functional>

#include "absl/status/status.h"

namespace plansok::text {

/// Long work asks this now and then and stops with its status when it is not OK (deadline, cancellation).
using Checkpoint = std::function<absl::Status()>;

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_CHECKPOINT_H_
