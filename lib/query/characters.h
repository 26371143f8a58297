/// Code points of a typed line, and which of them part words or stand as quotation marks.
#ifndef PLANSOK_QUERY_CHARACTERS_H_
#define PLANSOK_QUERY_CHARACTERS_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace plansok::query {

/// A code point and its length in bytes. Ill-formed bytes are read one by one as kIllFormed.
struct CodePoint {
  char32_t value = 0;
  std::size_t length = 0;
};
inline constexpr char32_t kIllFormed = 0xFFFFFFFF;

/// The code point at `at`, which must be less than line.size().
CodePoint CodePointAt(std::string_view line, std::size_t at);

/// White space of any kind, control characters, marks of text direction, ill-formed bytes.
bool IsSeparator(char32_t c);

/// Quotation marks. Any mark of a kind closes one of the same kind: keyboards, phones and word processors mix
/// them.
enum class QuoteKind { kNone, kDouble, kAngle };
QuoteKind QuoteKindOf(char32_t c);

/// Letters and digits.
bool HasLetterOrDigit(std::string_view utf8);

/// `bytes` with each run of separators made one space, and none at the ends: well-formed UTF-8 on one line.
std::string OneLine(std::string_view bytes);

}  // namespace plansok::query

#endif  // PLANSOK_QUERY_CHARACTERS_H_
