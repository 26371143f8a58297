/// Gentle correction of mistyped words, from the index's own vocabulary.
///
/// Only what cannot be right is touched: a word that no paragraph answers in any of its readings, that no
/// dictionary knows, and that has one clearly best neighbour among the words of the plans; or that is a
/// compound only because of a letter too many or too few (skollan: skol + lån). Whatever was written with
/// care stays: prefixes, fields, what stands after a minus; numbers and abbreviations too. A word with a
/// capital may be a name, and is taken for another only where one letter tells them apart. A phrase that no
/// paragraph has but a bad scan's gets back its å, ä and ö, where that makes it one that some paragraph has,
/// and is not changed otherwise.
#ifndef PLANSOK_INDEX_CORRECTION_H_
#define PLANSOK_INDEX_CORRECTION_H_

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "index/postings.h"
#include "index/ranking.h"
#include "index/searcher.h"
#include "index/term_dictionary.h"
#include "query/parser.h"
#include "text/analyzer.h"

namespace plansok::index {

class FacetLookup;

/// A word of the query taken for another one.
struct Correction {
  std::string typed;
  std::string word;  ///< normal form
  query::Span span;  ///< of the token in the line that the typed word stands in
};

struct CorrectedQuery {
  query::Node root;  ///< as the query's, with the words replaced
  std::vector<Correction> corrections;
};

/// Corrects queries over one generation. Xapian's exceptions pass through.
class Corrector {
 public:
  /// `words` is called when the first word is to be corrected. All must outlive the corrector.
  Corrector(const text::Analyzer& analyzer, const FacetLookup& lookup, const PostingReader& postings,
            std::function<const TermDictionary&()> words)
      : analyzer_(analyzer), lookup_(lookup), postings_(postings), words_(std::move(words)) {}

  /// A checkpoint's status ends it.
  absl::StatusOr<CorrectedQuery> Correct(const query::Node& root, const Checkpoint& checkpoint);

 private:
  void Visit(query::Node* node);
  void Visit(query::Word* word);
  void Visit(query::Phrase* phrase);
  /// What of a word the paragraphs have.
  enum class Found { kByItself, kByParts, kNot };
  Found HowAnswered(const query::Word& word);
  bool IsFound(const query::Phrase& phrase, bool in_sound_text);
  std::string WithCommonestLetters(const text::Word& word);
  std::optional<std::string> Doubled(std::string_view word) const;
  std::optional<std::string> Best(std::string_view word, int max_distance) const;
  bool IsSound(const NearWord& near) const;
  bool IsPrintedSo(std::string_view word) const;
  template <typename Docids>
  bool AnySound(Docids docid, Docids end) const;

  const text::Analyzer& analyzer_;
  const FacetLookup& lookup_;
  const PostingReader& postings_;
  std::function<const TermDictionary&()> words_;
  const Checkpoint* checkpoint_ = nullptr;
  absl::Status status_;
  int tried_ = 0;
  std::size_t spellings_left_ = kMaxSpellingsOfQuery;
  std::vector<Correction> corrections_;
};

/// The line with the corrected words in their places; empty where there are none.
std::string CorrectedLine(std::string_view line, std::vector<Correction> corrections);

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_CORRECTION_H_
