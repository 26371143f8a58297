/// Compounds into their parts: klimatomställningen -> klimat + omställning.
///
/// The cheapest way through a word, by dynamic programming: modifiers (compound_lexicon.h), then a head,
/// against the word as a whole. What parts cost: compound_costs.h. Private to this room.
#ifndef PLANSOK_TEXT_COMPOUNDS_H_
#define PLANSOK_TEXT_COMPOUNDS_H_

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "text/compound_lexicon.h"
#include "text/word_list.h"

namespace plansok::text {

/// A part of a compound.
struct CompoundPart {
  std::string lemma;
  std::size_t begin = 0;  ///< byte offset of its form in the compound
};

/// Whether the parts that `exceptions` of `file` give a word stand within it. InvalidArgument names file and
/// word.
absl::Status CheckExceptions(const WordMap& exceptions, const std::filesystem::path& file);

/// Thread-safe after construction where `lemma_of` is.
class CompoundSplitter {
 public:
  using LemmaOf = std::function<std::string(std::string_view)>;

  /// Estimates the costs: about 0.1 s. `exceptions`: see stopwords/compound_exceptions.txt.
  CompoundSplitter(CompoundLexicon lexicon, WordMap exceptions);

  /// The parts of `lemma` (normal form) in base form; empty where it is no compound. `lemma_of` finds the
  /// lemma of an inflected last part, for words whose lemma nobody knows; null where `lemma` surely is one.
  std::vector<CompoundPart> Split(std::string_view lemma, const LemmaOf& lemma_of) const;

 private:
  struct Step;
  struct Ending;

  std::vector<CompoundPart> SplitOnce(std::string_view lemma, const LemmaOf& lemma_of) const;
  void TryModifiers(std::string_view lemma, std::size_t begin, std::vector<Step>* steps) const;
  void TryEnding(std::string_view lemma, std::size_t begin, double cost, const LemmaOf& lemma_of,
                 Ending* best) const;
  void Refine(const CompoundPart& part, std::size_t size_of_whole, std::vector<CompoundPart>* fine) const;

  struct Last {
    std::string lemma;
    double cost = 0;
    double ending_cost = 0;  // of the letters of its inflection
  };
  std::optional<Last> LastPart(std::string_view rest, const LemmaOf& lemma_of) const;

  CompoundLexicon lexicon_;
  WordMap exceptions_;
};

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_COMPOUNDS_H_
