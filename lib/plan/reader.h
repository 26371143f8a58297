/// Files into plans: the whole way from bytes to paragraphs.
///
///     bytes -> SourceText (source_text.h: encoding, lines) -> reading order (reading_order.h)
///           -> furniture (furniture.h) -> unwrapping (unwrap.h) -> tables (tables.h)
///           -> outline (outline.h) -> facts (facts.h, vocabulary.h) -> Plan
///
/// Every line of the file ends up exactly once: in a paragraph, in a heading, or as furniture with its
/// reason.
#ifndef PLANSOK_PLAN_READER_H_
#define PLANSOK_PLAN_READER_H_

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "plan/document.h"
#include "plan/plan.h"
#include "plan/vocabulary.h"
#include "text/ocr_repair.h"

namespace plansok::plan {

/// English, for `inspect`: "heading", "page number" …
std::string_view LineUseName(LineUse use);

/// A run of lines that is in no paragraph. 1-based, inclusive.
struct Furniture {
  int first_line = 0;
  int last_line = 0;
  LineUse use = LineUse::kBlank;
  std::string text;  ///< as it stands in the source
};

/// What was read out of one file.
struct ReadPlan {
  Plan plan;
  std::vector<Furniture> furniture;   ///< by line
  std::vector<std::string> warnings;  ///< each one line, naming the file: "x.txt: read as Windows-1252"
};

/// Thread-safe: Read() may be called from several threads at once.
class PlanReader {
 public:
  /// `repairer` may be null: then nothing is repaired. All must outlive the reader.
  PlanReader(const Vocabulary& vocabulary, const text::OcrRepairer* repairer);

  /// Reads `file`. `name` is its path relative to the corpus folder. A sidecar NAME.toml beside it overrides
  /// facts. NotFound: no such file. InvalidArgument: binary, empty or undecodable. FailedPrecondition:
  /// its sidecar is malformed; names both. Names the file always.
  absl::StatusOr<ReadPlan> Read(const std::filesystem::path& file, const std::string& name) const;

  /// Reads a plan from memory; `name` stands for the file's name.
  absl::StatusOr<ReadPlan> ReadText(std::string_view bytes, const std::string& name) const;

 private:
  absl::StatusOr<ReadPlan> ReadParts(std::string_view bytes, const std::string& name,
                                     std::string_view sidecar) const;

  const Vocabulary& vocabulary_;
  const text::OcrRepairer* repairer_;
};

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_READER_H_
