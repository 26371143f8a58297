/// Where the Swedish language data stands, and which files there are.
///
/// A generation of the index carries a copy of every file, so that reader and writer cannot disagree; see
/// lib/index/generation.h.
#ifndef PLANSOK_TEXT_LANGUAGE_DATA_H_
#define PLANSOK_TEXT_LANGUAGE_DATA_H_

#include <filesystem>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace plansok::text {

/// Paths of the files an Analyzer is made of.
struct LanguageData {
  std::filesystem::path affix;                ///< Hunspell affix file, sv_SE.aff
  std::filesystem::path dictionary;           ///< Hunspell dictionary, sv_SE.dic
  std::filesystem::path stopwords;            ///< one word a line, # comments
  std::filesystem::path lemma_exceptions;     ///< "form lemma" a line, # comments
  std::filesystem::path compound_exceptions;  ///< "word parts" a line, # comments
  std::filesystem::path derivations;          ///< derivations.h
  std::filesystem::path synonyms;             ///< synonyms.h
  std::filesystem::path question_words;       ///< one word a line, # comments

  /// The data of a source tree or installation: `data_dir`/stopwords/* and the system's Hunspell sv_SE
  /// (package hunspell-sv).
  static LanguageData FromDataDir(const std::filesystem::path& data_dir);

  /// The data as CopyTo() laid it out in one flat folder.
  static LanguageData FromFolder(const std::filesystem::path& folder);

  /// Copies every file into `folder`, which must exist. NotFound/Internal names the file that failed.
  absl::Status CopyTo(const std::filesystem::path& folder) const;

  /// Hex digest over the contents of every file. NotFound names the file that is missing.
  absl::StatusOr<std::string> Fingerprint() const;
};

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_LANGUAGE_DATA_H_
