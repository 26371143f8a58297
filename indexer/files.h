/// Bytes and names of files, whatever the file system holds.
#ifndef PLANSOK_INDEXER_FILES_H_
#define PLANSOK_INDEXER_FILES_H_

#include <filesystem>
#include <optional>
#include <string>

namespace plansok::indexer {

/// All of a file; nullopt where it cannot be read (missing, a folder, a disk error).
std::optional<std::string> ReadBytes(const std::filesystem::path& file);

/// A path as UTF-8 text, for reports and the index. File names are bytes: where they are no UTF-8, those
/// beyond ASCII stand as %E5, so that two names never become one.
std::string NameOf(const std::filesystem::path& path);

}  // namespace plansok::indexer

#endif  // PLANSOK_INDEXER_FILES_H_
