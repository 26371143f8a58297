/// A whole file as bytes.
#ifndef PLANSOK_TEXT_FILE_BYTES_H_
#define PLANSOK_TEXT_FILE_BYTES_H_

#include <filesystem>
#include <string>

#include "absl/status/statusor.h"

namespace plansok::text {

/// All of a regular file: opening a pipe would wait for its writer, and a device may have no end. NotFound:
/// no such file, or one that cannot be opened. InvalidArgument: no regular file. DataLoss: not readable to
/// its end. The message names the file.
absl::StatusOr<std::string> ReadFileBytes(const std::filesystem::path& file);

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_FILE_BYTES_H_
