/// Repairs words of a badly scanned document by a noisy channel: which true word most probably gave what was read?
///
/// channel (ocr_channel.h): weighted confusions of letters, P(observed | true);
/// prior: the words of sound documents, then a general Swedish frequency table, then the dictionary's forms;
/// bigrams decide between real words. A document is repaired only if it is damaged (see Assess).
///
/// The text shown to people stays the source's; a repair is only ever indexed beside it.
#ifndef PLANSOK_TEXT_OCR_REPAIR_H_
#define PLANSOK_TEXT_OCR_REPAIR_H_

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "text/analyzer.h"

namespace plansok::text {

/// How damaged a document is.
struct Damage {
  double swedish_letter_share = 0;  ///< å+ä+ö of all letters; sound Swedish: 0.05
  double unknown_share = 0;         ///< unknown words of all words
  bool repairable = false;          ///< damaged by the thresholds, and Swedish
};

/// Thread-safe once made.
class OcrRepairer {
 public:
  /// `data_dir`/ocr/ holds confusions, frequency table and thresholds. `analyzer` answers what the dictionary knows.
  static absl::StatusOr<std::unique_ptr<OcrRepairer>> Load(const std::filesystem::path& data_dir,
                                                           std::shared_ptr<const Analyzer> analyzer);
  ~OcrRepairer();
  OcrRepairer(const OcrRepairer&) = delete;
  OcrRepairer& operator=(const OcrRepairer&) = delete;

  /// Adds the words of a sound document to the prior. Call before Repair; not thread-safe.
  void Learn(std::string_view sound_utf8);

  /// Assesses a whole document.
  Damage Assess(std::string_view utf8) const;

  /// Repairs running text of a damaged document: the same lines and whitespace-separated tokens, spacing kept; only
  /// letters inside tokens change. Numbers, short all-capital abbreviations and addresses are left alone.
  std::string Repair(std::string_view utf8) const;

 private:
  struct Impl;
  explicit OcrRepairer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_OCR_REPAIR_H_
