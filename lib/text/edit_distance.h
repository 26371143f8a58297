/// How many letters part two words.
#ifndef PLANSOK_TEXT_EDIT_DISTANCE_H_
#define PLANSOK_TEXT_EDIT_DISTANCE_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace plansok::text {

/// Levenshtein distance in bytes; meant for folded words, which are all but ASCII. Distances above `most`
/// are not told apart: they are `most` + 1. Takes the length times `most`. Pure.
/// Source: Ukkonen, "Algorithms for approximate string matching", Information and Control 64, 1985.
std::size_t EditDistance(std::string_view a, std::string_view b, std::size_t most = SIZE_MAX);

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_EDIT_DISTANCE_H_
