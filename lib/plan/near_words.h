/// Comparing short titles and names that may have been misread.
#ifndef PLANSOK_PLAN_NEAR_WORDS_H_
#define PLANSOK_PLAN_NEAR_WORDS_H_

#include <string_view>

namespace plansok::plan {

/// Whether `read` is `word`, both folded, but for a scanning error or two. Scanning loses about one letter in
/// ten; short words are left exact, as "mal" and "tal" differ in one letter and are two words.
bool NearlyEqual(std::string_view read, std::string_view word);

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_NEAR_WORDS_H_
