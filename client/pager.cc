#include "client/pager.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <sstream>
#include <system_error>
#include <utility>

#include "client/settings.h"
#include "client/terminal.h"
#include "client/writer.h"

namespace plansok::client {
namespace {

constexpr int kNotFound = 127;  // the shell's own exit status for a program it does not find

// A pager that has read nothing leaves no more than this in its pipe (pipe(7): 64 KiB, and what one write was
// cut off at).
constexpr std::size_t kMostUnread = std::size_t{256} * 1024;

absl::Status CannotRun(const std::string& command, int error) {
  return absl::InternalError(Printable(fmt::format("cannot run the pager '{}': {} (--no-pager does without)",
                                                   command, std::generic_category().message(error))));
}

// Starts the shell with `input` for its standard input. Signals are as they were before this program set
// them.
int Spawn(const std::string& command, int input, pid_t& process) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  sigset_t defaults;
  sigemptyset(&defaults);
  sigaddset(&defaults, SIGPIPE);
  sigaddset(&defaults, SIGINT);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  std::array<std::string, 3> words = {"sh", "-c", command};
  std::array<char*, 4> arguments = {words[0].data(), words[1].data(), words[2].data(), nullptr};
  const int error = posix_spawn(&process, "/bin/sh", &actions, &attributes, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return error;
}

}  // namespace

absl::StatusOr<Pager> Pager::Start(const std::string& command) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return CannotRun(command, errno);
  // NOLINTNEXTLINE(concurrency-mt-unsafe): no other thread reads the environment
  setenv("LESS", "FRX", /*overwrite=*/0);
  pid_t process = 0;
  const int error = Spawn(command, ends[0], process);
  close(ends[0]);
  if (error != 0) {
    close(ends[1]);
    return CannotRun(command, error);
  }
  return Pager(process, ends[1], command);
}

Pager::Pager(pid_t process, int input, std::string command)
    : process_(process),
      input_(input),
      command_(std::move(command)),
      interrupt_before_(std::signal(SIGINT, SIG_IGN)) {}

Pager::Pager(Pager&& other) noexcept
    : process_(std::exchange(other.process_, 0)),
      input_(std::exchange(other.input_, -1)),
      command_(std::move(other.command_)),
      interrupt_before_(other.interrupt_before_) {}

Pager::~Pager() { Finish().IgnoreError(); }

std::error_code Pager::Write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(input_, bytes.data(), bytes.size());
    if (written >= 0) {
      sent_ += static_cast<std::size_t>(written);
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      return {errno, std::generic_category()};
    }
  }
  return {};
}

bool Pager::HasReadNothing(int unread) const {
  int left = 0;
  return unread < 0 || (ioctl(unread, FIONREAD, &left) == 0 && static_cast<std::size_t>(left) == sent_);
}

absl::Status Pager::Finish() {
  if (process_ == 0) return absl::OkStatus();
  // Another end to read from, opened through the one to write to, keeps what the pager leaves unread.
  const int unread = open(fmt::format("/proc/self/fd/{}", input_).c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  close(std::exchange(input_, -1));
  int status = 0;
  while (waitpid(process_, &status, 0) < 0 && errno == EINTR) {
  }
  process_ = 0;
  std::signal(SIGINT, interrupt_before_);
  const bool failed = !WIFEXITED(status) || WEXITSTATUS(status) != 0;
  const bool nothing_shown = failed && HasReadNothing(unread);
  if (unread >= 0) close(unread);
  if (!nothing_shown) return absl::OkStatus();
  const bool missing = WIFEXITED(status) && WEXITSTATUS(status) == kNotFound;
  return absl::FailedPreconditionError(Printable(
      fmt::format("{} (see PAGER, --no-pager)", missing ? fmt::format("there is no pager '{}'", command_)
                                                        : fmt::format("the pager '{}' failed", command_))));
}

PagedOutput::PagedOutput(int terminal, int rows, std::string command)
    : terminal_(terminal), rows_(rows), command_(std::move(command)) {
  if (command_.find_first_not_of(" \t\n") == std::string::npos) command_.clear();
  if (command_ == kDefaultPager && !IsInstalled(command_)) command_.clear();
}

void PagedOutput::Begin(std::string_view bytes, bool complete) {
  const auto lines = std::count(bytes.begin(), bytes.end(), '\n');
  const bool fits = complete && lines < rows_;  // the prompt needs a row
  if (rows_ <= 0 || command_.empty() || fits) return;
  if (!IsInstalled(command_)) {
    remark_ = fmt::format("plansok: there is no pager '{}' (see PAGER, --no-pager)\n", Printable(command_));
    return;
  }
  auto pager = Pager::Start(command_);
  if (pager.ok()) {
    pager_.emplace(*std::move(pager));
  } else {
    remark_ = "plansok: " + std::string(pager.status().message()) + '\n';
  }
}

// An answer is not lost for want of a pager.
std::error_code PagedOutput::End() {
  const absl::Status status = pager_->Finish();
  pager_.reset();
  if (status.ok()) return std::make_error_code(std::errc::broken_pipe);
  remark_ = "plansok: " + std::string(status.message()) + '\n';
  return WriteAll(terminal_, sent_);
}

std::error_code PagedOutput::Write(std::string_view bytes, bool complete) {
  if (!std::exchange(begun_, true)) Begin(bytes, complete);
  if (!pager_) return WriteAll(terminal_, bytes);
  if (sent_.size() <= kMostUnread) sent_ += bytes;
  const std::error_code error = pager_->Write(bytes);
  return error == std::errc::broken_pipe ? End() : error;
}

std::error_code PagedOutput::Finish() {
  if (!pager_) return {};
  const std::error_code error = End();
  return error == std::errc::broken_pipe ? std::error_code() : error;
}

bool IsInstalled(const std::string& command) {
  std::istringstream words(command);
  std::string program;
  while (words >> program && program.find('=') != std::string::npos) {  // LESS=R less
  }
  if (program.empty() || program.find_first_of("\"'\\$`;&|<>()*?[~{") != std::string::npos) return true;
  if (program.find('/') != std::string::npos) return access(program.c_str(), X_OK) == 0;
  const char* path = std::getenv("PATH");  // NOLINT(concurrency-mt-unsafe): nothing writes it
  std::istringstream folders(path == nullptr ? "" : path);
  for (std::string folder; std::getline(folders, folder, ':');) {
    if (access((folder + '/' + program).c_str(), X_OK) == 0) return true;
  }
  return false;
}

}  // namespace plansok::client
