/// A program that shows long output page by page (less).
#ifndef PLANSOK_CLIENT_PAGER_H_
#define PLANSOK_CLIENT_PAGER_H_

#include <sys/types.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace plansok::client {

/// A running pager. While it runs, an interrupt from the keyboard is the pager's to answer: less gives back
/// the screen, and leaving this program first would take the terminal from it.
class Pager {
 public:
  /// Starts `command` by the shell, with LESS=FRX (as git does) where LESS is not set: colours pass, and the
  /// screen is not cleared. Errors: Internal where no process can be started.
  static absl::StatusOr<Pager> Start(const std::string& command);

  Pager(Pager&& other) noexcept;
  Pager& operator=(Pager&&) = delete;
  Pager(const Pager&) = delete;
  Pager& operator=(const Pager&) = delete;
  ~Pager();

  /// Gives it more to show. Broken pipe: it has gone, see Finish().
  std::error_code Write(std::string_view bytes);

  /// Tells it that there is no more, and waits until the person has read. Errors: FailedPrecondition where it
  /// failed before it had read anything: then nothing was shown. Whoever leaves it early is no error.
  absl::Status Finish();

 private:
  Pager(pid_t process, int input, std::string command);
  bool HasReadNothing(int unread) const;

  pid_t process_;
  int input_;
  std::string command_;
  std::size_t sent_ = 0;           // bytes that the pipe has taken
  void (*interrupt_before_)(int);  // what SIGINT did: the pager's own while it runs
};

/// Sends what is longer than the screen through a pager, and the rest to the terminal itself; all of it there
/// where the pager does not work.
class PagedOutput {
 public:
  /// `rows` of the terminal; 0, or a `command` without a word: nothing is paged.
  PagedOutput(int terminal, int rows, std::string command);

  /// Writer::Destination.
  std::error_code Write(std::string_view bytes, bool complete);

  /// Waits for the pager. The error of writing to the terminal, where that had to be done.
  std::error_code Finish();

  /// One line on why nothing was paged, where a pager was asked for that does not work; else "".
  const std::string& remark() const { return remark_; }

 private:
  void Begin(std::string_view bytes, bool complete);
  std::error_code End();

  int terminal_;
  int rows_;
  std::string command_;
  std::string remark_;
  bool begun_ = false;
  std::string sent_;  // what a pager that has read nothing may still owe the person
  std::optional<Pager> pager_;
};

/// Whether the program that `command` begins with is there: on PATH, or where its own path says. What only a
/// shell can tell (variables, quotes, several commands) is taken to be.
bool IsInstalled(const std::string& command);

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_PAGER_H_
