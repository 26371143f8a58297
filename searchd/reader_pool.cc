#include "searchd/reader_pool.h"

#include <utility>

namespace plansok::searchd {

Reader::Reader(const CurrentSnapshot& current) : current_(current) {
  // If this fails, the first question tries again and says why.
  Open(current_.Get()).IgnoreError();
}

absl::Status Reader::Open(std::shared_ptr<const index::Snapshot> snapshot) {
  absl::StatusOr<index::Searcher> opened = index::Searcher::Open(std::move(snapshot));
  if (!opened.ok()) return opened.status();
  searcher_ = *std::move(opened);
  return absl::OkStatus();
}

absl::Status Reader::Ask(const Question& question, const index::Checkpoint& checkpoint) {
  const std::lock_guard lock(mutex_);
  absl::Status status = AskOnce(question);
  if (!absl::IsUnavailable(status)) return status;
  if (absl::Status gone = checkpoint(); !gone.ok()) return gone;
  if (!Open(current_.Get()).ok()) return status;
  return question(*searcher_);
}

absl::Status Reader::AskOnce(const Question& question) {
  std::shared_ptr<const index::Snapshot> snapshot = current_.Get();
  if (!searcher_ || &searcher_->snapshot() != snapshot.get()) {
    const absl::Status opened = Open(std::move(snapshot));
    if (!opened.ok() && !searcher_) return absl::UnavailableError(opened.message());
  }
  return question(*searcher_);
}

void Reader::PickUpGeneration() {
  const std::unique_lock lock(mutex_, std::try_to_lock);
  if (!lock) return;
  std::shared_ptr<const index::Snapshot> snapshot = current_.Get();
  if (searcher_ && &searcher_->snapshot() == snapshot.get()) return;
  // If this fails, the next question tries again and says why.
  Open(std::move(snapshot)).IgnoreError();
}

ReaderPool::ReaderPool(const CurrentSnapshot& current, std::size_t workers, std::size_t queue)
    : pool_(workers, queue) {
  for (std::size_t i = 0; i < workers; ++i) readers_.emplace_back(current);
}

void ReaderPool::PickUpGeneration() {
  for (Reader& reader : readers_) reader.PickUpGeneration();
}

bool ReaderPool::TrySubmit(Job job) { return pool_.TrySubmit(ForReader(std::move(job))); }

void ReaderPool::SubmitContinuation(Job job) { pool_.SubmitContinuation(ForReader(std::move(job))); }

WorkerPool::Job ReaderPool::ForReader(Job job) {
  return [this, job = std::move(job)](std::size_t worker) { job(readers_[worker]); };
}

}  // namespace plansok::searchd
