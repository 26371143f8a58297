#include "searchd/named_plan.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "query/notes.h"
#include "searchd/resource_name.h"
#include "searchd/status.h"

namespace plansok::searchd {
namespace {

/// What a lookup that found no plan says; a lookup that was stopped says why.
absl::Status NotFound(const std::string& id, const absl::Status& status) {
  if (!absl::IsInvalidArgument(status)) return status;
  return ResourceNotFound(kPlanType, PlanResource(id), std::string(status.message()));
}

}  // namespace

const index::PlanSummary* PlanOfId(const index::Snapshot& snapshot, std::string_view id) {
  const std::vector<index::PlanSummary>& plans = snapshot.plans();
  const auto found = std::lower_bound(
      plans.begin(), plans.end(), id,
      [](const index::PlanSummary& plan, std::string_view wanted) { return plan.plan.id < wanted; });
  return found != plans.end() && found->plan.id == id ? &*found : nullptr;
}

std::string SeveralPlans(std::string_view text, const std::vector<std::string>& ids) {
  constexpr std::size_t kMostShown = 3;  // ids are long
  const std::size_t shown = std::min(ids.size(), kMostShown);
  std::vector<std::string> named;
  for (std::size_t i = 0; i < shown; ++i) named.push_back(fmt::format("\"{}\"", ids[i]));
  return fmt::format("{} plans are called \"{}\": name one by its id, {}{}", ids.size(), query::Shown(text),
                     fmt::join(named, " or "), shown < ids.size() ? " …" : "");
}

absl::Status PlanNotFound(const index::Snapshot& snapshot, const std::string& id,
                          const index::Checkpoint& checkpoint) {
  const auto meant = snapshot.FindValues(query::Field::kPlan, id, checkpoint);
  if (!meant.ok()) return NotFound(id, meant.status());
  const std::string name = PlanResource(id);
  return ResourceNotFound(
      kPlanType, name,
      fmt::format("{} does not exist in this index; menade du {}?", name, PlanResource(meant->front())));
}

}  // namespace plansok::searchd
