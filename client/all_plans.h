/// Every plan that a server has.
#ifndef PLANSOK_CLIENT_ALL_PLANS_H_
#define PLANSOK_CLIENT_ALL_PLANS_H_

#include "absl/status/statusor.h"
#include "client/rpc.h"

namespace plansok::client {

/// The plans of all pages as one answer, without a token. Errors are those of the call.
absl::StatusOr<v1::ListPlansResponse> AllPlans(const Rpc& rpc);

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_ALL_PLANS_H_
