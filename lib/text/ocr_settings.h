/// The numbers OCR repair goes by, from ocr/settings.toml, which explains each. Private to this room.
#ifndef PLANSOK_TEXT_OCR_SETTINGS_H_
#define PLANSOK_TEXT_OCR_SETTINGS_H_

#include <cstddef>
#include <filesystem>

#include "absl/status/statusor.h"

namespace plansok::text {

/// When a document is damaged.
struct OcrGate {
  double max_swedish_letter_share = 0;
  double min_unknown_share = 0;
  double min_unknown_words = 0;
  double min_explained_share = 0;
};

/// What words are expected.
struct OcrPrior {
  double document_weight = 0;
  double dictionary_count = 0;
  double compound_seam = 0;
  double unknown_word = 0;
  double unknown_letter = 0;
  double unknown_name_discount = 0;
  double lone_one = 0;
};

/// How far the search looks.
struct OcrSearch {
  std::size_t beam = 0;
  std::size_t readings = 0;
  double lost_letter = 0;
};

struct OcrSettings {
  OcrGate gate;
  OcrPrior prior;
  OcrSearch search;
};

/// NotFound, or InvalidArgument naming the file and the key that is missing or no positive number.
absl::StatusOr<OcrSettings> LoadOcrSettings(const std::filesystem::path& file);

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_OCR_SETTINGS_H_
