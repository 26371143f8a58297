#include "text/ocr_lexicon.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace plansok::text {
namespace {

// Shorter strings are too often part of something else.
constexpr std::size_t kShortestModifier = 2;
constexpr std::size_t kShortestHead = 3;
// How often a part counts as seen that the dictionary allows but no counted word has.
constexpr float kUnseenPart = 0.3F;
// The names of the bound and of numbers are no words.
constexpr WordCounts::Id kFirstWord = WordCounts::kNumber + 1;

}  // namespace

OcrLexicon::OcrLexicon(const WordCounts& counts, const AffixForms& forms, const OcrPrior& prior)
    : counts_(counts), prior_(prior), trie_(AllWords(counts, forms)), entries_(trie_.word_count()) {
  PriceWords(forms);
  PriceCompoundParts(forms);
}

std::vector<std::string> OcrLexicon::AllWords(const WordCounts& counts, const AffixForms& forms) {
  std::vector<std::string> words(counts.words().begin() + kFirstWord, counts.words().end());
  words.insert(words.end(), forms.words.begin(), forms.words.end());
  words.insert(words.end(), forms.modifiers.begin(), forms.modifiers.end());
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

float OcrLexicon::CostOfCount(double count) const {
  return static_cast<float>(-std::log(count / std::max(counts_.total_unexplained(), 1.0)));
}

void OcrLexicon::PriceWords(const AffixForms& forms) {
  for (const std::string& form : forms.words) {
    entries_[trie_.Find(form)].word = CostOfCount(prior_.dictionary_count);
  }
  for (WordCounts::Id id = kFirstWord; id < counts_.words().size(); ++id) {
    LexiconEntry& entry = entries_[trie_.Find(counts_.words()[id])];
    entry.id = id;
    if (counts_.Count(id) > 0) {
      entry.word = CostOf(id);
    }
  }
}

void OcrLexicon::PriceCompoundParts(const AffixForms& forms) {
  std::vector<float> as_modifier(entries_.size(), 0);
  std::vector<float> as_head(entries_.size(), 0);
  for (const std::string& modifier : forms.modifiers) {
    if (modifier.size() >= kShortestModifier) {
      as_modifier[trie_.Find(modifier)] = kUnseenPart;
    }
  }
  for (WordCounts::Id id = kFirstWord; id < counts_.words().size(); ++id) {
    CountParts(counts_.words()[id], as_modifier, as_head);
  }
  const float modifiers = std::accumulate(as_modifier.begin(), as_modifier.end(), 1.0F);
  const float heads = std::accumulate(as_head.begin(), as_head.end(), 1.0F);
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (as_modifier[i] > 0) {
      entries_[i].modifier = static_cast<float>(prior_.compound_seam) - std::log(as_modifier[i] / modifiers);
    }
    if (entries_[i].word != LexiconEntry::kNever) {
      entries_[i].head = -std::log(std::max(as_head[i], kUnseenPart) / heads);
    }
  }
}

// Walks the word and counts every way to cut it into a modifier and a known word.
void OcrLexicon::CountParts(std::string_view word, std::vector<float>& as_modifier,
                            std::vector<float>& as_head) const {
  LetterTrie::Node node = LetterTrie::kRoot;
  for (std::size_t cut = 1; cut + kShortestHead <= word.size(); ++cut) {
    node = trie_.Child(node, word[cut - 1]);
    const std::uint32_t modifier = trie_.WordAt(node);
    if (modifier == LetterTrie::kNone || as_modifier[modifier] == 0) {
      continue;
    }
    const std::uint32_t head = trie_.Find(word.substr(cut));
    if (head != LetterTrie::kNone && entries_[head].word != LexiconEntry::kNever) {
      as_modifier[modifier] += 1;
      as_head[head] += 1;
    }
  }
}

float OcrLexicon::CostOf(WordCounts::Id id) const {
  return CostOfCount(std::max(counts_.Unexplained(id), prior_.dictionary_count));
}

bool OcrLexicon::Knows(std::string_view word) const {
  const std::uint32_t place = trie_.Find(word);
  return place != LetterTrie::kNone && entries_[place].word != LexiconEntry::kNever;
}

double OcrLexicon::Cost(WordCounts::Id previous, WordCounts::Id id, double word_cost) const {
  if (previous == WordCounts::kUnknown || counts_.Count(previous) <= 0) {
    return word_cost;
  }
  const double count = counts_.Count(previous);
  double probability = (1 - counts_.DiscountedPairs(previous) / count) * std::exp(-word_cost);
  if (id != WordCounts::kUnknown) {
    probability += counts_.DiscountedPair(previous, id) / count;
  }
  return -std::log(probability);
}

}  // namespace plansok::text
