/// The words and phrases of the plans that are worth suggesting, gathered while the plans are written.
///
/// Words are gathered by stem, each with the forms it is printed in. Phrases are two or three words side by
/// side, of which the first and the last are no stopwords ("mänskliga rättigheter", "barn och unga"), that
/// several paragraphs have. Both are counted exactly, in paragraphs, and keep which paragraphs those are, so
/// that what fits the words typed before can be told from what does not.
#ifndef PLANSOK_INDEX_SUGGESTION_BUILDER_H_
#define PLANSOK_INDEX_SUGGESTION_BUILDER_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "index/record.pb.h"
#include "text/analyzer.h"

namespace plansok::index {

/// Not thread-safe. Holds four bytes for each word of the plans, and some more while it finishes.
class SuggestionBuilder {
 public:
  /// Only so many words of text are read, some 300,000 paragraphs: what people type is common long before.
  static constexpr std::size_t kMaxTokens = 16'000'000;
  /// The commonest are kept.
  static constexpr std::size_t kMaxForms = 500'000;
  static constexpr std::size_t kMaxPhrases = 100'000;
  /// Longest phrase, in words.
  static constexpr std::size_t kPhraseWords = 3;
  /// Words that stand together in fewer paragraphs than this do so by chance as often as not.
  static constexpr std::uint32_t kMinPhraseFrequency = 3;

  /// The next paragraph, in the order of docids from 1. `words` are those of `text`. `damaged`: the plan is a
  /// bad scan, whose words count only if the dictionary knows them or a sound plan has them.
  void AddParagraph(const std::vector<text::Word>& words, std::string_view text, bool damaged);

  /// Everything gathered. Call once, with the analyzer that the words are from.
  storage::SuggestionTable Finish(const text::Analyzer& analyzer);

 private:
  static constexpr std::uint32_t kBreak = UINT32_MAX;  // between words that no phrase joins

  struct Form {
    std::string text;
    std::uint32_t stem = 0;
    std::uint32_t last_paragraph = 0;
    std::uint32_t frequency = 0;  // paragraphs
    bool sound = false;           // some sound plan has it
    bool stopword = false;
    bool kept = false;
    bool lower = false;  // printed in small letters somewhere
    bool upper = false;  // printed in capitals everywhere
  };

  /// Words side by side; of two words `third` is kBreak.
  struct Phrase {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    std::uint32_t third = kBreak;
    std::vector<std::uint32_t> docids;
  };

  /// A word of the text where a phrase may begin.
  struct Place {
    std::size_t position = 0;
    std::uint32_t docid = 0;
  };

  std::uint32_t FormNumber(const text::Word& word, std::string_view printed, bool damaged);
  bool IsContent(std::uint32_t form) const {
    return form != kBreak && forms_[form].kept && !forms_[form].stopword;
  }
  void ChooseForms(const text::Analyzer& analyzer);
  std::vector<std::vector<std::uint32_t>> StemDocids() const;
  std::vector<std::vector<Place>> Beginnings() const;
  std::vector<Phrase> Phrases() const;
  void AddPhrasesAt(std::uint32_t first, const std::vector<Place>& places,
                    std::vector<Phrase>* phrases) const;
  std::string Display(std::uint32_t form) const;
  std::string Display(const Phrase& phrase) const;

  std::vector<Form> forms_;
  std::unordered_map<std::string, std::uint32_t> form_numbers_;
  std::unordered_map<std::string, std::uint32_t> stem_numbers_;
  std::vector<std::uint32_t> tokens_;  // forms and breaks
  std::vector<std::size_t> ends_;      // of each paragraph in tokens_
};

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_SUGGESTION_BUILDER_H_
