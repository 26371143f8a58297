#include "client/rpc_status.h"

#include <fmt/format.h>

#include <string_view>

#include "client/terminal.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/error_info.pb.h"
#include "google/rpc/status.pb.h"

namespace plansok::client {
namespace {

// The detail of one type, empty where the status has none.
template <typename Detail>
Detail DetailOf(const google::rpc::Status& status) {
  Detail detail;
  for (const auto& any : status.details()) {
    if (any.Is<Detail>() && any.UnpackTo(&detail)) break;
  }
  return detail;
}

// "message (field: what is wrong; field: ...)"; what the message says already is not said again.
std::string WithViolations(std::string message, const google::rpc::BadRequest& request) {
  std::string violations;
  for (const auto& violation : request.field_violations()) {
    if (message.find(violation.description()) != std::string::npos) continue;
    if (!violations.empty()) violations += "; ";
    violations += fmt::format("{}: {}", violation.field(), violation.description());
  }
  return violations.empty() ? message : fmt::format("{} ({})", message, violations);
}

// gRPC chains its reasons, the root of them last: "failed to connect to all addresses; ...: Connection
// refused".
std::string_view RootCause(std::string_view message) {
  const std::size_t last = message.rfind(": ");
  return last == std::string_view::npos ? message : message.substr(last + 2);
}

std::string MessageOf(const grpc::Status& status, const google::rpc::Status& details,
                      const std::string& address, std::chrono::milliseconds timeout) {
  const bool server_spoke = !DetailOf<google::rpc::ErrorInfo>(details).domain().empty();
  const std::string& message = status.error_message();
  switch (status.error_code()) {
    case grpc::StatusCode::UNAVAILABLE:
      if (server_spoke) break;
      // What gRPC makes of a peer that ends the connection in another protocol.
      if (RootCause(message) == "OK")
        return fmt::format("what listens at {} is no plansok-searchd: see --server and PLANSOK_SERVER",
                           address);
      return fmt::format(
          "cannot reach {}: {}. Start plansok-searchd there, or name another with --server or PLANSOK_SERVER",
          address, RootCause(message));
    case grpc::StatusCode::DEADLINE_EXCEEDED:
      return fmt::format("{} did not answer within {} s (--timeout waits longer)", address,
                         std::chrono::duration<double>(timeout).count());
    case grpc::StatusCode::UNIMPLEMENTED:
      return fmt::format("the server at {} does not know this: {}", address, message);
    default:
      break;
  }
  const std::string whole = WithViolations(message, DetailOf<google::rpc::BadRequest>(details));
  return whole.empty() ? fmt::format("{} answered with error {}", address, status.error_code()) : whole;
}

// The reason of the contract for a page token that a new index has made worthless, through no fault of the
// caller.
constexpr std::string_view kPageTokenExpired = "PAGE_TOKEN_EXPIRED";

}  // namespace

absl::Status ExplainStatus(const grpc::Status& status, const std::string& address,
                           std::chrono::milliseconds timeout) {
  google::rpc::Status details;
  details.ParseFromString(status.error_details());
  if (DetailOf<google::rpc::ErrorInfo>(details).reason() == kPageTokenExpired) {
    return absl::AbortedError("the index was rebuilt between two pages: try again");
  }
  const std::string message = MessageOf(status, details, address, timeout);
  return {static_cast<absl::StatusCode>(status.error_code()), Printable(message)};
}

ExitCode ExitCodeOf(const absl::Status& failure) {
  switch (failure.code()) {
    case absl::StatusCode::kInvalidArgument:
    case absl::StatusCode::kOutOfRange:
      return ExitCode::kWrongUse;
    case absl::StatusCode::kNotFound:
      return ExitCode::kNone;
    default:
      return ExitCode::kTrouble;
  }
}

}  // namespace plansok::client
