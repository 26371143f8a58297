#include "index/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

#include "absl/status/status.h"
#include "index/checksums.h"
#include "index/memory_of.h"
#include "index/record.h"
#include "index/schema.h"
#include "index/snapshot.h"
#include "index/xapian_status.h"
#include "text/language_data.h"

namespace plansok::index {
namespace {

std::int64_t NumberIn(const Xapian::Database& database, const char* key) {
  const std::string digits = database.get_metadata(key);
  std::int64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

absl::Status CheckVersion(const Generation& generation, std::string_view what, int made_by, int read_by) {
  if (made_by == read_by) return absl::OkStatus();
  return absl::FailedPreconditionError(fmt::format(
      "{}: made with {} version {}, this program reads version {}; rebuild with plansok-indexer build",
      generation.folder.string(), what, made_by, read_by));
}

absl::Status Damaged(const Generation& generation, std::string_view what) {
  return absl::DataLossError(
      fmt::format("{}: {}; rebuild with plansok-indexer build", generation.folder.string(), what));
}

}  // namespace

/// Fills a snapshot step by step, each on what the ones before it read.
class SnapshotLoader {
 public:
  SnapshotLoader(const Generation& generation, const text::Features& features, Snapshot::Impl* impl)
      : generation_(generation),
        features_(features),
        impl_(*impl),
        database_(generation.database().string()) {
    impl_.generation = generation;
    std::error_code ignored;  // the database has been opened
    impl_.is_local = std::filesystem::is_directory(generation.database(), ignored);
  }

  absl::Status Load() {
    for (const auto step :
         {&SnapshotLoader::Info, &SnapshotLoader::Analyzer, &SnapshotLoader::Plans, &SnapshotLoader::Facets,
          &SnapshotLoader::Column, &SnapshotLoader::Lengths, &SnapshotLoader::Suggestions}) {
      if (absl::Status status = (this->*step)(); !status.ok()) return status;
    }
    return absl::OkStatus();
  }

 private:
  absl::Status Info() {
    IndexInfo& info = impl_.info;
    info.generation = generation_.name;
    info.schema_version = static_cast<int>(NumberIn(database_, kSchemaVersionKey));
    info.analyzer_version = static_cast<int>(NumberIn(database_, kAnalyzerVersionKey));
    info.built_at_seconds = NumberIn(database_, kBuiltAtKey);
    info.paragraph_count = static_cast<int>(database_.get_doccount());
    absl::Status status = CheckVersion(generation_, "schema", info.schema_version, kSchemaVersion);
    if (status.ok()) {
      status = CheckVersion(generation_, "analyzer", info.analyzer_version, text::Analyzer::kVersion);
    }
    const std::string made_with = database_.get_metadata(kFeaturesKey);
    if (status.ok() && made_with != StagesOf(features_)) {
      status = absl::FailedPreconditionError(fmt::format(
          "{}: made with the stages {}, asked to read with {}; rebuild with plansok-indexer build",
          generation_.folder.string(), made_with.empty() ? "unknown" : made_with, StagesOf(features_)));
    }
    return status;
  }

  absl::Status Analyzer() {
    auto analyzer = text::Analyzer::Load(text::LanguageData::FromFolder(generation_.language()), features_);
    if (!analyzer.ok()) return Damaged(generation_, std::string(analyzer.status().message()));
    impl_.analyzer = *std::move(analyzer);
    return absl::OkStatus();
  }

  absl::Status Plans() {
    storage::PlanTable stored;
    storage::Manifest manifest;
    if (!stored.ParseFromString(database_.get_metadata(kPlansKey)) ||
        !manifest.ParseFromString(database_.get_metadata(kManifestKey))) {
      return Damaged(generation_, "the table of plans cannot be read");
    }
    impl_.manifest = FromStored(manifest);
    for (const storage::Plan& plan : stored.plans()) {
      impl_.plan_number_of.emplace(plan.id(), static_cast<std::uint32_t>(impl_.ranges.size()));
      impl_.ranges.push_back({plan.id(), plan.first_docid(), plan.paragraph_count()});
      impl_.plans.push_back({FromStored(plan), static_cast<int>(plan.paragraph_count())});
    }
    std::sort(impl_.plans.begin(), impl_.plans.end(),
              [](const PlanSummary& a, const PlanSummary& b) { return a.plan.id < b.plan.id; });
    impl_.info.plan_count = static_cast<int>(impl_.plans.size());
    return absl::OkStatus();
  }

  absl::Status Facets() {
    storage::FacetTable stored;
    if (!stored.ParseFromString(database_.get_metadata(kFacetsKey))) {
      return Damaged(generation_, "the table of facets cannot be read");
    }
    absl::StatusOr<FacetTable> table = FacetTable::From(stored);
    if (!table.ok()) return table.status();
    impl_.facets = *std::move(table);
    impl_.lookup.emplace(impl_.facets, *impl_.analyzer);
    return absl::OkStatus();
  }

  /// A paragraph without a tuple would make every count wrong, so one is enough to refuse the index.
  absl::Status Column() {
    const Xapian::docid last = database_.get_lastdocid();
    impl_.tuple_of.assign(std::size_t{last} + 1, 0);
    std::size_t read = 0;
    const auto end = database_.valuestream_end(kTupleSlot);
    for (auto value = database_.valuestream_begin(kTupleSlot); value != end; ++value, ++read) {
      const std::optional<std::uint32_t> tuple = UnpackTuple(*value);
      if (!tuple || *tuple >= impl_.facets.tuple_count())
        return Damaged(generation_, "a facet value cannot be read");
      impl_.tuple_of[value.get_docid()] = *tuple;
    }
    if (read != database_.get_doccount() || read != last) {
      return Damaged(generation_, "a paragraph has no facet value");
    }
    return absl::OkStatus();
  }

  absl::Status Lengths() {
    impl_.length_of.assign(std::size_t{database_.get_lastdocid()} + 1, 0);
    const auto end = database_.postlist_end("");
    for (auto paragraph = database_.postlist_begin(""); paragraph != end; ++paragraph) {
      impl_.length_of[*paragraph] = paragraph.get_doclength();
    }
    return absl::OkStatus();
  }

  absl::Status Suggestions() {
    storage::SuggestionTable stored;
    if (!stored.ParseFromString(database_.get_metadata(kSuggestionsKey))) {
      return Damaged(generation_, "the table of suggestions cannot be read");
    }
    absl::StatusOr<SuggestionTable> table = SuggestionTable::From(stored);
    if (!table.ok()) return Damaged(generation_, std::string(table.status().message()));
    impl_.suggestions = *std::move(table);
    impl_.labels = LabelIndex(impl_.facets, impl_.tuple_of);
    return absl::OkStatus();
  }

  const Generation& generation_;
  const text::Features& features_;
  Snapshot::Impl& impl_;
  Xapian::Database database_;
};

Snapshot::Snapshot(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Snapshot::~Snapshot() = default;

absl::StatusOr<std::shared_ptr<const Snapshot>> Snapshot::Open(const Generation& generation,
                                                               const SnapshotOptions& options) {
  using Result = absl::StatusOr<std::shared_ptr<const Snapshot>>;
  return GuardXapian(fmt::format("cannot open {}", generation.folder.string()), [&]() -> Result {
    if (absl::Status status = VerifyPresence(generation.folder); !status.ok()) return status;
    auto impl = std::make_unique<Impl>(options);
    SnapshotLoader loader(generation, options.features, impl.get());
    if (absl::Status status = loader.Load(); !status.ok()) return status;
    return std::shared_ptr<const Snapshot>(new Snapshot(std::move(impl)));
  });
}

const IndexInfo& Snapshot::info() const { return impl_->info; }
const std::vector<PlanSummary>& Snapshot::plans() const { return impl_->plans; }
const text::Analyzer& Snapshot::analyzer() const { return *impl_->analyzer; }
const Manifest& Snapshot::manifest() const { return impl_->manifest; }

absl::StatusOr<std::vector<std::string>> Snapshot::FindValues(query::Field field, std::string_view text,
                                                              const Checkpoint& checkpoint) const {
  Watch watch(checkpoint);
  const auto numbers = impl_->lookup->Requested(field, text, watch);
  if (!numbers.ok()) return numbers.status();
  if (field == query::Field::kYear) return std::vector{std::string(text)};
  std::vector<std::string> values;
  for (const std::uint32_t number : *numbers) values.push_back(impl_->facets.value(number).value);
  return values;
}

SnapshotMemory Snapshot::memory() const {
  return {.facet_table = impl_->facets.bytes() + impl_->lookup->bytes(),
          .tuple_column = HeapBytesOf(impl_->tuple_of) + HeapBytesOf(impl_->length_of),
          .answers = impl_->answers.bytes(),
          .answers_limit = impl_->answers.capacity(),
          .suggestions = impl_->suggestions.bytes() + impl_->labels.bytes(),
          .dictionary = impl_->words_bytes,
          .paragraphs = impl_->paragraphs.bytes(),
          .paragraphs_limit = impl_->paragraphs.capacity(),
          .postings = impl_->postings.bytes(),
          .postings_limit = impl_->postings.capacity()};
}

}  // namespace plansok::index
