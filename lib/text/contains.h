/// Whether a word is among others. Private to this room.
#ifndef PLANSOK_TEXT_CONTAINS_H_
#define PLANSOK_TEXT_CONTAINS_H_

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace plansok::text {

inline bool Contains(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_CONTAINS_H_
