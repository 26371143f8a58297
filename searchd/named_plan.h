/// Plans by what people call them.
#ifndef PLANSOK_SEARCHD_NAMED_PLAN_H_
#define PLANSOK_SEARCHD_NAMED_PLAN_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "index/reader.h"

namespace plansok::searchd {

/// The plan of that id, or else the one that index::Snapshot::FindValues() finds; it lives in `snapshot`.
/// NotFound: as PlanNotFound().
absl::StatusOr<const index::PlanSummary*> FindPlan(const index::Snapshot& snapshot, const std::string& text);

/// NotFound with the plan that is called most like `id`.
absl::Status PlanNotFound(const index::Snapshot& snapshot, const std::string& id);

}  // namespace plansok::searchd

#endif  // PLANSOK_SEARCHD_NAMED_PLAN_H_
