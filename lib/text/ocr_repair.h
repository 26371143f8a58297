/// Repairs words of a badly scanned document by a noisy channel: which true word most probably gave what was
/// read?
///
/// channel (ocr_channel.h): weighted confusions of letters, P(observed | true);
/// prior (ocr_counts.h, ocr_lexicon.h): the words of sound documents, a general Swedish frequency table, and
/// the dictionary's forms; bigrams decide between real words, by Viterbi over the text. A document is
/// repaired only if it is damaged (see Assess).
///
///     for each document: if (!repairer.Assess(text).repairable) repairer.Learn(text);
///     for each damaged one: repaired = repairer.Repair(text);
///
/// The text shown to people stays the source's; a repair is only ever indexed beside it.
/// Source: Kernighan, Church, Gale, "A spelling correction program based on a noisy channel model" (1990).
#ifndef PLANSOK_TEXT_OCR_REPAIR_H_
#define PLANSOK_TEXT_OCR_REPAIR_H_

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "text/language_data.h"

namespace plansok::text {

/// How damaged a document is.
struct Damage {
  double swedish_letter_share = 0;  ///< å+ä+ö of all letters; sound Swedish: 0.05
  /// Unknown words of all words, and how many of them come right by known confusions of the unknown ones.
  /// Looked into only where the letters give cause: 0 otherwise.
  double unknown_share = 0;
  double explained_share = 0;
  bool repairable = false;  ///< damaged by the thresholds of ocr/settings.toml, and Swedish
};

/// Assess and Repair are thread-safe. The first call of either after Learn builds the lexicon anew (about
/// half a second) where a document gives cause.
class OcrRepairer {
 public:
  /// `data_dir`/ocr/ holds confusions, frequency table and settings; `language` names the Hunspell
  /// dictionary. NotFound or InvalidArgument names the file.
  static absl::StatusOr<std::unique_ptr<OcrRepairer>> Load(const std::filesystem::path& data_dir,
                                                           const LanguageData& language);
  ~OcrRepairer();
  OcrRepairer(const OcrRepairer&) = delete;
  OcrRepairer& operator=(const OcrRepairer&) = delete;

  /// Adds the words of a sound document to the prior. Not thread-safe.
  void Learn(std::string_view sound_utf8);

  /// Assesses a whole document.
  Damage Assess(std::string_view utf8) const;

  /// Repairs running text of a damaged document, all of it or a part: the same lines and whitespace-separated
  /// tokens, spacing and punctuation kept; only letters inside tokens change. Numbers, short all-capital
  /// abbreviations and addresses are left alone. Does not ask Assess.
  std::string Repair(std::string_view utf8) const;

 private:
  class Impl;
  explicit OcrRepairer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_OCR_REPAIR_H_
