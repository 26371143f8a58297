/// Workers that answer questions to the index: each has one Searcher, made for the snapshot that is current.
#ifndef PLANSOK_SEARCHD_READER_POOL_H_
#define PLANSOK_SEARCHD_READER_POOL_H_

#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

#include "absl/status/status.h"
#include "index/searcher.h"
#include "searchd/current_snapshot.h"
#include "searchd/worker_pool.h"

namespace plansok::searchd {

/// Asks a searcher and keeps the answer; may be asked twice, so it must begin its answer anew each time.
using Question = std::function<absl::Status(index::Searcher&)>;

/// One worker's searcher. Questions come from its own thread alone.
class Reader {
 public:
  /// Opens the current snapshot at once, while its generation is sure to be there.
  explicit Reader(const CurrentSnapshot& current);

  /// Asks with the current snapshot; where its generation has been replaced and removed already, with the one
  /// before, until the next is picked up. A database that went away under the question (UNAVAILABLE) is
  /// opened anew and asked once more, unless `checkpoint` says that the caller has gone.
  absl::Status Ask(const Question& question, const index::Checkpoint& checkpoint);

  /// Goes over to the current snapshot, unless a question is being asked. From any thread.
  void PickUpGeneration();

 private:
  absl::Status Open(std::shared_ptr<const index::Snapshot> snapshot);
  absl::Status AskOnce(const Question& question);

  const CurrentSnapshot& current_;
  std::mutex mutex_;  // a worker holds it while it asks
  std::optional<index::Searcher> searcher_;
};

/// Thread-safe.
class ReaderPool {
 public:
  using Job = std::function<void(Reader&)>;

  /// `current` must outlive the pool. Limits as WorkerPool's.
  ReaderPool(const CurrentSnapshot& current, std::size_t workers, std::size_t queue);

  /// As WorkerPool::TrySubmit.
  bool TrySubmit(Job job);
  /// As WorkerPool::SubmitContinuation.
  void SubmitContinuation(Job job);

  /// Reader::PickUpGeneration of all: an idle worker would hold an old generation's memory and files until
  /// its next question.
  void PickUpGeneration();

 private:
  WorkerPool::Job ForReader(Job job);

  std::deque<Reader> readers_;  // before the pool: its threads use them until it is gone
  WorkerPool pool_;
};

}  // namespace plansok::searchd

#endif  // PLANSOK_SEARCHD_READER_POOL_H_
