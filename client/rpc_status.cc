#include "client/rpc_status.h"

#include <fmt/format.h>

#include <string_view>

#include "absl/strings/numbers.h"
#include "client/flags.h"
#include "client/terminal.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/error_info.pb.h"
#include "google/rpc/status.pb.h"
#include "plansok/v1/plan.pb.h"

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

// ErrorInfo.metadata of the contract: how many violations there are, told or not.
constexpr const char* kViolationCount = "violationCount";

// How to see what might have been typed; "" where the server offers some: then it ends in a question.
std::string WhereToLook(std::string_view field, std::string_view said) {
  const std::string command = CommandThatLists(field);
  if (command.empty() || said.ends_with('?')) return "";
  return fmt::format(" (all there are: {})", command);
}

// "--year: '20x' is no year; --committee: ...; and 3 more", what is wrong in a person's own terms.
std::string Violations(const google::rpc::BadRequest& request, const google::rpc::ErrorInfo& info) {
  std::string text;
  for (const auto& violation : request.field_violations()) {
    text += fmt::format("{}{}: {}{}", text.empty() ? "" : "; ", NameOnCommandLine(violation.field()),
                        violation.description(), WhereToLook(violation.field(), violation.description()));
  }
  const auto stated = info.metadata().find(kViolationCount);
  int count = 0;
  if (stated == info.metadata().end() || !absl::SimpleAtoi(stated->second, &count)) return text;
  const int more = count - request.field_violations_size();
  return more > 0 ? fmt::format("{}; and {} more", text, more) : text;
}

// A plan that is not there is a value that cannot be, wherever it was named.
bool IsUnknownPlan(const google::rpc::Status& details) {
  return details.code() == static_cast<int>(grpc::StatusCode::NOT_FOUND) &&
         DetailOf<google::rpc::ResourceInfo>(details).resource_type() == v1::Plan::descriptor()->full_name();
}

// gRPC chains its reasons, the root of them last: "failed to connect to all addresses; ...: Connection
// refused".
std::string_view RootCause(std::string_view message) {
  const std::size_t last = message.rfind(": ");
  return last == std::string_view::npos ? message : message.substr(last + 2);
}

std::string MessageOf(const grpc::Status& status, const google::rpc::Status& details,
                      const std::string& address, std::chrono::milliseconds timeout) {
  const auto info = DetailOf<google::rpc::ErrorInfo>(details);
  const bool server_spoke = !info.domain().empty();
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
  if (message.empty()) return fmt::format("{} answered with error {}", address, status.error_code());
  const auto bad_request = DetailOf<google::rpc::BadRequest>(details);
  if (!bad_request.field_violations().empty()) return Violations(bad_request, info);
  if (IsUnknownPlan(details)) return message + WhereToLook("plans", message);
  return server_spoke ? message : fmt::format("{}: {}", address, message);
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
  if (IsUnknownPlan(details)) return absl::InvalidArgumentError(Printable(message));
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
