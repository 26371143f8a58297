/// A server that answers as the test says, on a free port of loopback.
#ifndef PLANSOK_TESTS_CLIENT_FAKE_SERVICE_H_
#define PLANSOK_TESTS_CLIENT_FAKE_SERVICE_H_

#include <grpcpp/grpcpp.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "plansok/v1/plan_search_service.grpc.pb.h"

namespace plansok::client {

/// What a method does is what its function is; a method without one answers UNIMPLEMENTED.
class FakeService : public v1::PlanSearchService::Service {
 public:
  template <typename Request, typename Response>
  using Handler = std::function<grpc::Status(const Request&, Response&)>;

  FakeService() {
    grpc::ServerBuilder builder;
    int port = 0;
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
    builder.RegisterService(this);
    server_ = builder.BuildAndStart();
    address_ = "127.0.0.1:" + std::to_string(port);
  }
  ~FakeService() override { server_->Shutdown(std::chrono::system_clock::now()); }
  FakeService(const FakeService&) = delete;
  FakeService& operator=(const FakeService&) = delete;

  const std::string& address() const { return address_; }

  Handler<v1::SearchRequest, v1::SearchResponse> on_search;
  Handler<v1::TabulateRequest, v1::TabulateResponse> on_tabulate;
  Handler<v1::GetParagraphRequest, v1::GetParagraphResponse> on_get_paragraph;
  Handler<v1::SuggestRequest, v1::SuggestResponse> on_suggest;
  Handler<v1::FindSimilarRequest, v1::FindSimilarResponse> on_find_similar;
  Handler<v1::ExplainRequest, v1::ExplainResponse> on_explain;
  Handler<v1::ListPlansRequest, v1::ListPlansResponse> on_list_plans;
  Handler<v1::GetPlanRequest, v1::Plan> on_get_plan;
  Handler<v1::GetIndexInfoRequest, v1::IndexInfo> on_get_index_info;
  Handler<v1::ComparePlansRequest, v1::ComparePlansResponse> on_compare_plans;
  std::function<grpc::Status(grpc::ServerContext&, const v1::ExportRequest&,
                             grpc::ServerWriter<v1::ExportResponse>&)>
      on_export;
  std::vector<v1::SearchRequest> searches;  ///< as they came

 private:
  template <typename Request, typename Response>
  static grpc::Status Answer(const Handler<Request, Response>& handler, const Request& request,
                             Response& response) {
    return handler ? handler(request, response)
                   : grpc::Status(grpc::StatusCode::UNIMPLEMENTED, "not in this test");
  }

  grpc::Status Search(grpc::ServerContext* /*context*/, const v1::SearchRequest* request,
                      v1::SearchResponse* response) override {
    searches.push_back(*request);
    return Answer(on_search, *request, *response);
  }
  grpc::Status Tabulate(grpc::ServerContext* /*context*/, const v1::TabulateRequest* request,
                        v1::TabulateResponse* response) override {
    return Answer(on_tabulate, *request, *response);
  }
  grpc::Status GetParagraph(grpc::ServerContext* /*context*/, const v1::GetParagraphRequest* request,
                            v1::GetParagraphResponse* response) override {
    return Answer(on_get_paragraph, *request, *response);
  }
  grpc::Status Suggest(grpc::ServerContext* /*context*/, const v1::SuggestRequest* request,
                       v1::SuggestResponse* response) override {
    return Answer(on_suggest, *request, *response);
  }
  grpc::Status FindSimilar(grpc::ServerContext* /*context*/, const v1::FindSimilarRequest* request,
                           v1::FindSimilarResponse* response) override {
    return Answer(on_find_similar, *request, *response);
  }
  grpc::Status Explain(grpc::ServerContext* /*context*/, const v1::ExplainRequest* request,
                       v1::ExplainResponse* response) override {
    return Answer(on_explain, *request, *response);
  }
  grpc::Status ListPlans(grpc::ServerContext* /*context*/, const v1::ListPlansRequest* request,
                         v1::ListPlansResponse* response) override {
    return Answer(on_list_plans, *request, *response);
  }
  grpc::Status GetPlan(grpc::ServerContext* /*context*/, const v1::GetPlanRequest* request,
                       v1::Plan* response) override {
    return Answer(on_get_plan, *request, *response);
  }
  grpc::Status GetIndexInfo(grpc::ServerContext* /*context*/, const v1::GetIndexInfoRequest* request,
                            v1::IndexInfo* response) override {
    return Answer(on_get_index_info, *request, *response);
  }
  grpc::Status ComparePlans(grpc::ServerContext* /*context*/, const v1::ComparePlansRequest* request,
                            v1::ComparePlansResponse* response) override {
    return Answer(on_compare_plans, *request, *response);
  }
  grpc::Status Export(grpc::ServerContext* context, const v1::ExportRequest* request,
                      grpc::ServerWriter<v1::ExportResponse>* writer) override {
    return on_export ? on_export(*context, *request, *writer)
                     : grpc::Status(grpc::StatusCode::UNIMPLEMENTED, "not in this test");
  }

  std::unique_ptr<grpc::Server> server_;
  std::string address_;
};

}  // namespace plansok::client

#endif  // PLANSOK_TESTS_CLIENT_FAKE_SERVICE_H_
