// The end of a typed line: which words are being completed (suggest.h).

#include <algorithm>
#include <utility>

#include "index/suggest.h"
#include "query/lexer.h"
#include "text/tokenizer.h"

namespace plansok::index {
namespace {

using query::Token;
using query::TokenKind;

bool IsPlainWord(const Token& token) { return token.kind == TokenKind::kWord && !token.prefix; }

/// The last words of `text`, which stands at `begin` in the line; none where it ends in something else.
std::vector<TailWord> WordsOf(std::string_view text, std::size_t begin) {
  std::vector<TailWord> words;
  std::vector<text::Token> tokens = text::Tokenize(text);
  if (tokens.empty() || tokens.back().end != text.size()) return words;
  const std::size_t count = std::min(tokens.size(), kMaxTailWords);
  for (std::size_t i = tokens.size() - count; i < tokens.size(); ++i) {
    words.push_back({std::move(tokens[i].word), begin + tokens[i].begin});
  }
  return words;
}

/// Where the last run of plain words begins.
std::size_t RunBegin(const std::vector<Token>& tokens) {
  auto token = tokens.rbegin();
  while (std::next(token) != tokens.rend() && IsPlainWord(*std::next(token))) ++token;
  return token->span.begin;
}

}  // namespace

TypedTail ReadTail(std::string_view line) {
  TypedTail tail;
  if (line.size() > kMaxTypedBytes) return tail;
  query::Notes notes;
  const std::vector<Token> tokens = query::Lex(line, notes);
  if (tokens.empty()) return tail;
  const Token& last = tokens.back();
  const bool open = last.span.end == line.size();
  if (last.kind == TokenKind::kFilter && open && !last.filter.value.empty()) {
    tail.words = WordsOf(last.filter.value, last.span.begin);
    tail.field = last.filter.field;
    tail.field_begin = last.span.begin;
    return tail;
  }
  if (!IsPlainWord(last)) return tail;
  const std::size_t begin = RunBegin(tokens);
  tail.words = WordsOf(line.substr(begin, last.span.end - begin), begin);
  if (!open && !tail.words.empty()) tail.words.push_back({"", line.size()});
  return tail;
}

}  // namespace plansok::index
