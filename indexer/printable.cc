#include "indexer/printable.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace plansok::indexer {

std::string Printable(std::string_view utf8) {
  const icu::UnicodeString text =
      icu::UnicodeString::fromUTF8({utf8.data(), static_cast<int32_t>(utf8.size())});
  icu::UnicodeString printable;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    const bool layout = c == u'\n' || c == u'\t';
    const bool control = u_charType(c) == U_CONTROL_CHAR || u_hasBinaryProperty(c, UCHAR_BIDI_CONTROL) != 0;
    printable.append(control && !layout ? UChar32{0xFFFD} : c);
  }
  std::string result;
  printable.toUTF8String(result);
  return result;
}

}  // namespace plansok::indexer
