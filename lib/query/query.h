/// What a person typed, as a tree. Pure values: no index, no language.
///
///     Search::kAll   free words side by side: all should match (how many must is the searcher's business)
///     Search::kAnd   OCH / AND: every operand must match
///     Search::kOr    ELLER / OR
///     Search::kNot   the first operand without the others (INTE / NOT / -x); without a first, of everything
///     Word, Phrase, Near, Filter: leaves
///
/// The text of a leaf is well-formed UTF-8 on one line, as typed: a word may hold several terms ("e-post",
/// "f.d."), or none at all ("%", "*"). A leaf without terms stands for nothing and is left out of its parent.
#ifndef PLANSOK_QUERY_QUERY_H_
#define PLANSOK_QUERY_QUERY_H_

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "query/field.h"

namespace plansok::query {

/// Where in the typed line a node stands, in bytes, half open.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  friend bool operator==(const Span&, const Span&) = default;
};

/// One word as typed; `prefix` for "ord*", whose `text` has no star.
struct Word {
  std::string text;
  bool prefix = false;
  Span span;

  friend bool operator==(const Word&, const Word&) = default;
};

/// "…": the text between the quotes, to be matched word by word, in order.
struct Phrase {
  std::string text;
  Span span;

  friend bool operator==(const Phrase&, const Phrase&) = default;
};

/// a NÄRA/n b: words at most `distance` words apart, in any order.
struct Near {
  std::vector<Word> words;
  int distance = 5;
  Span span;

  friend bool operator==(const Near&, const Near&) = default;
};

/// field:value, field:"value", year:2023..2025 (as two ends; equal for one year). For years `value` is
/// empty, and both ends lie within kEarliestYear and kLatestYear (year_range.h).
struct Filter {
  Field field = Field::kCommittee;
  std::string value = {};
  int first_year = 0;
  int last_year = 0;
  Span span;

  friend bool operator==(const Filter&, const Filter&) = default;
};

struct Search;

/// A node of the tree. An empty kAll matches everything.
using Node = std::variant<Word, Phrase, Near, Filter, Search>;

/// An operator with its operands.
struct Search {
  enum class Op { kAll, kAnd, kOr, kNot };
  Op op = Op::kAll;
  std::vector<Node> operands;

  friend bool operator==(const Search&, const Search&);
};

}  // namespace plansok::query

#endif  // PLANSOK_QUERY_QUERY_H_
