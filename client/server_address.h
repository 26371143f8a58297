/// The server's address as people type it.
#ifndef PLANSOK_CLIENT_SERVER_ADDRESS_H_
#define PLANSOK_CLIENT_SERVER_ADDRESS_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace plansok::client {

/// "localhost" into "localhost:50051", "::1" into "[::1]:50051": gRPC's own default port is another. A target
/// of gRPC's own naming ("unix:/run/plansok", "dns:///host:1") stays as it is. Errors: InvalidArgument for
/// what cannot be an address. Source: https://github.com/grpc/grpc/blob/master/doc/naming.md
absl::StatusOr<std::string> ServerAddress(std::string_view typed);

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_SERVER_ADDRESS_H_
