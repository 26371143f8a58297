#include "index/match_tree.h"

#include <fmt/format.h>

#include <string_view>

namespace plansok::index {
namespace {

void Append(std::string_view text, std::string* key) {
  fmt::format_to(std::back_inserter(*key), "{}:{}", text.size(), text);
}

void Append(const MatchNode& node, std::string* key) {
  fmt::format_to(std::back_inserter(*key), "({}/{}/{}/{}/{}/{}/{}/{}", static_cast<int>(node.op), node.window,
                 node.weight, node.enough, node.share, node.least_share, node.optional, node.weak);
  Append(node.typed, key);
  Append(node.section_term, key);
  for (const std::string& place : node.places) Append(place, key);
  for (const MatchTerm& term : node.terms) {
    fmt::format_to(std::back_inserter(*key), "*{}", term.weight);
    Append(term.term, key);
  }
  for (const MatchNode& operand : node.operands) Append(operand, key);
  key->push_back(')');
}

}  // namespace

MatchNode MakeNode(MatchNode::Op op) {
  MatchNode node;
  node.op = op;
  return node;
}

std::string KeyOf(const MatchNode& node) {
  std::string key;
  Append(node, &key);
  return key;
}

}  // namespace plansok::index
