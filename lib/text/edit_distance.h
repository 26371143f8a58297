/// How many letters part two words.
#ifndef PLANSOK_TEXT_EDIT_DISTANCE_H_
#define PLANSOK_TEXT_EDIT_DISTANCE_H_

#include <cstddef>
#include <string_view>

namespace plansok::text {

/// Levenshtein distance in bytes; meant for folded words, which are all but ASCII. Takes the product of the
/// lengths. Pure.
std::size_t EditDistance(std::string_view a, std::string_view b);

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_EDIT_DISTANCE_H_
