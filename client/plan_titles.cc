#include "client/plan_titles.h"

#include "client/all_plans.h"

namespace plansok::client {
namespace {

void AddTitle(const Rpc& rpc, const std::string& plan, PlanTitles& titles) {
  if (titles.contains(plan)) return;
  v1::GetPlanRequest request;
  request.set_name(plan);
  const auto answer = rpc.GetPlan(request);
  titles[plan] = answer.ok() && !answer->title().empty() ? answer->title() : plan;
}

}  // namespace

PlanTitles TitlesOf(const Rpc& rpc, const v1::SearchResponse& response) {
  PlanTitles titles;
  for (const v1::Hit& hit : response.hits()) AddTitle(rpc, hit.paragraph().plan(), titles);
  return titles;
}

PlanTitles TitlesOf(const Rpc& rpc, const v1::FindSimilarResponse& response) {
  PlanTitles titles;
  for (const v1::Hit& hit : response.hits()) AddTitle(rpc, hit.paragraph().plan(), titles);
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
