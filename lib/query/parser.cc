#include "query/parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "query/characters.h"
#include "query/limits.h"
#include "query/notes.h"
#include "query/operands.h"

namespace plansok::query {
namespace {

bool IsEmpty(const Node& node) {
  const auto* search = std::get_if<Search>(&node);
  return search != nullptr && search->op == Search::Op::kAll && search->operands.empty();
}

// An operator over its operands; none is nothing, one stands for itself.
Node Combine(Search::Op op, std::vector<Node> operands) {
  if (operands.empty()) return Search{};
  if (operands.size() == 1) return std::move(operands.front());
  return Search{op, std::move(operands)};
}

// Recursive descent over tokens whose operators all have operands and whose parentheses are balanced and at
// most kMaxDepth deep (operands.h). Binding, strongest first: NÄRA, INTE and -, standing side by side, OCH,
// ELLER.
class Parser {
 public:
  Parser(const std::vector<Token>& tokens, Notes& notes) : tokens_(tokens), notes_(notes) {}

  Node ReadOr() { return ReadChain(Search::Op::kOr, TokenKind::kOr, &Parser::ReadAnd); }

 private:
  bool At(TokenKind kind) const { return at_ < tokens_.size() && tokens_[at_].kind == kind; }

  bool Accept(TokenKind kind) {
    if (!At(kind)) return false;
    ++at_;
    return true;
  }

  Node ReadAnd() { return ReadChain(Search::Op::kAnd, TokenKind::kAnd, &Parser::ReadRun); }

  Node ReadChain(Search::Op op, TokenKind separator, Node (Parser::*read)()) {
    std::vector<Node> operands;
    do {
      Node operand = (this->*read)();
      if (!IsEmpty(operand)) operands.push_back(std::move(operand));
    } while (Accept(separator));
    return Combine(op, std::move(operands));
  }

  // What stands side by side, less what a minus or INTE takes away.
  Node ReadRun() {
    std::vector<Node> wanted;
    std::vector<Node> unwanted;
    while (at_ < tokens_.size() && !At(TokenKind::kAnd) && !At(TokenKind::kOr) && !At(TokenKind::kClose)) {
      const bool negated = Accept(TokenKind::kMinus) || Accept(TokenKind::kNot);
      Node node = ReadOperand();
      if (!IsEmpty(node)) (negated ? unwanted : wanted).push_back(std::move(node));
    }
    Node all = Combine(Search::Op::kAll, std::move(wanted));
    if (unwanted.empty()) return all;
    unwanted.insert(unwanted.begin(), std::move(all));
    return Search{Search::Op::kNot, std::move(unwanted)};
  }

  Node ReadOperand() {
    if (Accept(TokenKind::kOpen)) {
      Node group = ReadOr();
      Accept(TokenKind::kClose);
      return group;
    }
    const Token& token = tokens_[at_++];
    if (token.kind == TokenKind::kPhrase) return Phrase{token.text, token.span};
    if (token.kind == TokenKind::kFilter) return token.filter;
    if (At(TokenKind::kNear)) return ReadNear(token);
    return ToWord(token);
  }

  static Word ToWord(const Token& token) { return {token.text, token.prefix, token.span}; }

  Node ReadNear(const Token& first) {
    Near near = {{ToWord(first)}, tokens_[at_].distance, first.span};
    while (At(TokenKind::kNear)) {
      const int distance = tokens_[at_].distance;
      if (distance != near.distance) {
        near.distance = std::max(near.distance, distance);
        mixed_distances_ = true;
      }
      near.words.push_back(ToWord(tokens_[at_ + 1]));
      near.span.end = tokens_[at_ + 1].span.end;
      at_ += 2;
    }
    if (std::exchange(mixed_distances_, false)) notes_.Add(fmt::format(kNoteNearMixed, near.distance));
    return near;
  }

  const std::vector<Token>& tokens_;
  Notes& notes_;
  std::size_t at_ = 0;
  bool mixed_distances_ = false;
};

// Of a line without a word, the signs it begins with, as a word: they ask for something, though nothing can
// be found by them. Only an empty line asks for everything.
Node FirstSigns(std::string_view line) {
  const auto is_separator = [line](std::size_t at) { return IsSeparator(CodePointAt(line, at).value); };
  std::size_t begin = 0;
  while (begin < line.size() && is_separator(begin)) begin += CodePointAt(line, begin).length;
  std::size_t end = begin;
  for (std::size_t signs = 0; end < line.size() && !is_separator(end) && signs < kMaxShownLetters; ++signs) {
    end += CodePointAt(line, end).length;
  }
  if (begin == end) return Search{};
  return Word{std::string(line.substr(begin, end - begin)), false, {begin, end}};
}

}  // namespace

ParsedQuery Parse(std::string_view line) {
  Notes notes;
  const std::vector<Token> tokens = WithOperands(Lex(line, notes), notes);
  Node root = Parser(tokens, notes).ReadOr();
  if (IsEmpty(root)) root = FirstSigns(line);
  return {std::move(root), notes.Take(), std::string(line)};
}

}  // namespace plansok::query
