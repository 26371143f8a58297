// The end of a typed line: which words are being completed (suggest.h).

#include <algorithm>
#include <optional>
#include <utility>

#include "index/suggest.h"
#include "query/characters.h"
#include "query/lexer.h"
#include "query/year_range.h"
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

/// The first of the last run of plain words.
std::vector<Token>::const_reverse_iterator RunBegin(const std::vector<Token>& tokens) {
  auto token = tokens.rbegin();
  while (std::next(token) != tokens.rend() && IsPlainWord(*std::next(token))) ++token;
  return token;
}

/// What stands after the line's last separator outside quotation marks.
struct Chunk {
  std::size_t begin = 0;
  std::size_t quote = std::string_view::npos;  ///< the mark that is open at the end
};

Chunk LastChunk(std::string_view line, const std::vector<Token>& tokens) {
  Chunk chunk;
  chunk.quote = query::OpenQuote(line).value_or(std::string_view::npos);
  const std::size_t end = std::min(chunk.quote, line.size());
  for (std::size_t at = 0; at < end;) {
    const query::CodePoint point = query::CodePointAt(line, at);
    at += point.length;
    if (query::IsSeparator(point.value) || point.value == U'(' || point.value == U')') chunk.begin = at;
  }
  // A separator inside of a phrase, or of a value in quotation marks, parts nothing.
  const auto inside = std::find_if(tokens.begin(), tokens.end(), [&chunk](const Token& token) {
    return token.span.begin < chunk.begin && chunk.begin < token.span.end;
  });
  if (inside != tokens.end()) chunk.begin = inside->span.begin;
  return chunk;
}

bool HasQuote(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at += query::CodePointAt(text, at).length) {
    if (query::QuoteKindOf(query::CodePointAt(text, at).value) != query::QuoteKind::kNone) return true;
  }
  return false;
}

/// A value of a known field, as far as it is typed. None after a minus or within a range of years, which no
/// value's own count tells of.
std::optional<TypedTail> ValueTail(std::string_view line, const std::vector<Token>& tokens) {
  Chunk chunk = LastChunk(line, tokens);
  const bool unwanted = chunk.begin < line.size() && line[chunk.begin] == '-';
  if (unwanted) ++chunk.begin;
  const std::size_t colon = line.find(':', chunk.begin);
  if (colon == std::string_view::npos || (colon > chunk.quote)) return std::nullopt;
  const std::optional<query::Field> field = query::ParseField(line.substr(chunk.begin, colon - chunk.begin));
  if (!field) return std::nullopt;
  std::size_t begin = colon + 1;
  if (chunk.quote == begin) begin += query::CodePointAt(line, begin).length;
  if (HasQuote(line.substr(begin))) return std::nullopt;
  std::string_view value = line.substr(begin);
  if (unwanted || (*field == query::Field::kYear && query::IsYearRange(value))) return TypedTail();
  TypedTail tail;
  tail.field = field;
  tail.field_begin = chunk.begin;
  while (value.ends_with(' ') || value.ends_with('-')) value.remove_suffix(1);  // between two words of a name
  if (value.empty()) return tail;
  tail.words = WordsOf(value, begin);
  return tail.words.empty() ? TypedTail() : tail;
}

}  // namespace

TypedTail ReadTail(std::string_view line) {
  if (line.size() > kMaxTypedBytes) return {};
  query::Notes notes;
  const std::vector<Token> tokens = query::Lex(line, notes);
  if (std::optional<TypedTail> value = ValueTail(line, tokens)) return *std::move(value);
  TypedTail tail;
  if (tokens.empty()) return tail;
  const Token& last = tokens.back();
  const bool open = last.span.end == line.size();
  if (!IsPlainWord(last)) return tail;
  auto first = RunBegin(tokens);
  if (std::next(first) != tokens.rend() && std::next(first)->kind == TokenKind::kNear) {
    if (first == tokens.rbegin()) return tail;
    --first;
  }
  const std::size_t begin = first->span.begin;
  tail.words = WordsOf(line.substr(begin, last.span.end - begin), begin);
  if (!open && !tail.words.empty()) tail.words.push_back({"", line.size()});
  return tail;
}

}  // namespace plansok::index
