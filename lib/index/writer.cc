#include "index/writer.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <system_error>
#include <utility>

#include "index/document.h"
#include "index/facet_tuples.h"
#include "index/paragraph_words.h"
#include "index/record.h"
#include "index/schema.h"
#include "index/suggestion_builder.h"
#include "index/xapian_status.h"
#include "text/normalize.h"

namespace plansok::index {
namespace {

std::int64_t UnixSeconds() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::seconds>(now).count();
}

/// What would make a record that cannot be told apart or read back.
absl::Status CheckParagraph(const plan::Plan& plan, const plan::Paragraph& paragraph,
                            std::set<std::string>* ids) {
  const auto fault = [&](std::string_view what) {
    return absl::InvalidArgumentError(fmt::format("plan {}, paragraph {} (line {}): {}", plan.id,
                                                  paragraph.id, paragraph.first_line, what));
  };
  if (paragraph.id.empty()) return fault("has no id");
  if (!ids->insert(paragraph.id).second) return fault("an id that the plan has already");
  if (!text::IsValidUtf8(paragraph.text)) return fault("text that is not UTF-8");
  if (!text::IsValidUtf8(paragraph.repaired_text)) return fault("repaired text that is not UTF-8");
  return absl::OkStatus();
}

}  // namespace

struct Writer::Impl {
  std::filesystem::path folder;
  std::shared_ptr<const text::Analyzer> analyzer;
  std::string language_fingerprint;
  Xapian::WritableDatabase database;
  storage::PlanTable plans;
  FacetTableBuilder facets;
  SuggestionBuilder suggestions;
  std::set<std::string> plan_ids;
  Manifest manifest;
  Xapian::docid last_docid = 0;

  absl::Status CheckPlan(const plan::Plan& plan) const;
  void AddParagraphs(const plan::Plan& plan);
  void WriteMetadata();
  absl::Status Compact();
  absl::Status ReadBack() const;
};

absl::Status Writer::Impl::CheckPlan(const plan::Plan& plan) const {
  if (plan.id.empty())
    return absl::InvalidArgumentError(fmt::format("{}: a plan without an id", plan.source_file));
  if (plan_ids.contains(plan.id)) {
    return absl::AlreadyExistsError(fmt::format("{}: there is a plan {} already; rename one of the two files",
                                                plan.source_file, plan.id));
  }
  std::set<std::string> ids;
  for (const plan::Paragraph& paragraph : plan.paragraphs) {
    if (absl::Status status = CheckParagraph(plan, paragraph, &ids); !status.ok()) return status;
  }
  return absl::OkStatus();
}

void Writer::Impl::AddParagraphs(const plan::Plan& plan) {
  const auto plan_number = static_cast<std::uint32_t>(plans.plans_size());
  storage::Plan* stored = plans.add_plans();
  *stored = ToStored(plan);
  stored->set_first_docid(last_docid + 1);
  stored->set_paragraph_count(static_cast<std::uint32_t>(plan.paragraphs.size()));
  const bool damaged = std::any_of(plan.paragraphs.begin(), plan.paragraphs.end(),
                                   [](const plan::Paragraph& each) { return !each.repaired_text.empty(); });
  for (const plan::Paragraph& paragraph : plan.paragraphs) {
    const std::vector<FacetEntry> entries = FacetEntriesOf(plan, paragraph);
    const Place place{plan_number, facets.Add(entries)};
    const ParagraphWords words = AnalyzeParagraph(*analyzer, paragraph.text, paragraph.repaired_text);
    const bool repaired = !words.repaired.empty();
    suggestions.AddParagraph(repaired ? words.repaired : words.printed,
                             repaired ? paragraph.repaired_text : paragraph.text, damaged);
    last_docid = database.add_document(MakeDocument(*analyzer, plan, paragraph, words, entries, place));
  }
}

void Writer::Impl::WriteMetadata() {
  database.set_metadata(kSchemaVersionKey, std::to_string(kSchemaVersion));
  database.set_metadata(kAnalyzerVersionKey, std::to_string(text::Analyzer::kVersion));
  database.set_metadata(kFeaturesKey, StagesOf(analyzer->features()));
  database.set_metadata(kLanguageFingerprintKey, language_fingerprint);
  database.set_metadata(kBuiltAtKey, std::to_string(UnixSeconds()));
  database.set_metadata(kPlansKey, plans.SerializeAsString());
  database.set_metadata(kFacetsKey, facets.table().SerializeAsString());
  database.set_metadata(kSuggestionsKey, suggestions.Finish(*analyzer).SerializeAsString());
  database.set_metadata(kManifestKey, ToStored(manifest).SerializeAsString());
}

/// A database that grew has half its space free for growing, and nothing will be added to this one: without
/// that, less is read and kept by the system for every search. Docids stay in plan order.
absl::Status Writer::Impl::Compact() {
  const std::filesystem::path grown = folder.string() + ".grown";
  std::error_code error;
  std::filesystem::rename(folder, grown, error);
  if (error)
    return absl::InternalError(fmt::format("cannot rename {}: {}", folder.string(), error.message()));
  Xapian::Database(grown.string()).compact(folder.string(), Xapian::DBCOMPACT_NO_RENUMBER);
  std::filesystem::remove_all(grown, error);
  if (error) return absl::InternalError(fmt::format("cannot remove {}: {}", grown.string(), error.message()));
  return absl::OkStatus();
}

/// A full disk or a bad one shows here rather than in front of the users. `check` reads everything.
absl::Status Writer::Impl::ReadBack() const {
  const Xapian::Database written(folder.string());
  storage::PlanTable stored;
  storage::FacetTable stored_facets;
  storage::Manifest stored_manifest;
  if (written.get_doccount() != last_docid || !stored.ParseFromString(written.get_metadata(kPlansKey)) ||
      !stored_facets.ParseFromString(written.get_metadata(kFacetsKey)) ||
      !stored_manifest.ParseFromString(written.get_metadata(kManifestKey)) ||
      stored.plans_size() != plans.plans_size() || FromStored(stored_manifest) != manifest) {
    return absl::DataLossError(fmt::format("{}: what was written cannot be read back", folder.string()));
  }
  for (const storage::Plan& plan : stored.plans()) {
    if (plan.paragraph_count() == 0) continue;
    const auto record = ParseParagraph(written.get_document(plan.first_docid()).get_data());
    if (!record.ok()) return record.status();
  }
  return absl::OkStatus();
}

absl::StatusOr<Writer> Writer::Create(const std::filesystem::path& folder,
                                      std::shared_ptr<const text::Analyzer> analyzer,
                                      const std::string& language_fingerprint) {
  return GuardXapian(fmt::format("cannot create {}", folder.string()), [&]() -> absl::StatusOr<Writer> {
    auto impl = std::make_unique<Impl>();
    impl->folder = folder;
    impl->analyzer = std::move(analyzer);
    impl->language_fingerprint = language_fingerprint;
    // Nothing reads the database before its generation is published, which syncs it.
    impl->database = Xapian::WritableDatabase(folder.string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
    return Writer(std::move(impl));
  });
}

Writer::Writer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;
Writer::~Writer() = default;

absl::Status Writer::Add(const plan::Plan& plan) {
  if (absl::Status status = impl_->CheckPlan(plan); !status.ok()) return status;
  const absl::Status written =
      GuardXapian(fmt::format("cannot write plan {} to {}", plan.id, impl_->folder.string()), [&] {
        impl_->plan_ids.insert(plan.id);
        impl_->AddParagraphs(plan);
        return absl::OkStatus();
      });
  // Half a plan may be written by now: not a fault of the plan that its caller could go on without.
  return absl::IsInvalidArgument(written) ? absl::InternalError(written.message()) : written;
}

void Writer::SetManifest(Manifest manifest) { impl_->manifest = std::move(manifest); }

absl::Status Writer::Finish() {
  return GuardXapian(fmt::format("cannot finish {}", impl_->folder.string()), [&] {
    impl_->WriteMetadata();
    impl_->database.commit();
    impl_->database.close();
    const absl::Status compacted = impl_->Compact();
    return compacted.ok() ? impl_->ReadBack() : compacted;
  });
}

}  // namespace plansok::index
