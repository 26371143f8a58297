#include "searchd/call_count.h"

namespace plansok::searchd {

void CallCount::Enter() {
  const std::lock_guard lock(mutex_);
  ++running_;
}

void CallCount::Leave() {
  const std::lock_guard lock(mutex_);
  --running_;
  last_end_ = Clock::now();
  ended_.notify_all();
}

CallCount::Clock::time_point CallCount::WaitUntilNoneRuns(Clock::time_point limit) {
  std::unique_lock lock(mutex_);
  ended_.wait_until(lock, limit, [this] { return running_ == 0; });
  return last_end_;
}

}  // namespace plansok::searchd
