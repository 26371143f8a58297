/// The words that are operators: OCH ELLER INTE, AND OR NOT, NÄRA/5 and NEAR/5, in capitals.
#ifndef PLANSOK_QUERY_OPERATORS_H_
#define PLANSOK_QUERY_OPERATORS_H_

#include <optional>
#include <string_view>

#include "query/lexer.h"

namespace plansok::query {

struct Operator {
  TokenKind kind = TokenKind::kAnd;
  int distance = 0;  ///< of NÄRA, as typed: it may be out of bounds
};

/// nullopt where `word` is no operator. NFC and NFD are the same.
std::optional<Operator> ParseOperator(std::string_view word);

}  // namespace plansok::query

#endif  // PLANSOK_QUERY_OPERATORS_H_
