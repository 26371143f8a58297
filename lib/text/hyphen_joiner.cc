#include "text/hyphen_joiner.h"

#include <algorithm>
#include <utility>

namespace plansok::text {
namespace {

constexpr std::string_view kSoftHyphen = "\u00AD";
constexpr std::string_view kHyphen = "\u2010";
constexpr std::string_view kWhitespace = " \t\r\n\f\v";

// Past the hyphen that starts `text`, or 0.
std::size_t HyphenLength(std::string_view text) {
  if (text.starts_with('-')) return 1;
  return text.starts_with(kHyphen) ? kHyphen.size() : 0;
}

// What stands between two tokens, when it is a hyphen and at most white space after it.
enum class Gap { kOther, kHyphen, kHyphenAndSpace };

Gap GapOf(std::string_view left, std::string_view between) {
  const std::size_t hyphen = HyphenLength(between);
  if (hyphen == 0 && !left.ends_with(kSoftHyphen)) return Gap::kOther;
  between.remove_prefix(hyphen);
  if (between.find_first_not_of(kWhitespace) != std::string_view::npos) return Gap::kOther;
  return between.empty() ? Gap::kHyphen : Gap::kHyphenAndSpace;
}

bool IsLower(std::string_view printed, std::string_view normal) {
  // Normal form is lower case, so a lower-case letter prints as itself; é and the like differ and are let be.
  return !printed.empty() && !normal.empty() && printed.front() == normal.front() &&
         (static_cast<unsigned char>(printed.front()) < 0x80 || printed.substr(0, 2) == normal.substr(0, 2));
}

bool IsLetters(std::string_view word) {
  return std::none_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 'a'; });
}

class Joiner {
 public:
  Joiner(std::string_view text, const HyphenLexicon& lexicon) : text_(text), lexicon_(lexicon) {}

  bool MayJoin(const Token& left, const Token& right) const {
    const Gap gap = GapOf(Printed(left), text_.substr(left.end, right.begin - left.end));
    if (gap == Gap::kOther || !IsLetters(left.word) || !IsLetters(right.word)) return false;
    if (!IsLower(Printed(right), right.word) || HyphenLength(text_.substr(right.end)) > 0) return false;
    // IT-system, HVB-hem: a hyphen after capitals is the word's own.
    if (gap == Gap::kHyphen && !EndsLower(left)) return false;
    return !lexicon_.is_function_word(right.word) && lexicon_.is_word(left.word + right.word);
  }

 private:
  std::string_view Printed(const Token& token) const {
    return text_.substr(token.begin, token.end - token.begin);
  }

  // Whether the last letter of `token` is printed in lower case.
  bool EndsLower(const Token& token) const { return text_[token.end - 1] == token.word.back(); }

  std::string_view text_;
  const HyphenLexicon& lexicon_;
};

}  // namespace

std::vector<Token> JoinHyphens(std::string_view utf8, std::vector<Token> tokens,
                               const HyphenLexicon& lexicon) {
  const Joiner joiner(utf8, lexicon);
  std::vector<Token> joined;
  joined.reserve(tokens.size());
  for (Token& token : tokens) {
    if (!joined.empty() && joiner.MayJoin(joined.back(), token)) {
      joined.back().word += token.word;
      joined.back().end = token.end;
    } else {
      joined.push_back(std::move(token));
    }
  }
  return joined;
}

}  // namespace plansok::text
