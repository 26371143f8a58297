// Searcher's export: everything that a query matches, in parts.

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "index/docset.h"
#include "index/searcher_impl.h"
#include "index/xapian_status.h"

namespace plansok::index {

/// A bitmap, because many exports may run at once, and some wait long for their readers.
struct ExportCursor::Rest {
  explicit Rest(const std::vector<std::uint32_t>& all)
      : docids(all.size(), all.data()), next(docids.begin()) {}

  const DocSet docids;
  DocSet::const_iterator next;  // never at the end
};

ExportCursor::ExportCursor() = default;
ExportCursor::ExportCursor(ExportCursor&&) noexcept = default;
ExportCursor& ExportCursor::operator=(ExportCursor&&) noexcept = default;
ExportCursor::~ExportCursor() = default;

bool ExportCursor::done() const { return rest_ == nullptr; }

absl::StatusOr<Exported> Searcher::Export(const ExportRequest& request, const Sink& sink,
                                          const Checkpoint& checkpoint) {
  return GuardXapian("cannot export", [&]() -> absl::StatusOr<Exported> {
    const auto answered = impl_->Ask(request.query, request.correct, request.filters, checkpoint);
    if (!answered.ok()) return answered.status();
    auto notes = impl_->NotesOf(request.query, *answered, checkpoint);
    if (!notes.ok()) return notes.status();
    const std::vector<std::uint32_t> docids = impl_->DocidsFrom(*answered, 0, SIZE_MAX);
    Exported exported;
    exported.total = static_cast<int>(docids.size());
    exported.corrected_query = CorrectedLine(request.query.line, answered->corrected.corrections);
    exported.dropped_words = impl_->DroppedWords(*answered);
    exported.notes = *std::move(notes);
    if (!docids.empty()) exported.rest.rest_ = std::make_unique<ExportCursor::Rest>(docids);
    if (absl::Status status = ExportRest(exported.rest, sink, checkpoint); !status.ok()) return status;
    return exported;
  });
}

absl::Status Searcher::ExportRest(ExportCursor& rest, const Sink& sink, const Checkpoint& checkpoint) {
  return GuardXapian("cannot export", [&]() -> absl::Status {
    std::uint32_t fetched = 0;
    std::string plan_id;
    for (bool wanted = true; wanted && !rest.done();) {
      if (fetched++ % kFetchesBetweenChecks == 0) {
        if (absl::Status status = checkpoint(); !status.ok()) return status;
      }
      ExportCursor::Rest& left = *rest.rest_;
      const auto paragraph = impl_->Fetch(*left.next, &plan_id);
      if (!paragraph.ok()) return paragraph.status();
      wanted = sink(plan_id, *paragraph);
      if (++left.next == left.docids.end()) rest.rest_.reset();
    }
    return absl::OkStatus();
  });
}

}  // namespace plansok::index
