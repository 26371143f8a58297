/// "Did you mean" for the names of plans, which only the server knows.
#ifndef PLANSOK_CLIENT_NEAREST_PLAN_H_
#define PLANSOK_CLIENT_NEAREST_PLAN_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "client/rpc.h"

namespace plansok::client {

/// `failure`, and where it is NotFound, the plan that is called most like the first of `names` that no plan
/// has.
absl::Status WithNearestPlan(const Rpc& rpc, const absl::Status& failure,
                             const std::vector<std::string>& names);

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_NEAREST_PLAN_H_
