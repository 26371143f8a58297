/// Free words as they were typed: analysed, their diacritics put back, with the synonyms that answer them.
#ifndef PLANSOK_INDEX_FREE_WORDS_H_
#define PLANSOK_INDEX_FREE_WORDS_H_

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

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
  bool narrow = false;  ///< not wanted: the word itself, and none that is like it
  std::vector<Reading> readings = {};
};

/// Of one text, with a space between them.
bool AreNeighbours(const FreeWord& left, const FreeWord& right);

/// As typed.
bool HasDigit(const FreeWord& free);

/// Reads the database only for which words it has. Xapian's exceptions pass through.
class FreeWordReader {
 public:
  FreeWordReader(const text::Analyzer& analyzer, const Xapian::Database& database)
      : analyzer_(analyzer), database_(database) {}

  std::vector<FreeWord> Read(const std::string& line, bool narrow) const;

 private:
  void Restore(text::Word* word) const;
  void AddReadings(std::vector<FreeWord>* words) const;

  const text::Analyzer& analyzer_;
  const Xapian::Database& database_;
};

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_FREE_WORDS_H_
