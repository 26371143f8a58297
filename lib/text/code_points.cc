#include "text/code_points.h"

#include <unicode/utf8.h>

#include <array>
#include <cstdint>

namespace plansok::text {

char32_t NextCodePoint(std::string_view utf8, std::size_t& offset) {
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(utf8.data(), offset, utf8.size(), c);
  return static_cast<char32_t>(c);
}

std::u32string DecodeUtf8(std::string_view utf8) {
  std::u32string result;
  result.reserve(utf8.size());
  for (std::size_t offset = 0; offset < utf8.size();) {
    result.push_back(NextCodePoint(utf8, offset));
  }
  return result;
}

void AppendUtf8(char32_t c, std::string& utf8) {
  std::array<char, U8_MAX_LENGTH> bytes{};
  std::int32_t size = 0;
  U8_APPEND_UNSAFE(bytes.data(), size, static_cast<UChar32>(c));
  utf8.append(bytes.data(), static_cast<std::size_t>(size));
}

}  // namespace plansok::text
