/// What a failed call means to the person at the keyboard. The one place that turns gRPC's statuses into
/// messages.
#ifndef PLANSOK_CLIENT_RPC_STATUS_H_
#define PLANSOK_CLIENT_RPC_STATUS_H_

#include <grpcpp/support/status.h>

#include <chrono>
#include <string>

#include "absl/status/status.h"
#include "client/exit_code.h"

namespace plansok::client {

/// `status`, which is not OK, as a message of one printable line: the server's own words and the fields it
/// names, or, where no server spoke, which address was tried and why it failed. Source: AIP-193 and
/// google/rpc/error_details.proto.
absl::Status ExplainStatus(const grpc::Status& status, const std::string& address,
                           std::chrono::milliseconds timeout);

/// How the program ends after a failure.
ExitCode ExitCodeOf(const absl::Status& failure);

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_RPC_STATUS_H_
