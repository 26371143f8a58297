/// Words of a text, with where they stand.
///
/// Word boundaries follow Unicode Standard Annex #29 (by ICU), mended where Swedish administrative text wants
/// it: "§5", "1,5", "772 570", "1028/19", "C++", "SOU 2020:47" keep their numbers whole enough to be found
/// exactly, a soft hyphen (U+00AD) never splits a word, and hyphenated words ("miljö- och klimatnämnden",
/// "e-post") give their parts.
#ifndef PLANSOK_TEXT_TOKENIZER_H_
#define PLANSOK_TEXT_TOKENIZER_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace plansok::text {

/// A word as it stands in a text. Offsets are bytes, half open: text.substr(begin, end - begin) is the word
/// as printed.
struct Token {
  std::string word;  ///< normal form (normalize.h)
  std::size_t begin = 0;
  std::size_t end = 0;

  friend bool operator==(const Token&, const Token&) = default;
};

/// Whether Swedish puts it behind the colon of an abbreviation or a name, in small letters: EU:s, HVB:et,
/// tv:n.
bool IsColonEnding(std::string_view ending);

/// The words of `utf8`, in order. Thread-safe. Any bytes are accepted; ill-formed ones separate words.
std::vector<Token> Tokenize(std::string_view utf8);

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_TOKENIZER_H_
