#include "searchd/status.h"

#include <fmt/format.h>
#include <google/protobuf/message.h>

#include <algorithm>
#include <utility>

#include "absl/strings/cord.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/error_info.pb.h"
#include "google/rpc/status.pb.h"

namespace plansok::searchd {
namespace {

constexpr std::string_view kTypeUrlPrefix = "type.googleapis.com/";

std::string TypeUrl(const google::protobuf::Message& detail) {
  return fmt::format("{}{}", kTypeUrlPrefix, detail.GetDescriptor()->full_name());
}

void Attach(absl::Status& status, const google::protobuf::Message& detail) {
  status.SetPayload(TypeUrl(detail), absl::Cord(detail.SerializeAsString()));
}

google::rpc::ErrorInfo ErrorInfoOf(std::string_view reason) {
  google::rpc::ErrorInfo info;
  info.set_reason(std::string(reason));
  info.set_domain(std::string(kErrorDomain));
  return info;
}

void AttachErrorInfo(absl::Status& status, std::string_view reason) { Attach(status, ErrorInfoOf(reason)); }

void AttachBadRequest(absl::Status& status, const std::vector<FieldViolation>& violations) {
  google::rpc::BadRequest bad_request;
  for (const FieldViolation& violation : violations) {
    auto* field = bad_request.add_field_violations();
    field->set_field(violation.field);
    field->set_description(violation.description);
  }
  Attach(status, bad_request);
}

constexpr std::size_t kMaxDescription = 400;  // bytes; room for three names to choose from

/// At most kMaxDescription bytes of whole characters.
std::string Shortened(std::string_view text) {
  if (text.size() <= kMaxDescription) return std::string(text);
  std::size_t end = kMaxDescription;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return fmt::format("{}…", text.substr(0, end));
}

/// The first of `violations`, shortened, as many as may be told; at least one.
std::vector<FieldViolation> Told(const std::vector<FieldViolation>& violations) {
  std::vector<FieldViolation> told;
  std::size_t bytes = 0;
  for (const FieldViolation& violation : violations) {
    FieldViolation shortened = {Shortened(violation.field), Shortened(violation.description)};
    bytes += shortened.field.size() + shortened.description.size();
    if (told.size() == kMaxViolations || (!told.empty() && bytes > kMaxViolationBytes)) break;
    told.push_back(std::move(shortened));
  }
  return told;
}

/// "page_size: too large; query: too long; and 7 more"
std::string Joined(const std::vector<FieldViolation>& told, std::size_t count) {
  std::string message;
  std::size_t joined = 0;
  for (const FieldViolation& violation : told) {
    std::string next = fmt::format("{}: {}", violation.field, violation.description);
    if (joined > 0 && message.size() + next.size() > kMaxMessageBytes) break;
    message += (joined++ > 0 ? "; " : "") + std::move(next);
  }
  return joined < count ? fmt::format("{}; and {} more", message, count - joined) : message;
}

std::string_view CommonReason(const std::vector<FieldViolation>& violations) {
  const std::string_view first = violations.front().reason;
  const bool common = std::all_of(violations.begin(), violations.end(),
                                  [first](const FieldViolation& other) { return other.reason == first; });
  return common ? first : reason::kInvalidField;
}

}  // namespace

absl::Status InvalidFields(const std::vector<FieldViolation>& violations) {
  const std::vector<FieldViolation> told = Told(violations);
  absl::Status status = absl::InvalidArgumentError(Joined(told, violations.size()));
  google::rpc::ErrorInfo info = ErrorInfoOf(CommonReason(violations));
  (*info.mutable_metadata())[std::string(kViolationCount)] = std::to_string(violations.size());
  Attach(status, info);
  AttachBadRequest(status, told);
  return status;
}

absl::Status ResourceNotFound(std::string_view type, std::string_view name) {
  return ResourceNotFound(type, name, fmt::format("{} does not exist in this index", Shortened(name)));
}

absl::Status ResourceNotFound(std::string_view type, std::string_view name, std::string_view message) {
  absl::Status status = absl::NotFoundError(Shortened(message));
  AttachErrorInfo(status, "NOT_FOUND");
  google::rpc::ResourceInfo resource;
  resource.set_resource_type(std::string(type));
  resource.set_resource_name(Shortened(name));
  resource.set_description("no such resource in the generation that is served");
  Attach(status, resource);
  return status;
}

absl::Status AnswerTooLarge(std::size_t max_bytes) {
  absl::Status status = absl::ResourceExhaustedError(
      fmt::format("the answer is larger than {} MiB: ask for some changes only", max_bytes >> 20U));
  AttachErrorInfo(status, reason::kAnswerTooLarge);
  return status;
}

absl::Status TooManyParagraphs(std::string_view side, std::int64_t count, std::int64_t max_count) {
  absl::Status status = absl::ResourceExhaustedError(fmt::format(
      "{} has {} paragraphs: at most {} a side are compared; compare single plans", side, count, max_count));
  AttachErrorInfo(status, reason::kTooManyParagraphs);
  return status;
}

absl::Status TryLater(std::string_view message, std::string_view reason, std::chrono::milliseconds delay) {
  absl::Status status = absl::ResourceExhaustedError(std::string(message));
  AttachErrorInfo(status, reason);
  google::rpc::RetryInfo retry;
  retry.mutable_retry_delay()->set_seconds(delay.count() / 1000);
  retry.mutable_retry_delay()->set_nanos(static_cast<int>(delay.count() % 1000) * 1'000'000);
  Attach(status, retry);
  return status;
}

absl::Status QueueFull() {
  // A full queue is worked off within a second or so.
  constexpr std::chrono::milliseconds kDelay{500};
  return TryLater("the server has all the work it will queue: try again in a moment", reason::kQueueFull,
                  kDelay);
}

absl::Status MalformedRequest() {
  absl::Status status = absl::InvalidArgumentError(
      "the request cannot be read: its bytes are no message of plansok.v1, or a string in it is not UTF-8");
  AttachErrorInfo(status, reason::kMalformedRequest);
  return status;
}

absl::Status ShuttingDown() {
  absl::Status status = absl::UnavailableError("the server is shutting down: try again");
  AttachErrorInfo(status, reason::kShuttingDown);
  return status;
}

absl::Status NothingRead() {
  absl::Status status = absl::CancelledError("the caller read nothing for too long");
  AttachErrorInfo(status, reason::kNothingRead);
  return status;
}

std::string ReasonOf(const absl::Status& status) {
  google::rpc::ErrorInfo info;
  const auto payload = status.GetPayload(TypeUrl(info));
  return payload && info.ParseFromString(std::string(*payload)) ? info.reason() : std::string();
}

grpc::Status ToGrpcStatus(const absl::Status& status) {
  if (status.ok()) return grpc::Status::OK;
  absl::Status complete = status;
  if (ReasonOf(status).empty()) AttachErrorInfo(complete, absl::StatusCodeToString(status.code()));
  const std::string message(status.message());
  google::rpc::Status details;
  details.set_code(static_cast<int>(status.code()));
  details.set_message(message);
  complete.ForEachPayload([&details](const auto& type_url, const absl::Cord& bytes) {
    auto* any = details.add_details();
    any->set_type_url(std::string(type_url));
    any->set_value(std::string(bytes));
  });
  // absl's codes and gRPC's are the same numbers (absl/status/status.h).
  return {static_cast<grpc::StatusCode>(status.code()), message, details.SerializeAsString()};
}

}  // namespace plansok::searchd
