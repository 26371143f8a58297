#include "plan/near_words.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace plansok::plan {
namespace {

/// Levenshtein distance, given up beyond `limit`: titles are short, and the limit 2 at most.
std::size_t EditDistance(std::string_view a, std::string_view b, std::size_t limit) {
  if (a.size() > b.size() + limit || b.size() > a.size() + limit) return limit + 1;
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, substituted}));
    }
  }
  return row[b.size()];
}

}  // namespace

bool NearlyEqual(std::string_view read, std::string_view word) {
  if (read == word) return true;
  const std::size_t limit = word.size() < 9 ? 0 : word.size() < 16 ? 1 : 2;
  if (limit == 0 || read.size() + limit < word.size() || word.size() + limit < read.size()) return false;
  // Words that differ at both ends are others; asked first, because nearly all are.
  constexpr std::size_t kEnd = 3;
  const bool ends =
      read.front() == word.front() || read.substr(read.size() - kEnd) == word.substr(word.size() - kEnd);
  return ends && EditDistance(read, word, limit) <= limit;
}

}  // namespace plansok::plan
