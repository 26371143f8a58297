/// What handlers know of the call they serve: whether it is still wanted, and its one line in the log.
#ifndef PLANSOK_SEARCHD_CALL_H_
#define PLANSOK_SEARCHD_CALL_H_

#include <grpcpp/server_context.h>
#include <grpcpp/support/server_callback.h>

#include <atomic>
#include <chrono>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "index/searcher.h"

namespace plansok::searchd {

/// Asks the call's deadline and cancellation, and whether a drain cuts everything short. Cheap enough to be
/// asked between postings. Both arguments must outlive it.
index::Checkpoint CallCheckpoint(const grpc::CallbackServerContext& context,
                                 const std::atomic<bool>& cut_short);

/// Times a call from its arrival and logs it at its end.
class CallLog {
 public:
  /// `method` is a literal. `query` is what was searched for, "" where it must not be logged.
  CallLog(std::string_view method, std::string query)
      : method_(method), query_(std::move(query)), arrived_(std::chrono::steady_clock::now()) {}

  void Write(const absl::Status& status, int hits) const;

 private:
  std::string_view method_;
  std::string query_;
  std::chrono::steady_clock::time_point arrived_;
};

}  // namespace plansok::searchd

#endif  // PLANSOK_SEARCHD_CALL_H_
