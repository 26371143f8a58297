#include "plan/letters.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <cstdint>

#include "plan/characters.h"
#include "text/normalize.h"

namespace plansok::plan {
namespace {

constexpr char32_t kSoftHyphen = 0x00AD;

// The code point at `at`, which moves past it; a space for ill-formed bytes.
char32_t Next(std::string_view utf8, int32_t& at) {
  UChar32 code = 0;
  const char* bytes = utf8.data();  // the macro indexes it
  U8_NEXT(bytes, at, static_cast<int32_t>(utf8.size()), code);
  return code < 0 ? U' ' : static_cast<char32_t>(code);
}

bool EndsSentence(char32_t c) { return c == U'.' || c == U'!' || c == U'?'; }

bool IsFramed(char c) { return std::string_view(" \t\r\n#*_-+>\"'.:;,|").find(c) != std::string_view::npos; }

// Bullets and quotes that take several bytes.
std::size_t FrameLength(std::string_view text) {
  for (std::string_view sign : {"•", "»", "«", "–", "—", "”", "“", "►", "◦", "▪", "·", "\u00A0"}) {
    if (text.starts_with(sign)) return sign.size();
  }
  return !text.empty() && IsFramed(text.front()) ? 1 : 0;
}

std::string_view StripFrame(std::string_view text) {
  while (std::size_t length = FrameLength(text)) text.remove_prefix(length);
  while (!text.empty()) {
    std::size_t last = text.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) --last;
    if (FrameLength(text.substr(last)) != text.size() - last) break;
    text.remove_suffix(text.size() - last);
  }
  return text;
}

// The length of "3.1.1.1 ", "2." or "4)" in front; 0 where a number is part of the wording ("2025 års ...",
// "12 mål").
std::size_t NumberingLength(std::string_view text) {
  std::size_t at = 0;
  std::size_t stops = 0;
  std::size_t digits = 0;
  while (at < text.size() && (IsDigit(text[at]) || text[at] == '.' || text[at] == ')')) {
    IsDigit(text[at]) ? ++digits : ++stops;
    ++at;
  }
  const bool spaced = at < text.size() && (text[at] == ' ' || text[at] == '\t');
  const bool numbering = stops > 0 ? digits > 0 : digits == 1 && spaced;
  return numbering && digits < 4 + stops ? at : 0;
}

std::string_view StripNumbering(std::string_view text) {
  text.remove_prefix(NumberingLength(text));
  for (std::string_view word : {"Mål ", "MÅL ", "mål "}) {
    if (!text.starts_with(word)) continue;
    std::size_t at = word.size();
    while (at < text.size() && IsDigit(text[at])) ++at;
    if (at > word.size() && at < text.size()) return text.substr(at);
  }
  for (std::string_view word : {"Mål:", "MÅL:", "mål:"}) {
    if (text.starts_with(word)) return text.substr(word.size());
  }
  return text;
}

std::string SingleSpaced(std::string_view text) {
  std::string out;
  for (char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space) out += c;
    if (space && !out.empty() && out.back() != ' ') out += ' ';
  }
  return out;
}

}  // namespace

Letters Squeeze(std::string_view utf8) {
  const std::string nfc = text::ToNfc(utf8);
  Letters letters;
  bool in_word = false;
  bool stopped = false;  // a full stop was the last sign seen
  int sentence = 0;
  for (int32_t at = 0; at < static_cast<int32_t>(nfc.size());) {
    const char32_t c = Next(nfc, at);
    if (c == kSoftHyphen) continue;
    if (u_isalnum(static_cast<UChar32>(c)) == 0) {
      stopped = EndsSentence(c) || (stopped && u_isspace(static_cast<UChar32>(c)) != 0);
      in_word = false;
      continue;
    }
    if (stopped && u_isupper(static_cast<UChar32>(c)) != 0) ++sentence;
    stopped = false;
    letters.text += static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
    letters.word_start.push_back(!in_word);
    letters.sentence.push_back(sentence);
    in_word = true;
  }
  letters.word_start.push_back(true);
  letters.sentence.push_back(sentence + 1);
  return letters;
}

char32_t BaseLetter(char32_t letter) {
  if (letter < 0x80) return letter;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  icu::UnicodeString parts;
  if (U_FAILURE(status) || nfd->getDecomposition(static_cast<UChar32>(letter), parts) == 0) return letter;
  return static_cast<char32_t>(parts.char32At(0));
}

std::string BareHeading(std::string_view heading) {
  const std::string spaced = SingleSpaced(heading);
  return std::string(StripFrame(StripNumbering(StripFrame(spaced))));
}

}  // namespace plansok::plan
