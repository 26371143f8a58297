#include "index/loosen.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <variant>

#include "query/notes.h"

namespace plansok::index {
namespace {

using query::Node;
using query::Search;
using query::Span;

/// Where the node stands: from its first leaf to its last.
Span SpanOf(const Node& node) {
  const auto* search = std::get_if<Search>(&node);
  if (search == nullptr) {
    return std::visit(
        [](const auto& leaf) {
          if constexpr (requires { leaf.span; }) return leaf.span;
          return Span{};
        },
        node);
  }
  if (search->operands.empty()) return {};
  Span span = SpanOf(search->operands.front());
  for (const Node& operand : search->operands) {
    const Span other = SpanOf(operand);
    span = {std::min(span.begin, other.begin), std::max(span.end, other.end)};
  }
  return span;
}

class Loosener {
 public:
  explicit Loosener(std::string_view line) : line_(line) {}

  std::vector<LooserQuery> Run(const Node& root) {
    Ease(root, [](Node eased) { return eased; });
    const auto* search = std::get_if<Search>(&root);
    if (search != nullptr && search->op != Search::Op::kOr) LeaveOutEach(*search);
    return std::move(looser_);
  }

 private:
  void Add(Node root, std::string what) {
    if (looser_.size() < kMaxLooser) looser_.push_back({std::move(root), std::move(what)});
  }

  std::string Typed(const Node& node) const {
    const Span span = SpanOf(node);
    return query::Shown(line_.substr(span.begin, span.end - span.begin));
  }

  /// Words that must stand in order, or near each other, may stand anywhere in a paragraph. `in_place` puts
  /// what takes the node's place where the node stood.
  template <typename InPlace>
  void Ease(const Node& node, InPlace in_place) {
    if (const auto* phrase = std::get_if<query::Phrase>(&node)) {
      Add(in_place(Search{Search::Op::kAnd, {query::Word{phrase->text, false, phrase->span}}}),
          fmt::format(query::kPhraseApart, query::Shown(phrase->text)));
    }
    if (const auto* near = std::get_if<query::Near>(&node)) {
      Add(in_place(Search{Search::Op::kAnd, {near->words.begin(), near->words.end()}}),
          fmt::format(query::kNearApart, Typed(node)));
    }
  }

  void LeaveOutEach(const Search& search) {
    const bool is_not = search.op == Search::Op::kNot;
    for (std::size_t i = 0; i < search.operands.size(); ++i) {
      Ease(search.operands[i], [&](Node eased) {
        Search other = search;
        other.operands[i] = std::move(eased);
        return Node(std::move(other));
      });
      if (is_not && i == 0) continue;
      Search rest = search;
      rest.operands.erase(rest.operands.begin() + static_cast<std::ptrdiff_t>(i));
      Node root = rest.operands.size() == 1 ? std::move(rest.operands.front()) : Node(std::move(rest));
      const std::string typed = Typed(search.operands[i]);
      Add(std::move(root),
          is_not ? fmt::format(query::kWithoutNot, typed) : fmt::format(query::kWithout, typed));
    }
  }

  std::string_view line_;
  std::vector<LooserQuery> looser_;
};

}  // namespace

std::vector<LooserQuery> Loosen(const Node& root, std::string_view line) { return Loosener(line).Run(root); }

}  // namespace plansok::index
