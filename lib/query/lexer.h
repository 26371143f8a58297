/// The first stage of reading a typed line: tokens. Operators here are what looks like one; whether it has
/// operands is the parser's business.
#ifndef PLANSOK_QUERY_LEXER_H_
#define PLANSOK_QUERY_LEXER_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/notes.h"
#include "query/query.h"

namespace plansok::query {

enum class TokenKind { kWord, kPhrase, kFilter, kOpen, kClose, kMinus, kAnd, kOr, kNot, kNear };

struct Token {
  TokenKind kind = TokenKind::kWord;
  std::string text = {};  ///< the word without its *, the words between the quotes, or the operator as typed
  bool prefix = false;    ///< of a word: "ord*"
  int distance = 0;       ///< of NÄRA
  Filter filter = {};     ///< of a filter
  Span span = {};

  friend bool operator==(const Token&, const Token&) = default;
};

/// Any bytes into tokens, in order, with spans that neither overlap nor leave the line. Texts are well-formed
/// UTF-8 without control characters. Thread-safe.
std::vector<Token> Lex(std::string_view line, Notes& notes);

/// Where the quotation mark stands that opens a phrase or a field's value and is never closed; nullopt where
/// there is none. As Lex() reads the line.
std::optional<std::size_t> OpenQuote(std::string_view line);

/// Tokens in a stable, readable form, one a line: "0-6 WORD bostad".
std::string DebugString(const std::vector<Token>& tokens);

}  // namespace plansok::query

#endif  // PLANSOK_QUERY_LEXER_H_
