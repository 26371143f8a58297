#include "index/loosen.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <utility>
#include <variant>

#include "index/answer_cache.h"
#include "query/notes.h"

namespace plansok::index {
namespace {

using query::Node;
using query::Search;
using query::Span;

/// Where the node stands, from its first leaf to its last; nullopt for one that was not typed (everything).
std::optional<Span> SpanOf(const Node& node) {
  const auto* search = std::get_if<Search>(&node);
  if (search == nullptr) {
    return std::visit(
        [](const auto& leaf) -> std::optional<Span> {
          if constexpr (requires { leaf.span; }) return leaf.span;
          return std::nullopt;
        },
        node);
  }
  std::optional<Span> span;
  for (const Node& operand : search->operands) {
    const std::optional<Span> other = SpanOf(operand);
    if (!other) continue;
    span = span ? Span{std::min(span->begin, other->begin), std::max(span->end, other->end)} : *other;
  }
  return span;
}

/// `span` with the other ends of the parentheses that begin or end in it.
std::string_view WithParentheses(std::string_view line, Span span) {
  int open = 0;
  int least = 0;
  for (std::size_t at = span.begin; at < span.end; ++at) {
    if (line[at] == '(') ++open;
    if (line[at] == ')') least = std::min(least, --open);
  }
  for (int closed = least; closed < 0 && span.begin > 0; --span.begin) {
    if (line[span.begin - 1] == '(') ++closed;
    if (line[span.begin - 1] == ')') --closed;
  }
  for (open -= least; open > 0 && span.end < line.size(); ++span.end) {
    if (line[span.end] == '(') ++open;
    if (line[span.end] == ')') --open;
  }
  return line.substr(span.begin, span.end - span.begin);
}

/// Each operand once: a twin would stand in the way of whatever is tried without the other. What is wanted is
/// no twin of what is not.
Search WithoutTwins(const Search& search) {
  Search unique{search.op, {}};
  std::set<std::string> seen;
  for (const Node& operand : search.operands) {
    const bool wanted = search.op == Search::Op::kNot && unique.operands.empty();
    if (wanted || seen.insert(KeyOf(operand)).second) unique.operands.push_back(operand);
  }
  return unique;
}

class Loosener {
 public:
  explicit Loosener(std::string_view line) : line_(line) {}

  std::vector<LooserQuery> Run(const Node& root) {
    Visit(root, [](Node node) { return node; });
    return std::move(looser_);
  }

 private:
  /// Puts what takes a node's place where the node stands in the query.
  using InPlace = std::function<Node(Node)>;

  void Visit(const Node& node, const InPlace& in_place) {
    if (const auto* phrase = std::get_if<query::Phrase>(&node)) {
      Add(in_place(Search{Search::Op::kAnd, {query::Word{phrase->text, false, phrase->span}}}),
          fmt::format(query::kPhraseApart, query::Shown(phrase->text)));
    } else if (const auto* near = std::get_if<query::Near>(&node)) {
      Add(in_place(Search{Search::Op::kAnd, {near->words.begin(), near->words.end()}}),
          fmt::format(query::kNearApart, Typed(node)));
    } else if (const auto* search = std::get_if<Search>(&node); search && search->op != Search::Op::kOr) {
      VisitOperands(WithoutTwins(*search), in_place);
    }
  }

  void VisitOperands(const Search& search, const InPlace& in_place) {
    const bool is_not = search.op == Search::Op::kNot;
    for (std::size_t i = 0; i < search.operands.size() && looser_.size() < kMaxLooser; ++i) {
      const bool unwanted = is_not && i > 0;
      if (!unwanted) {
        Visit(search.operands[i], [&search, &in_place, i](Node eased) {
          Search other = search;
          other.operands[i] = std::move(eased);
          return in_place(std::move(other));
        });
      }
      if (is_not ? unwanted : search.operands.size() > 1) LeaveOut(search, i, in_place);
    }
  }

  void LeaveOut(const Search& search, std::size_t i, const InPlace& in_place) {
    Search rest = search;
    rest.operands.erase(rest.operands.begin() + static_cast<std::ptrdiff_t>(i));
    Node root = rest.operands.size() == 1 ? Node(std::move(rest.operands.front())) : Node(std::move(rest));
    const std::string typed = Typed(search.operands[i]);
    Add(in_place(std::move(root)), search.op == Search::Op::kNot ? fmt::format(query::kWithoutNot, typed)
                                                                 : fmt::format(query::kWithout, typed));
  }

  void Add(Node root, std::string what) {
    if (looser_.size() < kMaxLooser) looser_.push_back({std::move(root), std::move(what)});
  }

  std::string Typed(const Node& node) const {
    const std::optional<Span> span = SpanOf(node);
    if (!span) return "";
    const bool group = std::holds_alternative<Search>(node);
    return query::Shown(group ? WithParentheses(line_, *span)
                              : line_.substr(span->begin, span->end - span->begin));
  }

  std::string_view line_;
  std::vector<LooserQuery> looser_;
};

void AddWanted(const Node& node, std::vector<query::Word>* words) {
  const auto add = [words](const query::Word& word) {
    if (words->size() < kMaxLooser) words->push_back(word);
  };
  if (const auto* word = std::get_if<query::Word>(&node)) add(*word);
  if (const auto* near = std::get_if<query::Near>(&node)) std::ranges::for_each(near->words, add);
  if (const auto* phrase = std::get_if<query::Phrase>(&node)) {
    for (std::size_t begin = 0; begin < phrase->text.size();) {  // single spaces part them
      const std::size_t end = std::min(phrase->text.find(' ', begin), phrase->text.size());
      add({phrase->text.substr(begin, end - begin), false, phrase->span});
      begin = end + 1;
    }
  }
  const auto* search = std::get_if<Search>(&node);
  if (search == nullptr || search->operands.empty()) return;
  const bool is_not = search->op == Search::Op::kNot;
  for (std::size_t i = 0; i < (is_not ? 1 : search->operands.size()); ++i)
    AddWanted(search->operands[i], words);
}

}  // namespace

std::vector<LooserQuery> Loosen(const Node& root, std::string_view line) { return Loosener(line).Run(root); }

std::vector<query::Word> WantedWords(const Node& root) {
  std::vector<query::Word> words;
  AddWanted(root, &words);
  return words;
}

}  // namespace plansok::index
