#include "client/rpc.h"

#include <grpcpp/grpcpp.h>

#include <optional>
#include <utility>

#include "client/rpc_status.h"

namespace plansok::client {
namespace {

// ComparePlans may answer with 128 MiB of pairs, and has its plans and goals beside them.
constexpr int kLargestMessage = 256 * 1024 * 1024;

std::shared_ptr<grpc::Channel> Connect(const std::string& address) {
  grpc::ChannelArguments arguments;
  arguments.SetMaxReceiveMessageSize(kLargestMessage);
  arguments.SetInt(GRPC_ARG_ENABLE_HTTP_PROXY,
                   0);  // http_proxy speaks of the web, not of a city's own servers
  return grpc::CreateCustomChannel(address, grpc::InsecureChannelCredentials(), arguments);
}

// One export. gRPC's deadlines are for whole calls, but an export may take as long as its reader likes: it is
// each step that is waited for, on a completion queue.
class ExportStream {
 public:
  ExportStream(v1::PlanSearchService::Stub& stub, const v1::ExportRequest& request,
               std::chrono::milliseconds timeout)
      : timeout_(timeout), reader_(stub.PrepareAsyncExport(&context_, request, &queue_)) {
    reader_->StartCall(this);
    open_ = Wait();
  }
  ~ExportStream() {
    context_.TryCancel();
    queue_.Shutdown();
    void* tag = nullptr;
    bool ok = false;
    while (queue_.Next(&tag, &ok)) {
    }
  }
  ExportStream(const ExportStream&) = delete;
  ExportStream& operator=(const ExportStream&) = delete;

  // False at the end of the stream, whatever ended it.
  bool Read() {
    if (!open_) return false;
    reader_->Read(&response_, this);
    open_ = Wait();
    return open_;
  }

  const v1::ExportResponse& response() const { return response_; }

  grpc::Status Finish() {
    if (!timed_out_) {
      reader_->Finish(&status_, this);
      Wait();
    }
    return timed_out_ ? grpc::Status(grpc::StatusCode::DEADLINE_EXCEEDED, "") : status_;
  }

 private:
  // For the step begun last: whether it went well.
  bool Wait() {
    void* tag = nullptr;
    bool ok = false;
    const auto next = queue_.AsyncNext(&tag, &ok, std::chrono::system_clock::now() + timeout_);
    timed_out_ = next == grpc::CompletionQueue::TIMEOUT;
    return next == grpc::CompletionQueue::GOT_EVENT && ok;
  }

  std::chrono::milliseconds timeout_;
  grpc::ClientContext context_;
  grpc::CompletionQueue queue_;
  std::unique_ptr<grpc::ClientAsyncReader<v1::ExportResponse>> reader_;
  v1::ExportResponse response_;  // gRPC writes here until a step has ended, even one that came too late
  grpc::Status status_;          // and here
  bool open_ = false;
  bool timed_out_ = false;
};

}  // namespace

Rpc::Rpc(std::string address, std::chrono::milliseconds timeout)
    : address_(std::move(address)),
      timeout_(timeout),
      stub_(v1::PlanSearchService::NewStub(Connect(address_))) {}

template <typename Response, typename Request>
absl::StatusOr<Response> Rpc::Call(grpc::Status (v1::PlanSearchService::Stub::*method)(grpc::ClientContext*,
                                                                                       const Request&,
                                                                                       Response*),
                                   const Request& request) const {
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + timeout_);
  Response response;
  const grpc::Status status = (stub_.get()->*method)(&context, request, &response);
  if (!status.ok()) return ToStatus(status);
  return response;
}

absl::Status Rpc::ToStatus(const grpc::Status& status) const {
  return ExplainStatus(status, address_, timeout_);
}

absl::StatusOr<v1::SearchResponse> Rpc::Search(const v1::SearchRequest& request) const {
  return Call(&v1::PlanSearchService::Stub::Search, request);
}

absl::StatusOr<v1::TabulateResponse> Rpc::Tabulate(const v1::TabulateRequest& request) const {
  return Call(&v1::PlanSearchService::Stub::Tabulate, request);
}

absl::StatusOr<v1::GetParagraphResponse> Rpc::GetParagraph(const v1::GetParagraphRequest& request) const {
  return Call(&v1::PlanSearchService::Stub::GetParagraph, request);
}

absl::StatusOr<v1::SuggestResponse> Rpc::Suggest(const v1::SuggestRequest& request) const {
  return Call(&v1::PlanSearchService::Stub::Suggest, request);
}

absl::StatusOr<v1::FindSimilarResponse> Rpc::FindSimilar(const v1::FindSimilarRequest& request) const {
  return Call(&v1::PlanSearchService::Stub::FindSimilar, request);
}

absl::StatusOr<v1::ExplainResponse> Rpc::Explain(const v1::ExplainRequest& request) const {
  return Call(&v1::PlanSearchService::Stub::Explain, request);
}

absl::StatusOr<v1::ListPlansResponse> Rpc::ListPlans(const v1::ListPlansRequest& request) const {
  return Call(&v1::PlanSearchService::Stub::ListPlans, request);
}

absl::StatusOr<v1::Plan> Rpc::GetPlan(const v1::GetPlanRequest& request) const {
  return Call(&v1::PlanSearchService::Stub::GetPlan, request);
}

absl::StatusOr<v1::ComparePlansResponse> Rpc::ComparePlans(const v1::ComparePlansRequest& request) const {
  return Call(&v1::PlanSearchService::Stub::ComparePlans, request);
}

absl::StatusOr<v1::IndexInfo> Rpc::GetIndexInfo(const v1::GetIndexInfoRequest& request) const {
  return Call(&v1::PlanSearchService::Stub::GetIndexInfo, request);
}

absl::Status Rpc::Export(const v1::ExportRequest& request, const Sink& sink) const {
  ExportStream stream(*stub_, request, timeout_);
  while (stream.Read()) {
    if (!sink(stream.response())) return absl::OkStatus();
  }
  const grpc::Status status = stream.Finish();
  return status.ok() ? absl::OkStatus() : ToStatus(status);
}

}  // namespace plansok::client
