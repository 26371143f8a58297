/// A file's bytes into lines of sound UTF-8.
///
/// Plans come as UTF-8, with and without a byte order mark, as UTF-16 and as Windows-1252 (of which Latin-1
/// is a part). What is not text is refused with a message that names the file and says what it seems to be.
#ifndef PLANSOK_PLAN_SOURCE_TEXT_H_
#define PLANSOK_PLAN_SOURCE_TEXT_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace plansok::plan {

/// Beyond these a file is not a plan: the longest budget of the city has 2 MB, its longest paragraph 10 kB.
inline constexpr std::size_t kMaxSourceBytes = 256U << 20U;
inline constexpr std::size_t kMaxLineBytes = 1U << 20U;

/// A file's lines in canonical composition (NFC), without their line ends (\n, \r\n or \r).
struct SourceText {
  std::vector<std::string> lines;
  std::vector<int> pages;             ///< of each line, by form feeds; all 0 where the file has none
  std::vector<std::string> warnings;  ///< each one line, naming the file
};

/// InvalidArgument: empty, binary, undecodable or beyond the bounds.
absl::StatusOr<SourceText> DecodeSource(std::string_view bytes, const std::string& name);

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_SOURCE_TEXT_H_
