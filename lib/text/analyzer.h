/// Swedish text into terms. One Analyzer serves indexer, query and highlighter alike.
///
///     text -> Tokenize -> join line-break hyphens -> lemma (Hunspell + exceptions) -> Snowball stem
///                                                          -> parts of a compound -> their stems
///                                                 -> fold -> Snowball stem
///
/// Why lemma first: Snowball alone sends bostad -> bost, bostaden -> bostad, bostäder -> bostäd, and keeps
/// skola and skolan apart; Hunspell's stem() joins most of these, and an exception list (stopwords/) the
/// rest. Unknown words go to Snowball as they are. Folded stems are stem(fold(word)): stemming and folding do
/// not commute.
///
/// Words of one family (hemlös, hemlöshet) share a root beside their stems; synonyms are a matter of queries
/// only, which ask for them. Typos are no matter of one text: lib/index/correction.h mends them from the
/// index's own words.
#ifndef PLANSOK_TEXT_ANALYZER_H_
#define PLANSOK_TEXT_ANALYZER_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "text/features.h"
#include "text/language_data.h"
#include "text/synonyms.h"

namespace plansok::text {

/// A number that equal words share and few others do: most words are told apart without a look at their
/// letters.
constexpr std::uint16_t Sketch(std::string_view word) {
  if (word.empty()) return 0;
  const auto byte = [word](std::size_t at) { return std::size_t{static_cast<unsigned char>(word[at])}; };
  return static_cast<std::uint16_t>(word.size() * 7 + byte(0) * 31 + byte(word.size() / 2) * 131 +
                                    byte(word.size() - 1) * 61);
}

/// All that is the same for every occurrence of a word.
struct WordType {
  // First, so that they share a cache line: highlighting looks at every word of every hit.
  std::uint16_t surface_sketch = 0;
  std::uint16_t stem_sketch = 0;
  std::uint16_t folded_sketch = 0;
  std::uint16_t root_sketch = 0;
  std::string surface;             ///< normal form; what phrases match
  std::string lemma;               ///< base form; of an unknown word the word itself
  std::string stem;                ///< Snowball stem of the lemma; what free words match
  std::string folded_stem;         ///< stem of the folded form; what words typed without å ä ö match
  std::vector<std::string> parts;  ///< stems of a compound's parts and of parts taken together
                                   ///< (brandskyddsplan: brand, skydd, plan, brandskydd, skyddsplan)
  std::string modifier;            ///< the longest of those parts that begins the word (brandskydd)
  std::string head;                ///< the last of its smallest parts (plan)
  bool light_head = false;         ///< the head says little of what the word is about (question_word)
  std::string root;                ///< stem of the word its family comes from (derivations.h); `stem` where
                                   ///< it comes from none
  std::vector<std::string> part_roots;  ///< roots of those parts that come from other words
  bool stopword = false;                ///< a word too common to search for alone
  bool question_word = false;           ///< asks rather than tells what about (stopwords/question_words.txt)
};

/// A word of a text, analysed. Cheap to copy: its type is shared by all its occurrences, and lives as long as
/// any of them.
struct Word {
  std::shared_ptr<const WordType> type;  ///< never null
  std::size_t begin = 0;                 ///< byte offsets into the analysed text, half open; a word joined
  std::size_t end = 0;                   ///< over a line-break hyphen spans both halves and the hyphen

  const WordType* operator->() const { return type.get(); }
};

/// Thread-safe: every member may be called from several threads at once. Word types are cached.
class Analyzer {
 public:
  /// Raise this when the same text would give other terms: an index made by another version is refused.
  static constexpr int kVersion = 6;

  /// Loads the data (about 0.7 s). NotFound or InvalidArgument names the file.
  static absl::StatusOr<std::shared_ptr<const Analyzer>> Load(const LanguageData& data,
                                                              const Features& features = {});

  ~Analyzer();
  Analyzer(const Analyzer&) = delete;
  Analyzer& operator=(const Analyzer&) = delete;

  /// The words of `utf8`, in order; a word's index in the result is its position.
  std::vector<Word> Analyze(std::string_view utf8) const;

  /// Whether `word` (normal form) is a word or name of the dictionary, in any inflection, or a compound of
  /// its words.
  bool Knows(std::string_view word) const;

  /// The base forms of the smallest parts of a compound (any inflection, any spelling of letters); empty
  /// where the word is none.
  std::vector<std::string> Split(std::string_view word) const;

  /// Where `words` have synonyms.
  std::vector<SynonymMatch> FindSynonyms(const std::vector<Word>& words) const;

  const Features& features() const;

 private:
  struct Impl;
  explicit Analyzer(std::unique_ptr<Impl> impl);
  absl::Status LoadLists(const LanguageData& data);
  std::unique_ptr<Impl> impl_;
};

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_ANALYZER_H_
