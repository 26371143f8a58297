/// How many calls run, for the drain, which waits for them to end.
#ifndef PLANSOK_SEARCHD_CALL_COUNT_H_
#define PLANSOK_SEARCHD_CALL_COUNT_H_

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>

namespace plansok::searchd {

/// Thread-safe.
class CallCount {
 public:
  using Clock = std::chrono::steady_clock;

  void Enter();
  /// After the call's answer has been handed to gRPC.
  void Leave();

  /// Waits until no call runs, but not beyond `limit`. Gives when the last call ended; the clock's epoch
  /// where none has.
  Clock::time_point WaitUntilNoneRuns(Clock::time_point limit);

 private:
  std::mutex mutex_;
  std::condition_variable ended_;
  std::size_t running_ = 0;
  Clock::time_point last_end_;
};

}  // namespace plansok::searchd

#endif  // PLANSOK_SEARCHD_CALL_COUNT_H_
