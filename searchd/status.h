/// The one place where the rooms' absl::Status becomes a grpc::Status with google.rpc details (AIP-193).
///
/// Details travel inside an absl::Status as payloads: the type URL of a google.rpc message and its bytes.
/// Every status that leaves the server carries an ErrorInfo; one that says nothing more special gets its
/// code's name as reason.
#ifndef PLANSOK_SEARCHD_STATUS_H_
#define PLANSOK_SEARCHD_STATUS_H_

#include <grpcpp/support/status.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"

namespace plansok::searchd {

/// ErrorInfo.domain of every error.
inline constexpr std::string_view kErrorDomain = "plansok";

/// ErrorInfo.reason where the code alone does not tell a program what to do.
namespace reason {
inline constexpr std::string_view kInvalidField = "INVALID_FIELD";
inline constexpr std::string_view kMalformedRequest = "MALFORMED_REQUEST";
inline constexpr std::string_view kPageTokenMalformed = "PAGE_TOKEN_MALFORMED";
inline constexpr std::string_view kPageTokenMismatch = "PAGE_TOKEN_MISMATCH";  ///< of another query
inline constexpr std::string_view kPageTokenExpired = "PAGE_TOKEN_EXPIRED";    ///< of another generation
inline constexpr std::string_view kQueueFull = "QUEUE_FULL";
inline constexpr std::string_view kTooManyExports = "TOO_MANY_EXPORTS";
inline constexpr std::string_view kAnswerTooLarge = "ANSWER_TOO_LARGE";
inline constexpr std::string_view kTooManyParagraphs = "TOO_MANY_PARAGRAPHS";
inline constexpr std::string_view kShuttingDown = "SHUTTING_DOWN";
inline constexpr std::string_view kNothingRead = "NOTHING_READ";  ///< a stream whose caller takes nothing
}  // namespace reason

/// A field at fault: its path in the request ("filters.years") and what is wrong with it.
struct FieldViolation {
  std::string field;
  std::string description;
  std::string_view reason = reason::kInvalidField;  ///< one of the above

  friend bool operator==(const FieldViolation&, const FieldViolation&) = default;
};

/// So many violations of one request are told at most, and of long ones fewer: they travel in HTTP/2 headers,
/// of which gRPC's clients take 8 KiB in all (GRPC_ARG_MAX_METADATA_SIZE), and stand there twice: in the
/// message, where each byte that is not ASCII takes three, and in the details, as base64.
inline constexpr std::size_t kMaxViolations = 16;
inline constexpr std::size_t kMaxViolationBytes = 2048;  ///< of all that are told
inline constexpr std::size_t kMaxMessageBytes = 1024;    ///< of a message that joins them

/// ErrorInfo.metadata of InvalidFields(): how many violations there are, told or not.
inline constexpr std::string_view kViolationCount = "violationCount";

/// INVALID_ARGUMENT with a BadRequest. `violations` must not be empty; the message joins them, and says how
/// many more there are than it has room for. Its reason is theirs, and INVALID_FIELD where they have several.
absl::Status InvalidFields(const std::vector<FieldViolation>& violations);

/// NOT_FOUND with a ResourceInfo. `type` is the message's name: "plansok.v1.Plan".
absl::Status ResourceNotFound(std::string_view type, std::string_view name);
/// The same with a message of its own, where more can be said than that it does not exist.
absl::Status ResourceNotFound(std::string_view type, std::string_view name, std::string_view message);

/// RESOURCE_EXHAUSTED: what a request gets whose answer no message can hold.
absl::Status AnswerTooLarge(std::size_t max_bytes);

/// RESOURCE_EXHAUSTED: what a comparison gets one `side` of which ("base", "other") is too long to be read.
absl::Status TooManyParagraphs(std::string_view side, std::int64_t count, std::int64_t max_count);

/// RESOURCE_EXHAUSTED with a RetryInfo.
absl::Status TryLater(std::string_view message, std::string_view reason, std::chrono::milliseconds delay);

/// RESOURCE_EXHAUSTED: what a request gets that finds the queue full.
absl::Status QueueFull();

/// INVALID_ARGUMENT: the request's bytes are no message of the contract.
absl::Status MalformedRequest();

/// UNAVAILABLE: what a request gets that a drain cuts short.
absl::Status ShuttingDown();

/// CANCELLED: how an export ends whose caller reads nothing.
absl::Status NothingRead();

/// The reason that a status gives; "" where it gives none.
std::string ReasonOf(const absl::Status& status);

/// Code to code, message and details kept.
grpc::Status ToGrpcStatus(const absl::Status& status);

}  // namespace plansok::searchd

#endif  // PLANSOK_SEARCHD_STATUS_H_
