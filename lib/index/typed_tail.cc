// The end of a typed line: which words are being completed (suggest.h).

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "index/suggest.h"
#include "query/characters.h"
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

Chunk LastChunk(std::string_view line) {
  Chunk chunk;
  for (std::size_t at = 0; at < line.size();) {
    const query::CodePoint point = query::CodePointAt(line, at);
    if (query::QuoteKindOf(point.value) != query::QuoteKind::kNone) {
      chunk.quote = chunk.quote == std::string_view::npos ? at : std::string_view::npos;
    }
    at += point.length;
    const bool parts = query::IsSeparator(point.value) || point.value == U'(' || point.value == U')';
    if (parts && chunk.quote == std::string_view::npos) chunk.begin = at;
  }
  return chunk;
}

bool HasQuote(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at += query::CodePointAt(text, at).length) {
    if (query::QuoteKindOf(query::CodePointAt(text, at).value) != query::QuoteKind::kNone) return true;
  }
  return false;
}

bool IsRange(std::string_view years) {
  constexpr std::array<std::string_view, 4> kBetween = {"..", "-", "\u2013", "\u2014"};
  return std::ranges::any_of(
      kBetween, [years](std::string_view sign) { return years.find(sign) != std::string_view::npos; });
}

/// A value of a known field, as far as it is typed. None after a minus or within a range of years, which no
/// value's own count tells of.
std::optional<TypedTail> ValueTail(std::string_view line) {
  Chunk chunk = LastChunk(line);
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
  if (unwanted || (*field == query::Field::kYear && IsRange(value))) return TypedTail();
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
  if (std::optional<TypedTail> value = ValueTail(line)) return *std::move(value);
  TypedTail tail;
  query::Notes notes;
  const std::vector<Token> tokens = query::Lex(line, notes);
  if (tokens.empty()) return tail;
  const Token& last = tokens.back();
  const bool open = last.span.end == line.size();
  if (!IsPlainWord(last)) return tail;
  const auto first = RunBegin(tokens);
  const std::size_t begin = first->span.begin;
  tail.near = std::next(first) != tokens.rend() && std::next(first)->kind == TokenKind::kNear &&
              first == tokens.rbegin();
  tail.words = WordsOf(line.substr(begin, last.span.end - begin), begin);
  if (!open && !tail.words.empty()) tail.words.push_back({"", line.size()});
  return tail;
}

}  // namespace plansok::index
