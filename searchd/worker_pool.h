/// A fixed number of threads behind a bounded queue: work that does not fit is refused at once, never piled
/// up.
#ifndef PLANSOK_SEARCHD_WORKER_POOL_H_
#define PLANSOK_SEARCHD_WORKER_POOL_H_

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace plansok::searchd {

/// Thread-safe.
class WorkerPool {
 public:
  /// Given the worker's number, 0 to workers - 1: what a worker keeps for itself needs no lock.
  using Job = std::function<void(std::size_t worker)>;

  /// At most `queue` jobs wait beside those that run. Both must be positive: a free worker takes its job from
  /// the queue, too.
  WorkerPool(std::size_t workers, std::size_t queue);
  /// Runs what is queued, then joins.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  /// False, and `job` is dropped, when the queue is full.
  bool TrySubmit(Job job);

  /// Queues the next part of work that was admitted before, even when the queue is full. The caller bounds
  /// how many such works there are.
  void SubmitContinuation(Job job);

 private:
  void Work(std::size_t worker);

  const std::size_t queue_limit_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job> jobs_;
  bool stopping_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace plansok::searchd

#endif  // PLANSOK_SEARCHD_WORKER_POOL_H_
