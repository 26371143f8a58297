/// The vocabulary's TOML files as plain entries, checked.
#ifndef PLANSOK_PLAN_VOCABULARY_FILE_H_
#define PLANSOK_PLAN_VOCABULARY_FILE_H_

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace plansok::plan {

/// One [[committee]], [[goal]], [[area]], [[group]], [[company]] or [[partner]]. What a file does not say is
/// empty.
struct VocabularyEntry {
  std::string table;  ///< "committee", "goal" …
  std::string id;
  std::string label;
  std::vector<std::string> aliases;
  std::vector<std::string> administrations;
  std::string family;
  std::string kind;
  std::string short_name;  ///< key "short"
};

/// Reads `file`, whose tables may be those named in `tables`. NotFound: no such file. InvalidArgument, naming
/// file and line: bad TOML, an unknown table or key, a missing or malformed id, an id twice, a value of the
/// wrong type.
absl::StatusOr<std::vector<VocabularyEntry>> ReadVocabularyFile(const std::filesystem::path& file,
                                                                const std::vector<std::string_view>& tables);

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_VOCABULARY_FILE_H_
