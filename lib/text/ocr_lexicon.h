/// The words that a damaged word may have been, and what each costs: −ln P(word), and −ln P(word | previous
/// word).
///
/// Three sources in one trie: words of sound documents and of the frequency table (WordCounts), and the
/// dictionary's forms (affix_forms.h), which are known but not counted. Compounds that no source holds are
/// formed of a modifier and a head; their costs come from how many of the counted words begin and end so.
#ifndef PLANSOK_TEXT_OCR_LEXICON_H_
#define PLANSOK_TEXT_OCR_LEXICON_H_

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "text/affix_forms.h"
#include "text/ocr_counts.h"
#include "text/ocr_settings.h"
#include "text/ocr_trie.h"

namespace plansok::text {

/// What a string of the trie may be, at what cost; infinite where it may not.
struct LexiconEntry {
  static constexpr float kNever = std::numeric_limits<float>::infinity();

  float word = kNever;      ///< a whole word
  float modifier = kNever;  ///< what a compound begins with, its seam included
  float head = kNever;      ///< what a compound ends with
  WordCounts::Id id = WordCounts::kUnknown;
};

/// Immutable, so thread-safe. `counts` must outlive it and not change; `forms` are sorted by spelling.
class OcrLexicon {
 public:
  OcrLexicon(const WordCounts& counts, const std::vector<AffixForm>& forms, const OcrPrior& prior);

  const LetterTrie& trie() const { return trie_; }
  const LexiconEntry& Entry(std::uint32_t word) const { return entries_[word]; }

  /// Whether `word` (trie letters) is a whole word.
  bool Knows(std::string_view word) const;

  /// −ln P(word | previous), for a word with the number `id` (or kUnknown) and the cost `word_cost` by
  /// itself.
  double Cost(WordCounts::Id previous, WordCounts::Id id, double word_cost) const;

  /// −ln P(word) of a counted word, a bound or a number, where its neighbours say nothing.
  float CostOf(WordCounts::Id id) const;

 private:
  // A spelling of either source, or of both.
  struct Source {
    std::string_view spelling;
    WordCounts::Id id = WordCounts::kUnknown;
    const AffixForm* form = nullptr;
  };
  OcrLexicon(const WordCounts& counts, const OcrPrior& prior, const std::vector<Source>& sources);

  static std::vector<Source> Merge(const WordCounts& counts, const std::vector<AffixForm>& forms);
  static LetterTrie MakeTrie(const std::vector<Source>& sources);
  void PriceWords(const std::vector<Source>& sources);
  void PriceCompoundParts(const std::vector<Source>& sources);
  void CountParts(std::string_view word, std::vector<float>& as_modifier, std::vector<float>& as_head) const;
  float CostOfCount(double count) const;

  const WordCounts& counts_;
  OcrPrior prior_;
  LetterTrie trie_;
  std::vector<LexiconEntry> entries_;  // by place in the trie
};

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_OCR_LEXICON_H_
