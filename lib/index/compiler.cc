#include "index/compiler.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>
#include <variant>

#include "index/ranking.h"
#include "index/schema.h"
#include "index/word_forms.h"
#include "query/limits.h"
#include "query/notes.h"
#include "text/normalize.h"
#include "text/units.h"

namespace plansok::index {
namespace {

using Op = MatchNode::Op;

/// Each of `operands` once: what is asked twice is one question.
void DropRepetitions(std::vector<MatchNode>* operands) {
  std::set<std::string> seen;
  std::erase_if(*operands, [&](const MatchNode& node) { return !seen.insert(KeyOf(node)).second; });
}

void DropRepetitions(std::vector<FreeWord>* words) {
  std::set<std::string_view> seen;
  std::erase_if(*words, [&](const FreeWord& free) { return !seen.insert(free.word->surface).second; });
}

bool IsStopword(const FreeWord& free) { return free.word->stopword; }

/// Nodes joined by `op`; a single one needs no join.
std::optional<MatchNode> Join(Op op, std::vector<MatchNode> operands) {
  if (operands.empty()) return std::nullopt;
  if (operands.size() == 1 && op != Op::kQuorum) return std::move(operands.front());
  MatchNode node = MakeNode(op);
  node.operands = std::move(operands);
  return node;
}

}  // namespace

absl::StatusOr<CompiledQuery> Compiler::Compile(const query::Node& root) {
  Part part = Node(root);
  if (!watch_.status().ok()) return watch_.status();
  if (!part) notes_.Add(std::string(query::kNoteNothingToSearch));
  if (reader_.cut()) notes_.Add(fmt::format(query::kNoteTooManyWords, query::kMaxWords));
  result_.notes = notes_.Take();
  result_.root = part ? *std::move(part) : MakeNode(Op::kNothing);
  return std::move(result_);
}

Compiler::Part Compiler::Node(const query::Node& node) {
  if (watch_.Stopped()) return std::nullopt;
  return std::visit([this](const auto& leaf) { return Of(leaf); }, node);
}

/// What stands inside an operator was put together with care: nothing of it is left out.
Compiler::Part Compiler::StrictNode(const query::Node& node) {
  const bool before = std::exchange(strict_, true);
  Part result = Node(node);
  strict_ = before;
  return result;
}

Compiler::Part Compiler::Of(const query::Word& word) {
  std::vector<FreeWord> words = reader_.Read(word.text, narrow_);
  const bool amount = words.size() > 1 && std::any_of(words.begin(), words.end(), HasDigit);
  if (amount && !word.prefix && !strict_) return Quorum(std::move(words));
  std::vector<MatchNode> nodes;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool prefix = word.prefix && i + 1 == words.size();
    Part node = prefix              ? words_.Prefix(words[i].word, word.text)
                : words.size() == 1 ? Alone(words[i])
                                    : words_.Free(words[i]);
    if (node) nodes.push_back(*std::move(node));
  }
  return Join(Op::kAnd, std::move(nodes));
}

Compiler::Part Compiler::Of(const query::Phrase& phrase) {
  const std::vector<text::Word> words = reader_.Words(phrase.text);
  if (!words.empty()) words_.MarkPhrase(words, phrase.text);
  std::vector<MatchNode> nodes;
  for (const text::Word& word : words) nodes.push_back(words_.Surface(word));
  const std::size_t length = nodes.size();
  Part node = Join(Op::kPhrase, std::move(nodes));
  if (node) node->window = length;
  return node;
}

Compiler::Part Compiler::Of(const query::Near& near) {
  std::vector<MatchNode> nodes;
  std::vector<text::Pattern::Near> marks;  // of each pattern of these words
  const std::size_t marked = result_.patterns.size();
  for (const query::Word& word : near.words) {
    const std::vector<text::Word> parts = reader_.Words(word.text);
    for (const text::Word& part : parts) {
      const bool prefix = word.prefix && &part == &parts.back();
      Part node = prefix ? words_.Prefix(part, word.text) : words_.Place(part, word.text);
      marks.resize(result_.patterns.size() - marked, {.group = marked + 1, .member = nodes.size()});
      if (node) nodes.push_back(*std::move(node));
    }
  }
  const auto is_nothing = [](const MatchNode& node) { return node.op == Op::kNothing; };
  if (std::any_of(nodes.begin(), nodes.end(), is_nothing)) return MakeNode(Op::kNothing);
  if (nodes.empty()) return std::nullopt;
  const std::size_t count = nodes.size();
  Part node = Join(Op::kNear, std::move(nodes));
  // Xapian's window counts words, ours the steps between neighbours.
  node->window = static_cast<std::size_t>(std::max(near.distance, 1)) * (count - 1) + 1;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    marks[i].members = count;
    marks[i].window = node->window;
    result_.patterns[marked + i].pattern.near = marks[i];
  }
  return node;
}

Compiler::Part Compiler::Of(const query::Filter& filter) {
  MatchNode node = MakeNode(Op::kFilter);
  for (const std::uint32_t number : lookup_.Typed(filter, watch_)) {
    node.terms.push_back({Term(FilterPrefix(filter.field), lookup_.table().value(number).value), 0});
  }
  if (!node.terms.empty()) return node;
  NoteNoSuchValue(filter);
  return MakeNode(Op::kNothing);
}

/// Looking for what was meant costs by the number of values.
void Compiler::NoteNoSuchValue(const query::Filter& filter) {
  if (notes_.full()) return;
  const std::string value = filter.field != query::Field::kYear ? filter.value
                            : filter.first_year == filter.last_year
                                ? std::to_string(filter.first_year)
                                : fmt::format("{}..{}", filter.first_year, filter.last_year);
  notes_.Add(lookup_.UnknownNote(filter.field, value, watch_));
}

Compiler::Part Compiler::Of(const query::Search& search) {
  if (search.op == query::Search::Op::kAll) return FreeWords(search);
  if (search.op == query::Search::Op::kNot) return Without(search);
  std::vector<MatchNode> operands;
  for (const query::Node& operand : search.operands) {
    if (Part part = StrictNode(operand)) operands.push_back(*std::move(part));
  }
  DropRepetitions(&operands);
  return Join(search.op == query::Search::Op::kOr ? Op::kOr : Op::kAnd, std::move(operands));
}

/// Nothing is marked in a hit for words that it must not have. Signs alone take nothing away, and a line of
/// nothing else asks for nothing.
Compiler::Part Compiler::Without(const query::Search& search) {
  if (search.operands.empty()) return std::nullopt;
  std::vector<MatchNode> operands;
  Part wanted = Node(search.operands.front());
  operands.push_back(wanted ? *std::move(wanted) : MakeNode(Op::kEverything));
  const std::vector<TypedPattern> patterns = result_.patterns;
  const bool before = std::exchange(narrow_, true);
  for (std::size_t i = 1; i < search.operands.size(); ++i) {
    if (Part unwanted = StrictNode(search.operands[i])) operands.push_back(*std::move(unwanted));
  }
  narrow_ = before;
  result_.patterns = patterns;
  if (operands.size() == 1 && operands.front().op == Op::kEverything) return std::nullopt;
  return Join(Op::kAndNot, std::move(operands));
}

/// Neighbouring words are analysed as one text: "§ 39" and "772 570" are one word each.
void Compiler::AnalyzeRun(std::string* run, std::vector<FreeWord>* words) {
  for (FreeWord& free : reader_.Read(*run, narrow_)) words->push_back(std::move(free));
  run->clear();
}

/// How many of the words a match must have, by what was typed. A number, with its unit or without, is asked
/// for whole; among other words it is one of what is asked about.
void Compiler::SetNeeds(const std::vector<FreeWord>& typed, MatchNode* quorum) {
  const auto is_name = [](const FreeWord& free) { return text::StartsWithCapital(free.typed); };
  const auto is_amount = [](const FreeWord& free) {
    return HasDigit(free) || text::IsUnit(free.word->lemma);
  };
  const bool exact =
      std::all_of(typed.begin(), typed.end(), is_amount) || std::all_of(typed.begin(), typed.end(), is_name);
  const bool term = typed.size() <= kTermWords && std::none_of(typed.begin(), typed.end(), HasDigit);
  quorum->enough = kEnough;
  quorum->share = exact ? kExactShare : term ? kTermShare : kQuestionShare;
  quorum->least_share = exact ? kExactShare : kQuestionShare;
}

/// A compound alone asks for itself, unless its head says too little and what stands before it is a compound.
void Compiler::AddModifier(const FreeWord& free, std::size_t words, MatchNode* node) {
  const std::string& modifier = free.word->modifier;
  const bool says_enough = free.word->light_head && HasCompoundModifier(free.word);
  if (modifier.empty() || node->op != Op::kWord || (words == 1 && !says_enough)) return;
  words_.AddModifier(modifier, free.typed, node);
}

MatchNode Compiler::Alone(const FreeWord& free) {
  MatchNode node = words_.Free(free);
  if (!strict_) AddModifier(free, 1, &node);
  return node;
}

/// In a question, the word above a paragraph (schema.h) makes it an answer too, as does what belongs to the
/// matter; and words that ask do not decide.
std::vector<MatchNode> Compiler::FreeWordNodes(const std::vector<FreeWord>& words, bool question) {
  std::vector<MatchNode> nodes;
  for (const FreeWord& free : words) nodes.push_back(words_.Free(free));
  if (narrow_) return nodes;
  for (std::size_t i = 1; i < words.size(); ++i) {
    nodes[i].reach = Reach(words[i - 1], words[i]);
    if (AreNeighbours(words[i - 1], words[i]) && nodes[i - 1].op == Op::kWord && nodes[i].op == Op::kWord) {
      const bool joined = words_.AddJoined(words[i - 1], words[i], &nodes[i - 1], &nodes[i]);
      if (joined && words.size() == 2 && !strict_) {
        words_.AddModifier(words[i - 1].word->stem, words[i - 1].typed, &nodes[i]);
      }
    }
  }
  for (std::size_t i = 0; i < words.size() && !strict_; ++i) AddModifier(words[i], words.size(), &nodes[i]);
  if (!question || strict_) return nodes;
  result_.question = true;
  const auto asks = [](const FreeWord& free) { return free.word->question_word; };
  const bool only_asks = std::all_of(words.begin(), words.end(), asks);
  for (std::size_t i = 0; i < words.size(); ++i) {
    nodes[i].optional = !only_asks && asks(words[i]);
    if (nodes[i].op == Op::kWord) words_.AddBelongings(words[i], &nodes[i]);
    if (nodes[i].section_term.empty()) continue;
    nodes[i].terms.push_back({std::exchange(nodes[i].section_term, {}), kSectionWeight});
  }
  return nodes;
}

/// Words make a quorum; everything else must match.
Compiler::Part Compiler::FreeWords(const query::Search& search) {
  if (search.operands.empty()) return MakeNode(Op::kEverything);
  std::string run;
  std::vector<FreeWord> words;
  std::vector<MatchNode> others;
  bool only_filters = true;
  for (const query::Node& operand : search.operands) {
    const auto* word = std::get_if<query::Word>(&operand);
    if (word != nullptr && !word->prefix) {
      run += (run.empty() ? "" : " ") + word->text;
      continue;
    }
    AnalyzeRun(&run, &words);
    only_filters = only_filters && std::holds_alternative<query::Filter>(operand);
    if (Part part = StrictNode(operand)) others.push_back(*std::move(part));
  }
  AnalyzeRun(&run, &words);
  DropRepetitions(&words);
  if (words.size() == 1 && others.empty()) return Alone(words.front());
  if (!only_filters && std::all_of(words.begin(), words.end(), IsStopword)) words.clear();
  if (Part part = Quorum(std::move(words))) others.insert(others.begin(), *std::move(part));
  return Join(Op::kAnd, std::move(others));
}

/// Stopwords count only where there is nothing else to go by.
Compiler::Part Compiler::Quorum(std::vector<FreeWord> words) {
  const std::vector<FreeWord> typed = words;
  if (!std::all_of(words.begin(), words.end(), IsStopword)) std::erase_if(words, IsStopword);
  Part part = Join(strict_ ? Op::kAnd : Op::kQuorum, FreeWordNodes(words, typed.size() > kTermWords));
  if (part && part->op == Op::kQuorum) SetNeeds(typed, &*part);
  return part;
}

}  // namespace plansok::index
