#include "load.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <mutex>
#include <thread>

namespace plansok::bench {
namespace {

using Clock = std::chrono::steady_clock;

double Milliseconds(Clock::duration duration) {
  return std::chrono::duration<double, std::milli>(duration).count();
}

/// What one thread measured: a latency in milliseconds for each call.
std::vector<double> RunCaller(const Caller& caller, const std::vector<std::string>& queries,
                              std::size_t first, Clock::time_point end) {
  std::vector<double> latencies;
  for (std::size_t i = first; Clock::now() < end; ++i) {
    const auto start = Clock::now();
    caller(queries[i % queries.size()]);
    latencies.push_back(Milliseconds(Clock::now() - start));
  }
  return latencies;
}

/// Nearest rank (the value below which `share` of them lie). `sorted` is not empty.
double Percentile(const std::vector<double>& sorted, double share) {
  const auto rank = static_cast<std::size_t>(share * static_cast<double>(sorted.size()));
  return sorted[std::min(rank, sorted.size() - 1)];
}

}  // namespace

Figures Measure(const Subject& subject, const std::vector<std::string>& queries, int callers,
                double seconds) {
  const Caller warm_up = subject.make_caller();
  for (const auto& query : queries) warm_up(query);

  std::mutex mutex;
  std::vector<double> all;
  std::exception_ptr failure;
  const auto start = Clock::now();
  const auto end =
      start + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < callers; ++i) {
      threads.emplace_back(
          [&, first = queries.size() * static_cast<std::size_t>(i) / static_cast<std::size_t>(callers)] {
            try {
              const auto latencies = RunCaller(subject.make_caller(), queries, first, end);
              const std::scoped_lock lock(mutex);
              all.insert(all.end(), latencies.begin(), latencies.end());
            } catch (...) {
              const std::scoped_lock lock(mutex);
              failure = std::current_exception();
            }
          });
    }
  }
  if (failure) std::rethrow_exception(failure);
  const double elapsed = Milliseconds(Clock::now() - start) / 1000;
  if (all.empty()) return {};
  std::ranges::sort(all);
  return {.p50 = Percentile(all, 0.50),
          .p99 = Percentile(all, 0.99),
          .calls_per_second = static_cast<double>(all.size()) / elapsed};
}

}  // namespace plansok::bench
