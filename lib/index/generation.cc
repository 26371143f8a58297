#include "index/generation.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <system_error>
#include <utility>
#include <vector>

#include "index/checksums.h"

namespace plansok::index {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kGenerations = "generations";
constexpr std::string_view kCurrent = "current";
constexpr std::string_view kNewCurrent = "current.new";
constexpr std::string_view kLock = "lock";

absl::Status SystemError(int error, std::string_view what, const fs::path& path) {
  const std::string message = fmt::format("cannot {} {}: {}", what, path.string(), std::strerror(error));
  if (error == EACCES || error == EPERM || error == EROFS) return absl::PermissionDeniedError(message);
  if (error == ENOENT || error == ENOTDIR) return absl::NotFoundError(message);
  if (error == ENOSPC || error == EDQUOT) return absl::ResourceExhaustedError(message);
  return absl::InternalError(message);
}

std::string NameOf(int number) { return fmt::format("{:06}", number); }

/// The number that a generation's folder is named by; 0 for any other name.
int NumberOf(const fs::path& folder) {
  const std::string name = folder.filename().string();
  int number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  return error == std::errc() && end == name.data() + name.size() && number > 0 ? number : 0;
}

/// The number of the published generation; 0 where nothing is published.
int CurrentNumber(const fs::path& index_dir) {
  std::error_code error;
  const fs::path target = fs::read_symlink(index_dir / kCurrent, error);
  return error ? 0 : NumberOf(target);
}

std::vector<int> ExistingNumbers(const fs::path& index_dir) {
  std::vector<int> numbers;
  std::error_code error;
  fs::directory_iterator entry(index_dir / kGenerations, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    if (const int number = NumberOf(entry->path()); number > 0) numbers.push_back(number);
  }
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

/// Removes every generation but `current` and the one before it. What is newer than `current` is the remains
/// of a build that did not come to its end.
void RemoveRemains(const fs::path& index_dir, int current) {
  const std::vector<int> numbers = ExistingNumbers(index_dir);
  const auto at = std::lower_bound(numbers.begin(), numbers.end(), current);
  const int previous = at == numbers.begin() ? 0 : *std::prev(at);
  for (const int number : numbers) {
    if (number == current || number == previous) continue;
    std::error_code ignored;  // what cannot be removed now is tried again by the next build
    fs::remove_all(index_dir / kGenerations / NameOf(number), ignored);
  }
  std::error_code ignored;
  fs::remove(index_dir / kNewCurrent, ignored);
}

absl::Status Sync(const fs::path& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return SystemError(errno, "open", path);
  const int error = ::fsync(fd) == 0 ? 0 : errno;
  ::close(fd);
  return error == 0 ? absl::OkStatus() : SystemError(error, "sync", path);
}

/// Files first, then the folders that name them.
absl::Status SyncTree(const fs::path& folder) {
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    if (absl::Status status = Sync(entry->path()); !status.ok()) return status;
  }
  if (error) return SystemError(error.value(), "list", folder);
  if (absl::Status status = Sync(folder); !status.ok()) return status;
  return Sync(folder.parent_path());
}

/// Makes a folder and those above it that are missing; each new one is durable in the folder that names it.
absl::Status MakeFolder(const fs::path& folder) {
  std::error_code error;
  if (fs::is_directory(folder, error)) return absl::OkStatus();
  const fs::path parent = fs::absolute(folder).lexically_normal().parent_path();
  if (parent != folder) {
    if (absl::Status status = MakeFolder(parent); !status.ok()) return status;
  }
  fs::create_directory(folder, error);
  return error ? SystemError(error.value(), "create", folder) : Sync(parent);
}

absl::StatusOr<int> TakeLock(const fs::path& file) {
  const int fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (fd < 0) return SystemError(errno, "open", file);
  if (::flock(fd, LOCK_EX | LOCK_NB) == 0) return fd;
  const int error = errno;
  ::close(fd);
  if (error != EWOULDBLOCK) return SystemError(error, "lock", file);
  return absl::FailedPreconditionError(
      fmt::format("another indexer is building in {}; wait for it or stop it", file.parent_path().string()));
}

}  // namespace

absl::StatusOr<Generation> CurrentGeneration(const fs::path& index_dir) {
  const int number = CurrentNumber(index_dir);
  Generation generation{NameOf(number), index_dir / kGenerations / NameOf(number)};
  std::error_code error;
  if (number == 0 || !fs::is_directory(generation.folder, error)) {
    return absl::NotFoundError(
        fmt::format("no index in {}: build one with plansok-indexer build --corpus DIR --index {}",
                    index_dir.string(), index_dir.string()));
  }
  return generation;
}

absl::StatusOr<GenerationBuilder> GenerationBuilder::Begin(const fs::path& index_dir) {
  if (absl::Status status = MakeFolder(index_dir / kGenerations); !status.ok()) return status;
  absl::StatusOr<int> lock = TakeLock(index_dir / kLock);
  if (!lock.ok()) return lock.status();

  GenerationBuilder builder;
  builder.index_dir_ = index_dir;
  builder.lock_fd_ = *lock;
  const int current = CurrentNumber(index_dir);
  RemoveRemains(index_dir, current);
  const std::vector<int> numbers = ExistingNumbers(index_dir);
  const int next = std::max(current, numbers.empty() ? 0 : numbers.back()) + 1;
  builder.generation_ = {NameOf(next), index_dir / kGenerations / NameOf(next)};
  if (absl::Status status = MakeFolder(builder.generation_.folder); !status.ok()) return status;
  return builder;
}

GenerationBuilder::GenerationBuilder(GenerationBuilder&& other) noexcept
    : index_dir_(std::move(other.index_dir_)),
      generation_(std::move(other.generation_)),
      lock_fd_(std::exchange(other.lock_fd_, -1)),
      published_(other.published_),
      durability_(std::move(other.durability_)) {}

GenerationBuilder& GenerationBuilder::operator=(GenerationBuilder&& other) noexcept {
  std::swap(index_dir_, other.index_dir_);
  std::swap(generation_, other.generation_);
  std::swap(lock_fd_, other.lock_fd_);
  std::swap(published_, other.published_);
  std::swap(durability_, other.durability_);
  return *this;
}

GenerationBuilder::~GenerationBuilder() {
  if (lock_fd_ < 0) return;
  if (!published_) {
    std::error_code ignored;  // the next build clears what remains
    fs::remove_all(generation_.folder, ignored);
  }
  ::close(lock_fd_);
}

absl::Status GenerationBuilder::Publish() {
  if (absl::Status status = WriteChecksums(generation_.folder); !status.ok()) return status;
  if (absl::Status status = SyncTree(generation_.folder); !status.ok()) return status;
  const fs::path link = index_dir_ / kNewCurrent;
  std::error_code error;
  fs::remove(link, error);
  fs::create_directory_symlink(fs::path(kGenerations) / generation_.name, link, error);
  if (error) return SystemError(error.value(), "create", link);
  fs::rename(link, index_dir_ / kCurrent, error);
  if (error) return SystemError(error.value(), "publish", index_dir_ / kCurrent);
  published_ = true;
  durability_ = Sync(index_dir_);
  RemoveRemains(index_dir_, NumberOf(generation_.folder));
  return absl::OkStatus();
}

}  // namespace plansok::index
