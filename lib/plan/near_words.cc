#include "plan/near_words.h"

#include <cstddef>

#include "text/edit_distance.h"

namespace plansok::plan {
bool NearlyEqual(std::string_view read, std::string_view word) {
  if (read == word) return true;
  const std::size_t limit = word.size() < 9 ? 0 : word.size() < 16 ? 1 : 2;
  if (limit == 0 || read.size() + limit < word.size() || word.size() + limit < read.size()) return false;
  // Words that differ at both ends are others; asked first, because nearly all are.
  constexpr std::size_t kEnd = 3;
  const bool ends =
      read.front() == word.front() || read.substr(read.size() - kEnd) == word.substr(word.size() - kEnd);
  return ends && text::EditDistance(read, word, limit) <= limit;
}

}  // namespace plansok::plan
