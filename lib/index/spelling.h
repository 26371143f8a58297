/// How unlike two spellings are.
///
/// Damerau-Levenshtein in its restricted form (optimal string alignment: no letter is changed twice), over
/// Swedish letters. Slips that Swedish invites cost a little less than others, which orders words at the same
/// distance but never makes a farther word the nearer one.
/// Sources: Damerau, "A technique for computer detection and correction of spelling errors", CACM 7(3), 1964;
/// Ukkonen, "Algorithms for approximate string matching", Information and Control 64, 1985 (the band).
#ifndef PLANSOK_INDEX_SPELLING_H_
#define PLANSOK_INDEX_SPELLING_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace plansok::index {

/// Longer words are not compared.
inline constexpr std::size_t kMaxSpellingLength = 48;

/// What one edit costs; edits that Swedish does not invite cost kUnlikelyEdit more. Room for both between two
/// distances, so that cost / kEdit is the distance.
inline constexpr int kEdit = 256;
inline constexpr int kUnlikelyEdit = 8;

/// A letter typed without its dots or ring by someone who typed none at all is hardly an edit.
inline constexpr int kBareLetter = 1;

/// Whether `word` is of the letters a-z, å, ä, ö only (normal form).
bool IsSwedishLetters(std::u32string_view word);

/// a for å and ä, o for ö; else `letter`.
char32_t BareLetter(char32_t letter);

/// The set of the word's bare letters, a bit each. An edit takes at most one letter out and brings one in.
std::uint32_t LetterSet(std::u32string_view word);

/// The cost of the cheapest edits from `typed` to `word`, both of Swedish letters; anything above
/// `max_distance` edits is kTooFar.
inline constexpr int kTooFar = 1'000'000;
int SpellingCost(std::u32string_view typed, std::u32string_view word, int max_distance);

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_SPELLING_H_
