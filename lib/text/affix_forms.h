/// Every form that a Hunspell dictionary spells, written out.
///
/// Hunspell answers whether a word is right; a search for repairs must walk all right words letter by letter.
/// Suffix rules of one level suffice for sv_SE, which has neither prefixes nor suffixes upon suffixes.
/// Compounds are not formed, but the words and forms that may begin one are told apart. Source: hunspell(5).
#ifndef PLANSOK_TEXT_AFFIX_FORMS_H_
#define PLANSOK_TEXT_AFFIX_FORMS_H_

#include <filesystem>
#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace plansok::text {

/// One spelling.
struct AffixForm {
  std::string spelling;   ///< trie letters (ocr_trie.h); forms with other characters are left out
  bool word = false;      ///< stands by itself
  bool modifier = false;  ///< a compound may begin with it: "bostads", "skol"
};

/// Reads and expands the dictionary, about 0.3 s; sorted by spelling, each spelling once. NotFound names the
/// file; InvalidArgument: not UTF-8 by its SET line.
absl::StatusOr<std::vector<AffixForm>> ExpandDictionary(const std::filesystem::path& affix_file,
                                                        const std::filesystem::path& dictionary_file);

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_AFFIX_FORMS_H_
