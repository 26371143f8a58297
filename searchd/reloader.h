/// Watches which generation is published and swaps it in. Requests that run finish on the snapshot they began
/// with.
#ifndef PLANSOK_SEARCHD_RELOADER_H_
#define PLANSOK_SEARCHD_RELOADER_H_

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "index/generation.h"
#include "searchd/current_snapshot.h"

namespace plansok::searchd {

/// What tells one published generation from another, also when an index folder was made anew and counts from
/// the start.
struct GenerationMark {
  std::string name;
  std::filesystem::file_time_type written;

  friend bool operator==(const GenerationMark&, const GenerationMark&) = default;
};

/// A generation that was opened, and its mark.
struct LoadedGeneration {
  GenerationMark mark;
  std::shared_ptr<const index::Snapshot> snapshot;
};

/// Opens what `index_dir` publishes. Errors as CurrentGeneration() and Snapshot::Open().
absl::StatusOr<LoadedGeneration> LoadCurrentGeneration(const std::filesystem::path& index_dir);

/// One thread that looks at the index folder at every interval, and at once when told to.
///
/// Polling one symbolic link a second costs nothing and works on every file system; inotify does not.
class Reloader {
 public:
  /// `served` is the mark of what `current` holds; `current` must outlive the reloader. `each_look` is called
  /// after every look, for other work that wants a slow clock.
  Reloader(std::filesystem::path index_dir, GenerationMark served, CurrentSnapshot& current,
           std::chrono::milliseconds interval, std::function<void()> each_look);
  /// Stops the thread; waits for a generation that is being opened.
  ~Reloader();
  Reloader(const Reloader&) = delete;
  Reloader& operator=(const Reloader&) = delete;

  /// Looks now, and at a generation that was refused before, too.
  void LookNow();

 private:
  void Run(const std::stop_token& stop);
  void Look(bool again);
  void Refuse(const std::string& what, const absl::Status& status);

  const std::filesystem::path index_dir_;
  CurrentSnapshot& current_;
  const std::chrono::milliseconds interval_;
  const std::function<void()> each_look_;
  GenerationMark served_;
  std::string refused_;  // what the last refusal said; the same thing is not said twice

  std::mutex mutex_;
  std::condition_variable_any wake_;
  bool look_now_ = false;
  std::jthread thread_;
};

}  // namespace plansok::searchd

#endif  // PLANSOK_SEARCHD_RELOADER_H_
