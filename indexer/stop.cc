#include "indexer/stop.h"

#include <csignal>

namespace plansok::indexer {
namespace {

volatile std::sig_atomic_t stop_requested = 0;

extern "C" void RequestStop(int /*signal*/) { stop_requested = 1; }

}  // namespace

void CatchStopSignals() {
  struct sigaction action = {};
  action.sa_handler = RequestStop;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

absl::Status CheckStop() {
  return stop_requested != 0 ? absl::CancelledError("stopped by a signal; nothing was published")
                             : absl::OkStatus();
}

}  // namespace plansok::indexer
