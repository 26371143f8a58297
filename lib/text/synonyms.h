/// Words and phrases that stand for each other, from a file that people edit (stopwords/synonyms.txt):
///
///     HVB = hem för vård och boende     the same thing: an abbreviation and what it is short for
///     avhysning ~ vräkning              nearly the same
///     fiske > sik > gädda               a matter, and what belongs to it
///
/// A line may have more than two sides, all joined by the same sign. Each side answers for every other one,
/// in any inflection; of a matter the others answer for the first.
#ifndef PLANSOK_TEXT_SYNONYMS_H_
#define PLANSOK_TEXT_SYNONYMS_H_

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "absl/status/statusor.h"

namespace plansok::text {

/// How a side of a group stands to the word it answers for.
enum class Bond {
  kSame,     ///< joined by "="
  kNear,     ///< joined by "~"
  kBelongs,  ///< joined by ">"
};

/// One side of a group: a word, or a phrase of several.
struct Synonym {
  std::vector<std::string> stems;
  std::string root = {};  ///< of a single word: where its family comes from (derivations.h)
  Bond bond = Bond::kNear;
};

/// Words of a text that have synonyms.
struct SynonymMatch {
  std::size_t first = 0;  ///< index of the first word
  std::size_t count = 0;  ///< of words
  const std::vector<Synonym>* synonyms = nullptr;
};

/// Immutable; thread-safe.
class Synonyms {
 public:
  /// The stems of a text's words, and the root of a single one.
  using Read = std::function<Synonym(std::string_view)>;

  /// A file that cannot be read: as ReadFileBytes() says. InvalidArgument names file and line.
  static absl::StatusOr<Synonyms> Load(const std::filesystem::path& file, const Read& read);

  /// Where `stems`, a text's words in order, have synonyms; at each word the longest side that begins there.
  std::vector<SynonymMatch> Find(const std::vector<std::string>& stems) const;

 private:
  struct Side {
    std::string key;
    Synonym synonym;
  };
  void AddGroup(const std::vector<Side>& sides);
  void Add(const Side& asked, const std::vector<Side>& sides);

  std::unordered_map<std::string, std::vector<Synonym>> by_key_;  // stems joined by spaces
  std::size_t longest_ = 0;                                       // words of the longest side
};

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_SYNONYMS_H_
