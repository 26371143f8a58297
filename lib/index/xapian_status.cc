#include "index/xapian_status.h"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace plansok::index {
namespace {

/// By Xapian's own names of its exceptions; what is not here is a defect, and Internal.
constexpr std::array<std::pair<std::string_view, absl::StatusCode>, 13> kCodes = {{
    {"DatabaseCorruptError", absl::StatusCode::kDataLoss},
    {"DatabaseVersionError", absl::StatusCode::kFailedPrecondition},
    {"DatabaseLockError", absl::StatusCode::kFailedPrecondition},
    {"DatabaseNotFoundError", absl::StatusCode::kNotFound},
    {"DocNotFoundError", absl::StatusCode::kNotFound},
    {"DatabaseError", absl::StatusCode::kUnavailable},
    {"DatabaseOpeningError", absl::StatusCode::kUnavailable},
    {"DatabaseModifiedError", absl::StatusCode::kUnavailable},
    {"DatabaseClosedError", absl::StatusCode::kUnavailable},
    {"NetworkError", absl::StatusCode::kUnavailable},
    {"NetworkTimeoutError", absl::StatusCode::kUnavailable},
    {"InvalidArgumentError", absl::StatusCode::kInvalidArgument},
    {"RangeError", absl::StatusCode::kInvalidArgument},
}};

absl::StatusCode CodeOf(std::string_view type) {
  for (const auto& [name, code] : kCodes) {
    if (name == type) return code;
  }
  return absl::StatusCode::kInternal;
}

/// Xapian gives an error of the system in words alone; those of std::strerror, but thread-safe.
bool IsDiskFull(std::string_view system) {
  const std::error_category& words = std::generic_category();
  return system == words.message(ENOSPC) || system == words.message(EDQUOT);
}

}  // namespace

absl::Status StatusOf(const Xapian::Error& error, std::string_view doing) {
  const char* system = error.get_error_string();
  const bool full = system != nullptr && IsDiskFull(system);
  const std::string detail = system != nullptr ? fmt::format(" ({})", system) : "";
  // Of a shard: its address.
  const std::string where = error.get_context().empty() ? "" : fmt::format(" [{}]", error.get_context());
  return {full ? absl::StatusCode::kResourceExhausted : CodeOf(error.get_type()),
          fmt::format("{}: {}: {}{}{}", doing, error.get_type(), error.get_msg(), detail, where)};
}

}  // namespace plansok::index
