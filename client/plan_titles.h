/// The titles of the plans that an answer speaks of.
#ifndef PLANSOK_CLIENT_PLAN_TITLES_H_
#define PLANSOK_CLIENT_PLAN_TITLES_H_

#include "absl/status/statusor.h"
#include "client/format.h"
#include "client/rpc.h"

namespace plansok::client {

/// One call for each different plan. Where a title cannot be had, the name stands for it: an
/// answer is not lost for want of a title.
PlanTitles TitlesOf(const Rpc& rpc, const v1::SearchResponse& response);
PlanTitles TitlesOf(const Rpc& rpc, const v1::FindSimilarResponse& response);
PlanTitles TitlesOf(const Rpc& rpc, const v1::GetParagraphResponse& response);

/// Of all plans there are.
absl::StatusOr<PlanTitles> AllTitles(const Rpc& rpc);

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_PLAN_TITLES_H_
