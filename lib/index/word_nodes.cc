#include "index/word_nodes.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "index/ranking.h"
#include "index/schema.h"
#include "index/word_forms.h"
#include "text/normalize.h"

namespace plansok::index {

namespace {

using Op = MatchNode::Op;

double WeightOf(text::Bond bond) {
  switch (bond) {
    case text::Bond::kSame:
      return kAbbreviationWeight;
    case text::Bond::kNear:
      return kSynonymWeight;
    case text::Bond::kBelongs:
      return kBelongingWeight;
  }
  return 0;
}

}  // namespace

void WordNodes::Mark(text::Pattern::Kind kind, std::vector<std::string> words, const std::string& typed) {
  result_->patterns.push_back({{kind, std::move(words)}, typed});
}

void WordNodes::MarkPhrase(const std::vector<text::Word>& words, const std::string& typed) {
  std::vector<std::string> printed;
  std::vector<std::string> folded;
  for (const text::Word& word : words) {
    printed.push_back(word->surface);
    folded.push_back(Surfaces(analyzer_, word).back());
  }
  const bool differs = folded != printed;
  Mark(text::Pattern::Kind::kSurface, std::move(printed), typed);
  if (differs) Mark(text::Pattern::Kind::kSurface, std::move(folded), typed);
}

/// Only terms that some paragraph has: the rest would cost time and find nothing.
void WordNodes::AddTerm(std::string_view prefix, const std::string& stem, double weight,
                        MatchNode* node) const {
  std::string term = Term(prefix, stem);
  const auto same = [&](const MatchTerm& other) { return other.term == term; };
  if (std::any_of(node->terms.begin(), node->terms.end(), same)) return;
  if (postings_.Exists(term)) node->terms.push_back({std::move(term), weight});
}

/// A word typed without diacritics finds words with them; one typed with them, text that lost them. Such text
/// was analysed as the unknown word it is, so its stem is not always that of the folded form.
void WordNodes::AddFolded(const text::Word& word, bool bare, MatchNode* node) const {
  AddTerm(bare ? kFoldedPrefix : kStemPrefix, word->folded_stem, kFoldedWeight, node);
  if (bare) return;
  for (const text::Word& lost : analyzer_.Analyze(text::FoldWord(word->surface))) {
    AddTerm(kStemPrefix, lost->stem, kFoldedWeight, node);
  }
}

MatchNode WordNodes::Stem(const text::Word& word, const std::string& typed) {
  MatchNode node = MakeNode(Op::kWord);
  node.typed = typed;
  const std::vector<std::string> places = Places(analyzer_, word);
  AddTerm(kStemPrefix, word->stem, 1, &node);
  Mark(text::Pattern::Kind::kStem, {word->stem}, typed);
  if (analyzer_.features().compounds) {
    AddTerm(kPartPrefix, word->stem, kPartWeight, &node);
    Mark(text::Pattern::Kind::kPart, {word->stem}, typed);
  }
  if (std::string section = Term(kSectionPrefix, word->stem); !word->stopword && postings_.Exists(section))
    node.section_term = std::move(section);
  if (analyzer_.features().proximity) {
    std::copy_if(places.begin(), places.end(), std::back_inserter(node.places),
                 [this](const std::string& place) { return postings_.Exists(place); });
  }
  const bool bare = IsBare(word);
  if (analyzer_.features().folding && (bare || places.size() > 1)) {
    AddFolded(word, bare, &node);
    Mark(text::Pattern::Kind::kFoldedStem, {word->folded_stem}, typed);
  }
  return node;
}

/// Lets the other words of the word's family answer it.
void WordNodes::AddRoot(const text::Word& word, const std::string& typed, MatchNode* node) {
  if (!analyzer_.features().derivations || word->stopword) return;
  AddTerm(kRootPrefix, word->root, kRootWeight, node);
  Mark(text::Pattern::Kind::kRoot, {word->root}, typed);
  AddTerm(kPartPrefix, word->root, kRootWeight * kPartWeight, node);
  if (word->root != word->stem) AddTerm(kStemPrefix, word->root, kRootWeight, node);
}

/// Words that stand for one thing together weigh what one word does: typed, each has a share of it; in the
/// text, Xapian adds them up.
void WordNodes::AddReading(const Reading& reading, MatchNode* node) {
  const std::vector<std::string>& stems = reading.synonym->stems;
  const double weight = WeightOf(reading.synonym->bond) / static_cast<double>(reading.words);
  Mark(text::Pattern::Kind::kStem, stems, reading.typed);
  result_->patterns.back().is_other_word = true;
  if (stems.size() == 1) {
    AddTerm(kStemPrefix, stems.front(), weight, node);
    AddTerm(kPartPrefix, stems.front(), weight * kPartWeight, node);
    AddTerm(kRootPrefix, reading.synonym->root, weight * kRootWeight, node);
    AddTerm(kStemPrefix, reading.synonym->root, weight * kRootWeight, node);
    Mark(text::Pattern::Kind::kRoot, {reading.synonym->root}, reading.typed);
    result_->patterns.back().is_other_word = true;
    return;
  }
  MatchNode phrase = MakeNode(Op::kPhrase);
  phrase.window = stems.size();
  phrase.weight = weight / static_cast<double>(stems.size());
  for (const std::string& stem : stems) {
    MatchNode word = MakeNode(Op::kWord);
    AddTerm(kStemPrefix, stem, 1, &word);
    if (word.terms.empty()) return;
    phrase.operands.push_back(std::move(word));
  }
  node->operands.push_back(std::move(phrase));
}

/// A word with all that answers it; or where no paragraph has it and it is a compound, all its parts.
MatchNode WordNodes::Free(const FreeWord& free) {
  MatchNode node = Stem(free.word, free.typed);
  const bool found = !node.terms.empty();
  if (!free.narrow) AddRoot(free.word, free.typed, &node);
  for (const Reading& reading : free.readings) {
    if (reading.synonym->bond != text::Bond::kBelongs) AddReading(reading, &node);
  }
  if (found || free.word->parts.empty()) return node;
  MatchNode parts = Parts(free.word, free.typed);
  if (node.terms.empty() && node.operands.empty()) return parts;
  node.operands.push_back(std::move(parts));
  return node;
}

/// The parts of a compound as words, better side by side: bostadsförst finds "Bostad först".
MatchNode WordNodes::Parts(const text::Word& word, const std::string& typed) {
  const std::vector<text::Word> parts =
      analyzer_.Analyze(fmt::format("{}", fmt::join(analyzer_.Split(word->surface), " ")));
  MatchNode all = MakeNode(Op::kAnd);
  MatchNode phrase = MakeNode(Op::kPhrase);
  for (const text::Word& part : parts) {
    all.operands.push_back(Stem(part, typed));
    phrase.operands.push_back(Surface(part));
  }
  phrase.window = parts.size();
  MatchNode node = MakeNode(Op::kOr);
  node.typed = typed;
  node.operands = {std::move(all), std::move(phrase)};
  return node;
}

bool WordNodes::AddJoined(const FreeWord& left, const FreeWord& right, MatchNode* left_node,
                          MatchNode* right_node) {
  if (!analyzer_.features().compounds) return false;
  const std::size_t before = left_node->terms.size();
  for (const std::string& modifier : ModifierForms(left.word->surface)) {
    const std::string stem = modifier + right.word->stem;
    std::string term = Term(kStemPrefix, stem);
    if (!postings_.Exists(term)) continue;
    left_node->terms.push_back({term, kJoinedWeight});
    right_node->terms.push_back({std::move(term), kJoinedWeight});
    Mark(text::Pattern::Kind::kStem, {stem}, fmt::format("{} {}", left.typed, right.typed));
  }
  return left_node->terms.size() > before;
}

void WordNodes::AddModifier(const std::string& modifier, std::size_t enough, MatchNode* node) const {
  std::size_t found = 0;
  for (const MatchTerm& term : node->terms) found += postings_.Frequency(term.term);
  if (found >= enough) return;
  for (const std::string_view prefix : {kStemPrefix, kPartPrefix}) {
    found += postings_.Frequency(Term(prefix, modifier));
  }
  if (found > kEnough) return;
  MatchNode weak = MakeNode(Op::kWord);
  weak.weak = true;
  AddTerm(kStemPrefix, modifier, kModifierWeight, &weak);
  AddTerm(kPartPrefix, modifier, kModifierWeight, &weak);
  if (!weak.terms.empty()) node->operands.push_back(std::move(weak));
}

void WordNodes::AddBelongings(const FreeWord& free, MatchNode* node) {
  MatchNode weak = MakeNode(Op::kWord);
  weak.weak = true;
  for (const Reading& reading : free.readings) {
    if (reading.synonym->bond == text::Bond::kBelongs) AddReading(reading, &weak);
  }
  if (!weak.terms.empty() || !weak.operands.empty()) node->operands.push_back(std::move(weak));
}

MatchNode WordNodes::Surface(const text::Word& word) {
  MatchNode node = MakeNode(Op::kWord);
  for (std::string& surface : Surfaces(analyzer_, word)) node.terms.push_back({std::move(surface), 1});
  return node;
}

MatchNode WordNodes::Place(const text::Word& word, const std::string& typed) {
  MatchNode node = MakeNode(Op::kWord);
  for (std::string& place : Places(analyzer_, word)) node.terms.push_back({std::move(place), 1});
  Mark(text::Pattern::Kind::kStem, {word->stem}, typed);
  MarkPhrase({word}, typed);
  return node;
}

MatchNode WordNodes::Prefix(const text::Word& word, const std::string& typed) {
  if (expansion_left_ == 0) {
    result_->notes.push_back(fmt::format("”{}” söktes inte: raden har för många ordbörjor.", typed));
    return MakeNode(Op::kNothing);
  }
  std::vector<std::pair<Xapian::doccount, std::string>> found;
  const auto end = postings_.database().allterms_end(word->surface);
  for (auto term = postings_.database().allterms_begin(word->surface); term != end; ++term) {
    found.emplace_back(term.get_termfreq(), *term);
  }
  const std::size_t most = std::min(kMaxExpansion, expansion_left_);
  if (found.size() > most) {
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(most), found.end(),
                      [](const auto& a, const auto& b) { return a.first > b.first; });
    result_->notes.push_back(
        fmt::format("{} ord börjar på ”{}”: de {} vanligaste söktes.", found.size(), typed, most));
    found.resize(most);
  }
  expansion_left_ -= found.size();
  MatchNode node = MakeNode(found.empty() ? Op::kNothing : Op::kWord);
  node.typed = typed;
  for (auto& [frequency, term] : found) node.terms.push_back({std::move(term), 1});
  Mark(text::Pattern::Kind::kPrefix, {word->surface}, typed);
  return node;
}

}  // namespace plansok::index
