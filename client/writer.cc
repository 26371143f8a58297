#include "client/writer.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace plansok::client {
namespace {

constexpr std::size_t kFlushAt = std::size_t{64} * 1024;  // bytes; a pipe's own size

}  // namespace

bool Writer::Write(std::string_view bytes) {
  if (error_) return false;
  buffer_ += bytes;
  if (buffer_.size() >= kFlushAt) Flush(/*complete=*/false);
  return !error_;
}

bool Writer::BeginsFile() const {
  struct stat file = {};
  return fstat(descriptor_, &file) == 0 && S_ISREG(file.st_mode) && file.st_size == 0 && buffer_.empty();
}

absl::Status Writer::Finish() {
  Flush(/*complete=*/true);
  if (!error_ || error_ == std::errc::broken_pipe) return absl::OkStatus();
  return absl::InternalError(fmt::format("cannot write the answer: {}", error_.message()));
}

void Writer::Flush(bool complete) {
  std::string_view left = buffer_;
  if (destination_ && !left.empty()) descriptor_ = std::exchange(destination_, nullptr)(left, complete);
  while (!error_ && !left.empty()) {
    const ssize_t written = ::write(descriptor_, left.data(), left.size());
    if (written >= 0) {
      left.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      error_ = std::error_code(errno, std::generic_category());
    }
  }
  buffer_.clear();
}

}  // namespace plansok::client
