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
  text::Pattern pattern{.kind = kind};
  for (std::string& word : words) pattern.words.push_back({std::move(word)});
  result_->patterns.push_back({std::move(pattern), typed});
}

void WordNodes::MarkPhrase(const std::vector<text::Word>& words, const std::string& typed) {
  text::Pattern pattern{.kind = text::Pattern::Kind::kSurface};
  for (const text::Word& word : words) {
    pattern.words.push_back(Surfaces(analyzer_, word));
    pattern.words.back().front() = word->surface;  // a term may be shortened
  }
  result_->patterns.push_back({std::move(pattern), typed});
}

/// By what to multiply the weight of what answers `word` and tells `idf`: a rare compound tells more than its
/// part does, but the part is what was asked for, so what answers it tells no more than the word itself.
double WordNodes::HeldTo(const MatchNode& word, double idf) {
  return word.idf == 0 ? 1 : std::min(1.0, word.idf / idf);
}

/// Only terms that some paragraph has: the rest would cost time and find nothing. The word itself comes
/// first.
void WordNodes::AddTerm(std::string_view prefix, const std::string& stem, double weight,
                        MatchNode* node) const {
  std::string term = Term(prefix, stem);
  const auto same = [&](const MatchTerm& other) { return other.term == term; };
  if (std::any_of(node->terms.begin(), node->terms.end(), same)) return;
  const Xapian::doccount frequency = postings_.Frequency(term);
  if (frequency == 0) return;
  const double idf = Idf(paragraphs_, frequency);
  if (weight == 1) node->idf = idf;
  node->terms.push_back({std::move(term), weight * HeldTo(*node, idf)});
}

/// A word typed without dots (bare) finds words with them. One typed with them finds text that lost them,
/// where what is left is no word of its own.
///
/// Both go by the base form, so that all forms of a word find the same. One does not: a bare form of a word
/// whose base form has dots (stod, of stå) may be another word that lost them (stöd), so it goes by itself.
///
/// Stemming and folding do not commute, and text that lost its dots was analysed as the unknown word it is:
/// so the stem is folded, and the folded word stemmed.
void WordNodes::AddFolded(const text::Word& word, const std::string& typed, MatchNode* node) {
  const std::string folded = text::FoldWord(word->lemma);
  const bool lemma_is_bare = folded == word->lemma;
  const bool bare = lemma_is_bare || IsBare(word);
  if (!bare && analyzer_.Knows(folded)) return;
  const bool by_form = bare && !lemma_is_bare;
  std::vector<std::string> stems;
  if (!by_form) stems.push_back(text::FoldWord(word->stem));
  for (const text::Word& read : analyzer_.Analyze(by_form ? word->surface : folded)) {
    stems.push_back(read->folded_stem);
    if (!bare) stems.push_back(read->stem);
  }
  for (const std::string& stem : stems) {
    AddTerm(bare ? kFoldedPrefix : kStemPrefix, stem, kFoldedWeight, node);
    Mark(text::Pattern::Kind::kFoldedStem, {stem}, typed);
  }
}

MatchNode WordNodes::Stem(const text::Word& word, const std::string& typed) {
  MatchNode node = MakeNode(Op::kWord);
  node.typed = typed;
  AddTerm(kStemPrefix, word->stem, 1, &node);
  Mark(text::Pattern::Kind::kStem, {word->stem}, typed);
  if (analyzer_.features().compounds) {
    AddTerm(kPartPrefix, word->stem, kPartWeight, &node);
    Mark(text::Pattern::Kind::kPart, {word->stem}, typed);
  }
  if (std::string section = Term(kSectionPrefix, word->stem); !word->stopword && postings_.Exists(section))
    node.section_term = std::move(section);
  if (analyzer_.features().proximity) {
    const std::vector<std::string> places = Places(analyzer_, word);
    std::copy_if(places.begin(), places.end(), std::back_inserter(node.places),
                 [this](const std::string& place) { return postings_.Exists(place); });
  }
  if (analyzer_.features().folding) AddFolded(word, typed, &node);
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
  double idf = 0;
  for (const std::string& stem : stems) {
    MatchNode word = MakeNode(Op::kWord);
    AddTerm(kStemPrefix, stem, 1, &word);
    if (word.terms.empty()) return;
    idf += word.idf / static_cast<double>(stems.size());
    phrase.operands.push_back(std::move(word));
  }
  phrase.weight = weight / static_cast<double>(stems.size()) * HeldTo(*node, idf);
  node->operands.push_back(std::move(phrase));
}

/// Of what is not wanted: a compound with the word, or a word that only looks like it, is another.
MatchNode WordNodes::Itself(const FreeWord& free) {
  MatchNode node = MakeNode(Op::kWord);
  node.typed = free.typed;
  AddTerm(kStemPrefix, free.word->stem, 1, &node);
  if (analyzer_.features().folding && !IsBare(free.word)) AddFolded(free.word, free.typed, &node);
  return node;
}

/// A word with all that answers it; or where no paragraph has it and it is a compound, all its parts.
MatchNode WordNodes::Free(const FreeWord& free) {
  if (watch_->Stopped()) return MakeNode(Op::kWord);
  if (free.narrow) return Itself(free);
  MatchNode node = Stem(free.word, free.typed);
  const bool found = !node.terms.empty();
  AddRoot(free.word, free.typed, &node);
  for (const Reading& reading : free.readings) {
    if (reading.synonym->bond != text::Bond::kBelongs) AddReading(reading, &node);
  }
  if (found) AddParaphrase(free.word, free.typed, &node);
  if (found || analyzer_.Split(free.word->surface).empty()) return node;
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

/// About how many paragraphs have one of a node's terms.
std::size_t WordNodes::FoundBy(const MatchNode& node) const {
  std::size_t found = 0;
  for (const MatchTerm& term : node.terms) found += postings_.Frequency(term.term);
  return found;
}

/// Lets what says a rare compound in several words answer it: kompetensförsörjningsplan is said by "plan för
/// kompetensförsörjning". Only where the modifier is a compound, too, and so says enough: "del av staden" is
/// no stadsdel.
void WordNodes::AddParaphrase(const text::Word& word, const std::string& typed, MatchNode* node) {
  if (!HasCompoundModifier(word) || FoundBy(*node) >= kEnough) return;
  MatchNode near = MakeNode(Op::kNear);
  near.window = query::kDefaultNearDistance + 1;
  double idf = 0;
  for (const std::string& stem : {word->modifier, word->head}) {
    MatchNode part = MakeNode(Op::kWord);
    AddTerm(kStemPrefix, stem, 1, &part);
    if (part.terms.empty()) return;
    idf += part.idf / 2;
    near.operands.push_back(std::move(part));
  }
  near.weight = kParaphraseWeight / 2 * HeldTo(*node, idf);
  const std::size_t group = result_->patterns.size() + 1;
  for (std::size_t member = 0; member < 2; ++member) {
    Mark(text::Pattern::Kind::kStem, {member == 0 ? word->modifier : word->head}, typed);
    result_->patterns.back().pattern.near = {group, member, 2, near.window};
    result_->patterns.back().is_other_word = true;
  }
  node->operands.push_back(std::move(near));
}

void WordNodes::AddModifier(const std::string& modifier, const std::string& typed, MatchNode* node) {
  std::size_t found = FoundBy(*node);
  if (found >= kEnough) return;
  for (const std::string_view prefix : {kStemPrefix, kPartPrefix}) {
    found += postings_.Frequency(Term(prefix, modifier));
  }
  if (found > kEnough) return;
  MatchNode weak = MakeNode(Op::kWord);
  weak.weak = true;
  AddTerm(kStemPrefix, modifier, kModifierWeight, &weak);
  AddTerm(kPartPrefix, modifier, kModifierWeight, &weak);
  if (weak.terms.empty()) return;
  Mark(text::Pattern::Kind::kStem, {modifier}, typed);
  Mark(text::Pattern::Kind::kPart, {modifier}, typed);
  node->operands.push_back(std::move(weak));
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

}  // namespace plansok::index
