/// Signals as plain calls from a thread of their own: no code runs in a signal handler.
#ifndef PLANSOK_SEARCHD_SIGNALS_H_
#define PLANSOK_SEARCHD_SIGNALS_H_

#include <functional>
#include <thread>

namespace plansok::searchd {

/// Keeps SIGTERM, SIGINT and SIGHUP for SignalThread. Before any other thread starts, so that all inherit it.
void BlockSignals();

/// Calls back for each of the blocked signals until it is destroyed.
class SignalThread {
 public:
  explicit SignalThread(std::function<void(int signal)> on_signal);

 private:
  std::jthread thread_;
};

}  // namespace plansok::searchd

#endif  // PLANSOK_SEARCHD_SIGNALS_H_
