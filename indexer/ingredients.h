/// What reading and indexing need besides the plans, loaded once.
#ifndef PLANSOK_INDEXER_INGREDIENTS_H_
#define PLANSOK_INDEXER_INGREDIENTS_H_

#include <filesystem>
#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "plan/vocabulary.h"
#include "text/analyzer.h"
#include "text/language_data.h"

namespace plansok::indexer {

struct Ingredients {
  std::filesystem::path data_dir;
  text::LanguageData language;
  std::string language_fingerprint;
  std::shared_ptr<const text::Analyzer> analyzer;
  plan::Vocabulary vocabulary;
};

/// Of everything besides a file that decides what is read out of it: the data and this very program, since
/// another build of it may read the same file otherwise. NotFound names the missing file.
absl::StatusOr<std::string> ReaderFingerprint(const std::filesystem::path& data_dir);

/// NotFound or InvalidArgument names the file at fault.
absl::StatusOr<Ingredients> LoadIngredients(const std::filesystem::path& data_dir);

}  // namespace plansok::indexer

#endif  // PLANSOK_INDEXER_INGREDIENTS_H_
