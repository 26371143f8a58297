// The printed forms of tokens (lexer.h) and of a tree (parser.h).
#include <fmt/format.h>

#include "query/lexer.h"
#include "query/parser.h"

namespace plansok::query {
namespace {

std::string Quoted(std::string_view text) {
  std::string quoted = "\"";
  for (const char byte : text) {
    if (byte == '"' || byte == '\\') quoted += '\\';
    quoted += byte;
  }
  return quoted + '"';
}

std::string_view NameOf(Search::Op op) {
  switch (op) {
    case Search::Op::kAll:
      return "ALL";
    case Search::Op::kAnd:
      return "AND";
    case Search::Op::kOr:
      return "OR";
    case Search::Op::kNot:
      return "NOT";
  }
  return "";
}

std::string_view NameOf(TokenKind kind) {
  switch (kind) {
    case TokenKind::kWord:
      return "WORD";
    case TokenKind::kPhrase:
      return "PHRASE";
    case TokenKind::kFilter:
      return "FILTER";
    case TokenKind::kOpen:
      return "OPEN";
    case TokenKind::kClose:
      return "CLOSE";
    case TokenKind::kMinus:
      return "MINUS";
    case TokenKind::kAnd:
      return "AND";
    case TokenKind::kOr:
      return "OR";
    case TokenKind::kNot:
      return "NOT";
    case TokenKind::kNear:
      return "NEAR";
  }
  return "";
}

struct Printer {
  std::string operator()(const Word& word) const {
    return fmt::format("(WORD {}{})", word.text, word.prefix ? "*" : "");
  }

  std::string operator()(const Phrase& phrase) const {
    return fmt::format("(PHRASE {})", Quoted(phrase.text));
  }

  std::string operator()(const Near& near) const {
    std::string words;
    for (const Word& word : near.words) words += ' ' + (*this)(word);
    return fmt::format("(NEAR/{}{})", near.distance, words);
  }

  std::string operator()(const Filter& filter) const {
    if (filter.field == Field::kYear)
      return fmt::format("(FILTER year {}..{})", filter.first_year, filter.last_year);
    return fmt::format("(FILTER {} {})", FieldName(filter.field), Quoted(filter.value));
  }

  std::string operator()(const Search& search) const {
    std::string operands;
    for (const Node& operand : search.operands) operands += ' ' + std::visit(*this, operand);
    return fmt::format("({}{})", NameOf(search.op), operands);
  }
};

}  // namespace

std::string DebugString(const std::vector<Token>& tokens) {
  std::string lines;
  for (const Token& token : tokens) {
    lines += fmt::format("{}-{} {} {}{}\n", token.span.begin, token.span.end, NameOf(token.kind), token.text,
                         token.prefix ? "*" : "");
  }
  return lines;
}

bool operator==(const Search& a, const Search& b) { return a.op == b.op && a.operands == b.operands; }

std::string DebugString(const Node& node) { return std::visit(Printer(), node); }

}  // namespace plansok::query
