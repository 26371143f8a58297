#include "index/checksums.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <system_error>
#include <vector>

#include "absl/status/statusor.h"
#include "text/digest.h"

namespace plansok::index {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFileName = "SHA256SUMS";
constexpr std::size_t kDigits = 64;
constexpr std::string_view kBetween = "  ";

struct Checksum {
  std::string digest;
  std::string file;  // relative to the folder
};

absl::StatusOr<std::string> DigestOf(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string digest = text::HexDigest(stream);
  if (!stream.is_open() || stream.bad())
    return absl::InternalError(fmt::format("cannot read {}", file.string()));
  return digest;
}

absl::StatusOr<std::vector<std::string>> FilesOf(const fs::path& folder) {
  std::vector<std::string> files;
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    if (entry->is_regular_file(error) && entry->path() != folder / kFileName)
      files.push_back(entry->path().lexically_relative(folder).string());
  }
  if (error) return absl::InternalError(fmt::format("cannot list {}: {}", folder.string(), error.message()));
  std::sort(files.begin(), files.end());
  return files;
}

absl::StatusOr<std::vector<Checksum>> ReadChecksums(const fs::path& folder) {
  std::vector<Checksum> checksums;
  std::error_code ignored;  // one that cannot be looked at cannot be opened either
  std::ifstream stream(folder / kFileName);
  if (!stream && fs::exists(folder / kFileName, ignored))
    return absl::InternalError(fmt::format("cannot read {}", (folder / kFileName).string()));
  for (std::string line; std::getline(stream, line);) {
    if (line.size() <= kDigits + kBetween.size() || line.compare(kDigits, kBetween.size(), kBetween) != 0)
      return absl::DataLossError(fmt::format("{} is damaged", (folder / kFileName).string()));
    checksums.push_back({line.substr(0, kDigits), line.substr(kDigits + kBetween.size())});
  }
  return checksums;
}

/// DataLoss: it is gone; Internal: it may not be read.
absl::Status CanBeRead(const fs::path& file) {
  if (std::ifstream(file)) return absl::OkStatus();
  std::error_code ignored;  // what cannot be looked at cannot be read either
  if (fs::exists(file, ignored)) return absl::InternalError(fmt::format("cannot read {}", file.string()));
  return absl::DataLossError(fmt::format("{} is gone", file.string()));
}

}  // namespace

absl::Status WriteChecksums(const fs::path& folder) {
  const auto files = FilesOf(folder);
  if (!files.ok()) return files.status();
  std::ofstream stream(folder / kFileName);
  for (const std::string& file : *files) {
    const auto digest = DigestOf(folder / file);
    if (!digest.ok()) return digest.status();
    stream << *digest << kBetween << file << '\n';
  }
  stream.close();
  return stream ? absl::OkStatus()
                : absl::InternalError(fmt::format("cannot write {}", (folder / kFileName).string()));
}

absl::Status VerifyChecksums(const fs::path& folder) {
  const auto checksums = ReadChecksums(folder);
  if (!checksums.ok()) return checksums.status();
  if (checksums->empty())
    return absl::DataLossError(fmt::format("{}: no such file, or empty", (folder / kFileName).string()));
  for (const Checksum& checksum : *checksums) {
    if (absl::Status status = CanBeRead(folder / checksum.file); !status.ok()) return status;
    const auto digest = DigestOf(folder / checksum.file);
    if (!digest.ok()) return digest.status();
    if (*digest == checksum.digest) continue;
    return absl::DataLossError(
        fmt::format("{} is not as it was published", (folder / checksum.file).string()));
  }
  return absl::OkStatus();
}

absl::Status VerifyPresence(const fs::path& folder) {
  const auto checksums = ReadChecksums(folder);
  if (!checksums.ok()) return checksums.status();
  for (const Checksum& checksum : *checksums) {
    if (absl::Status status = CanBeRead(folder / checksum.file); !status.ok()) return status;
  }
  return absl::OkStatus();
}

}  // namespace plansok::index
