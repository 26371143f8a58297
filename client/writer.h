/// Output to a file descriptor. A reader that has gone away (`plansok export | head`) is no error: what is
/// written after that goes nowhere.
#ifndef PLANSOK_CLIENT_WRITER_H_
#define PLANSOK_CLIENT_WRITER_H_

#include <functional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "absl/status/status.h"

namespace plansok::client {

/// Writes all of `bytes`, however many calls it takes. SIGPIPE must be ignored.
std::error_code WriteAll(int descriptor, std::string_view bytes);

/// Internal, with the system's own words.
absl::Status CannotWrite(const std::error_code& error);

/// Buffered; flushed by Finish() and whenever enough has gathered. Not thread-safe. The descriptor is the
/// caller's, and SIGPIPE must be ignored.
class Writer {
 public:
  /// Where bytes go instead of the descriptor; `complete` says whether they are the last. Gives an error as
  /// WriteAll() does.
  using Destination = std::function<std::error_code(std::string_view bytes, bool complete)>;

  explicit Writer(int descriptor) : descriptor_(descriptor) {}
  Writer(int descriptor, Destination destination)
      : descriptor_(descriptor), destination_(std::move(destination)) {}

  /// False where writing more is pointless: the reader has gone, or writing failed.
  bool Write(std::string_view bytes);

  /// Whether what is written begins an ordinary file, and not what is in a pipe, on a terminal, or at the end
  /// of a file that others began.
  bool BeginsFile() const;

  /// Writes what is left. Errors: Internal, with the system's own words; none for a reader that has gone.
  absl::Status Finish();

 private:
  void Flush(bool complete);

  int descriptor_;
  Destination destination_;
  std::string buffer_;
  std::error_code error_;
};

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_WRITER_H_
