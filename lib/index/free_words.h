/// Free words as they were typed: analysed, their diacritics put back, with the synonyms that answer them.
#ifndef PLANSOK_INDEX_FREE_WORDS_H_
#define PLANSOK_INDEX_FREE_WORDS_H_

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "index/checkpoint.h"
#include "index/postings.h"
#include "index/ranking.h"
#include "query/limits.h"
#include "text/analyzer.h"

namespace plansok::index {

/// A synonym that answers a word, alone or together with its neighbours.
struct Reading {
  const text::Synonym* synonym = nullptr;
  std::size_t words = 1;  ///< how many typed words it stands for
  std::string typed;
};

struct FreeWord {
  text::Word word;
  std::string typed;
  bool narrow = false;    ///< not wanted: the word itself, and none that is like it
  std::size_t text = 0;   ///< which of the query's texts it stands in
  std::size_t place = 0;  ///< which word of the text it is
  std::vector<Reading> readings = {};
};

/// Of one text, with a space or another sign between them.
bool AreNeighbours(const FreeWord& left, const FreeWord& right);

/// How many words behind `left` it was typed; 0 where that was in another text.
std::size_t Reach(const FreeWord& left, const FreeWord& right);

/// As typed.
bool HasDigit(const FreeWord& free);

/// The words of one query. Reads the database only for which words it has. Xapian's exceptions pass through.
class FreeWordReader {
 public:
  /// All must outlive the reader. Once `watch` has stopped, words are read no further.
  FreeWordReader(const text::Analyzer& analyzer, const PostingReader& postings, Watch* watch)
      : analyzer_(analyzer), postings_(postings), watch_(watch) {}

  std::vector<FreeWord> Read(const std::string& line, bool narrow);

  /// The words of `line` with their diacritics, while the query's words last: what a person typed without a
  /// space is one word to the query language, and may be thousands to the analyzer.
  std::vector<text::Word> Words(const std::string& line);

  /// Whether words were left out.
  bool cut() const { return cut_; }

 private:
  void Restore(text::Word* word);
  std::vector<text::Word> ReadingsOf(const std::vector<std::string>& spellings,
                                     const std::function<bool(const std::string&)>& is_word) const;
  void AddReadings(std::vector<FreeWord>* words) const;

  const text::Analyzer& analyzer_;
  const PostingReader& postings_;
  Watch* watch_;
  std::size_t words_left_ = query::kMaxWords;
  std::size_t spellings_left_ = kMaxSpellingsOfQuery;
  std::size_t lookups_left_ = kMaxLookupsOfQuery;
  std::size_t texts_ = 0;
  bool cut_ = false;
};

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_FREE_WORDS_H_
