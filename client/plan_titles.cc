#include "client/plan_titles.h"

#include "client/all_plans.h"

namespace plansok::client {
namespace {

// False where the server does not answer with it.
bool AddTitle(const Rpc& rpc, const std::string& plan, PlanTitles& titles) {
  if (titles.contains(plan)) return true;
  v1::GetPlanRequest request;
  request.set_name(plan);
  const auto answer = rpc.GetPlan(request);
  if (answer.ok()) titles[plan] = TitleOf(*answer);
  return answer.ok();
}

}  // namespace

PlanTitles TitlesOf(const Rpc& rpc, const google::protobuf::RepeatedPtrField<v1::Hit>& hits) {
  PlanTitles titles;
  for (const v1::Hit& hit : hits) {
    // A server that hangs would be waited for once for each plan.
    if (!AddTitle(rpc, hit.paragraph().plan(), titles)) break;
  }
  return titles;
}

PlanTitles TitlesOf(const Rpc& rpc, const v1::GetParagraphResponse& response) {
  PlanTitles titles;
  AddTitle(rpc, response.paragraph().plan(), titles);
  return titles;
}

absl::StatusOr<PlanTitles> AllTitles(const Rpc& rpc) {
  const auto all = AllPlans(rpc);
  if (!all.ok()) return all.status();
  PlanTitles titles;
  for (const v1::Plan& plan : all->plans()) titles[plan.name()] = TitleOf(plan);
  return titles;
}

}  // namespace plansok::client
