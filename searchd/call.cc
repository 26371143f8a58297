#include "searchd/call.h"

#include <fmt/format.h>

#include "searchd/logging.h"
#include "searchd/status.h"

namespace plansok::searchd {

index::Checkpoint CallCheckpoint(const grpc::CallbackServerContext& context,
                                 const std::atomic<bool>& cut_short) {
  return [&context, &cut_short, deadline = context.deadline()]() -> absl::Status {
    if (cut_short.load(std::memory_order_relaxed)) return ShuttingDown();
    if (std::chrono::system_clock::now() >= deadline) {
      return absl::DeadlineExceededError("the call's deadline passed before the answer was ready");
    }
    if (context.IsCancelled()) return absl::CancelledError("the caller cancelled the call");
    return absl::OkStatus();
  };
}

void CallLog::Write(const absl::Status& status, int hits) const {
  const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - arrived_;
  LogFields fields = {{"method", method_},
                      {"code", absl::StatusCodeToString(status.code())},
                      {"ms", fmt::format("{:.3f}", spent.count())},
                      {"hits", hits}};
  // Not the message: it may quote what was searched for.
  if (std::string reason = ReasonOf(status); !reason.empty())
    fields.emplace_back("reason", std::move(reason));
  if (!query_.empty()) fields.emplace_back("query", query_);
  LogInfo("request", fields);
}

}  // namespace plansok::searchd
