#include "text/language_data.h"

#include <fmt/format.h>

#include <array>
#include <iterator>
#include <system_error>

#include "text/digest.h"
#include "text/file_bytes.h"

namespace plansok::text {
namespace {

namespace fs = std::filesystem;

constexpr const char* kHunspellFolder = "/usr/share/hunspell";
constexpr const char* kAffix = "sv_SE.aff";
constexpr const char* kDictionary = "sv_SE.dic";
constexpr const char* kStopwords = "stopwords.txt";
constexpr const char* kLemmaExceptions = "lemma_exceptions.txt";
constexpr const char* kCompoundExceptions = "compound_exceptions.txt";
constexpr const char* kDerivations = "derivations.txt";
constexpr const char* kSynonyms = "synonyms.txt";
constexpr const char* kQuestionWords = "question_words.txt";

std::array<fs::path, 8> Files(const LanguageData& data) {
  return {
      data.affix,       data.dictionary, data.stopwords,     data.lemma_exceptions, data.compound_exceptions,
      data.derivations, data.synonyms,   data.question_words};
}

}  // namespace

LanguageData LanguageData::FromDataDir(const fs::path& data_dir) {
  const fs::path hunspell = kHunspellFolder;
  const fs::path words = data_dir / "stopwords";
  return {hunspell / kAffix,           hunspell / kDictionary, words / kStopwords, words / kLemmaExceptions,
          words / kCompoundExceptions, words / kDerivations,   words / kSynonyms,  words / kQuestionWords};
}

LanguageData LanguageData::FromFolder(const fs::path& folder) {
  return {folder / kAffix,           folder / kDictionary,         folder / kStopwords,
          folder / kLemmaExceptions, folder / kCompoundExceptions, folder / kDerivations,
          folder / kSynonyms,        folder / kQuestionWords};
}

absl::Status LanguageData::CopyTo(const fs::path& folder) const {
  const auto targets = Files(FromFolder(folder));
  const auto sources = Files(*this);
  for (std::size_t i = 0; i < sources.size(); ++i) {
    std::error_code error;
    if (!fs::is_regular_file(sources[i], error)) {
      return absl::NotFoundError(fmt::format("language data missing: {}", sources[i].string()));
    }
    fs::copy_file(sources[i], targets[i], fs::copy_options::overwrite_existing, error);
    if (error) {
      return absl::InternalError(
          fmt::format("cannot copy {} to {}: {}", sources[i].string(), targets[i].string(), error.message()));
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<std::string> LanguageData::Fingerprint() const {
  std::string digests;  // of fixed length, so that bytes moved from one file to the next show
  for (const fs::path& file : Files(*this)) {
    const absl::StatusOr<std::string> bytes = ReadFileBytes(file);
    if (!bytes.ok()) return bytes.status();
    digests += HexDigest(*bytes);
  }
  return HexDigest(digests);
}

}  // namespace plansok::text
