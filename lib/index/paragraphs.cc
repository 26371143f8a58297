// Searcher's questions for paragraphs as they are stored: one, its neighbours, a plan.

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <utility>

#include "index/record.h"
#include "index/schema.h"
#include "index/searcher_impl.h"
#include "index/xapian_status.h"

namespace plansok::index {

absl::StatusOr<plan::Paragraph> Searcher::Impl::Fetch(Xapian::docid docid, std::string* plan_id) const {
  absl::StatusOr<StoredParagraph> stored = ParseParagraph(database.get_document(docid).get_data());
  if (!stored.ok()) return stored.status();
  if (stored->plan_number >= data.ranges.size()) {
    return absl::DataLossError("a stored paragraph belongs to no plan: the index is damaged");
  }
  *plan_id = data.ranges[stored->plan_number].id;
  return std::move(stored->paragraph);
}

/// 0 where there is no such paragraph.
Xapian::docid Searcher::Impl::Find(const std::string& plan_id, const std::string& paragraph_id) const {
  if (paragraph_id.empty()) return 0;
  const std::string term = NameTerm(plan_id, paragraph_id);
  const auto posting = database.postlist_begin(term);
  return posting == database.postlist_end(term) ? 0 : *posting;
}

absl::StatusOr<std::vector<plan::Paragraph>> Searcher::Impl::FetchRange(Xapian::docid first,
                                                                        Xapian::docid end,
                                                                        const Checkpoint& checkpoint) const {
  std::vector<plan::Paragraph> paragraphs;
  std::string plan_id;
  for (Xapian::docid docid = first; docid < end; ++docid) {
    if ((docid - first) % kFetchesBetweenChecks == 0) {
      if (absl::Status status = checkpoint(); !status.ok()) return status;
    }
    auto paragraph = Fetch(docid, &plan_id);
    if (!paragraph.ok()) return paragraph.status();
    paragraphs.push_back(*std::move(paragraph));
  }
  return paragraphs;
}

std::vector<std::uint32_t> Searcher::Impl::DocidsFrom(const Answered& answered, int offset,
                                                      std::size_t limit) const {
  const TupleFilter filter(data.facets, answered.selections);
  std::vector<std::uint32_t> docids(answered.answer->matches.cardinality());
  answered.answer->matches.toUint32Array(docids.data());
  if (!answered.selections.empty()) {
    std::vector<bool> passes(data.facets.tuple_count());
    for (const TupleCount& entry : answered.answer->histogram)
      passes[entry.tuple] = filter.Passes(entry.tuple);
    std::erase_if(docids, [&](std::uint32_t docid) { return !passes[data.tuple_of[docid]]; });
  }
  docids.erase(docids.begin(), docids.begin() + std::min<std::ptrdiff_t>(offset, std::ssize(docids)));
  docids.resize(std::min(docids.size(), limit));
  return docids;
}

absl::StatusOr<ParagraphInContext> Searcher::Get(const std::string& plan_id, const std::string& paragraph_id,
                                                 int neighbours, const Checkpoint& checkpoint) {
  if (neighbours < 0) return absl::InvalidArgumentError("the number of neighbours must not be negative");
  return GuardXapian("cannot read a paragraph", [&]() -> absl::StatusOr<ParagraphInContext> {
    const Xapian::docid docid = impl_->Find(plan_id, paragraph_id);
    if (docid == 0) {
      return absl::NotFoundError(fmt::format("there is no paragraph {} in plan {}", paragraph_id, plan_id));
    }
    if (absl::Status status = checkpoint(); !status.ok()) return status;
    const PlanRange& range = impl_->data.ranges[impl_->data.plan_number_of.at(plan_id)];
    const auto reach = static_cast<Xapian::docid>(neighbours);
    const Xapian::docid first = docid - std::min(reach, docid - range.first);
    const Xapian::docid end = docid + 1 + std::min(reach, range.first + range.count - docid - 1);
    auto before = impl_->FetchRange(first, docid, checkpoint);
    auto after = impl_->FetchRange(docid + 1, end, checkpoint);
    ParagraphInContext context;
    auto paragraph = impl_->Fetch(docid, &context.plan_id);
    for (const absl::Status& status : {before.status(), after.status(), paragraph.status()}) {
      if (!status.ok()) return status;
    }
    context.paragraph = *std::move(paragraph);
    context.before = *std::move(before);
    context.after = *std::move(after);
    const Xapian::docid counterpart = impl_->Find(plan_id, context.paragraph.counterpart_id);
    if (counterpart == 0) return context;
    auto other = impl_->Fetch(counterpart, &context.plan_id);
    if (!other.ok()) return other.status();
    context.counterpart = *std::move(other);
    return context;
  });
}

absl::StatusOr<plan::Plan> Searcher::LoadPlan(const std::string& plan_id, const Checkpoint& checkpoint) {
  return GuardXapian("cannot read a plan", [&]() -> absl::StatusOr<plan::Plan> {
    const auto number = impl_->data.plan_number_of.find(plan_id);
    if (number == impl_->data.plan_number_of.end()) {
      return absl::NotFoundError(fmt::format("there is no plan {}", plan_id));
    }
    const auto& plans = impl_->snapshot->plans();
    const auto summary = std::find_if(plans.begin(), plans.end(), [&](const PlanSummary& candidate) {
      return candidate.plan.id == plan_id;
    });
    plan::Plan plan = summary->plan;
    const PlanRange& range = impl_->data.ranges[number->second];
    auto paragraphs = impl_->FetchRange(range.first, range.first + range.count, checkpoint);
    if (!paragraphs.ok()) return paragraphs.status();
    plan.paragraphs = *std::move(paragraphs);
    return plan;
  });
}

}  // namespace plansok::index
