/// The order of Swedish words in lists: å, ä and ö after z, and capitals beside small letters.
#ifndef PLANSOK_TEXT_COLLATION_H_
#define PLANSOK_TEXT_COLLATION_H_

#include <cstdint>
#include <string>
#include <vector>

namespace plansok::text {

/// The place of each of `labels` (UTF-8) in their Swedish order, from 0; equal labels have the same place,
/// and labels that differ have not. Source: the Unicode Collation Algorithm (UTS #10) with CLDR's rules for
/// Swedish, by ICU. Thread-safe.
std::vector<std::uint32_t> SwedishOrder(const std::vector<std::string>& labels);

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_COLLATION_H_
