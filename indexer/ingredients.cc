#include "indexer/ingredients.h"

#include <algorithm>
#include <system_error>
#include <utility>
#include <vector>

#include "indexer/files.h"
#include "text/digest.h"

namespace plansok::indexer {
namespace {

namespace fs = std::filesystem;

std::string DigestOfFile(const fs::path& file) { return text::HexDigest(ReadBytes(file).value_or("")); }

/// Names and contents of the files in a folder, which need not exist.
std::string DigestOfFolder(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    std::error_code ignored;  // a file that vanishes meanwhile is not there
    if (entry->is_regular_file(ignored)) files.push_back(entry->path());
  }
  std::sort(files.begin(), files.end());
  std::string digests;
  for (const fs::path& file : files) digests += file.filename().string() + DigestOfFile(file);
  return text::HexDigest(digests);
}

}  // namespace

absl::StatusOr<std::string> ReaderFingerprint(const fs::path& data_dir) {
  const auto language = text::LanguageData::FromDataDir(data_dir).Fingerprint();
  if (!language.ok()) return language.status();
  return text::HexDigest(*language + DigestOfFolder(data_dir / "vocabulary") +
                         DigestOfFolder(data_dir / "ocr") + DigestOfFile("/proc/self/exe"));
}

absl::StatusOr<Ingredients> LoadIngredients(const fs::path& data_dir) {
  const text::LanguageData language = text::LanguageData::FromDataDir(data_dir);
  auto fingerprint = language.Fingerprint();
  if (!fingerprint.ok()) return fingerprint.status();
  auto analyzer = text::Analyzer::Load(language);
  if (!analyzer.ok()) return analyzer.status();
  auto vocabulary = plan::Vocabulary::Load(data_dir);
  if (!vocabulary.ok()) return vocabulary.status();
  return Ingredients{data_dir, language, *std::move(fingerprint), *std::move(analyzer),
                     *std::move(vocabulary)};
}

}  // namespace plansok::indexer
