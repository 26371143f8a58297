#include "query/characters.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace plansok::query {
namespace {

UChar32 ToIcu(char32_t c) { return static_cast<UChar32>(c); }

}  // namespace

CodePoint CodePointAt(std::string_view line, std::size_t at) {
  constexpr std::size_t kLongest = 4;  // bytes of a code point in UTF-8
  const std::string_view bytes = line.substr(at, kLongest);
  const auto size = static_cast<int>(bytes.size());
  int length = 0;
  UChar32 value = 0;
  U8_NEXT(bytes, length, size, value);
  if (value < 0) return {kIllFormed, 1};
  return {static_cast<char32_t>(value), static_cast<std::size_t>(length)};
}

bool IsSeparator(char32_t c) {
  constexpr char32_t kZeroWidthSpace = 0x200B;
  constexpr char32_t kByteOrderMark = 0xFEFF;
  if (c == kIllFormed || c == kZeroWidthSpace || c == kByteOrderMark) return true;
  return u_isUWhiteSpace(ToIcu(c)) || u_charType(ToIcu(c)) == U_CONTROL_CHAR ||
         u_hasBinaryProperty(ToIcu(c), UCHAR_BIDI_CONTROL);
}

QuoteKind QuoteKindOf(char32_t c) {
  switch (c) {
    case U'"':
    case U'\u201C':  // “
    case U'\u201D':  // ”
    case U'\u201E':  // „
    case U'\u201F':  // ‟
    case U'\uFF02':  // ＂
      return QuoteKind::kDouble;
    case U'\u00AB':  // «
    case U'\u00BB':  // »
      return QuoteKind::kAngle;
    default:
      return QuoteKind::kNone;
  }
}

bool HasLetterOrDigit(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint c = CodePointAt(utf8, at);
    if (c.value != kIllFormed && u_isalnum(ToIcu(c.value))) return true;
    at += c.length;
  }
  return false;
}

std::string OneLine(std::string_view bytes) {
  std::string line;
  bool parted = false;
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint c = CodePointAt(bytes, at);
    if (IsSeparator(c.value)) {
      parted = !line.empty();
    } else {
      if (parted) line += ' ';
      parted = false;
      line += bytes.substr(at, c.length);
    }
    at += c.length;
  }
  return line;
}

}  // namespace plansok::query
