#include "indexer/build.h"

#include <fmt/format.h>

#include <chrono>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>

#include "absl/status/status.h"
#include "index/check.h"
#include "index/generation.h"
#include "index/reader.h"
#include "index/searcher.h"
#include "index/writer.h"
#include "indexer/corpus.h"
#include "indexer/corpus_reader.h"
#include "indexer/ingredients.h"
#include "indexer/paragraphs_file.h"
#include "indexer/stop.h"

namespace plansok::indexer {
namespace {

class Stopwatch {
 public:
  double Seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

/// What the next generation may take from the current one.
struct Previous {
  std::optional<index::Searcher> searcher;  ///< none: there is no generation, or it cannot be read
  bool same_reader =
      false;  ///< it was made by this very reader, so its plans are as this one would read them
};

void WarnOfDamage(const std::string& generation, const absl::Status& status,
                  std::vector<std::string>* warnings) {
  // One of another version is replaced as a matter of course.
  if (absl::IsFailedPrecondition(status)) return;
  warnings->push_back(fmt::format("generation {} is damaged, so every file is read anew: {}", generation,
                                  std::string(status.message())));
}

/// Opens the current generation, which reads its tables but not its paragraphs. One that cannot be opened is
/// no error, but `warnings` tell of damage.
Previous OpenPrevious(const std::filesystem::path& index_dir, const std::string& fingerprint,
                      std::vector<std::string>* warnings) {
  const auto generation = index::CurrentGeneration(index_dir);
  if (!generation.ok()) return {};
  auto snapshot = index::Snapshot::Open(*generation);
  if (!snapshot.ok()) {
    WarnOfDamage(generation->name, snapshot.status(), warnings);
    return {};
  }
  const bool same_reader = (*snapshot)->manifest().reader == fingerprint;
  auto searcher = index::Searcher::Open(*std::move(snapshot));
  if (!searcher.ok()) return {};
  return {*std::move(searcher), same_reader};
}

/// Reads the whole generation before anything is taken over from it; false, with a warning, where it is
/// damaged.
bool IsSound(const std::filesystem::path& index_dir, std::vector<std::string>* warnings) {
  const auto generation = index::CurrentGeneration(index_dir);
  if (!generation.ok()) return false;
  const auto checked = index::CheckGeneration(*generation);
  if (!checked.ok()) WarnOfDamage(generation->name, checked.status(), warnings);
  return checked.ok();
}

/// A generation in the making: its folder, its language data and its writer.
class Building {
 public:
  static absl::StatusOr<Building> Begin(index::GenerationBuilder builder, const Ingredients& ingredients) {
    const index::Generation& generation = builder.generation();
    std::error_code error;
    std::filesystem::create_directories(generation.language(), error);
    if (absl::Status status = ingredients.language.CopyTo(generation.language()); !status.ok()) return status;
    auto writer =
        index::Writer::Create(generation.database(), ingredients.analyzer, ingredients.language_fingerprint);
    if (!writer.ok()) return writer.status();
    return Building(std::move(builder), *std::move(writer));
  }

  absl::Status Add(const plan::Plan& plan) {
    if (absl::Status status = CheckStop(); !status.ok()) return status;
    absl::Status status = writer_.Add(plan);
    if (!status.ok()) return status;
    ++plans_;
    paragraphs_ += static_cast<int>(plan.paragraphs.size());
    return status;
  }

  void SetManifest(index::Manifest manifest) { writer_.SetManifest(std::move(manifest)); }

  absl::Status Publish(BuildReport* report) {
    if (absl::Status status = writer_.Finish(); !status.ok()) return status;
    if (absl::Status status = CheckStop(); !status.ok()) return status;
    if (absl::Status status = builder_.Publish(); !status.ok()) return status;
    report->generation = builder_.generation().name;
    report->published = true;
    if (const absl::Status& durability = builder_.durability(); !durability.ok())
      report->warnings.push_back(
          fmt::format("published, but a loss of power may undo it: {}", std::string(durability.message())));
    report->plans = plans_;
    report->paragraphs = paragraphs_;
    return absl::OkStatus();
  }

  int plans() const { return plans_; }

 private:
  Building(index::GenerationBuilder builder, index::Writer writer)
      : builder_(std::move(builder)), writer_(std::move(writer)) {}

  index::GenerationBuilder builder_;
  index::Writer writer_;
  int plans_ = 0;
  int paragraphs_ = 0;
};

void ReportSource(const Source& source, BuildReport* report) {
  report->files_read += source.taken_over ? 0 : 1;
  report->warnings.insert(report->warnings.end(), source.entry.warnings.begin(), source.entry.warnings.end());
  if (source.entry.error.empty()) return;
  ++report->files_left_out;
  const bool kept = !source.entry.plan_id.empty();
  report->warnings.push_back(
      fmt::format("{}: {}", kept ? "its last good copy stays" : "left out", source.entry.error));
}

BuildReport UnchangedReport(const index::Snapshot& snapshot) {
  BuildReport report;
  report.generation = snapshot.info().generation;
  report.plans = snapshot.info().plan_count;
  report.paragraphs = snapshot.info().paragraph_count;
  for (const index::SourceFile& entry : snapshot.manifest().files) {
    ReportSource({{}, entry, {}, true}, &report);
  }
  return report;
}

/// Adds what was read; a plan that cannot be indexed is left out, and its entry says why.
absl::Status AddSources(std::vector<Source>* sources, Building* building, Progress* progress,
                        BuildReport* report) {
  std::size_t done = 0;
  for (Source& source : *sources) {
    progress->Show("indexing", done++, sources->size());
    if (source.plan) {
      const absl::Status status = building->Add(*source.plan);
      if (absl::IsAlreadyExists(status) || absl::IsInvalidArgument(status)) {
        source.entry.error = std::string(status.message());
        source.entry.plan_id.clear();
      } else if (!status.ok()) {
        return status;
      }
      source.plan.reset();
    }
    ReportSource(source, report);
  }
  return absl::OkStatus();
}

index::Manifest ManifestOf(const std::string& reader, std::vector<Source>* sources) {
  index::Manifest manifest{reader, {}};
  for (Source& source : *sources) manifest.files.push_back(std::move(source.entry));
  return manifest;
}

absl::Status NothingReadable(const std::filesystem::path& corpus, const BuildReport& report) {
  return absl::InvalidArgumentError(fmt::format("no plan in {} could be read; {}", corpus.string(),
                                                report.warnings.empty() ? "" : report.warnings.back()));
}

absl::StatusOr<BuildReport> Build(const BuildOptions& options, const std::vector<CorpusFile>& files,
                                  Progress* progress) {
  auto builder = index::GenerationBuilder::Begin(options.index);
  if (!builder.ok()) return builder.status();
  const auto fingerprint = ReaderFingerprint(options.data);
  if (!fingerprint.ok()) return fingerprint.status();
  BuildReport report;
  Previous previous = OpenPrevious(options.index, *fingerprint, &report.warnings);
  const bool reuse = previous.same_reader && !options.force;
  if (reuse && Unchanged(previous.searcher->snapshot().manifest(), files))
    return UnchangedReport(previous.searcher->snapshot());
  if (previous.searcher && !IsSound(options.index, &report.warnings)) previous = {};

  const auto ingredients = LoadIngredients(options.data);
  if (!ingredients.ok()) return ingredients.status();
  CorpusReader reader(*ingredients, previous.searcher ? &*previous.searcher : nullptr,
                      reuse && previous.searcher.has_value(), progress);
  auto sources = reader.Read(files);
  if (!sources.ok()) return sources.status();
  auto building = Building::Begin(*std::move(builder), *ingredients);
  if (!building.ok()) return building.status();
  if (absl::Status status = AddSources(&*sources, &*building, progress, &report); !status.ok()) return status;
  if (building->plans() == 0) return NothingReadable(options.corpus, report);
  building->SetManifest(ManifestOf(*fingerprint, &*sources));
  if (absl::Status status = building->Publish(&report); !status.ok()) return status;
  return report;
}

}  // namespace

absl::StatusOr<BuildReport> BuildFromCorpus(const BuildOptions& options, Progress* progress) {
  const Stopwatch stopwatch;
  const auto files = ScanCorpus(options.corpus);
  if (!files.ok()) return files.status();
  auto report = Build(options, *files, progress);
  if (report.ok()) report->seconds = stopwatch.Seconds();
  return report;
}

absl::StatusOr<BuildReport> BuildFromParagraphs(const BuildOptions& options, std::istream& lines,
                                                const std::string& source, Progress* progress) {
  const Stopwatch stopwatch;
  auto builder = index::GenerationBuilder::Begin(options.index);
  if (!builder.ok()) return builder.status();
  const auto ingredients = LoadIngredients(options.data);
  if (!ingredients.ok()) return ingredients.status();
  auto building = Building::Begin(*std::move(builder), *ingredients);
  if (!building.ok()) return building.status();
  const absl::Status read = ReadParagraphs(lines, source, [&](const plan::Plan& plan) {
    progress->Show("plans", static_cast<std::size_t>(building->plans()), 0);
    return building->Add(plan);
  });
  if (!read.ok()) return read;
  if (building->plans() == 0)
    return absl::InvalidArgumentError(fmt::format("{}: holds no paragraph", source));
  BuildReport report;
  if (absl::Status status = building->Publish(&report); !status.ok()) return status;
  report.files_read = 1;
  report.seconds = stopwatch.Seconds();
  return report;
}

}  // namespace plansok::indexer
