#include "searchd/named_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "searchd/resource_name.h"
#include "searchd/status.h"

namespace plansok::searchd {
namespace {

constexpr std::string_view kPlanType = "plansok.v1.Plan";

const index::PlanSummary* PlanOfId(const index::Snapshot& snapshot, const std::string& id) {
  const std::vector<index::PlanSummary>& plans = snapshot.plans();
  const auto found = std::find_if(plans.begin(), plans.end(),
                                  [&id](const index::PlanSummary& plan) { return plan.plan.id == id; });
  return found == plans.end() ? nullptr : &*found;
}

}  // namespace

absl::StatusOr<const index::PlanSummary*> FindPlan(const index::Snapshot& snapshot, const std::string& text) {
  if (const index::PlanSummary* plan = PlanOfId(snapshot, text)) return plan;
  const auto meant = snapshot.FindValues(query::Field::kPlan, text);
  if (meant.ok() && meant->size() == 1) return PlanOfId(snapshot, meant->front());
  return PlanNotFound(snapshot, text);
}

absl::Status PlanNotFound(const index::Snapshot& snapshot, const std::string& id) {
  const auto meant = snapshot.FindValues(query::Field::kPlan, id);
  const std::string name = PlanResource(id);
  if (!meant.ok()) {
    return ResourceNotFound(kPlanType, name,
                            fmt::format("{}: {}", name, std::string(meant.status().message())));
  }
  return ResourceNotFound(
      kPlanType, name,
      fmt::format("{} does not exist in this index; did you mean {}?", name, PlanResource(meant->front())));
}

}  // namespace plansok::searchd
