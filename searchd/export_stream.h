/// One running Export: paragraphs in parts, as fast as the caller reads and no faster.
///
///     worker: Fill() a part -> buffer -> gRPC writes one after another -> buffer half empty -> worker: next
///     part
///
/// A worker is held only while a part is read out of the index, never while the network is waited for. The
/// query is asked once, with the first part; the stream keeps its own Searcher, and where it goes on, so all
/// parts come from the generation that was current when it began. At most one part is being filled and one
/// message written at a time, and until it is finished a stream does one of these; whoever changes the state
/// decides under the lock what comes next (Pump) and does it without the lock, because finishing may destroy
/// the stream.
#ifndef PLANSOK_SEARCHD_EXPORT_STREAM_H_
#define PLANSOK_SEARCHD_EXPORT_STREAM_H_

#include <grpcpp/server_context.h>
#include <grpcpp/support/server_callback.h>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "absl/status/status.h"
#include "index/searcher.h"
#include "plansok/v1/plan_search_service.pb.h"
#include "searchd/call.h"
#include "searchd/call_count.h"
#include "searchd/current_snapshot.h"
#include "searchd/export_buffer.h"
#include "searchd/reader_pool.h"

namespace plansok::searchd {

/// How much an export holds, and how long it waits for its caller.
struct ExportLimits {
  std::size_t streams = 64;                        ///< at once; more get RESOURCE_EXHAUSTED
  std::size_t part_paragraphs = 256;               ///< a part ends at either of these two
  std::size_t part_bytes = std::size_t{1} << 18U;  ///< 256 KiB: a few HTTP/2 windows
  std::chrono::milliseconds stall{60'000};         ///< a caller that reads nothing for so long is cut off
};

class ExportStreams;

/// Thread-safe: gRPC's reactions and a worker meet in it.
class ExportStream final : public grpc::ServerWriteReactor<v1::ExportResponse> {
 public:
  ExportStream(ExportStreams& owner, grpc::CallbackServerContext& context, const v1::ExportRequest& request,
               CallLog log);

  /// Begins, or ends at once with `refusal` when it is not OK. Call once.
  void Start(const absl::Status& refusal);

  /// Ends a call whose caller takes no message: after a second where a drain cuts it short, else after
  /// ExportLimits::stall. The owner holds the stream alive.
  void CutOffIfStalled(std::chrono::steady_clock::time_point now);

  void OnWriteDone(bool ok) override;
  void OnCancel() override;
  void OnDone() override;

 private:
  struct Step {
    const v1::ExportResponse* write = nullptr;
    bool fill = false;
    bool finish = false;
  };

  void Pump();
  Step NextStep();          // with the lock held
  bool IsComplete() const;  // with the lock held
  void Fill();
  using Part = std::vector<v1::ExportResponse>;
  absl::Status ReadFirst(Part& part);
  absl::Status ReadNext(Part& part);
  index::Searcher::Sink Into(Part& part) const;

  ExportStreams& owner_;
  grpc::CallbackServerContext& context_;
  const v1::ExportRequest& request_;
  const CallLog log_;
  const index::Checkpoint checkpoint_;

  // Of the worker that fills; at most one at a time.
  std::optional<index::Searcher> searcher_;
  std::optional<index::ExportCursor> rest_;  // set with the first part

  std::mutex mutex_;
  ExportBuffer buffer_;  // the front is being written while writing_
  bool filling_ = false;
  bool writing_ = false;
  bool all_read_ = false;  // the index has no more
  bool finished_ = false;
  int written_ = 0;
  std::chrono::steady_clock::time_point write_began_;
  absl::Status status_;
};

/// All running exports, owned until gRPC is done with them. Thread-safe.
class ExportStreams {
 public:
  /// All references must outlive the streams.
  ExportStreams(const CurrentSnapshot& current, ReaderPool& pool, const std::atomic<bool>& cut_short,
                CallCount& calls, ExportLimits limits)
      : current_(current), pool_(pool), cut_short_(cut_short), calls_(calls), limits_(limits) {}

  /// `refusal`: ends the call with it at once, where it is not OK.
  grpc::ServerWriteReactor<v1::ExportResponse>* Open(grpc::CallbackServerContext& context,
                                                     const v1::ExportRequest& request, CallLog log,
                                                     absl::Status refusal);
  /// Cuts off callers that read nothing; to be called every second or so.
  void CutOffStalled();

 private:
  friend class ExportStream;
  void Remove(const ExportStream& stream);

  const CurrentSnapshot& current_;
  ReaderPool& pool_;
  const std::atomic<bool>& cut_short_;
  CallCount& calls_;
  const ExportLimits limits_;
  std::mutex mutex_;
  std::map<const ExportStream*, std::unique_ptr<ExportStream>> streams_;
};

}  // namespace plansok::searchd

#endif  // PLANSOK_SEARCHD_EXPORT_STREAM_H_
