/// Families of words: hemlöshet is of hemlös, avhysning of avhysa, digitalisering of digital.
///
/// An inflection is the same word; a derivation is another word about the same thing, so it counts less in
/// ranking. Rules of suffixes and a list of exceptions stand in stopwords/derivations.txt. A rule holds only
/// where it leads to a word that the dictionary knows, so that nation is not of "nera".
///
/// Private to this room.
#ifndef PLANSOK_TEXT_DERIVATIONS_H_
#define PLANSOK_TEXT_DERIVATIONS_H_

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "text/word_list.h"

namespace plansok::text {

/// Immutable; thread-safe as far as `knows` is.
class Derivations {
 public:
  /// NotFound or InvalidArgument names the file, and the line that is wrong.
  static absl::StatusOr<Derivations> Load(const std::filesystem::path& file);

  /// Whether a word (normal form) is in the dictionary.
  using Knows = std::function<bool(const std::string&)>;

  /// The word that the family of `lemma` comes from (both in normal form); `lemma` itself where it comes from
  /// none.
  std::string Root(const std::string& lemma, const Knows& knows) const;

 private:
  struct Rule {
    std::string suffix;
    std::string replacement;
  };

  std::string Step(const std::string& word, const Knows& knows) const;

  std::vector<Rule> rules_;  // longest suffix first; of one suffix in the file's order
  WordMap exceptions_;       // word -> what it is of; itself: of none
};

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_DERIVATIONS_H_
