/// The second stage of reading a typed line: tokens that cannot be what they look like are made text or left
/// out, so that the parser meets nothing but well-formed expressions.
#ifndef PLANSOK_QUERY_OPERANDS_H_
#define PLANSOK_QUERY_OPERANDS_H_

#include <vector>

#include "query/lexer.h"

namespace plansok::query {

/// Guarantees of the result: parentheses balance, hold something and nest at most kMaxDepth deep; OCH and
/// ELLER stand between operands; INTE and - stand before one; NÄRA stands between words.
std::vector<Token> WithOperands(std::vector<Token> tokens, Notes& notes);

}  // namespace plansok::query

#endif  // PLANSOK_QUERY_OPERANDS_H_
