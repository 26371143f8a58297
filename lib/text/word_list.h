/// Files of words that people edit: a word or "key value" a line, # starts a comment, blank lines are
/// skipped.
#ifndef PLANSOK_TEXT_WORD_LIST_H_
#define PLANSOK_TEXT_WORD_LIST_H_

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "absl/status/statusor.h"

namespace plansok::text {

/// Hash that lets containers of std::string be asked with std::string_view.
struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view key) const { return std::hash<std::string_view>{}(key); }
};

using WordSet = std::unordered_set<std::string, StringHash, std::equal_to<>>;
using WordMap = std::unordered_map<std::string, std::string, StringHash, std::equal_to<>>;

/// The words of every line, in normal form (normalize.h). NotFound where the file cannot be read;
/// InvalidArgument, naming the line, where a line has not `words_a_line` words or is not UTF-8.
absl::StatusOr<std::vector<std::vector<std::string>>> ReadWordLines(const std::filesystem::path& file,
                                                                    std::size_t words_a_line);

/// A file of one word a line.
absl::StatusOr<WordSet> ReadWordSet(const std::filesystem::path& file);

/// A file of "key value" lines. InvalidArgument where a key stands twice.
absl::StatusOr<WordMap> ReadWordMap(const std::filesystem::path& file);

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_WORD_LIST_H_
