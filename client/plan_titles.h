/// The titles of the plans that an answer speaks of.
#ifndef PLANSOK_CLIENT_PLAN_TITLES_H_
#define PLANSOK_CLIENT_PLAN_TITLES_H_

#include "absl/status/statusor.h"
#include "client/format.h"
#include "client/rpc.h"

namespace plansok::client {

/// One call for each different plan, until one fails: an answer is not lost for want of a title, and plans
/// whose titles are not there are called by their names.
PlanTitles TitlesOf(const Rpc& rpc, const google::protobuf::RepeatedPtrField<v1::Hit>& hits);
PlanTitles TitlesOf(const Rpc& rpc, const v1::GetParagraphResponse& response);

/// Of all plans there are.
absl::StatusOr<PlanTitles> AllTitles(const Rpc& rpc);

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_PLAN_TITLES_H_
