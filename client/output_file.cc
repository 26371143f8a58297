#include "client/output_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

namespace plansok::client {
namespace {

constexpr std::array kEndings = {SIGINT, SIGTERM, SIGHUP};
constexpr mode_t kNewFile = 0666;  // what the umask leaves of it, as for any new file

// A signal handler can be told nothing but by what is global.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables)
std::array<char, PATH_MAX> unfinished_file = {};

// Calls only what may be called at any instant (signal-safety(7)).
void RemoveAndEnd(int signal) {
  unlink(unfinished_file.data());
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

void RemoveAtEnd(const std::string& path) {
  std::copy(path.begin(), path.end(), unfinished_file.begin());
  unfinished_file.at(path.size()) = '\0';
  for (const int signal : kEndings) {
    // One that is ignored (nohup) stays so.
    if (std::signal(signal, RemoveAndEnd) == SIG_IGN) std::signal(signal, SIG_IGN);
  }
}

void LeaveAtEnd() {
  for (const int signal : kEndings) {
    if (std::signal(signal, SIG_DFL) == SIG_IGN) std::signal(signal, SIG_IGN);
  }
}

absl::Status Failed(const std::string& path) {
  return absl::InternalError(
      fmt::format("cannot write {}: {}", path, std::generic_category().message(errno)));
}

// The permissions that the file is to have: those it has, or a new file's.
mode_t Permissions(const std::string& path) {
  struct stat file = {};
  if (stat(path.c_str(), &file) == 0) return file.st_mode & 07777U;
  const mode_t mask = umask(0);
  umask(mask);
  return kNewFile & ~mask;
}

// Through symbolic links: it is the file they lead to that is replaced.
std::string Target(const std::string& path) {
  std::error_code none;
  const std::filesystem::path target = std::filesystem::canonical(path, none);
  return none ? path : target.string();
}

}  // namespace

absl::StatusOr<std::unique_ptr<OutputFile>> OutputFile::Create(const std::string& path) {
  struct stat file = {};
  if (stat(path.c_str(), &file) == 0 && !S_ISREG(file.st_mode)) {
    const int descriptor = open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) return Failed(path);
    return std::unique_ptr<OutputFile>(new OutputFile(path, "", descriptor));
  }
  const std::string target = Target(path);
  std::string unfinished = target + ".XXXXXX";
  if (unfinished.size() >= unfinished_file.size()) {
    errno = ENAMETOOLONG;
    return Failed(path);
  }
  const int descriptor = mkostemp(unfinished.data(), O_CLOEXEC);
  if (descriptor < 0) return Failed(path);
  return std::unique_ptr<OutputFile>(new OutputFile(target, std::move(unfinished), descriptor));
}

OutputFile::OutputFile(std::string path, std::string unfinished, int descriptor)
    : path_(std::move(path)), unfinished_(std::move(unfinished)), descriptor_(descriptor) {
  if (!unfinished_.empty()) RemoveAtEnd(unfinished_);
}

OutputFile::~OutputFile() {
  if (descriptor_ >= 0) close(descriptor_);
  if (unfinished_.empty()) return;
  unlink(unfinished_.c_str());
  LeaveAtEnd();
}

absl::Status OutputFile::Publish() {
  const bool whole =
      unfinished_.empty() || (fchmod(descriptor_, Permissions(path_)) == 0 && fsync(descriptor_) == 0);
  const bool closed = close(std::exchange(descriptor_, -1)) == 0;
  if (!whole || !closed) return Failed(path_);
  if (unfinished_.empty()) return absl::OkStatus();
  if (rename(unfinished_.c_str(), path_.c_str()) != 0) return Failed(path_);
  unfinished_.clear();
  LeaveAtEnd();
  return absl::OkStatus();
}

}  // namespace plansok::client
