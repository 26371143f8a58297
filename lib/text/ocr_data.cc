#include "text/ocr_data.h"

#include <fmt/format.h>
#include <zstd.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>

#include "absl/status/status.h"
#include "text/file_bytes.h"

namespace plansok::text {
namespace {

// No data file of ours comes near; a damaged one must not ask for all memory.
constexpr std::size_t kMaxDataBytes = std::size_t{256} << 20U;

struct FreeStream {
  void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
};

}  // namespace

absl::StatusOr<std::string> ReadZstdFile(const std::filesystem::path& file) {
  absl::StatusOr<std::string> packed = ReadFileBytes(file);
  if (!packed.ok()) {
    return packed.status();
  }
  // A stream, because a file made by a pipe does not say how long it is.
  const std::unique_ptr<ZSTD_DStream, FreeStream> stream(ZSTD_createDStream());
  std::string content;
  std::string buffer(ZSTD_DStreamOutSize(), '\0');
  ZSTD_inBuffer in{packed->data(), packed->size(), 0};
  std::size_t left = 1;  // 0 at the end of a frame
  while (in.pos < in.size || left != 0) {
    ZSTD_outBuffer out{buffer.data(), buffer.size(), 0};
    left = ZSTD_decompressStream(stream.get(), &out, &in);
    const bool truncated = in.pos == in.size && left != 0 && out.pos < out.size;
    if (ZSTD_isError(left) != 0 || truncated || content.size() + out.pos > kMaxDataBytes) {
      return absl::InvalidArgumentError(
          fmt::format("{}: no Zstandard file, or a damaged one", file.string()));
    }
    content.append(buffer, 0, out.pos);
  }
  return content;
}

std::optional<std::string_view> TakePiece(std::string_view& rest, char separator) {
  if (rest.empty()) {
    return std::nullopt;
  }
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view piece = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return piece;
}

}  // namespace plansok::text
