/// plansok.v1.PlanSearchService on gRPC's callback API: handlers hand work on and never block.
#ifndef PLANSOK_SEARCHD_SERVICE_H_
#define PLANSOK_SEARCHD_SERVICE_H_

#include <atomic>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "plansok/v1/plan_search_service.grpc.pb.h"
#include "searchd/call.h"
#include "searchd/call_count.h"
#include "searchd/current_snapshot.h"
#include "searchd/export_stream.h"
#include "searchd/reader_pool.h"

namespace plansok::searchd {

struct ServiceOptions {
  std::size_t workers = 1;
  std::size_t queue = 1;
  bool log_queries = false;
  ExportLimits exports;
};

/// Thread-safe. Must outlive the gRPC server that it is registered with.
class PlanSearchService final : public v1::PlanSearchService::CallbackService {
 public:
  /// `current` must outlive the service.
  PlanSearchService(const CurrentSnapshot& current, const ServiceOptions& options);

  grpc::ServerUnaryReactor* Search(grpc::CallbackServerContext* context, const v1::SearchRequest* request,
                                   v1::SearchResponse* response) override;
  grpc::ServerUnaryReactor* Tabulate(grpc::CallbackServerContext* context, const v1::TabulateRequest* request,
                                     v1::TabulateResponse* response) override;
  grpc::ServerWriteReactor<v1::ExportResponse>* Export(grpc::CallbackServerContext* context,
                                                       const v1::ExportRequest* request) override;
  grpc::ServerUnaryReactor* GetParagraph(grpc::CallbackServerContext* context,
                                         const v1::GetParagraphRequest* request,
                                         v1::GetParagraphResponse* response) override;
  grpc::ServerUnaryReactor* Suggest(grpc::CallbackServerContext* context, const v1::SuggestRequest* request,
                                    v1::SuggestResponse* response) override;
  grpc::ServerUnaryReactor* FindSimilar(grpc::CallbackServerContext* context,
                                        const v1::FindSimilarRequest* request,
                                        v1::FindSimilarResponse* response) override;
  grpc::ServerUnaryReactor* Explain(grpc::CallbackServerContext* context, const v1::ExplainRequest* request,
                                    v1::ExplainResponse* response) override;
  grpc::ServerUnaryReactor* ListPlans(grpc::CallbackServerContext* context,
                                      const v1::ListPlansRequest* request,
                                      v1::ListPlansResponse* response) override;
  grpc::ServerUnaryReactor* GetPlan(grpc::CallbackServerContext* context, const v1::GetPlanRequest* request,
                                    v1::Plan* response) override;
  grpc::ServerUnaryReactor* ComparePlans(grpc::CallbackServerContext* context,
                                         const v1::ComparePlansRequest* request,
                                         v1::ComparePlansResponse* response) override;
  grpc::ServerUnaryReactor* GetIndexInfo(grpc::CallbackServerContext* context,
                                         const v1::GetIndexInfoRequest* request,
                                         v1::IndexInfo* response) override;

  /// Ends exports whose callers read nothing; to be called every second or so.
  void CutOffStalledExports() { exports_.CutOffStalled(); }

  /// Lets workers that have nothing to do go over to the current generation, and so let go of the one before;
  /// to be called every second or so. Those that are busy do it with their next question, or next time.
  void PickUpGeneration() { pool_.PickUpGeneration(); }

  /// Answers new calls of every method with UNAVAILABLE from now on; what runs goes on.
  void TurnAway() { turning_away_ = true; }

  /// See CallCount.
  CallCount::Clock::time_point WaitUntilNoneRuns(CallCount::Clock::time_point limit) {
    return calls_.WaitUntilNoneRuns(limit);
  }

  /// Ends everything that runs or waits, with UNAVAILABLE: at its next checkpoint, and exports whose callers
  /// read nothing at the next CutOffStalledExports().
  void CutShort() { cut_short_ = true; }

 private:
  /// Fills the response and gives the number of hits.
  using IndexWork = std::function<absl::StatusOr<int>(index::Searcher&, const index::Checkpoint&)>;
  using MemoryWork = std::function<absl::StatusOr<int>(const index::Snapshot&)>;

  grpc::ServerUnaryReactor* OnWorker(grpc::CallbackServerContext& context, const CallLog& log,
                                     IndexWork work);
  grpc::ServerUnaryReactor* AtOnce(grpc::CallbackServerContext& context, const CallLog& log,
                                   const MemoryWork& work);
  /// False, and the call is ended, where it is turned away; else Leave() ends it.
  bool Enter(grpc::ServerUnaryReactor& reactor, const CallLog& log);
  void Leave(grpc::ServerUnaryReactor& reactor, const CallLog& log, const absl::Status& status, int hits);
  CallLog LogOf(std::string_view method, const std::string& query = {}) const;

  const CurrentSnapshot& current_;
  const bool log_queries_;
  std::atomic<bool> cut_short_ = false;
  std::atomic<bool> turning_away_ = false;
  CallCount calls_;
  ExportStreams exports_;
  ReaderPool pool_;  // last: its threads use all of the above until they are joined
};

}  // namespace plansok::searchd

#endif  // PLANSOK_SEARCHD_SERVICE_H_
