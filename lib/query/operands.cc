#include "query/operands.h"

#include <fmt/format.h>

#include <utility>

#include "query/limits.h"

namespace plansok::query {
namespace {

bool IsOperand(TokenKind kind) {
  return kind == TokenKind::kWord || kind == TokenKind::kPhrase || kind == TokenKind::kFilter;
}
bool EndsOperand(TokenKind kind) { return IsOperand(kind) || kind == TokenKind::kClose; }
bool IsNegation(TokenKind kind) { return kind == TokenKind::kMinus || kind == TokenKind::kNot; }
bool BeginsOperand(TokenKind kind) { return IsOperand(kind) || kind == TokenKind::kOpen; }

// `tokens` without those marked true in `left_out`.
std::vector<Token> Without(std::vector<Token> tokens, const std::vector<bool>& left_out) {
  std::vector<Token> kept;
  kept.reserve(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!left_out[i]) kept.push_back(std::move(tokens[i]));
  }
  return kept;
}

// Leaves out parentheses that have no other end or stand too deep.
std::vector<Token> BalanceParentheses(std::vector<Token> tokens, Notes& notes) {
  std::vector<bool> left_out(tokens.size(), false);
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind == TokenKind::kOpen) open.push_back(i);
    if (tokens[i].kind != TokenKind::kClose) continue;
    if (open.empty()) {
      left_out[i] = true;
      notes.Add(std::string(kNoteCloseParenthesis));
      continue;
    }
    if (open.size() > kMaxDepth) {
      left_out[open.back()] = left_out[i] = true;
      notes.Add(fmt::format(kNoteTooDeep, kMaxDepth));
    }
    open.pop_back();
  }
  if (!open.empty()) notes.Add(std::string(kNoteOpenParenthesis));
  for (const std::size_t i : open) left_out[i] = true;
  return Without(std::move(tokens), left_out);
}

// Leaves out "()", and what holds nothing else, with the negation before it.
std::vector<Token> DropEmptyGroups(std::vector<Token> tokens) {
  std::vector<Token> kept;
  kept.reserve(tokens.size());
  for (Token& token : tokens) {
    if (token.kind == TokenKind::kClose && kept.back().kind == TokenKind::kOpen) {
      kept.pop_back();
      if (!kept.empty() && IsNegation(kept.back().kind)) kept.pop_back();
    } else {
      kept.push_back(std::move(token));
    }
  }
  return kept;
}

void MakeText(Token& token, std::string_view note, Notes& notes) {
  notes.Add(fmt::format(fmt::runtime(note), token.text));
  token.kind = TokenKind::kWord;
  token.distance = 0;
}

// Makes operators without operands text. From right to left for what stands before an operand, then from left
// to right for what stands between two, because an operator made text is an operand of the one before or
// after it.
void MakeStrayOperatorsText(std::vector<Token>& tokens, Notes& notes) {
  for (std::size_t i = tokens.size(); i-- > 0;) {
    if (!IsNegation(tokens[i].kind)) continue;
    if (i + 1 == tokens.size() || !BeginsOperand(tokens[i + 1].kind)) MakeText(tokens[i], kNoteNot, notes);
  }
  const auto is_binary = [](TokenKind kind) {
    return kind == TokenKind::kAnd || kind == TokenKind::kOr || kind == TokenKind::kNear;
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!is_binary(tokens[i].kind)) continue;
    const bool has_left = i > 0 && EndsOperand(tokens[i - 1].kind);
    const bool has_right =
        i + 1 < tokens.size() && (BeginsOperand(tokens[i + 1].kind) || IsNegation(tokens[i + 1].kind));
    if (!has_left || !has_right) MakeText(tokens[i], kNoteOperator, notes);
  }
}

// NÄRA measures between words. Beside anything else it is left out: both sides are still wanted.
std::vector<Token> DropMisplacedNear(std::vector<Token> tokens, Notes& notes) {
  std::vector<bool> left_out(tokens.size(), false);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != TokenKind::kNear) continue;
    if (tokens[i - 1].kind == TokenKind::kWord && tokens[i + 1].kind == TokenKind::kWord) continue;
    notes.Add(fmt::format(kNoteNearOperands, tokens[i].text));
    left_out[i] = true;
  }
  return Without(std::move(tokens), left_out);
}

}  // namespace

std::vector<Token> WithOperands(std::vector<Token> tokens, Notes& notes) {
  tokens = DropEmptyGroups(BalanceParentheses(std::move(tokens), notes));
  MakeStrayOperatorsText(tokens, notes);
  return DropMisplacedNear(std::move(tokens), notes);
}

}  // namespace plansok::query
