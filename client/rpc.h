/// Calls to a server: the contract's methods with deadlines, and failures that say what to do.
#ifndef PLANSOK_CLIENT_RPC_H_
#define PLANSOK_CLIENT_RPC_H_

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "plansok/v1/plan_search_service.grpc.pb.h"

namespace plansok::client {

/// One server. Errors are those of the contract, told in one line (rpc_status.h). Thread-safe.
class Rpc {
 public:
  /// `address` is HOST:PORT; no connection is made before the first call. `timeout` is the longest wait for
  /// an answer, and in a stream for the next message.
  Rpc(std::string address, std::chrono::milliseconds timeout);

  const std::string& address() const { return address_; }

  absl::StatusOr<v1::SearchResponse> Search(const v1::SearchRequest& request) const;
  absl::StatusOr<v1::TabulateResponse> Tabulate(const v1::TabulateRequest& request) const;
  absl::StatusOr<v1::GetParagraphResponse> GetParagraph(const v1::GetParagraphRequest& request) const;
  absl::StatusOr<v1::SuggestResponse> Suggest(const v1::SuggestRequest& request) const;
  absl::StatusOr<v1::FindSimilarResponse> FindSimilar(const v1::FindSimilarRequest& request) const;
  absl::StatusOr<v1::ExplainResponse> Explain(const v1::ExplainRequest& request) const;
  absl::StatusOr<v1::ListPlansResponse> ListPlans(const v1::ListPlansRequest& request) const;
  absl::StatusOr<v1::Plan> GetPlan(const v1::GetPlanRequest& request) const;
  absl::StatusOr<v1::ComparePlansResponse> ComparePlans(const v1::ComparePlansRequest& request) const;
  absl::StatusOr<v1::IndexInfo> GetIndexInfo(const v1::GetIndexInfoRequest& request) const;

  /// Gives every response of the stream to `sink`, and ends without an error when it answers false.
  using Sink = std::function<bool(const v1::ExportResponse&)>;
  absl::Status Export(const v1::ExportRequest& request, const Sink& sink) const;

 private:
  template <typename Response, typename Request>
  absl::StatusOr<Response> Call(grpc::Status (v1::PlanSearchService::Stub::*method)(grpc::ClientContext*,
                                                                                    const Request&,
                                                                                    Response*),
                                const Request& request) const;
  absl::Status ToStatus(const grpc::Status& status) const;

  std::string address_;
  std::chrono::milliseconds timeout_;
  std::unique_ptr<v1::PlanSearchService::Stub> stub_;
};

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_RPC_H_
