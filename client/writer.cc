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
  return CannotWrite(error_);
}

void Writer::Flush(bool complete) {
  if (!error_ && !buffer_.empty())
    error_ = destination_ ? destination_(buffer_, complete) : WriteAll(descriptor_, buffer_);
  buffer_.clear();
}

absl::Status CannotWrite(const std::error_code& error) {
  return absl::InternalError(fmt::format("cannot write the answer: {}", error.message()));
}

std::error_code WriteAll(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      return {errno, std::generic_category()};
    }
  }
  return {};
}

}  // namespace plansok::client
