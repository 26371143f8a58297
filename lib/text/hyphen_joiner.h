/// Words cut in two by the hyphen at the end of a printed line, made whole.
///
/// Text taken from PDF keeps such hyphens in the middle of a line: "vräknings- förebyggande",
/// "social-nämnderna". The halves are joined only where the whole is a word; "barn- och ungdomsvård" and
/// "nord-syd" stay as they are. Private to this room.
#ifndef PLANSOK_TEXT_HYPHEN_JOINER_H_
#define PLANSOK_TEXT_HYPHEN_JOINER_H_

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "text/tokenizer.h"

namespace plansok::text {

/// What the joiner asks about words in normal form.
struct HyphenLexicon {
  std::function<bool(const std::string&)> is_word;
  std::function<bool(const std::string&)> is_function_word;  ///< och, till …: never the second half of a word
};

/// `tokens` of `utf8` with cut words joined; a joined token spans both halves and what stands between.
std::vector<Token> JoinHyphens(std::string_view utf8, std::vector<Token> tokens,
                               const HyphenLexicon& lexicon);

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_HYPHEN_JOINER_H_
