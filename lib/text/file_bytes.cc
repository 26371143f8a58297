#include "text/file_bytes.h"

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <fstream>
#include <system_error>

namespace plansok::text {

absl::StatusOr<std::string> ReadFileBytes(const std::filesystem::path& file) {
  constexpr std::size_t kChunkBytes = std::size_t{1} << 16U;
  std::error_code ignored;  // what has no status cannot be opened either
  const std::filesystem::file_status status = std::filesystem::status(file, ignored);
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status))
    return absl::InvalidArgumentError(fmt::format("{}: not a regular file", file.string()));
  std::ifstream in(file, std::ios::binary);
  if (!in.is_open()) return absl::NotFoundError(fmt::format("{}: cannot be read", file.string()));
  std::string bytes;
  // A stream buffer's iterators would let a failed read out as an exception.
  for (std::array<char, kChunkBytes> chunk{}; in;) {
    in.read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
    bytes.append(chunk.data(), static_cast<std::size_t>(in.gcount()));
  }
  if (in.bad()) return absl::DataLossError(fmt::format("{}: cannot be read to its end", file.string()));
  return bytes;
}

}  // namespace plansok::text
