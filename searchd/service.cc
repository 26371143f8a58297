#include "searchd/service.h"

#include <utility>

#include "searchd/compare_plans.h"
#include "searchd/handlers.h"
#include "searchd/status.h"

namespace plansok::searchd {
namespace {

/// Before the work, during it (by `checkpoint`) and after: a caller that has gone gets no answer.
absl::StatusOr<int> Answer(
    Reader& reader, const index::Checkpoint& checkpoint,
    const std::function<absl::StatusOr<int>(index::Searcher&, const index::Checkpoint&)>& work) {
  if (absl::Status status = checkpoint(); !status.ok()) return status;
  int hits = 0;
  const Question question = [&](index::Searcher& searcher) {
    const absl::StatusOr<int> answered = work(searcher, checkpoint);
    hits = answered.value_or(0);
    return answered.status();
  };
  const absl::Status asked = reader.Ask(question, checkpoint);
  // Before what was made of work that it stopped.
  if (absl::Status status = checkpoint(); !status.ok()) return status;
  if (!asked.ok()) return asked;
  return hits;
}

}  // namespace

PlanSearchService::PlanSearchService(const CurrentSnapshot& current, const ServiceOptions& options)
    : current_(current),
      log_queries_(options.log_queries),
      exports_(current, pool_, cut_short_, calls_, options.exports),
      pool_(current, options.workers, options.queue) {}

grpc::ServerUnaryReactor* PlanSearchService::Search(grpc::CallbackServerContext* context,
                                                    const v1::SearchRequest* request,
                                                    v1::SearchResponse* response) {
  return OnWorker(*context, LogOf("Search", request->query()),
                  [request, response](index::Searcher& searcher, const index::Checkpoint& checkpoint) {
                    return searchd::Search(searcher, *request, checkpoint, *response);
                  });
}

grpc::ServerUnaryReactor* PlanSearchService::Tabulate(grpc::CallbackServerContext* context,
                                                      const v1::TabulateRequest* request,
                                                      v1::TabulateResponse* response) {
  return OnWorker(*context, LogOf("Tabulate", request->query()),
                  [request, response](index::Searcher& searcher, const index::Checkpoint& checkpoint) {
                    return searchd::Tabulate(searcher, *request, checkpoint, *response);
                  });
}

grpc::ServerWriteReactor<v1::ExportResponse>* PlanSearchService::Export(grpc::CallbackServerContext* context,
                                                                        const v1::ExportRequest* request) {
  return exports_.Open(*context, *request, LogOf("Export", request->query()),
                       turning_away_ ? ShuttingDown() : absl::OkStatus());
}

grpc::ServerUnaryReactor* PlanSearchService::GetParagraph(grpc::CallbackServerContext* context,
                                                          const v1::GetParagraphRequest* request,
                                                          v1::GetParagraphResponse* response) {
  return OnWorker(*context, LogOf("GetParagraph"),
                  [request, response](index::Searcher& searcher, const index::Checkpoint& checkpoint) {
                    return searchd::GetParagraph(searcher, *request, checkpoint, *response);
                  });
}

grpc::ServerUnaryReactor* PlanSearchService::Suggest(grpc::CallbackServerContext* context,
                                                     const v1::SuggestRequest* request,
                                                     v1::SuggestResponse* response) {
  return OnWorker(*context, LogOf("Suggest", request->query()),
                  [request, response](index::Searcher& searcher, const index::Checkpoint& checkpoint) {
                    return searchd::Suggest(searcher, *request, checkpoint, *response);
                  });
}

grpc::ServerUnaryReactor* PlanSearchService::FindSimilar(grpc::CallbackServerContext* context,
                                                         const v1::FindSimilarRequest* request,
                                                         v1::FindSimilarResponse* response) {
  return OnWorker(*context, LogOf("FindSimilar"),
                  [request, response](index::Searcher& searcher, const index::Checkpoint& checkpoint) {
                    return searchd::FindSimilar(searcher, *request, checkpoint, *response);
                  });
}

grpc::ServerUnaryReactor* PlanSearchService::Explain(grpc::CallbackServerContext* context,
                                                     const v1::ExplainRequest* request,
                                                     v1::ExplainResponse* response) {
  return OnWorker(*context, LogOf("Explain", request->query()),
                  [request, response](index::Searcher& searcher, const index::Checkpoint& checkpoint) {
                    return searchd::Explain(searcher, *request, checkpoint, *response);
                  });
}

grpc::ServerUnaryReactor* PlanSearchService::ListPlans(grpc::CallbackServerContext* context,
                                                       const v1::ListPlansRequest* request,
                                                       v1::ListPlansResponse* response) {
  return AtOnce(*context, LogOf("ListPlans"), [request, response](const index::Snapshot& snapshot) {
    return searchd::ListPlans(snapshot, *request, *response);
  });
}

grpc::ServerUnaryReactor* PlanSearchService::GetPlan(grpc::CallbackServerContext* context,
                                                     const v1::GetPlanRequest* request, v1::Plan* response) {
  return OnWorker(*context, LogOf("GetPlan"),
                  [request, response](index::Searcher& searcher, const index::Checkpoint& checkpoint) {
                    return searchd::GetPlan(searcher, *request, checkpoint, *response);
                  });
}

grpc::ServerUnaryReactor* PlanSearchService::ComparePlans(grpc::CallbackServerContext* context,
                                                          const v1::ComparePlansRequest* request,
                                                          v1::ComparePlansResponse* response) {
  return OnWorker(*context, LogOf("ComparePlans"),
                  [request, response](index::Searcher& searcher, const index::Checkpoint& checkpoint) {
                    return searchd::ComparePlans(searcher, *request, checkpoint, *response);
                  });
}

grpc::ServerUnaryReactor* PlanSearchService::GetIndexInfo(grpc::CallbackServerContext* context,
                                                          const v1::GetIndexInfoRequest* /*request*/,
                                                          v1::IndexInfo* response) {
  return AtOnce(*context, LogOf("GetIndexInfo"), [response](const index::Snapshot& snapshot) {
    return searchd::GetIndexInfo(snapshot, *response);
  });
}

grpc::ServerUnaryReactor* PlanSearchService::OnWorker(grpc::CallbackServerContext& context,
                                                      const CallLog& log, IndexWork work) {
  grpc::ServerUnaryReactor* reactor = context.DefaultReactor();
  if (!Enter(*reactor, log)) return reactor;
  const bool queued = pool_.TrySubmit([this, reactor, log, work = std::move(work),
                                       checkpoint = CallCheckpoint(context, cut_short_)](Reader& reader) {
    const absl::StatusOr<int> hits = Answer(reader, checkpoint, work);
    Leave(*reactor, log, hits.status(), hits.value_or(0));
  });
  if (!queued) Leave(*reactor, log, QueueFull(), 0);
  return reactor;
}

grpc::ServerUnaryReactor* PlanSearchService::AtOnce(grpc::CallbackServerContext& context, const CallLog& log,
                                                    const MemoryWork& work) {
  grpc::ServerUnaryReactor* reactor = context.DefaultReactor();
  if (!Enter(*reactor, log)) return reactor;
  const absl::StatusOr<int> hits = work(*current_.Get());
  Leave(*reactor, log, hits.status(), hits.value_or(0));
  return reactor;
}

/// Counts the call before it looks, so that a drain waits for whatever it does not turn away.
bool PlanSearchService::Enter(grpc::ServerUnaryReactor& reactor, const CallLog& log) {
  calls_.Enter();
  if (!turning_away_) return true;
  Leave(reactor, log, ShuttingDown(), 0);
  return false;
}

void PlanSearchService::Leave(grpc::ServerUnaryReactor& reactor, const CallLog& log,
                              const absl::Status& status, int hits) {
  log.Write(status, hits);
  reactor.Finish(ToGrpcStatus(status));
  calls_.Leave();
}

CallLog PlanSearchService::LogOf(std::string_view method, const std::string& query) const {
  return {method, log_queries_ ? query : std::string()};
}

}  // namespace plansok::searchd
