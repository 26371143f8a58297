#include "indexer/corpus_reader.h"

#include <algorithm>
#include <utility>

#include "indexer/stop.h"
#include "plan/reader.h"

namespace plansok::indexer {

std::string RunningText(const plan::Plan& plan) {
  std::string text;
  for (const plan::Paragraph& paragraph : plan.paragraphs) text.append(paragraph.text).push_back('\n');
  return text;
}

namespace {

const index::SourceFile* FindName(const index::Manifest& manifest, const std::string& name) {
  const auto entry = std::ranges::lower_bound(manifest.files, name, {}, &index::SourceFile::name);
  return entry == manifest.files.end() || entry->name != name ? nullptr : &*entry;
}

/// The entry of the same name and bytes; null where there is none. An unreadable file has no bytes to go by,
/// so its error must be the same.
const index::SourceFile* FindEntry(const index::Manifest& manifest, const CorpusFile& file) {
  const index::SourceFile* entry = FindName(manifest, file.name);
  if (entry == nullptr) return nullptr;
  const bool same = file.digest.empty() ? entry->error == file.error : entry->digest == file.digest;
  return same ? entry : nullptr;
}

}  // namespace

bool Unchanged(const index::Manifest& manifest, const std::vector<CorpusFile>& files) {
  return files.size() == manifest.files.size() && std::ranges::all_of(files, [&](const CorpusFile& file) {
           return FindEntry(manifest, file) != nullptr;
         });
}

const index::SourceFile* CorpusReader::KnownEntry(const CorpusFile& file) const {
  return reuse_ ? FindEntry(previous_->snapshot().manifest(), file) : nullptr;
}

/// False where the file has to be read: it is new or changed, it was left out (perhaps for another file's
/// sake, which may be gone), its repair depends on the others, or the current generation cannot give it back.
bool CorpusReader::TakeOver(Source* source) {
  const index::SourceFile* entry = KnownEntry(source->file);
  if (entry == nullptr || entry->damaged || entry->plan_id.empty()) return false;
  absl::StatusOr<plan::Plan> plan = previous_->LoadPlan(entry->plan_id, CheckStop);
  if (!plan.ok()) return false;
  source->entry = *entry;
  source->plan = *std::move(plan);
  source->taken_over = true;
  return true;
}

/// A plan whose sidecar is at fault stays as it was when it was last read.
void CorpusReader::KeepLastCopy(Source* source) {
  if (previous_ == nullptr) return;
  const index::SourceFile* entry = FindName(previous_->snapshot().manifest(), source->file.name);
  if (entry == nullptr || entry->plan_id.empty()) return;
  absl::StatusOr<plan::Plan> plan = previous_->LoadPlan(entry->plan_id, CheckStop);
  if (!plan.ok()) return;
  source->entry.plan_id = entry->plan_id;
  source->plan = *std::move(plan);
}

void CorpusReader::ReadFile(const text::OcrRepairer* repairer, Source* source) {
  source->entry = {source->file.name, source->file.digest, {}, source->file.error, {}, false};
  source->plan.reset();
  if (!source->entry.error.empty()) return;
  const plan::PlanReader reader(ingredients_.vocabulary, repairer);
  absl::StatusOr<plan::ReadPlan> read = reader.Read(source->file.path, source->file.name);
  if (!read.ok()) {
    source->entry.error = std::string(read.status().message());
    if (absl::IsFailedPrecondition(read.status())) KeepLastCopy(source);
    return;
  }
  source->entry.warnings = std::move(read->warnings);
  source->entry.plan_id = read->plan.id;
  source->plan = std::move(read->plan);
}

/// Reads every file without repair, notes which are damaged, and learns from the others.
absl::Status CorpusReader::ReadSound(std::vector<Source>* sources) {
  std::size_t done = 0;
  for (Source& source : *sources) {
    if (absl::Status status = CheckStop(); !status.ok()) return status;
    progress_->Show("reading", done++, sources->size());
    if (!TakeOver(&source)) ReadFile(nullptr, &source);
    if (!source.plan) continue;
    const std::string text = RunningText(*source.plan);
    source.entry.damaged = !source.taken_over && repairer_->Assess(text).repairable;
    if (!source.entry.damaged) repairer_->Learn(text);
  }
  return absl::OkStatus();
}

absl::Status CorpusReader::ReadDamaged(std::vector<Source>* sources) {
  for (Source& source : *sources) {
    if (!source.entry.damaged) continue;
    if (absl::Status status = CheckStop(); !status.ok()) return status;
    progress_->Show("repairing", 0, 0);
    ReadFile(repairer_.get(), &source);
    source.entry.damaged = true;
  }
  return absl::OkStatus();
}

absl::StatusOr<std::vector<Source>> CorpusReader::Read(const std::vector<CorpusFile>& files) {
  auto repairer = text::OcrRepairer::Load(ingredients_.data_dir, ingredients_.language);
  if (!repairer.ok()) return repairer.status();
  repairer_ = *std::move(repairer);
  std::vector<Source> sources;
  for (const CorpusFile& file : files) sources.push_back({file, {}, {}, false});
  if (absl::Status status = ReadSound(&sources); !status.ok()) return status;
  if (absl::Status status = ReadDamaged(&sources); !status.ok()) return status;
  return sources;
}

}  // namespace plansok::indexer
