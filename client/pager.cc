#include "client/pager.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
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

namespace plansok::client {
namespace {

constexpr int kNotFound = 127;  // the shell's own exit status for a program it does not find

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

absl::Status Pager::Finish() {
  if (process_ == 0) return absl::OkStatus();
  close(std::exchange(input_, -1));
  int status = 0;
  while (waitpid(process_, &status, 0) < 0 && errno == EINTR) {
  }
  process_ = 0;
  std::signal(SIGINT, interrupt_before_);
  if (WIFEXITED(status) && WEXITSTATUS(status) == kNotFound)
    return absl::FailedPreconditionError(
        Printable(fmt::format("there is no pager '{}' (see PAGER, --no-pager)", command_)));
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
    return absl::FailedPreconditionError(
        Printable(fmt::format("the pager '{}' failed (see PAGER, --no-pager)", command_)));
  return absl::OkStatus();
}

PagedOutput::PagedOutput(int terminal, int rows, std::string command)
    : terminal_(terminal), rows_(rows), command_(std::move(command)) {
  if (command_ == kDefaultPager && !IsInstalled(command_)) command_.clear();
}

std::string PagedOutput::Remark() const {
  if (!missing_) return "";
  return fmt::format("plansok: there is no pager '{}' (see PAGER, --no-pager)\n", Printable(command_));
}

int PagedOutput::Destination(std::string_view buffered, bool complete) {
  const auto lines = std::count(buffered.begin(), buffered.end(), '\n');
  const bool fits = complete && lines < rows_;  // the prompt needs a row
  if (rows_ <= 0 || command_.empty() || fits) return terminal_;
  missing_ = !IsInstalled(command_);
  if (missing_) return terminal_;
  auto pager = Pager::Start(command_);
  if (!pager.ok()) return terminal_;  // an answer is not lost for want of a pager
  pager_.emplace(*std::move(pager));
  return pager_->descriptor();
}

absl::Status PagedOutput::Finish() { return pager_ ? pager_->Finish() : absl::OkStatus(); }

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
