#include "searchd/reloader.h"

#include <fmt/format.h>

#include <system_error>
#include <utility>

#include "searchd/logging.h"

namespace plansok::searchd {
namespace {

GenerationMark MarkOf(const index::Generation& generation) {
  std::error_code ignored;  // a folder that has gone gets the least time, and the opening of it says so
  return {generation.name, std::filesystem::last_write_time(generation.folder, ignored)};
}

}  // namespace

absl::StatusOr<LoadedGeneration> LoadCurrentGeneration(const std::filesystem::path& index_dir) {
  const absl::StatusOr<index::Generation> generation = index::CurrentGeneration(index_dir);
  if (!generation.ok()) return generation.status();
  absl::StatusOr<std::shared_ptr<const index::Snapshot>> snapshot = index::Snapshot::Open(*generation);
  if (!snapshot.ok()) return snapshot.status();
  return LoadedGeneration{MarkOf(*generation), *std::move(snapshot)};
}

Reloader::Reloader(std::filesystem::path index_dir, GenerationMark served, CurrentSnapshot& current,
                   std::chrono::milliseconds interval, std::function<void()> each_look)
    : index_dir_(std::move(index_dir)),
      current_(current),
      interval_(interval),
      each_look_(std::move(each_look)),
      served_(std::move(served)),
      thread_([this](const std::stop_token& stop) { Run(stop); }) {}

Reloader::~Reloader() = default;

void Reloader::LookNow() {
  {
    const std::lock_guard lock(mutex_);
    look_now_ = true;
  }
  wake_.notify_all();
}

void Reloader::Run(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    bool told = false;
    {
      std::unique_lock lock(mutex_);
      wake_.wait_for(lock, stop, interval_, [this] { return look_now_; });
      told = std::exchange(look_now_, false);
    }
    if (stop.stop_requested()) return;
    Look(told);
    each_look_();
  }
}

void Reloader::Look(bool again) {
  if (again) refused_.clear();
  const absl::StatusOr<index::Generation> generation = index::CurrentGeneration(index_dir_);
  if (!generation.ok()) return Refuse("index", generation.status());
  const GenerationMark mark = MarkOf(*generation);
  if (mark == served_) return refused_.clear();
  const std::string what =
      fmt::format("generation {} of {}", mark.name, mark.written.time_since_epoch().count());
  if (what == refused_) return;
  absl::StatusOr<std::shared_ptr<const index::Snapshot>> snapshot = index::Snapshot::Open(*generation);
  if (!snapshot.ok()) return Refuse(what, snapshot.status());
  const index::IndexInfo& info = (*snapshot)->info();
  LogInfo(
      "picked up a new generation",
      {{"generation", info.generation}, {"plans", info.plan_count}, {"paragraphs", info.paragraph_count}});
  served_ = mark;
  refused_.clear();
  current_.Set(*std::move(snapshot));
}

void Reloader::Refuse(const std::string& what, const absl::Status& status) {
  if (what == refused_) return;
  refused_ = what;
  LogError("refused what is published; the old generation goes on serving",
           {{"reason", std::string(status.message())}});
}

}  // namespace plansok::searchd
