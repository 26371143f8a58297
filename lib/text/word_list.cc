#include "text/word_list.h"

#include <fmt/format.h>

#include <fstream>
#include <sstream>
#include <utility>

#include "text/normalize.h"

namespace plansok::text {
namespace {

std::vector<std::string> WordsOf(std::string line) {
  line.resize(std::min(line.find('#'), line.size()));
  std::istringstream words(line);
  std::vector<std::string> result;
  for (std::string word; words >> word;) result.push_back(NormalizeWord(word));
  return result;
}

absl::Status BadLine(const std::filesystem::path& file, std::size_t number, std::string_view why) {
  return absl::InvalidArgumentError(fmt::format("{}:{}: {}", file.string(), number, why));
}

}  // namespace

absl::StatusOr<std::vector<std::vector<std::string>>> ReadWordLines(const std::filesystem::path& file,
                                                                    std::size_t words_a_line) {
  std::ifstream in(file);
  if (!in) return absl::NotFoundError(fmt::format("cannot read {}", file.string()));
  std::vector<std::vector<std::string>> lines;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (!IsValidUtf8(line)) return BadLine(file, number, "not UTF-8");
    std::vector<std::string> words = WordsOf(std::move(line));
    if (words.empty()) continue;
    if (words.size() != words_a_line) {
      return BadLine(file, number, fmt::format("expected {} word(s), found {}", words_a_line, words.size()));
    }
    lines.push_back(std::move(words));
  }
  if (in.bad()) return absl::NotFoundError(fmt::format("cannot read {}", file.string()));
  return lines;
}

absl::StatusOr<WordSet> ReadWordSet(const std::filesystem::path& file) {
  auto lines = ReadWordLines(file, 1);
  if (!lines.ok()) return lines.status();
  WordSet set;
  for (auto& line : *lines) set.insert(std::move(line.front()));
  return set;
}

absl::StatusOr<WordMap> ReadWordMap(const std::filesystem::path& file) {
  auto lines = ReadWordLines(file, 2);
  if (!lines.ok()) return lines.status();
  WordMap map;
  for (auto& line : *lines) {
    const auto [entry, added] = map.emplace(std::move(line[0]), std::move(line[1]));
    if (!added) {
      return absl::InvalidArgumentError(fmt::format("{}: {} stands twice", file.string(), entry->first));
    }
  }
  return map;
}

}  // namespace plansok::text
