/// A typed line into a query tree. Never fails: what cannot be an operator is read as text.
///
///     line -> Lex (lexer.h) -> WithOperands (operands.h) -> Parse -> Node
#ifndef PLANSOK_QUERY_PARSER_H_
#define PLANSOK_QUERY_PARSER_H_

#include <string>
#include <string_view>
#include <vector>

#include "query/query.h"

namespace plansok::query {

/// The tree and what had to be said about it.
struct ParsedQuery {
  /// Search{kAll, {}} for an empty line; for one of signs only, a Word of the first of them.
  Node root;
  /// Swedish, for the user: "Citattecknet är inte avslutat och läses som text."
  std::vector<std::string> notes;
  std::string line = {};  ///< as typed; what spans point into
};

/// Parses any bytes; limits.h says how much of them is read. Depth of the result is bounded. Thread-safe.
ParsedQuery Parse(std::string_view line);

/// The tree in a stable, readable form, for `plansok explain` and tests: (ALL (WORD bostad) (WORD först)).
std::string DebugString(const Node& node);

}  // namespace plansok::query

#endif  // PLANSOK_QUERY_PARSER_H_
