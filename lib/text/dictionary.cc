#include "text/dictionary.h"

#include <fmt/format.h>

#include <exception>
#include <fstream>
#include <hunspell/hunspell.hxx>
#include <utility>

#include "text/encoding.h"
#include "text/word_limits.h"

namespace plansok::text {
namespace {

constexpr std::string_view kUtf8 = "UTF-8";
constexpr std::string_view kStemField = " st:";
constexpr std::string_view kFlagField = " fl:";
constexpr std::string_view kPartField = " pa:";

// Hunspell loads a missing or foreign file without a word, so look before.
absl::Status CheckDictionaryFile(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) return absl::NotFoundError(fmt::format("cannot read {} (package hunspell-sv)", file.string()));
  long words = 0;
  if (!(in >> words) || words <= 0) {
    return absl::InvalidArgumentError(fmt::format("{}: no Hunspell dictionary", file.string()));
  }
  return absl::OkStatus();
}

absl::Status CheckAffixFile(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) return absl::NotFoundError(fmt::format("cannot read {} (package hunspell-sv)", file.string()));
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("SET ") || line.starts_with("SFX ") || line.starts_with("PFX "))
      return absl::OkStatus();
  }
  return absl::InvalidArgumentError(fmt::format("{}: no Hunspell affix file", file.string()));
}

// The value of the last `field` in one line of Hunspell's analysis, " st:bostad fl:D"; empty if there is
// none.
std::string_view FieldOf(std::string_view analysis, std::string_view field) {
  const std::size_t at = analysis.rfind(field);
  if (at == std::string_view::npos) return {};
  const std::string_view value = analysis.substr(at + field.size());
  return value.substr(0, value.find(' '));
}

// A compound's analysis lists its parts, " pa:familjehems st:familjehem pa:arvoden st:arvode fl:E"; a last
// part without a base form of its own stands in it.
Reading ToReading(std::string_view analysis) {
  Reading reading;
  reading.head = FieldOf(analysis, kPartField);
  if (const std::size_t last = analysis.rfind(kPartField); last != std::string_view::npos) {
    analysis.remove_prefix(last);
  }
  reading.lemma = FieldOf(analysis, kStemField);
  if (reading.lemma.empty()) reading.lemma = reading.head;
  const std::string_view flag = FieldOf(analysis, kFlagField);
  reading.affix = flag.empty() ? '\0' : flag.front();
  return reading;
}

}  // namespace

struct Dictionary::Impl {
  Impl(const std::filesystem::path& affix, const std::filesystem::path& dictionary)
      : hunspell(affix.c_str(), dictionary.c_str()), encoding(hunspell.get_dict_encoding()) {}

  std::string Encode(std::string_view word) const {
    return ConvertEncoding(encoding, std::string(kUtf8), std::string(word));
  }
  std::string Decode(const std::string& word) const {
    return ConvertEncoding(std::string(kUtf8), encoding, word);
  }

  Hunspell hunspell;
  std::string encoding;
};

Dictionary::Dictionary(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Dictionary::~Dictionary() = default;

absl::StatusOr<std::unique_ptr<Dictionary>> Dictionary::Load(const std::filesystem::path& affix,
                                                             const std::filesystem::path& dictionary) {
  if (absl::Status status = CheckAffixFile(affix); !status.ok()) return status;
  if (absl::Status status = CheckDictionaryFile(dictionary); !status.ok()) return status;
  try {
    return std::unique_ptr<Dictionary>(new Dictionary(std::make_unique<Impl>(affix, dictionary)));
  } catch (const std::exception& error) {
    return absl::InvalidArgumentError(fmt::format("{}: {}", dictionary.string(), error.what()));
  }
}

bool Dictionary::Knows(std::string_view word) const {
  return !word.empty() && word.size() <= kLongestWord && impl_->hunspell.spell(impl_->Encode(word));
}

std::vector<Reading> Dictionary::Readings(std::string_view word) const {
  std::vector<Reading> readings;
  // Hunspell 1.7 reads through a null pointer when it analyses some words that it does not know
  // (xuppdragsgivare), as a stray letter in front of a compound makes them.
  if (!Knows(word)) return readings;
  for (const std::string& analysis : impl_->hunspell.analyze(impl_->Encode(word))) {
    Reading reading = ToReading(impl_->Decode(analysis));
    if (!reading.lemma.empty()) readings.push_back(std::move(reading));
  }
  return readings;
}

}  // namespace plansok::text
