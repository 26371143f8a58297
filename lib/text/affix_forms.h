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

/// Trie letters (ocr_trie.h), unsorted, with repeats. Forms with other characters are left out.
struct AffixForms {
  std::vector<std::string> words;
  std::vector<std::string> modifiers;  ///< what a compound may begin with: "bostads", "skol"
};

/// Reads and expands the dictionary, about 0.2 s. NotFound names the file; InvalidArgument: not UTF-8 by its
/// SET line.
absl::StatusOr<AffixForms> ExpandDictionary(const std::filesystem::path& affix_file,
                                            const std::filesystem::path& dictionary_file);

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_AFFIX_FORMS_H_
