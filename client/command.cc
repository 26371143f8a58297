#include "client/command.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace plansok::client {

std::string JoinWords(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

bool IsBlank(const std::vector<std::string>& words) {
  return std::all_of(words.begin(), words.end(), [](const std::string& word) {
    return word.find_first_not_of(" \t\r\n") == std::string::npos;
  });
}

absl::Status CheckWordCount(std::string_view command, std::string_view wanted, std::size_t count,
                            const std::vector<std::string>& words) {
  if (words.size() == count) return absl::OkStatus();
  if (count == 0)
    return absl::InvalidArgumentError(fmt::format("{} takes no '{}'", command, Printable(words.front())));
  return absl::InvalidArgumentError(fmt::format("{0} wants {1}: plansok {0} --help", command, wanted));
}

}  // namespace plansok::client
