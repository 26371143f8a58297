/// The one place where a Xapian exception becomes a status.
#ifndef PLANSOK_INDEX_XAPIAN_STATUS_H_
#define PLANSOK_INDEX_XAPIAN_STATUS_H_

#include <fmt/format.h>
#include <xapian.h>

#include <exception>
#include <string_view>
#include <type_traits>

#include "absl/status/status.h"

namespace plansok::index {

/// DataLoss: damaged; FailedPrecondition: of another format, or locked; Unavailable: a shard or the network
/// is gone; NotFound; ResourceExhausted and PermissionDenied from the system; InvalidArgument; else Internal.
/// The message says what was being done.
absl::Status StatusOf(const Xapian::Error& error, std::string_view doing);

/// Runs `work`, which returns absl::Status or absl::StatusOr, and turns what Xapian throws into a status.
/// What the standard library throws (no memory, a length out of all bounds) is Internal: one question's
/// trouble must not end the server.
template <typename Work>
std::invoke_result_t<Work> GuardXapian(std::string_view doing, Work&& work) {
  try {
    return std::forward<Work>(work)();
  } catch (const Xapian::Error& error) {
    return StatusOf(error, doing);
  } catch (const std::exception& error) {
    return absl::InternalError(fmt::format("{}: {}", doing, error.what()));
  }
}

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_XAPIAN_STATUS_H_
