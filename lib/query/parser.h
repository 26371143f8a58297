/// A typed line into a query tree. Never fails: what cannot be an operator is read as text.
///
///     line -> Lex (lexer.h) -> Parse -> Node
#ifndef PLANSOK_QUERY_PARSER_H_
#define PLANSOK_QUERY_PARSER_H_

#include <string>
#include <string_view>
#include <vector>

#include "query/query.h"

namespace plansok::query {

/// Longest line that is read, in bytes, and most words; the rest is left out and said so in `notes`.
inline constexpr std::size_t kMaxLineBytes = 64 * 1024;
inline constexpr std::size_t kMaxWords = 256;

/// The tree and what had to be said about it.
struct ParsedQuery {
  Node root;                       ///< Search{kAll, {}} for an empty line
  std::vector<std::string> notes;  ///< Swedish, for the user: "citattecknet är inte avslutat: läst som text"
};

/// Parses any bytes. Depth of the result is bounded. Thread-safe.
ParsedQuery Parse(std::string_view line);

/// The tree in a stable, readable form, for `plansok explain` and tests: (ALL (WORD bostad) (WORD först)).
std::string DebugString(const Node& node);

}  // namespace plansok::query

#endif  // PLANSOK_QUERY_PARSER_H_
