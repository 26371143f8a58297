/// What is too long to be a word. Private to this room.
#ifndef PLANSOK_TEXT_WORD_LIMITS_H_
#define PLANSOK_TEXT_WORD_LIMITS_H_

#include <cstddef>

namespace plansok::text {

/// In bytes. No Swedish word comes near; Hunspell's own limit is 100 letters (MAXWORDUTF8LEN 400 bytes), its
/// compound search and ours grow fast with length, and made-up words are not to fill the caches.
inline constexpr std::size_t kLongestWord = 100;

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_WORD_LIMITS_H_
