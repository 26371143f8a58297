/// Closed-loop load: each caller asks its next question when the last is answered.
#ifndef PLANSOK_BENCH_LOAD_H_
#define PLANSOK_BENCH_LOAD_H_

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace plansok::bench {

/// Asks one question; throws std::runtime_error when the answer is an error.
using Caller = std::function<void(const std::string& query)>;

/// Something to be measured: makes a Caller for each thread, so that none is shared.
struct Subject {
  std::string name;
  std::function<Caller()> make_caller;
};

/// Milliseconds, except calls_per_second.
struct Figures {
  double p50 = 0;
  double p99 = 0;
  double calls_per_second = 0;
};

/// Runs `callers` threads for about `seconds`, each through all `queries` in turn from a place of its own,
/// after a warm-up through every query once.
Figures Measure(const Subject& subject, const std::vector<std::string>& queries, int callers, double seconds);

}  // namespace plansok::bench

#endif  // PLANSOK_BENCH_LOAD_H_
