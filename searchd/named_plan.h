/// Plans by what people call them.
#ifndef PLANSOK_SEARCHD_NAMED_PLAN_H_
#define PLANSOK_SEARCHD_NAMED_PLAN_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "index/checkpoint.h"
#include "index/reader.h"

namespace plansok::searchd {

/// ResourceInfo.resource_type of what is said of plans.
inline constexpr std::string_view kPlanType = "plansok.v1.Plan";

/// ResourceInfo.resource_name where any plan of several would have done (AIP-159).
inline constexpr std::string_view kAnyPlan = "plans/-";

/// The plan of that id, which lives in `snapshot`; null where there is none.
const index::PlanSummary* PlanOfId(const index::Snapshot& snapshot, std::string_view id);

/// NotFound with the plan that is called most like `id`. The checkpoint's status ends it.
absl::Status PlanNotFound(const index::Snapshot& snapshot, const std::string& id,
                          const index::Checkpoint& checkpoint);

/// "2 plans are called "Verksamhetsplan": name one by its id, "a" or "b"".
std::string SeveralPlans(std::string_view text, const std::vector<std::string>& ids);

}  // namespace plansok::searchd

#endif  // PLANSOK_SEARCHD_NAMED_PLAN_H_
