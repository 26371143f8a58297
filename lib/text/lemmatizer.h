/// The base form of a Swedish word: bostäderna -> bostad, nämndernas -> nämnd, familjehemsarvoden ->
/// familjehemsarvode.
///
/// Private to this room. The dictionary offers several readings of many forms (händer: hända, hand); the
/// choice is by part of speech, nouns first, because what people search plans for is things. Irregular
/// plurals that the dictionary lists as words of their own (bostäder, män) are mended by a list that people
/// edit.
#ifndef PLANSOK_TEXT_LEMMATIZER_H_
#define PLANSOK_TEXT_LEMMATIZER_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "text/dictionary.h"
#include "text/word_list.h"

namespace plansok::text {

/// Not thread-safe, as its dictionary.
class Lemmatizer {
 public:
  /// `dictionary` must outlive this. `exceptions`: form -> lemma, both in normal form; where both begin with
  /// a hyphen they stand for the ends of compounds (-städer -stad). They mend forms and the dictionary's
  /// lemmas alike.
  Lemmatizer(const Dictionary& dictionary, WordMap exceptions);

  /// The lemma of `word`, both in normal form (normalize.h); a word nobody knows is its own lemma.
  std::string Lemma(std::string_view word) const;

 private:
  std::string LemmaOf(const Reading& reading, std::string_view word) const;
  std::optional<std::string> Exception(std::string_view form) const;

  const Dictionary& dictionary_;
  WordMap exceptions_;
  std::size_t longest_ending_ = 0;  // of the exceptions that stand for ends of compounds
};

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_LEMMATIZER_H_
