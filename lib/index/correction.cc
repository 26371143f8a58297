#include "index/correction.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <variant>

#include "index/compiler.h"
#include "index/docset.h"
#include "index/record.h"
#include "index/schema.h"
#include "index/spelling.h"
#include "index/word_forms.h"
#include "query/characters.h"
#include "text/code_points.h"

namespace plansok::index {
namespace {

using Op = MatchNode::Op;

/// Shorter words have too many neighbours to tell which was meant.
constexpr std::size_t kMinLength = 4;

/// From this length on two edits still leave most of the word to recognise it by.
constexpr std::size_t kLengthForTwo = 8;

/// People seldom miss the first letter. Shorter words than this need it as evidence, and so do two edits.
constexpr std::size_t kLengthForOtherStart = 6;

/// Longer than any word that may be corrected, and the signs around it.
constexpr std::size_t kMaxMistypedBytes = 4 * kMaxSpellingLength;

/// A sentence. What is longer was copied, not typed.
constexpr std::size_t kMaxPhraseBytes = 256;

/// A line of mistyped words is no question; each costs a look at the whole vocabulary.
constexpr int kMaxTried = 8;

/// So many of a word's paragraphs are looked at for one that was not badly scanned.
constexpr int kParagraphsToTrust = 5;

/// Of two neighbours equally near, one is meant only where it is this many times as common.
constexpr Xapian::doccount kClearlyCommoner = 3;

bool IsCapital(char32_t letter) {
  return (letter >= U'A' && letter <= U'Z') || letter == U'Å' || letter == U'Ä' || letter == U'Ö';
}

/// How many edits a word as typed may be from the one meant; 0: none. Capitals inside make an abbreviation,
/// and one in front perhaps a name, which is seldom another name two letters away.
int MaxDistance(std::string_view typed, const text::Word& word) {
  const std::u32string letters = text::DecodeUtf8(word->surface);
  if (letters.size() < kMinLength || !IsSwedishLetters(letters)) return 0;
  const std::u32string printed = text::DecodeUtf8(typed);
  if (std::any_of(printed.begin() + 1, printed.end(), IsCapital)) return 0;
  return letters.size() >= kLengthForTwo && !IsCapital(printed.front()) ? 2 : 1;
}

bool IsNearEnough(std::u32string_view typed, const NearWord& near) {
  if (BareLetter(typed.front()) == BareLetter(text::DecodeUtf8(near.word).front())) return true;
  return typed.size() >= kLengthForOtherStart && near.cost < 2 * kEdit;
}

bool Occurs(const PostingReader& postings, const MatchNode& node) {
  const auto occurs = [&](const MatchNode& operand) { return Occurs(postings, operand); };
  const std::vector<MatchNode>& operands = node.operands;
  if (node.op == Op::kAnd || node.op == Op::kPhrase || node.op == Op::kNear) {
    return std::all_of(operands.begin(), operands.end(), occurs);
  }
  const auto exists = [&](const MatchTerm& term) { return postings.Exists(term.term); };
  return std::any_of(node.terms.begin(), node.terms.end(), exists) ||
         std::any_of(operands.begin(), operands.end(), occurs) ||
         (!node.section_term.empty() && postings.Exists(node.section_term));
}

}  // namespace

absl::StatusOr<CorrectedQuery> Corrector::Correct(const query::Node& root, const Checkpoint& checkpoint) {
  checkpoint_ = &checkpoint;
  status_ = absl::OkStatus();
  tried_ = 0;
  spellings_left_ = kMaxSpellingsOfQuery;
  corrections_.clear();
  CorrectedQuery corrected{root, {}};
  Visit(&corrected.root);
  if (!status_.ok()) return status_;
  corrected.corrections = std::move(corrections_);
  return corrected;
}

/// Of what stands after a minus, nothing.
void Corrector::Visit(query::Node* node) {
  if (auto* word = std::get_if<query::Word>(node)) return Visit(word);
  if (auto* phrase = std::get_if<query::Phrase>(node)) return Visit(phrase);
  if (auto* near = std::get_if<query::Near>(node)) {
    for (query::Word& word : near->words) Visit(&word);
    return;
  }
  auto* search = std::get_if<query::Search>(node);
  if (search == nullptr || search->operands.empty()) return;
  if (search->op == query::Search::Op::kNot) return Visit(&search->operands.front());
  for (query::Node& operand : search->operands) Visit(&operand);
}

void Corrector::Visit(query::Word* word) {
  status_.Update((*checkpoint_)());
  if (!status_.ok() || word->prefix || tried_ == kMaxTried || word->text.size() > kMaxMistypedBytes) return;
  const std::vector<text::Word> words = analyzer_.Analyze(word->text);
  if (words.size() != 1 || words.front()->stopword) return;
  const text::Word& only = words.front();
  const std::string typed = word->text.substr(only.begin, only.end - only.begin);
  const int max_distance = MaxDistance(typed, only);
  if (max_distance == 0 || analyzer_.Knows(only->surface) || postings_.Exists(Term(kStemPrefix, only->stem)))
    return;
  std::optional<std::string> best;
  switch (HowAnswered(*word)) {
    case Found::kByItself:
      return;
    case Found::kByParts:
      best = Doubled(only->surface);
      break;
    case Found::kNot:
      ++tried_;
      best = Best(only->surface, max_distance);
  }
  if (!best) return;
  corrections_.push_back({typed, *best, word->span});
  word->text = *std::move(best);
}

void Corrector::Visit(query::Phrase* phrase) {
  status_.Update((*checkpoint_)());
  if (!status_.ok() || phrase->text.size() > kMaxPhraseBytes) return;
  std::string restored;
  std::size_t copied = 0;
  bool differs = false;
  for (const text::Word& word : analyzer_.Analyze(phrase->text)) {
    const std::string spelling = WithCommonestLetters(word);
    differs = differs || spelling != word->surface;
    restored += phrase->text.substr(copied, word.begin - copied) + spelling;
    copied = word.end;
  }
  restored += phrase->text.substr(copied);
  const query::Phrase other{restored, phrase->span};
  if (!differs || IsFound(*phrase, /*in_sound_text=*/true) || !IsFound(other, /*in_sound_text=*/false))
    return;
  corrections_.push_back({phrase->text, restored, phrase->span});
  phrase->text = std::move(restored);
}

/// In a bad scan a phrase may stand without its dots, which does not make it right.
bool Corrector::IsFound(const query::Phrase& phrase, bool in_sound_text) {
  auto compiled = Compiler(analyzer_, lookup_, postings_, *checkpoint_).Compile(phrase);
  status_.Update(compiled.status());
  if (!compiled.ok() || !Occurs(postings_, compiled->root)) return false;
  const auto found = DocSetEvaluator(postings_, *checkpoint_).Evaluate(&compiled->root);
  status_.Update(found.status());
  if (!found.ok() || !in_sound_text) return found.ok() && !found->isEmpty();
  return AnySound(found->begin(), found->end());
}

/// Of the ways to put dots and rings on the word, and the word itself, the one that most paragraphs have.
std::string Corrector::WithCommonestLetters(const text::Word& word) {
  std::string commonest = word->surface;
  if (!IsBare(word)) return commonest;
  std::vector<std::string> spellings = WithDiacritics(word->surface);
  if (spellings.size() > spellings_left_) return commonest;
  spellings_left_ -= spellings.size();
  Xapian::doccount most = postings_.Frequency(WordTerm(commonest));
  for (std::string& spelling : spellings) {
    const Xapian::doccount frequency = postings_.Frequency(WordTerm(spelling));
    if (frequency > most) commonest = std::move(spelling);
    most = std::max(most, frequency);
  }
  return commonest;
}

/// The commonest simple word that the typed one is with a letter doubled, or a double letter single.
std::optional<std::string> Corrector::Doubled(std::string_view word) const {
  const std::u32string letters = text::DecodeUtf8(word);
  NearWord best;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const bool doubled = i + 1 < letters.size() && letters[i] == letters[i + 1];
    std::u32string other = letters;
    if (doubled) {
      other.erase(i, 1);
    } else {
      other.insert(i, 1, letters[i]);
    }
    NearWord near{"", 0, kEdit};
    for (const char32_t letter : other) text::AppendUtf8(letter, near.word);
    near.frequency = postings_.Frequency(WordTerm(near.word));
    if (near.frequency <= best.frequency || !IsSound(near)) continue;
    if (analyzer_.Analyze(near.word).front()->parts.empty()) best = std::move(near);
  }
  if (best.frequency == 0) return std::nullopt;
  return std::move(best.word);
}

/// Asks what the searcher would ask, so that every way to answer a word counts.
Corrector::Found Corrector::HowAnswered(const query::Word& word) {
  const auto compiled = Compiler(analyzer_, lookup_, postings_, *checkpoint_).Compile(word);
  status_.Update(compiled.status());
  if (!compiled.ok()) return Found::kByItself;
  if (compiled->root.op == Op::kOr) return Found::kByParts;
  return Occurs(postings_, compiled->root) ? Found::kByItself : Found::kNot;
}

/// The cheapest sound neighbour, if it is the only one or clearly the commonest. Inflections of one word do
/// not compete: they find the same paragraphs.
std::optional<std::string> Corrector::Best(std::string_view word, int max_distance) const {
  const std::u32string letters = text::DecodeUtf8(word);
  struct Rival {
    std::string stem;
    std::string word;
    Xapian::doccount frequency = 0;
  };
  std::vector<Rival> rivals;
  int cost = 0;
  for (const NearWord& near : words_().Near(word, max_distance)) {
    if (!rivals.empty() && near.cost > cost) break;
    if (!IsNearEnough(letters, near) || !IsSound(near)) continue;
    const text::Word read = analyzer_.Analyze(near.word).front();
    if (read->stopword) return std::nullopt;
    const Xapian::doccount frequency = postings_.Frequency(Term(kStemPrefix, read->stem));
    if (frequency == 0) continue;  // a stem that is another word's form, too
    cost = near.cost;
    const auto same = [&](const Rival& rival) { return rival.stem == read->stem; };
    if (std::any_of(rivals.begin(), rivals.end(), same)) continue;
    rivals.push_back({read->stem, near.word, frequency});
  }
  if (rivals.empty()) return std::nullopt;
  std::sort(rivals.begin(), rivals.end(),
            [](const Rival& a, const Rival& b) { return a.frequency > b.frequency; });
  if (rivals.size() > 1 && rivals[0].frequency < kClearlyCommoner * rivals[1].frequency) return std::nullopt;
  return rivals.front().word;
}

/// A word that the dictionary lacks may be the city's own. Printed once it may be a slip itself, which is
/// seldom made twice.
bool Corrector::IsSound(const NearWord& near) const {
  return analyzer_.Knows(near.word) || (near.frequency > 1 && IsPrintedSo(near.word));
}

/// Whether a paragraph that needed no OCR repair has the word: else it may be damage that occurs often.
bool Corrector::IsPrintedSo(std::string_view word) const {
  const std::string term = WordTerm(word);
  return AnySound(postings_.database().postlist_begin(term), postings_.database().postlist_end(term));
}

/// Of the first few paragraphs, whether one needed no OCR repair.
template <typename Docids>
bool Corrector::AnySound(Docids docid, Docids end) const {
  for (int looked_at = 0; docid != end && looked_at < kParagraphsToTrust; ++docid, ++looked_at) {
    const auto stored = ParseParagraph(postings_.database().get_document(*docid).get_data());
    if (stored.ok() && stored->paragraph.repaired_text.empty()) return true;
  }
  return false;
}

std::string CorrectedLine(std::string_view line, std::vector<Correction> corrections) {
  if (corrections.empty()) return "";
  std::sort(corrections.begin(), corrections.end(),
            [](const Correction& a, const Correction& b) { return a.span.begin > b.span.begin; });
  std::string corrected(line);
  for (const Correction& correction : corrections) {
    const auto [begin, end] = correction.span;
    // What stands around the word in its token ("ord?") stays, unless characters were left out inside it.
    const std::size_t at = line.substr(begin, end - begin).find(correction.typed);
    if (at != std::string_view::npos) {
      corrected.replace(begin + at, correction.typed.size(), correction.word);
      continue;
    }
    const bool quoted = query::QuoteKindOf(query::CodePointAt(line, begin).value) != query::QuoteKind::kNone;
    corrected.replace(begin, end - begin, quoted ? fmt::format("\"{}\"", correction.word) : correction.word);
  }
  return corrected;
}

}  // namespace plansok::index
