#include "index/compiler.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>
#include <variant>

#include "index/facet_lookup.h"
#include "index/ranking.h"
#include "index/schema.h"
#include "text/normalize.h"

namespace plansok::index {
namespace {

using Op = MatchNode::Op;

MatchNode Leaf(Op op) {
  MatchNode node;
  node.op = op;
  return node;
}

/// Each of `operands` once: what is asked twice is one question.
void DropRepetitions(std::vector<MatchNode>* operands) {
  std::set<std::string> seen;
  std::erase_if(*operands, [&](const MatchNode& node) { return !seen.insert(KeyOf(node)).second; });
}

/// Nodes joined by `op`; a single one needs no join.
std::optional<MatchNode> Join(Op op, std::vector<MatchNode> operands) {
  if (operands.empty()) return std::nullopt;
  if (operands.size() == 1 && op != Op::kQuorum) return std::move(operands.front());
  MatchNode node = Leaf(op);
  node.operands = std::move(operands);
  return node;
}

/// Of one text, with a space between them.
bool AreNeighbours(const text::Word& left, const text::Word& right) { return right.begin == left.end + 1; }

/// What a Swedish word may become before another: stad stads-, familj familje-, barn barna-, hälsa hälso-,
/// gata gatu-, medborgare medborgar-. Too many by far, so only such as make a word of the index count.
std::vector<std::string> ModifierForms(const std::string& word) {
  std::vector<std::string> forms = {word};
  const bool vowel = word.ends_with('a') || word.ends_with('e');
  const std::string base = vowel ? word.substr(0, word.size() - 1) : word;
  if (vowel) forms.push_back(base);
  for (const char link : {'s', 'e', 'a', 'o', 'u'}) {
    if (base + link != word) forms.push_back(base + link);
  }
  return forms;
}

/// The ways to write a word without å ä ö with them; none where there would be too many to try.
std::vector<std::string> WithDiacritics(std::string_view bare) {
  constexpr std::size_t kMost = 256;
  std::vector<std::string> spellings = {""};
  for (const char letter : bare) {
    const std::size_t before = spellings.size();
    for (std::size_t i = 0; i < before; ++i) {
      if (letter == 'a') {
        spellings.push_back(spellings[i] + "å");
        spellings.push_back(spellings[i] + "ä");
      }
      if (letter == 'o') spellings.push_back(spellings[i] + "ö");
      spellings[i].push_back(letter);
    }
    if (spellings.size() > kMost) return {};
  }
  spellings.erase(spellings.begin());
  return spellings;
}

bool HasDigit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool IsBare(const text::Word& word) { return text::FoldWord(word->surface) == word->surface; }

}  // namespace

CompiledQuery Compiler::Compile(const query::Node& root) {
  result_ = {};
  expansion_left_ = kMaxExpansionOfQuery;
  Part part = Node(root);
  if (!part) result_.notes.emplace_back("Frågan har inget ord att söka på.");
  result_.root = part ? *std::move(part) : Leaf(Op::kNothing);
  return std::move(result_);
}

Compiler::Part Compiler::Node(const query::Node& node) {
  return std::visit([this](const auto& leaf) { return Of(leaf); }, node);
}

/// What stands inside an operator was put together with care: nothing of it is left out.
Compiler::Part Compiler::StrictNode(const query::Node& node) {
  const bool before = std::exchange(strict_, true);
  Part result = Node(node);
  strict_ = before;
  return result;
}

void Compiler::Mark(text::Pattern::Kind kind, std::vector<std::string> words, const std::string& typed) {
  result_.patterns.push_back({{kind, std::move(words)}, typed});
}

/// The word as typed and, where its letters without diacritics make no word of their own, without them too:
/// so text that lost its dots is found, and mål is never mal.
std::vector<std::string> Compiler::Surfaces(const text::Word& word) const {
  std::vector<std::string> surfaces = {WordTerm(word->surface)};
  const std::string folded = text::FoldWord(word->surface);
  if (folded != word->surface && !analyzer_.Knows(folded)) surfaces.push_back(WordTerm(folded));
  return surfaces;
}

/// The terms with positions that a word has, in any inflection.
std::vector<std::string> Compiler::Places(const text::Word& word) const {
  std::vector<std::string> places = Surfaces(word);
  places.front() = Term(kStemPrefix, word->stem);
  return places;
}

/// Only terms that some paragraph has: the rest would cost time and find nothing.
void Compiler::AddTerm(std::string_view prefix, const std::string& stem, double weight,
                       MatchNode* node) const {
  std::string term = Term(prefix, stem);
  const auto same = [&](const MatchTerm& other) { return other.term == term; };
  if (std::any_of(node->terms.begin(), node->terms.end(), same)) return;
  if (database_.term_exists(term)) node->terms.push_back({std::move(term), weight});
}

/// A word typed without diacritics finds words with them; one typed with them, text that lost them. Such text
/// was analysed as the unknown word it is, so its stem is not always that of the folded form.
void Compiler::AddFolded(const text::Word& word, bool bare, MatchNode* node) const {
  AddTerm(bare ? kFoldedPrefix : kStemPrefix, word->folded_stem, kFoldedWeight, node);
  if (bare) return;
  for (const text::Word& lost : analyzer_.Analyze(text::FoldWord(word->surface))) {
    AddTerm(kStemPrefix, lost->stem, kFoldedWeight, node);
  }
}

MatchNode Compiler::StemNode(const text::Word& word, const std::string& typed) {
  MatchNode node = Leaf(Op::kWord);
  node.typed = typed;
  const std::vector<std::string> places = Places(word);
  AddTerm(kStemPrefix, word->stem, 1, &node);
  Mark(text::Pattern::Kind::kStem, {word->stem}, typed);
  if (analyzer_.features().compounds) {
    AddTerm(kPartPrefix, word->stem, kPartWeight, &node);
    Mark(text::Pattern::Kind::kPart, {word->stem}, typed);
  }
  if (std::string section = Term(kSectionPrefix, word->stem);
      !word->stopword && database_.term_exists(section))
    node.section_term = std::move(section);
  if (analyzer_.features().proximity) {
    std::copy_if(places.begin(), places.end(), std::back_inserter(node.places),
                 [this](const std::string& place) { return database_.term_exists(place); });
  }
  const bool bare = IsBare(word);
  if (analyzer_.features().folding && (bare || places.size() > 1)) {
    AddFolded(word, bare, &node);
    Mark(text::Pattern::Kind::kFoldedStem, {word->folded_stem}, typed);
  }
  return node;
}

/// Lets the other words of the word's family answer it.
void Compiler::AddRoot(const text::Word& word, const std::string& typed, MatchNode* node) {
  if (!analyzer_.features().derivations || narrow_ || word->stopword) return;
  AddTerm(kRootPrefix, word->root, kRootWeight, node);
  Mark(text::Pattern::Kind::kRoot, {word->root}, typed);
  AddTerm(kPartPrefix, word->root, kRootWeight * kPartWeight, node);
  if (word->root != word->stem) AddTerm(kStemPrefix, word->root, kRootWeight, node);
}

/// Words that stand for one thing together weigh what one word does: typed, each has a share of it; in the
/// text, Xapian adds them up.
void Compiler::AddReading(const Reading& reading, MatchNode* node) {
  const std::vector<std::string>& stems = reading.synonym->stems;
  const double weight =
      (reading.synonym->same ? kAbbreviationWeight : kSynonymWeight) / static_cast<double>(reading.words);
  Mark(text::Pattern::Kind::kStem, stems, reading.typed);
  result_.patterns.back().is_other_word = true;
  if (stems.size() == 1) {
    AddTerm(kStemPrefix, stems.front(), weight, node);
    AddTerm(kPartPrefix, stems.front(), weight * kPartWeight, node);
    AddTerm(kRootPrefix, reading.synonym->root, weight * kRootWeight, node);
    AddTerm(kStemPrefix, reading.synonym->root, weight * kRootWeight, node);
    Mark(text::Pattern::Kind::kRoot, {reading.synonym->root}, reading.typed);
    result_.patterns.back().is_other_word = true;
    return;
  }
  MatchNode phrase = Leaf(Op::kPhrase);
  phrase.window = stems.size();
  phrase.weight = weight / static_cast<double>(stems.size());
  for (const std::string& stem : stems) {
    MatchNode word = Leaf(Op::kWord);
    AddTerm(kStemPrefix, stem, 1, &word);
    if (word.terms.empty()) return;
    phrase.operands.push_back(std::move(word));
  }
  node->operands.push_back(std::move(phrase));
}

/// A word with all that answers it; or where no paragraph has it and it is a compound, all its parts.
MatchNode Compiler::FreeWordNode(const FreeWord& free) {
  MatchNode node = StemNode(free.word, free.typed);
  const bool found = !node.terms.empty();
  AddRoot(free.word, free.typed, &node);
  for (const Reading& reading : free.readings) AddReading(reading, &node);
  if (found || free.word->parts.empty()) return node;
  MatchNode parts = PartsNode(free.word, free.typed);
  if (node.terms.empty() && node.operands.empty()) return parts;
  node.operands.push_back(std::move(parts));
  return node;
}

/// The parts of a compound as words, better side by side: bostadsförst finds "Bostad först".
MatchNode Compiler::PartsNode(const text::Word& word, const std::string& typed) {
  const std::vector<text::Word> parts =
      analyzer_.Analyze(fmt::format("{}", fmt::join(analyzer_.Split(word->surface), " ")));
  MatchNode all = Leaf(Op::kAnd);
  MatchNode phrase = Leaf(Op::kPhrase);
  for (const text::Word& part : parts) {
    all.operands.push_back(StemNode(part, typed));
    phrase.operands.push_back(SurfaceNode(part));
  }
  phrase.window = parts.size();
  MatchNode node = Leaf(Op::kOr);
  node.typed = typed;
  node.operands = {std::move(all), std::move(phrase)};
  return node;
}

/// Lets a compound of two neighbouring words answer both, where the index has it; whether it does.
bool Compiler::AddJoined(const FreeWord& left, const FreeWord& right, MatchNode* left_node,
                         MatchNode* right_node) {
  if (!analyzer_.features().compounds) return false;
  const std::size_t before = left_node->terms.size();
  for (const std::string& modifier : ModifierForms(left.word->surface)) {
    const std::string stem = modifier + right.word->stem;
    std::string term = Term(kStemPrefix, stem);
    if (!database_.term_exists(term)) continue;
    left_node->terms.push_back({term, kJoinedWeight});
    right_node->terms.push_back({std::move(term), kJoinedWeight});
    Mark(text::Pattern::Kind::kStem, {stem}, fmt::format("{} {}", left.typed, right.typed));
  }
  return left_node->terms.size() > before;
}

/// Of a compound typed apart, lets what has only the first word match as well, where that leaves few enough
/// to look through: klimatfrågor are near what "klimat omställning" asks for.
void Compiler::AddModifier(const FreeWord& left, MatchNode* right_node) const {
  const std::string& stem = left.word->stem;
  std::size_t found = 0;
  for (const std::string_view prefix : {kStemPrefix, kPartPrefix}) {
    found += database_.get_termfreq(Term(prefix, stem));
  }
  for (const MatchTerm& term : right_node->terms) found += database_.get_termfreq(term.term);
  if (found > kEnough) return;
  AddTerm(kStemPrefix, stem, kModifierWeight, right_node);
  AddTerm(kPartPrefix, stem, kModifierWeight, right_node);
}

MatchNode Compiler::SurfaceNode(const text::Word& word) {
  MatchNode node = Leaf(Op::kWord);
  for (std::string& surface : Surfaces(word)) node.terms.push_back({std::move(surface), 1});
  return node;
}

/// A word in any inflection, where it stands.
MatchNode Compiler::PlaceNode(const text::Word& word, const std::string& typed) {
  MatchNode node = Leaf(Op::kWord);
  for (std::string& place : Places(word)) node.terms.push_back({std::move(place), 1});
  Mark(text::Pattern::Kind::kStem, {word->stem}, typed);
  MarkPhrase({word}, typed);
  return node;
}

MatchNode Compiler::PrefixNode(const text::Word& word, const std::string& typed) {
  std::vector<std::pair<Xapian::doccount, std::string>> found;
  const auto end = database_.allterms_end(word->surface);
  for (auto term = database_.allterms_begin(word->surface); term != end; ++term) {
    found.emplace_back(term.get_termfreq(), *term);
  }
  const std::size_t most = std::min(kMaxExpansion, expansion_left_);
  if (found.size() > most) {
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(most), found.end(),
                      [](const auto& a, const auto& b) { return a.first > b.first; });
    result_.notes.push_back(
        fmt::format("{} ord börjar på ”{}”: de {} vanligaste söktes.", found.size(), typed, most));
    found.resize(most);
  }
  expansion_left_ -= found.size();
  MatchNode node = Leaf(found.empty() ? Op::kNothing : Op::kWord);
  node.typed = typed;
  for (auto& [frequency, term] : found) node.terms.push_back({std::move(term), 1});
  Mark(text::Pattern::Kind::kPrefix, {word->surface}, typed);
  return node;
}

Compiler::Part Compiler::Of(const query::Word& word) {
  const std::vector<FreeWord> words = Analyze(word.text);
  std::vector<MatchNode> nodes;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool prefix = word.prefix && i + 1 == words.size();
    nodes.push_back(prefix ? PrefixNode(words[i].word, word.text) : FreeWordNode(words[i]));
  }
  return Join(Op::kAnd, std::move(nodes));
}

void Compiler::MarkPhrase(const std::vector<text::Word>& words, const std::string& typed) {
  std::vector<std::string> printed;
  std::vector<std::string> folded;
  for (const text::Word& word : words) {
    printed.push_back(word->surface);
    folded.push_back(Surfaces(word).back());
  }
  const bool differs = folded != printed;
  Mark(text::Pattern::Kind::kSurface, std::move(printed), typed);
  if (differs) Mark(text::Pattern::Kind::kSurface, std::move(folded), typed);
}

Compiler::Part Compiler::Of(const query::Phrase& phrase) {
  const std::vector<text::Word> words = analyzer_.Analyze(phrase.text);
  if (!words.empty()) MarkPhrase(words, phrase.text);
  std::vector<MatchNode> nodes;
  for (const text::Word& word : words) nodes.push_back(SurfaceNode(word));
  const std::size_t length = nodes.size();
  Part node = Join(Op::kPhrase, std::move(nodes));
  if (node) node->window = length;
  return node;
}

Compiler::Part Compiler::Of(const query::Near& near) {
  std::vector<MatchNode> nodes;
  for (const query::Word& word : near.words) {
    for (const text::Word& part : analyzer_.Analyze(word.text)) nodes.push_back(PlaceNode(part, word.text));
  }
  const std::size_t count = nodes.size();
  Part node = Join(Op::kNear, std::move(nodes));
  // Xapian's window counts words, ours the steps between neighbours.
  if (node)
    node->window = static_cast<std::size_t>(std::max(near.distance, 1)) * (count > 0 ? count - 1 : 0) + 1;
  return node;
}

Compiler::Part Compiler::Of(const query::Filter& filter) {
  MatchNode node = Leaf(Op::kFilter);
  for (const std::uint32_t number : LookUpTyped(facets_, filter)) {
    node.terms.push_back({Term(FilterPrefix(filter.field), facets_.value(number).value), 0});
  }
  if (!node.terms.empty()) return node;
  const FacetEntry* nearest = NearestValue(facets_, filter.field, filter.value);
  const std::string hint = nearest == nullptr ? "" : fmt::format(" Menade du ”{}”?", nearest->label);
  const std::string value = filter.field != query::Field::kYear ? filter.value
                            : filter.first_year == filter.last_year
                                ? std::to_string(filter.first_year)
                                : fmt::format("{}..{}", filter.first_year, filter.last_year);
  result_.notes.push_back(
      fmt::format("Ingen plan har {} ”{}”.{}", query::SwedishFieldName(filter.field), value, hint));
  return Leaf(Op::kNothing);
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

/// Nothing is marked in a hit for words that it must not have.
Compiler::Part Compiler::Without(const query::Search& search) {
  if (search.operands.empty()) return std::nullopt;
  std::vector<MatchNode> operands;
  Part wanted = Node(search.operands.front());
  operands.push_back(wanted ? *std::move(wanted) : Leaf(Op::kEverything));
  const std::vector<TypedPattern> patterns = result_.patterns;
  const bool before = std::exchange(narrow_, true);
  for (std::size_t i = 1; i < search.operands.size(); ++i) {
    if (Part unwanted = StrictNode(search.operands[i])) operands.push_back(*std::move(unwanted));
  }
  narrow_ = before;
  result_.patterns = patterns;
  return Join(Op::kAndNot, std::move(operands));
}

/// Puts the dots and rings back on a word that is none without them: hemloshet can only be hemlöshet.
void Compiler::Restore(text::Word* word) const {
  if (!IsBare(*word) || analyzer_.Knows((*word)->surface)) return;
  std::optional<text::Word> only;
  for (const std::string& spelling : WithDiacritics((*word)->surface)) {
    if (!database_.term_exists(WordTerm(spelling))) continue;
    text::Word read = analyzer_.Analyze(spelling).front();
    if (only && (*only)->stem != read->stem) return;
    only = std::move(read);
  }
  if (!only) return;
  only->begin = word->begin;
  only->end = word->end;
  *word = *std::move(only);
}

std::vector<Compiler::FreeWord> Compiler::Analyze(const std::string& line) const {
  std::vector<FreeWord> words;
  for (text::Word& word : analyzer_.Analyze(line)) {
    std::string typed = line.substr(word.begin, word.end - word.begin);
    if (analyzer_.features().folding) Restore(&word);
    words.push_back({std::move(word), std::move(typed)});
  }
  if (!narrow_) AddReadings(&words);
  return words;
}

void Compiler::AddReadings(std::vector<FreeWord>* words) const {
  std::vector<text::Word> analysed;
  for (const FreeWord& free : *words) analysed.push_back(free.word);
  for (const text::SynonymMatch& match : analyzer_.FindSynonyms(analysed)) {
    std::vector<std::string_view> typed;
    for (std::size_t i = 0; i < match.count; ++i) typed.push_back((*words)[match.first + i].typed);
    for (const text::Synonym& synonym : *match.synonyms) {
      const Reading reading{&synonym, match.count, fmt::format("{}", fmt::join(typed, " "))};
      for (std::size_t i = 0; i < match.count; ++i) (*words)[match.first + i].readings.push_back(reading);
    }
  }
}

/// Neighbouring words are analysed as one text: "§ 39" and "772 570" are one word each.
void Compiler::AnalyzeRun(std::string* run, std::vector<FreeWord>* words) const {
  for (FreeWord& free : Analyze(*run)) words->push_back(std::move(free));
  run->clear();
}

/// How many of the words a match must have, by what was typed.
void Compiler::SetNeeds(const std::vector<FreeWord>& typed, MatchNode* quorum) {
  const auto is_number = [](const FreeWord& free) { return HasDigit(free.typed); };
  const auto is_name = [](const FreeWord& free) { return text::StartsWithCapital(free.typed); };
  const bool exact =
      std::any_of(typed.begin(), typed.end(), is_number) || std::all_of(typed.begin(), typed.end(), is_name);
  quorum->enough = kEnough;
  quorum->share = exact ? kExactShare : typed.size() <= kTermWords ? kTermShare : kQuestionShare;
}

/// In a question, a heading with the word makes the paragraphs under it answers too, and words that ask do
/// not decide.
std::vector<MatchNode> Compiler::FreeWordNodes(const std::vector<FreeWord>& words, bool question) {
  std::vector<MatchNode> nodes;
  for (const FreeWord& free : words) nodes.push_back(FreeWordNode(free));
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (AreNeighbours(words[i - 1].word, words[i].word) && nodes[i - 1].op == Op::kWord &&
        nodes[i].op == Op::kWord) {
      const bool joined = AddJoined(words[i - 1], words[i], &nodes[i - 1], &nodes[i]);
      if (joined && words.size() == 2 && !strict_ && !narrow_) AddModifier(words[i - 1], &nodes[i]);
    }
  }
  if (!question || strict_) return nodes;
  result_.question = true;
  const auto asks = [](const FreeWord& free) { return free.word->question_word; };
  const bool only_asks = std::all_of(words.begin(), words.end(), asks);
  for (std::size_t i = 0; i < words.size(); ++i) {
    nodes[i].optional = !only_asks && asks(words[i]);
    if (nodes[i].section_term.empty()) continue;
    nodes[i].terms.push_back({std::exchange(nodes[i].section_term, {}), kSectionOfQuestionWeight});
  }
  return nodes;
}

/// Words make a quorum; everything else must match. Stopwords count only where there is nothing else to go
/// by.
Compiler::Part Compiler::FreeWords(const query::Search& search) {
  if (search.operands.empty()) return Leaf(Op::kEverything);
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
  const std::vector<FreeWord> typed = words;
  const auto is_stopword = [](const FreeWord& free) { return free.word->stopword; };
  if (!only_filters || !std::all_of(words.begin(), words.end(), is_stopword))
    std::erase_if(words, is_stopword);
  if (Part part = Join(strict_ ? Op::kAnd : Op::kQuorum, FreeWordNodes(words, typed.size() > kTermWords))) {
    if (part->op == Op::kQuorum) SetNeeds(typed, &*part);
    others.insert(others.begin(), *std::move(part));
  }
  return Join(Op::kAnd, std::move(others));
}

}  // namespace plansok::index
