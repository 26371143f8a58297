#include "query/lexer.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "query/characters.h"
#include "query/limits.h"
#include "query/operators.h"
#include "query/unknown_field.h"
#include "query/year_range.h"
#include "text/normalize.h"

namespace plansok::query {
namespace {

// Punctuation that ends a clause after a value ("år:2024, nämnd:nordost") is not the value's own.
std::string_view WithoutTrailingPunctuation(std::string_view value) {
  const std::size_t last = value.find_last_not_of(",;!?");
  return last == std::string_view::npos ? std::string_view() : value.substr(0, last + 1);
}

class Lexer {
 public:
  Lexer(std::string_view line, Notes& notes) : line_(line), notes_(notes) {}

  std::vector<Token> Run() {
    while (SkipSeparators(), at_ < line_.size()) {
      if (words_ >= kMaxWords) {
        notes_.Add(fmt::format(kNoteTooManyWords, kMaxWords));
        break;
      }
      if (tokens_.size() >= kMaxTokens) {
        notes_.Add(std::string(kNoteLineTooLong));
        break;
      }
      ReadToken();
    }
    return std::move(tokens_);
  }

  std::optional<std::size_t> open_quote() const { return open_quote_; }

 private:
  void SkipSeparators() {
    const std::size_t begin = at_;
    while (at_ < line_.size() && IsSeparator(Peek(at_).value)) at_ += Peek(at_).length;
    separated_ = begin == 0 || at_ > begin;
  }

  CodePoint Peek(std::size_t at) const { return CodePointAt(line_, at); }

  QuoteKind QuoteAt(std::size_t at) const {
    return at < line_.size() ? QuoteKindOf(Peek(at).value) : QuoteKind::kNone;
  }

  void ReadToken() {
    const bool negated = !tokens_.empty() && tokens_.back().kind == TokenKind::kMinus;
    if (line_[at_] == '(') return PushMark(TokenKind::kOpen);
    if (line_[at_] == ')') return PushMark(TokenKind::kClose);
    if (!negated && IsMinus()) return PushMark(TokenKind::kMinus);
    if (QuoteAt(at_) != QuoteKind::kNone) return ReadPhrase();
    if (ReadFilter()) return;
    ReadWord(/*may_be_operator=*/!negated);
  }

  // A hyphen right before what it leaves out, where something new begins. "--x" and a hyphen on its own are
  // text.
  bool IsMinus() const {
    if (line_[at_] != '-' || at_ + 1 >= line_.size() || !IsBeginning()) return false;
    const char32_t next = Peek(at_ + 1).value;
    return next != U'-' && next != U')' && !IsSeparator(next);
  }

  bool IsBeginning() const { return separated_ || (at_ > 0 && line_[at_ - 1] == '('); }

  // What was to be left out is not there: what follows must not be left out in its place.
  void DropNegation() {
    if (tokens_.empty()) return;
    const TokenKind kind = tokens_.back().kind;
    if (kind == TokenKind::kMinus || kind == TokenKind::kNot) tokens_.pop_back();
  }

  void PushMark(TokenKind kind) { Push({.kind = kind, .text = std::string(1, line_[at_])}, at_ + 1); }

  void Push(Token token, std::size_t end) {
    token.span = {at_, end};
    tokens_.push_back(std::move(token));
    at_ = end;
  }

  void ReadPhrase() {
    const std::size_t begin = at_ + Peek(at_).length;
    const std::optional<std::size_t> close = FindClosingQuote(begin, QuoteAt(at_));
    if (!close) {
      NoteOpenQuote(at_);
      at_ = begin;
      if (at_ < line_.size() && IsSeparator(Peek(at_).value)) DropNegation();
      return;
    }
    const std::size_t end = *close + Peek(*close).length;
    std::string text = FirstWords(OneLine(line_.substr(begin, *close - begin)));
    if (text.empty()) {
      notes_.Add(std::string(kNoteEmptyQuotes));
      DropNegation();
      at_ = end;
      return;
    }
    Push({.kind = TokenKind::kPhrase, .text = std::move(text)}, end);
  }

  // The first: what comes behind it is inside.
  void NoteOpenQuote(std::size_t at) {
    notes_.Add(std::string(kNoteOpenQuote));
    if (!open_quote_) open_quote_ = at;
  }

  std::optional<std::size_t> FindClosingQuote(std::size_t begin, QuoteKind kind) {
    // Where one search from further left found no closing mark of a kind, none begun further right will.
    bool& none_left = kind == QuoteKind::kDouble ? no_double_quote_ : no_angle_quote_;
    for (std::size_t at = begin; !none_left && at < line_.size(); at += Peek(at).length) {
      if (QuoteAt(at) == kind) return at;
    }
    none_left = true;
    return std::nullopt;
  }

  // As many of the words in `text`, which single spaces part, as there are left to be read.
  std::string FirstWords(std::string text) {
    std::size_t end = 0;
    while (end < text.size()) {
      if (words_ >= kMaxWords) {
        notes_.Add(fmt::format(kNoteTooManyWords, kMaxWords));
        text.resize(end);
        break;
      }
      ++words_;
      end = std::min(text.find(' ', end + 1), text.size());
    }
    return text;
  }

  // Where the word that stands at `begin` ends: before a separator, or a parenthesis that it did not open
  // itself ("medborgare(n)" is one word).
  std::size_t EndOfWord(std::size_t begin) const {
    std::size_t depth = 0;
    std::size_t at = begin;
    while (at < line_.size()) {
      const CodePoint c = Peek(at);
      if (IsSeparator(c.value) || (c.value == U')' && depth == 0)) break;
      if (c.value == U'(') ++depth;
      if (c.value == U')') --depth;
      at += c.length;
    }
    return at;
  }

  bool ReadFilter() {
    const std::size_t word_end = EndOfWord(at_);
    const std::size_t colon = line_.substr(0, word_end).find(':', at_);
    if (colon == std::string_view::npos) return false;
    const std::string_view name = line_.substr(at_, colon - at_);
    const std::optional<Field> field = ParseField(name);
    if (!field) {
      NoteUnknownField(name, line_.substr(colon + 1, word_end - colon - 1));
      return false;
    }
    Value value = ReadValue(colon + 1);
    if (value.text.empty()) {
      notes_.Add(fmt::format(kNoteNoValue, name));
      return false;
    }
    return PushFilter(*field, std::move(value));
  }

  void NoteUnknownField(std::string_view name, std::string_view value) {
    if (notes_.full() || !LooksLikeField(name, value)) return;
    const std::string_view nearest = NearestField(name);
    const std::string hint = nearest.empty() ? "" : fmt::format(kNoteDidYouMean, fmt::format("{}:", nearest));
    notes_.Add(fmt::format(kNoteNoSuchField, name, hint));
  }

  struct Value {
    std::string text;
    std::size_t end = 0;
    bool quoted = false;
  };

  Value ReadValue(std::size_t begin) {
    const QuoteKind quote = QuoteAt(begin);
    if (quote != QuoteKind::kNone) {
      const std::size_t after_quote = begin + Peek(begin).length;
      if (const std::optional<std::size_t> close = FindClosingQuote(after_quote, quote)) {
        return {OneLine(line_.substr(after_quote, *close - after_quote)), *close + Peek(*close).length, true};
      }
      NoteOpenQuote(begin);
      begin = after_quote;
    }
    if (begin < line_.size() && line_[begin] == '(') return {"", begin};  // a group is no value
    const std::size_t end = EndOfWord(begin);
    return {std::string(WithoutTrailingPunctuation(line_.substr(begin, end - begin))), end};
  }

  bool PushFilter(Field field, Value value) {
    Token token = {.kind = TokenKind::kFilter, .text = value.text};
    token.filter = {.field = field, .span = {at_, value.end}};
    if (field != Field::kYear) {
      token.filter.value = value.text;
    } else if (!SetYears(value.text, token.filter)) {
      if (!value.quoted) return false;
      Push({.kind = TokenKind::kPhrase, .text = FirstWords(std::move(value.text))}, value.end);
      return true;
    }
    ++words_;
    Push(std::move(token), value.end);
    return true;
  }

  bool SetYears(const std::string& value, Filter& filter) {
    const std::optional<YearRange> years = ParseYearRange(value);
    if (!years) {
      notes_.Add(fmt::format(kNoteNoYear, Shown(value)));
      return false;
    }
    if (years->reversed) notes_.Add(fmt::format(kNoteReversedYears, value, years->first, years->last));
    filter.first_year = years->first;
    filter.last_year = years->last;
    return true;
  }

  void ReadWord(bool may_be_operator) {
    const std::size_t end = EndOfWord(at_);
    const std::string_view word = line_.substr(at_, end - at_);
    if (may_be_operator && PushOperator(word, end)) return;
    Token token = {.kind = TokenKind::kWord, .text = std::string(word)};
    const std::size_t stem_end = word.find_last_not_of('*') + 1;  // npos + 1 is 0
    token.prefix = stem_end < word.size() && HasLetterOrDigit(word.substr(0, stem_end));
    if (token.prefix) token.text.resize(stem_end);
    NoteOddMarks(token.text);
    ++words_;
    Push(std::move(token), end);
  }

  bool PushOperator(std::string_view word, std::size_t end) {
    const std::optional<Operator> op = ParseOperator(word);
    if (!op) return false;
    Token token = {.kind = op->kind, .text = std::string(word)};
    if (op->kind == TokenKind::kNear) token.distance = NotedDistance(word, op->distance);
    Push(std::move(token), end);
    return true;
  }

  int NotedDistance(std::string_view name, int distance) {
    const int read = std::clamp(distance, 1, kMaxNearDistance);
    if (read != distance) notes_.Add(fmt::format(kNoteNearDistance, name, read));
    return read;
  }

  void NoteOddMarks(std::string_view word) {
    if (word.find('*') != std::string_view::npos) notes_.Add(std::string(kNoteStar));
    for (std::size_t at = 0; at < word.size(); at += CodePointAt(word, at).length) {
      if (QuoteKindOf(CodePointAt(word, at).value) == QuoteKind::kNone) continue;
      notes_.Add(std::string(kNoteQuoteInWord));
      break;
    }
  }

  std::string_view line_;
  Notes& notes_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  std::size_t words_ = 0;
  bool separated_ = false;  // the token to read is the first, or behind a separator
  bool no_double_quote_ = false;
  bool no_angle_quote_ = false;
  std::optional<std::size_t> open_quote_;
};

// At most kMaxLineBytes of the line, not cut inside a code point.
std::string_view Shortened(std::string_view line) {
  if (line.size() <= kMaxLineBytes) return line;
  const auto is_continuation = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; };
  std::size_t end = kMaxLineBytes;
  while (end > 0 && is_continuation(line[end])) --end;
  return line.substr(0, end);
}

}  // namespace

std::vector<Token> Lex(std::string_view line, Notes& notes) {
  const std::string_view read = Shortened(line);
  if (read.size() < line.size()) notes.Add(std::string(kNoteLineTooLong));
  if (!text::IsValidUtf8(read) || read.find('\0') != std::string_view::npos) {
    notes.Add(std::string(kNoteUnreadable));
  }
  return Lexer(read, notes).Run();
}

std::optional<std::size_t> OpenQuote(std::string_view line) {
  Notes notes;
  Lexer lexer(Shortened(line), notes);
  lexer.Run();
  return lexer.open_quote();
}

}  // namespace plansok::query
