#include "client/nearest_plan.h"

#include <fmt/format.h>

#include <string_view>

#include "client/plan_titles.h"
#include "client/suggestion.h"

namespace plansok::client {

absl::Status WithNearestPlan(const Rpc& rpc, const absl::Status& failure,
                             const std::vector<std::string>& names) {
  if (failure.code() != absl::StatusCode::kNotFound) return failure;
  const auto titles = AllTitles(rpc);
  if (!titles.ok()) return failure;
  std::vector<std::string_view> plans;
  for (const auto& [plan, title] : *titles) plans.push_back(plan);
  for (const std::string& name : names) {
    if (titles->contains(name)) continue;
    const std::string nearest = Nearest(name, plans);
    if (nearest.empty()) return failure;
    return absl::NotFoundError(
        fmt::format("{}: did you mean {}?",
                    std::string_view(failure.message().data(), failure.message().size()), nearest));
  }
  return failure;
}

}  // namespace plansok::client
