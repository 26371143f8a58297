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

OcrLexicon::OcrLexicon(const WordCounts& counts, const std::vector<AffixForm>& forms, const OcrPrior& prior)
    : OcrLexicon(counts, prior, Merge(counts, forms)) {}

OcrLexicon::OcrLexicon(const WordCounts& counts, const OcrPrior& prior, const std::vector<Source>& sources)
    : counts_(counts), prior_(prior), trie_(MakeTrie(sources)), entries_(sources.size()) {
  PriceWords(sources);
  PriceCompoundParts(sources);
}

std::vector<OcrLexicon::Source> OcrLexicon::Merge(const WordCounts& counts,
                                                  const std::vector<AffixForm>& forms) {
  std::vector<Source> counted;
  counted.reserve(counts.words().size());
  for (WordCounts::Id id = kFirstWord; id < counts.words().size(); ++id) {
    counted.push_back({counts.words()[id], id, nullptr});
  }
  std::sort(counted.begin(), counted.end(),
            [](const Source& a, const Source& b) { return a.spelling < b.spelling; });
  std::vector<Source> merged;
  merged.reserve(counted.size() + forms.size());
  auto next = counted.begin();
  for (const AffixForm& form : forms) {
    while (next != counted.end() && next->spelling < form.spelling) {
      merged.push_back(*next++);
    }
    if (next != counted.end() && next->spelling == form.spelling) {
      merged.push_back({form.spelling, next->id, &form});
      ++next;
    } else {
      merged.push_back({form.spelling, WordCounts::kUnknown, &form});
    }
  }
  merged.insert(merged.end(), next, counted.end());
  return merged;
}

LetterTrie OcrLexicon::MakeTrie(const std::vector<Source>& sources) {
  std::vector<std::string_view> words;
  words.reserve(sources.size());
  for (const Source& source : sources) {
    words.push_back(source.spelling);
  }
  return LetterTrie(words);
}

float OcrLexicon::CostOfCount(double count) const {
  return static_cast<float>(-std::log(count / std::max(counts_.total_unexplained(), 1.0)));
}

void OcrLexicon::PriceWords(const std::vector<Source>& sources) {
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const auto& [spelling, id, form] = sources[i];
    entries_[i].id = id;
    if (id != WordCounts::kUnknown && counts_.Count(id) > 0) {
      entries_[i].word = CostOf(id);
    } else if (form != nullptr && form->word) {
      entries_[i].word = CostOfCount(prior_.dictionary_count);
    }
  }
}

void OcrLexicon::PriceCompoundParts(const std::vector<Source>& sources) {
  std::vector<float> as_modifier(entries_.size(), 0);
  std::vector<float> as_head(entries_.size(), 0);
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const bool modifier = sources[i].form != nullptr && sources[i].form->modifier;
    as_modifier[i] = modifier && sources[i].spelling.size() >= kShortestModifier ? kUnseenPart : 0;
  }
  for (const Source& source : sources) {
    if (source.id != WordCounts::kUnknown) {
      CountParts(source.spelling, as_modifier, as_head);
    }
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
