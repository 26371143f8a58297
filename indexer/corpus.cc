#include "indexer/corpus.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>
#include <system_error>

#include "absl/status/status.h"
#include "indexer/files.h"
#include "text/digest.h"

namespace plansok::indexer {
namespace {

namespace fs = std::filesystem;

absl::Status FolderError(const fs::path& folder, const std::error_code& error) {
  const std::string message =
      fmt::format("cannot read corpus folder {}: {}", folder.string(), error.message());
  return error == std::errc::permission_denied ? absl::PermissionDeniedError(message)
                                               : absl::NotFoundError(message);
}

CorpusFile Examine(const fs::path& folder, const fs::path& path) {
  CorpusFile file{NameOf(path.lexically_relative(folder)), path, {}, {}};
  // Opening a pipe waits for its writer, and a device may have no end.
  std::error_code ignored;  // what has no status cannot be opened either, and the opening says why
  if (const fs::file_status status = fs::status(path, ignored);
      fs::exists(status) && !fs::is_regular_file(status)) {
    file.error = fmt::format("{}: cannot be read: it is not a regular file", file.name);
    return file;
  }
  const std::optional<std::string> bytes = ReadBytes(path);
  if (!bytes) {
    file.error = fmt::format("{}: cannot be read: {}", file.name, std::strerror(errno));
    return file;
  }
  const fs::path sidecar_path = fs::path(path).replace_extension(".toml");
  // One that is no regular file is reported when the plan is read.
  const std::optional<std::string> sidecar =
      fs::is_regular_file(sidecar_path, ignored) ? ReadBytes(sidecar_path) : std::nullopt;
  // A digest of the two digests, so that no bytes can move from one file to the other unseen.
  file.digest = text::HexDigest(text::HexDigest(*bytes) + (sidecar ? text::HexDigest(*sidecar) : ""));
  return file;
}

/// A folder that cannot be read is left out by its name, as a file is.
std::optional<CorpusFile> ClosedFolder(const fs::path& folder, const fs::path& path) {
  std::error_code error;
  const fs::directory_iterator probe(path, error);
  if (!error) return std::nullopt;
  const std::string name = NameOf(path.lexically_relative(folder));
  return CorpusFile{name, path, {}, fmt::format("{}: cannot be read: {}", name, error.message())};
}

/// What is left out by its name rather than passed over: a folder named as a plan, and a link to a folder,
/// which may lead in a circle.
std::optional<CorpusFile> NoPlainFolder(const fs::path& folder, const fs::directory_entry& entry) {
  std::error_code ignored;
  const bool link = entry.is_symlink(ignored);
  if (!link && entry.path().extension() != ".txt") return std::nullopt;
  const std::string name = NameOf(entry.path().lexically_relative(folder));
  return CorpusFile{
      name,
      entry.path(),
      {},
      fmt::format("{}: {}", name, link ? "a link to a folder is not followed" : "a folder, not a file")};
}

}  // namespace

absl::StatusOr<std::vector<CorpusFile>> ScanCorpus(const fs::path& folder) {
  std::error_code error;
  std::vector<CorpusFile> files;
  fs::recursive_directory_iterator entry(folder, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    std::error_code ignored;  // a file that vanishes meanwhile is not there
    if (entry->is_directory(ignored)) {
      if (auto other = NoPlainFolder(folder, *entry)) {
        files.push_back(*std::move(other));
        entry.disable_recursion_pending();
      } else if (auto closed = ClosedFolder(folder, entry->path())) {
        files.push_back(*std::move(closed));
        entry.disable_recursion_pending();
      }
    } else if (entry->path().extension() == ".txt") {
      files.push_back(Examine(folder, entry->path()));
    }
  }
  if (error) return FolderError(folder, error);
  if (files.empty()) {
    return absl::NotFoundError(fmt::format("corpus folder {} holds no .txt file", folder.string()));
  }
  std::sort(files.begin(), files.end(),
            [](const CorpusFile& a, const CorpusFile& b) { return a.name < b.name; });
  return files;
}

}  // namespace plansok::indexer
