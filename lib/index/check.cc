#include "index/check.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "index/checksums.h"
#include "index/facet_tuples.h"
#include "index/record.h"
#include "index/schema.h"
#include "index/snapshot.h"
#include "index/xapian_status.h"

namespace plansok::index {

/// Compares what is stored in several places about each paragraph.
class GenerationChecker {
 public:
  explicit GenerationChecker(const Snapshot::Impl& data)
      : data_(data), database_(data.generation.database().string()) {}

  static absl::StatusOr<IndexInfo> Check(const Generation& generation) {
    // First: Xapian may crash on a damaged file.
    if (absl::Status status = VerifyChecksums(generation.folder); !status.ok()) return status;
    if (absl::Status status = CheckDatabase(generation); !status.ok()) return status;
    const auto snapshot = Snapshot::Open(generation);
    if (!snapshot.ok()) return snapshot.status();
    if (absl::Status status = GenerationChecker(*(*snapshot)->impl_).CheckPlans(); !status.ok())
      return status;
    return (*snapshot)->info();
  }

 private:
  static absl::Status CheckDatabase(const Generation& generation) {
    std::ostringstream findings;
    if (Xapian::Database::check(generation.database().string(), 0, &findings) == 0) return absl::OkStatus();
    return absl::DataLossError(fmt::format("{}: {}", generation.database().string(), findings.str()));
  }

  absl::Status CheckPlans() const {
    Xapian::docid next = 1;
    for (const PlanSummary& summary : InDocidOrder()) {
      const PlanRange& range = data_.ranges[data_.plan_number_of.at(summary.plan.id)];
      if (range.first != next) return Fault(next, "is in no plan, or in two");
      for (; next < range.first + range.count; ++next) {
        if (absl::Status status = CheckParagraph(summary.plan, next); !status.ok()) return status;
      }
    }
    return next == database_.get_lastdocid() + 1 ? absl::OkStatus() : Fault(next, "is in no plan");
  }

  std::vector<PlanSummary> InDocidOrder() const {
    std::vector<PlanSummary> plans = data_.plans;
    std::sort(plans.begin(), plans.end(), [&](const PlanSummary& a, const PlanSummary& b) {
      return data_.plan_number_of.at(a.plan.id) < data_.plan_number_of.at(b.plan.id);
    });
    return plans;
  }

  absl::Status CheckParagraph(const plan::Plan& plan, Xapian::docid docid) const {
    const Xapian::Document document = database_.get_document(docid);
    const absl::StatusOr<StoredParagraph> stored = ParseParagraph(document.get_data());
    if (!stored.ok()) return Fault(docid, "has a record that cannot be read");
    if (data_.plan_number_of.at(plan.id) != stored->plan_number) return Fault(docid, "is of another plan");
    const std::vector<FacetEntry> entries = FacetEntriesOf(plan, stored->paragraph);
    std::vector<std::string> terms = {NameTerm(plan.id, stored->paragraph.id)};
    std::vector<std::uint32_t> values;
    for (const FacetEntry& entry : entries) {
      terms.push_back(Term(FilterPrefix(entry.field), entry.value));
      const auto number = data_.facets.Find(entry.field, entry.value);
      if (!number) return Fault(docid, fmt::format("has the uncounted value {}", entry.value));
      values.push_back(*number);
    }
    std::sort(values.begin(), values.end());
    const auto tuple = data_.facets.tuple(data_.tuple_of[docid]);
    if (!std::equal(tuple.begin(), tuple.end(), values.begin(), values.end())) {
      return Fault(docid, "counts under other values than it has");
    }
    return CheckTerms(document, docid, terms);
  }

  absl::Status CheckTerms(const Xapian::Document& document, Xapian::docid docid,
                          const std::vector<std::string>& terms) const {
    for (const std::string& term : terms) {
      auto found = document.termlist_begin();
      found.skip_to(term);
      if (found == document.termlist_end() || *found != term) {
        return Fault(docid, fmt::format("lacks the term {}", term));
      }
    }
    return absl::OkStatus();
  }

  absl::Status Fault(Xapian::docid docid, const std::string& what) const {
    return absl::DataLossError(
        fmt::format("{}: paragraph {} {}", data_.generation.folder.string(), docid, what));
  }

  const Snapshot::Impl& data_;
  Xapian::Database database_;
};

absl::StatusOr<IndexInfo> CheckGeneration(const Generation& generation) {
  return GuardXapian(fmt::format("cannot check {}", generation.folder.string()),
                     [&] { return GenerationChecker::Check(generation); });
}

}  // namespace plansok::index
