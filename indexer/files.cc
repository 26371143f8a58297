#include "indexer/files.h"

#include <fmt/format.h>

#include <array>
#include <fstream>

#include "text/normalize.h"

namespace plansok::indexer {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{1} << 16U;

}  // namespace

std::optional<std::string> ReadBytes(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes;
  // A stream buffer's iterators would let a failed read out as an exception.
  for (std::array<char, kChunkBytes> chunk{}; in;) {
    in.read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
    bytes.append(chunk.data(), static_cast<std::size_t>(in.gcount()));
  }
  if (!in.is_open() || in.bad()) return std::nullopt;
  return bytes;
}

std::string NameOf(const std::filesystem::path& path) {
  std::string name = path.generic_string();
  if (text::IsValidUtf8(name)) return name;
  std::string escaped;
  for (const char byte : name) {
    const auto code = static_cast<unsigned char>(byte);
    escaped += code < 0x80 ? std::string(1, byte) : fmt::format("%{:02X}", code);
  }
  return escaped;
}

}  // namespace plansok::indexer
