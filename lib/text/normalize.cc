#include "text/normalize.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <array>
#include <cstdint>

namespace plansok::text {
namespace {

// U+00C0..U+00FF in normal form, indexed by the second byte of their UTF-8 form less 0x80. This range and
// ASCII cover nearly every Swedish word, so most words never reach ICU. æ and ø are ä and ö: Swedish sorts
// them as the same letters.
constexpr std::array<std::string_view, 64> kLatin1 = {
    "a", "a", "a", "a", "ä", "å", "ä", "c", "e", "e", "e", "e", "i", "i", "i",  "i",   // À..Ï
    "d", "n", "o", "o", "o", "o", "ö", "×", "ö", "u", "u", "u", "u", "y", "th", "ss",  // Ð..ß
    "a", "a", "a", "a", "ä", "å", "ä", "c", "e", "e", "e", "e", "i", "i", "i",  "i",   // à..ï
    "d", "n", "o", "o", "o", "o", "ö", "÷", "ö", "u", "u", "u", "u", "y", "th", "y"};  // ð..ÿ

constexpr unsigned char kLatin1Lead = 0xC3;
constexpr std::string_view kSoftHyphen = "\u00AD";

// Letters and marks without a canonical decomposition that nevertheless have a plain form.
std::string_view PlainForm(char16_t unit) {
  switch (unit) {
    case u'æ':
      return "ä";
    case u'ø':
      return "ö";
    case u'ð':
    case u'đ':
      return "d";
    case u'þ':
      return "th";
    case u'ł':
      return "l";
    case u'ı':
      return "i";
    case u'\u2010':  // hyphen, and by compatibility U+2011, the non-breaking one
      return "-";
    case u'\u2019':
      return "'";
    default:
      return {};
  }
}

bool IsCombiningDiacritic(char16_t unit) { return unit >= 0x0300 && unit <= 0x036F; }

bool MakesSwedishLetter(char16_t base, char16_t mark) {
  return (mark == 0x0308 && (base == u'a' || base == u'o')) || (mark == 0x030A && base == u'a');
}

// Drops the diacritics of decomposed `nfd`, save those that make å, ä and ö.
icu::UnicodeString WithoutForeignMarks(const icu::UnicodeString& nfd) {
  icu::UnicodeString plain;
  char16_t base = 0;
  for (int32_t i = 0; i < nfd.length(); ++i) {
    const char16_t unit = nfd.charAt(i);
    if (IsCombiningDiacritic(unit)) {
      if (!MakesSwedishLetter(base, unit)) continue;
      plain.append(unit);
      base = 0;  // one mark a letter
      continue;
    }
    base = unit;
    if (const std::string_view form = PlainForm(unit); !form.empty()) {
      plain.append(icu::UnicodeString::fromUTF8(form));
    } else {
      plain.append(unit);
    }
  }
  return plain;
}

// Words beyond Latin-1: NFKC_Casefold opens ligatures, lowers case and drops soft hyphens.
std::string NormalizeByIcu(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
  text = icu::Normalizer2::getNFKCCasefoldInstance(status)->normalize(text, status);
  text = icu::Normalizer2::getNFDInstance(status)->normalize(text, status);
  text = icu::Normalizer2::getNFCInstance(status)->normalize(WithoutForeignMarks(text), status);
  std::string result;
  text.toUTF8String(result);
  return result;
}

bool IsContinuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

char LowerAscii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

bool IsValidUtf8(std::string_view bytes) {
  const auto size = static_cast<int64_t>(bytes.size());
  int64_t i = 0;
  while (i < size) {
    UChar32 code = 0;
    U8_NEXT(bytes, i, size, code);
    if (code < 0) return false;
  }
  return true;
}

std::string ToNfc(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  const auto text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
  std::string result;
  nfc->normalize(text, status).toUTF8String(result);
  return result;
}

std::string NormalizeWord(std::string_view utf8) {
  std::string word;
  word.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const auto byte = static_cast<unsigned char>(utf8[i]);
    if (byte < 0x80) {
      word.push_back(LowerAscii(utf8[i]));
    } else if (byte == kLatin1Lead && i + 1 < utf8.size() && IsContinuation(utf8[i + 1])) {
      word.append(kLatin1[static_cast<unsigned char>(utf8[++i]) & 0x3FU]);
    } else if (utf8.substr(i, kSoftHyphen.size()) == kSoftHyphen) {
      ++i;
    } else {
      return NormalizeByIcu(utf8);
    }
  }
  return word;
}

std::string FoldWord(std::string_view utf8) {
  const std::string word = NormalizeWord(utf8);
  std::string folded;
  folded.reserve(word.size());
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (static_cast<unsigned char>(word[i]) != kLatin1Lead || i + 1 == word.size()) {
      folded.push_back(word[i]);
      continue;
    }
    // Of this range only å, ä, ö (and the signs × and ÷) are left in a normal form.
    const std::string_view letter = std::string_view(word).substr(i++, 2);
    folded.append(letter == "å" || letter == "ä" ? "a" : letter == "ö" ? "o" : letter);
  }
  return folded;
}

std::string Capitalized(std::string_view word) {
  std::string name(word);
  if (name.empty()) return name;
  if (name.front() >= 'a' && name.front() <= 'z') {
    name.front() = static_cast<char>(name.front() - 'a' + 'A');
  } else if (name.starts_with("å") || name.starts_with("ä") || name.starts_with("ö")) {
    name[1] = static_cast<char>(name[1] - 0x20);  // as everywhere in Latin-1, capitals stand 0x20 before
  }
  return name;
}

bool StartsWithCapital(std::string_view utf8) {
  if (utf8.empty()) return false;
  UChar32 first = 0;
  std::size_t offset = 0;
  U8_NEXT_OR_FFFD(utf8.data(), offset, utf8.size(), first);
  return u_isUUppercase(first) != 0;
}

std::size_t CodePointCount(std::string_view utf8) {
  std::size_t count = 0;
  for (const char byte : utf8) count += IsContinuation(byte) ? 0 : 1;
  return count;
}

}  // namespace plansok::text
