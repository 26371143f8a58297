#include "plan/characters.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace plansok::plan {
namespace {

char32_t Next(std::string_view text, std::size_t& offset) {
  auto i = static_cast<int32_t>(offset);
  UChar32 c = 0;
  const char* bytes = text.data();  // the macro indexes
  U8_NEXT_OR_FFFD(bytes, i, static_cast<int32_t>(text.size()), c);
  offset = static_cast<std::size_t>(i);
  return static_cast<char32_t>(c);
}

char32_t Previous(std::string_view text, std::size_t& offset) {
  auto i = static_cast<int32_t>(offset);
  UChar32 c = 0;
  const char* bytes = text.data();
  U8_PREV_OR_FFFD(bytes, 0, i, c);
  offset = static_cast<std::size_t>(i);
  return static_cast<char32_t>(c);
}

bool IsSpace(char32_t c) {
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0 || c == U'\u200B' || c == U'\uFEFF';
}

/// The first letter or digit of `text`, after at most a few quotes and brackets; 0 for none.
char32_t FirstAlphanumeric(std::string_view text) {
  constexpr int kMostMarks = 4;
  std::size_t offset = 0;
  for (int i = 0; i <= kMostMarks && offset < text.size(); ++i) {
    const char32_t c = Next(text, offset);
    if (u_isalnum(static_cast<UChar32>(c)) != 0) return c;
  }
  return 0;
}

bool IsOneOf(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

}  // namespace

std::string_view Trim(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t next = begin;
    if (!IsSpace(Next(text, next))) break;
    begin = next;
  }
  std::size_t end = text.size();
  while (end > begin) {
    std::size_t previous = end;
    if (!IsSpace(Previous(text, previous))) break;
    end = previous;
  }
  return text.substr(begin, end - begin);
}

char32_t FirstCharacter(std::string_view text) {
  std::size_t offset = 0;
  return text.empty() ? 0 : Next(text, offset);
}

bool BeginsLower(std::string_view text) {
  return u_islower(static_cast<UChar32>(FirstAlphanumeric(text))) != 0;
}
bool BeginsUpper(std::string_view text) {
  return u_isupper(static_cast<UChar32>(FirstAlphanumeric(text))) != 0;
}

bool HasLetter(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    if (u_isalpha(static_cast<UChar32>(Next(text, offset))) != 0) return true;
  }
  return false;
}

bool EndsSentence(std::string_view text) {
  std::size_t offset = text.size();
  for (int marks = 0; marks < 3 && offset > 0; ++marks) {
    const char32_t c = Previous(text, offset);
    if (IsOneOf(c, U".:!?;\u2026")) return true;
    if (!IsOneOf(c, U"\"'\u201D\u2019)]*_\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079"))
      return false;
  }
  return false;
}

std::string_view FirstWord(std::string_view text) {
  return text.substr(0, std::min(text.find(' '), text.size()));
}

std::string_view LastWord(std::string_view text) {
  const std::size_t space = text.rfind(' ');
  return space == std::string_view::npos ? text : text.substr(space + 1);
}

std::size_t Length(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::size_t BoundedPrefix(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text.size();
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
  return bytes;
}

int LeadingYear(std::string_view text) {
  if (text.size() < 4 || (text.size() > 4 && text[4] != ' ')) return 0;
  int year = 0;
  for (const char c : text.substr(0, 4)) {
    if (std::isdigit(static_cast<unsigned char>(c)) == 0) return 0;
    year = year * 10 + (c - '0');
  }
  return year >= 1990 && year <= 2099 ? year : 0;
}

namespace {

bool EndsWithSoftHyphen(std::string_view text) {
  constexpr std::string_view kSoftHyphen = "\u00AD";
  return text.size() > kSoftHyphen.size() && text.substr(text.size() - kSoftHyphen.size()) == kSoftHyphen;
}

// "kunskaps- / och kompetensutveckling" keeps its space: there the hyphen stands for a left-out word.
bool BreaksWord(std::string_view text, std::string_view next) {
  constexpr std::array<std::string_view, 5> kSuspended = {"och", "eller", "samt", "till", "respektive"};
  const bool suspended = std::find(kSuspended.begin(), kSuspended.end(), FirstWord(next)) != kSuspended.end();
  return !text.empty() && text.back() == '-' && BeginsLower(next) && !suspended;
}

}  // namespace

void AppendLine(std::string& text, std::string& clean, std::string_view next_text,
                std::string_view next_clean) {
  const bool broken = BreaksWord(clean, next_clean);
  // The hyphen of "HBTQI-" / "organisationer" is the word's own.
  // Its end is enough, and a word of many broken lines is long.
  constexpr std::size_t kEnd = 8;
  const std::string_view word =
      LastWord(std::string_view(clean).substr(clean.size() - std::min(clean.size(), kEnd)));
  const bool own = word.size() < 2 || BeginsUpper(word.substr(word.size() - 2));
  if (!text.empty() && !broken && !EndsWithSoftHyphen(text)) text += ' ';
  if (broken && !own) clean.pop_back();
  if (!clean.empty() && !broken && !EndsWithSoftHyphen(clean)) clean += ' ';
  text += next_text;
  clean += next_clean;
}

}  // namespace plansok::plan
