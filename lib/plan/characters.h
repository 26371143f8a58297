/// Small questions about characters and words of UTF-8 text that the reading stages share.
#ifndef PLANSOK_PLAN_CHARACTERS_H_
#define PLANSOK_PLAN_CHARACTERS_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace plansok::plan {

/// Whether `c` is one of 0 to 9.
constexpr bool IsDigit(char c) { return c >= '0' && c <= '9'; }

/// `text` without white space (no-break spaces, byte order marks and zero-width spaces among it) at either
/// end.
std::string_view Trim(std::string_view text);

/// The first code point of `text`; 0 for none.
char32_t FirstCharacter(std::string_view text);

/// Whether the first letter or digit of `text`, after quotes and brackets, is a lower-case or upper-case
/// letter.
bool BeginsLower(std::string_view text);
bool BeginsUpper(std::string_view text);

/// Whether there is a letter in `text`.
bool HasLetter(std::string_view text);

/// Whether `text` ends as a sentence or a lead-in does: . : ! ? ; or a quotation mark or bracket after one of
/// them.
bool EndsSentence(std::string_view text);

/// The first and the last word of `text`, by spaces.
std::string_view FirstWord(std::string_view text);
std::string_view LastWord(std::string_view text);

/// How many code points `text` has, stray bytes counted one each.
std::size_t Length(std::string_view text);

/// The length in bytes of the longest prefix of at most `bytes` bytes that cuts no character.
std::size_t BoundedPrefix(std::string_view text, std::size_t bytes);

/// A year 1990–2099 that `text` begins with, as a word of its own ("2024 Uppdraget …", not "2024-01-23"); 0
/// for none.
int LeadingYear(std::string_view text);

/// Appends a line in both readings (document.h) to those above it: with a space, or without where a hyphen
/// broke a word. What is printed keeps that hyphen; in the clean reading the word is whole.
void AppendLine(std::string& text, std::string& clean, std::string_view next_text,
                std::string_view next_clean);

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_CHARACTERS_H_
