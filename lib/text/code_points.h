/// UTF-8 to and from code points. Pure and thread-safe.
#ifndef PLANSOK_TEXT_CODE_POINTS_H_
#define PLANSOK_TEXT_CODE_POINTS_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace plansok::text {

/// What stands for an ill-formed byte sequence (Unicode's replacement character).
inline constexpr char32_t kIllFormed = 0xFFFD;

/// The code point that begins at `utf8[offset]`; moves `offset` behind it. `offset` must be inside.
char32_t NextCodePoint(std::string_view utf8, std::size_t& offset);

/// All code points of `utf8`.
std::u32string DecodeUtf8(std::string_view utf8);

/// Appends `c` to `utf8`.
void AppendUtf8(char32_t c, std::string& utf8);

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_CODE_POINTS_H_
