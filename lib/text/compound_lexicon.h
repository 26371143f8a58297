/// Which words may stand first in a compound, in which form, and which may end one.
///
/// Read from the dictionary's own files: its affix file says by continuation classes how a word changes
/// before another (bostad -> bostads-, gata -> gatu-), its word list holds forms that only stand there
/// (arbets-, hälso-, familje-), which are traced back to their word. Forms no class licenses but any noun may
/// take (noun, noun + s) are there too, marked as such. Private to this room.
#ifndef PLANSOK_TEXT_COMPOUND_LEXICON_H_
#define PLANSOK_TEXT_COMPOUND_LEXICON_H_

#include <filesystem>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "text/word_list.h"

namespace plansok::text {

/// What it costs to take a part for what it is, see compound_costs.h.
struct PartCost {
  double total = 0;
  double fixed = 0;  ///< the share that does not come from counting
  double uses = 0;   ///< so many words of the dictionary have the part
};

/// A form that may stand before another word.
struct Modifier {
  std::string lemma;      ///< the word it is a form of (skol- : skola)
  bool licensed = false;  ///< by the dictionary, rather than by general rule
  PartCost cost = {};
};

/// A word that may stand last.
struct Head {
  bool verb = false;      ///< rare as the head of a compound
  bool licensed = false;  ///< by the dictionary's flags
  PartCost cost = {};
};

struct CompoundLexicon {
  absl::flat_hash_map<std::string, Modifier, StringHash, std::equal_to<>> modifiers;  ///< by form
  absl::flat_hash_map<std::string, Head, StringHash, std::equal_to<>> heads;          ///< by lemma

  /// NotFound names the file that cannot be read.
  static absl::StatusOr<CompoundLexicon> Load(const std::filesystem::path& affix,
                                              const std::filesystem::path& dictionary);
};

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_COMPOUND_LEXICON_H_
