#include "searchd/signals.h"

#include <csignal>
#include <stop_token>
#include <utility>

namespace plansok::searchd {
namespace {

sigset_t OurSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&signals, signal);
  return signals;
}

void Listen(const std::stop_token& stop, const std::function<void(int)>& on_signal) {
  const sigset_t signals = OurSignals();
  // Wakes now and then to see whether it is to stop.
  constexpr timespec kPatience{.tv_sec = 0, .tv_nsec = 100'000'000};
  while (!stop.stop_requested()) {
    const int signal = sigtimedwait(&signals, nullptr, &kPatience);
    if (signal > 0) on_signal(signal);
  }
}

}  // namespace

void BlockSignals() {
  const sigset_t signals = OurSignals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

SignalThread::SignalThread(std::function<void(int signal)> on_signal)
    : thread_([on_signal = std::move(on_signal)](const std::stop_token& stop) { Listen(stop, on_signal); }) {}

}  // namespace plansok::searchd
