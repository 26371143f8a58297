/// Reading data files: those of OCR repair, and the lines of others. Private to this room.
#ifndef PLANSOK_TEXT_OCR_DATA_H_
#define PLANSOK_TEXT_OCR_DATA_H_

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace plansok::text {

/// The whole of a file compressed with Zstandard (RFC 8878), read as ReadFileBytes() does; InvalidArgument
/// where it is not such a file.
absl::StatusOr<std::string> ReadZstdFile(const std::filesystem::path& file);

/// Takes the first piece of `rest`, up to `separator` or the end, and moves `rest` behind it; nullopt at the
/// end.
std::optional<std::string_view> TakePiece(std::string_view& rest, char separator);

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_OCR_DATA_H_
