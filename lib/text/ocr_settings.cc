#include "text/ocr_settings.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "absl/status/status.h"
#include "text/file_bytes.h"

namespace plansok::text {

absl::StatusOr<OcrSettings> LoadOcrSettings(const std::filesystem::path& file) {
  const absl::StatusOr<std::string> text = ReadFileBytes(file);
  if (!text.ok()) {
    return text.status();
  }
  toml::table table;
  try {
    table = toml::parse(*text);
  } catch (const toml::parse_error& error) {
    return absl::InvalidArgumentError(
        fmt::format("{}:{}: {}", file.string(), error.source().begin.line, error.description()));
  }
  OcrSettings settings;
  double beam = 0;
  double readings = 0;
  const std::array<std::pair<std::string_view, double*>, 14> keys = {{
      {"gate.max_swedish_letter_share", &settings.gate.max_swedish_letter_share},
      {"gate.min_unknown_share", &settings.gate.min_unknown_share},
      {"gate.min_unknown_words", &settings.gate.min_unknown_words},
      {"gate.min_explained_share", &settings.gate.min_explained_share},
      {"prior.document_weight", &settings.prior.document_weight},
      {"prior.dictionary_count", &settings.prior.dictionary_count},
      {"prior.compound_seam", &settings.prior.compound_seam},
      {"prior.unknown_word", &settings.prior.unknown_word},
      {"prior.unknown_letter", &settings.prior.unknown_letter},
      {"prior.unknown_name_discount", &settings.prior.unknown_name_discount},
      {"prior.lone_one", &settings.prior.lone_one},
      {"search.beam", &beam},
      {"search.readings", &readings},
      {"search.lost_letter", &settings.search.lost_letter},
  }};
  for (const auto& [key, value] : keys) {
    *value = table.at_path(key).value_or(0.0);
    if (!(*value > 0)) {
      return absl::InvalidArgumentError(
          fmt::format("{}: {} is missing or no positive number", file.string(), key));
    }
  }
  settings.search.beam = static_cast<std::size_t>(beam);
  settings.search.readings = static_cast<std::size_t>(readings);
  return settings;
}

}  // namespace plansok::text
