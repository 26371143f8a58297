/// The Swedish dictionary: which words there are, and which base forms a form may have (Hunspell with sv_SE).
///
/// Private to this room. Words go in and out in UTF-8 whatever encoding the dictionary's files have.
#ifndef PLANSOK_TEXT_DICTIONARY_H_
#define PLANSOK_TEXT_DICTIONARY_H_

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace plansok::text {

/// One reading of a word form.
struct Reading {
  std::string
      lemma;  ///< base form, cased as in the dictionary (Göteborgs -> Göteborg); of a compound, its head's
  std::string
      head;  ///< of a compound the dictionary knows by its parts only: the last part, inflected; else empty
  char affix = '\0';  ///< the affix class that made the form from the lemma; '\0': the form is the lemma
};

/// Not thread-safe: Hunspell keeps state between calls.
class Dictionary {
 public:
  /// NotFound names the file that cannot be read; InvalidArgument one that is no Hunspell dictionary.
  static absl::StatusOr<std::unique_ptr<Dictionary>> Load(const std::filesystem::path& affix,
                                                          const std::filesystem::path& dictionary);
  ~Dictionary();
  Dictionary(const Dictionary&) = delete;
  Dictionary& operator=(const Dictionary&) = delete;

  /// Whether `word` is a word, be it inflected or a compound of known words.
  bool Knows(std::string_view word) const;

  /// The readings of `word`; none for words it does not know.
  std::vector<Reading> Readings(std::string_view word) const;

 private:
  struct Impl;
  explicit Dictionary(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_DICTIONARY_H_
