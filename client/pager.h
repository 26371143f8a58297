/// A program that shows long output page by page (less).
#ifndef PLANSOK_CLIENT_PAGER_H_
#define PLANSOK_CLIENT_PAGER_H_

#include <sys/types.h>

#include <optional>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace plansok::client {

/// A running pager. Reads from `descriptor()` what is written there. While it runs, an interrupt from the
/// keyboard is the pager's to answer: less gives back the screen, and leaving this program first would take
/// the terminal from it.
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

  int descriptor() const { return input_; }

  /// Tells it that there is no more, and waits until the person has read. Errors: FailedPrecondition where
  /// the shell found no such program: then nothing was shown.
  absl::Status Finish();

 private:
  Pager(pid_t process, int input, std::string command);

  pid_t process_;
  int input_;
  std::string command_;
  void (*interrupt_before_)(int);  // what SIGINT did: the pager's own while it runs
};

/// Sends what is longer than the screen through a pager, and the rest to the terminal itself.
class PagedOutput {
 public:
  /// `rows` of the terminal; 0, or an empty `command`: nothing is paged.
  PagedOutput(int terminal, int rows, std::string command);

  /// Where to write: Writer::Destination.
  int Destination(std::string_view buffered, bool complete);

  /// As Pager::Finish.
  absl::Status Finish();

  /// One line on why nothing was paged, where a pager was asked for that is not there; else "".
  std::string Remark() const;

 private:
  int terminal_;
  int rows_;
  std::string command_;
  bool missing_ = false;
  std::optional<Pager> pager_;
};

/// Whether the program that `command` begins with is there: on PATH, or where its own path says. What only a
/// shell can tell (variables, quotes, several commands) is taken to be.
bool IsInstalled(const std::string& command);

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_PAGER_H_
