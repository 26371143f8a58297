// What callers get from a server that is about to shut down.
#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>

#include "searchd/logging.h"
#include "searchd/service.h"
#include "tests/searchd/details.h"
#include "tests/searchd/small_index.h"

namespace plansok::searchd {
namespace {

class TurnAwayTest : public testing::Test {
 protected:
  void SetUp() override {
    static const bool logging = (StartLogging(), true);
    ASSERT_TRUE(logging);
    const auto folder = FreshFolder();
    ASSERT_NO_FATAL_FAILURE(Publish(folder, MadeUpPlans(1, 3)));
    current_ = std::make_unique<CurrentSnapshot>(
        index::Snapshot::Open(index::CurrentGeneration(folder).value()).value());
    service_ = std::make_unique<PlanSearchService>(*current_, ServiceOptions{});
    grpc::ServerBuilder builder;
    int port = 0;
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
    builder.RegisterService(service_.get());
    server_ = builder.BuildAndStart();
    stub_ = v1::PlanSearchService::NewStub(
        grpc::CreateChannel("127.0.0.1:" + std::to_string(port), grpc::InsecureChannelCredentials()));
  }
  void TearDown() override { server_->Shutdown(); }

  grpc::Status Export() {
    grpc::ClientContext context;
    const auto reader = stub_->Export(&context, {});
    v1::ExportResponse response;
    while (reader->Read(&response)) {
    }
    return reader->Finish();
  }

  using Stub = v1::PlanSearchService::Stub;
  template <class Request, class Response>
  grpc::Status Call(grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, Response*),
                    const Request& request, Response response = {}) {
    grpc::ClientContext context;
    return (*stub_.*method)(&context, request, &response);
  }

  // One good call of every method.
  std::map<std::string, grpc::Status> CallAll() {
    v1::TabulateRequest table;
    table.set_rows("committee");
    table.set_columns("year");
    v1::GetParagraphRequest paragraph;
    paragraph.set_name("plans/plan-000/paragraphs/000000000000");
    v1::FindSimilarRequest similar;
    similar.set_name(paragraph.name());
    v1::GetPlanRequest plan;
    plan.set_name("plans/plan-000");
    v1::ComparePlansRequest compared;
    compared.set_base(plan.name());
    compared.set_other(plan.name());
    return {{"Search", Call(&Stub::Search, v1::SearchRequest())},
            {"Tabulate", Call(&Stub::Tabulate, table)},
            {"Export", Export()},
            {"Suggest", Call(&Stub::Suggest, v1::SuggestRequest())},
            {"GetParagraph", Call(&Stub::GetParagraph, paragraph)},
            {"FindSimilar", Call(&Stub::FindSimilar, similar)},
            {"ListPlans", Call(&Stub::ListPlans, v1::ListPlansRequest())},
            {"GetPlan", Call(&Stub::GetPlan, plan)},
            {"ComparePlans", Call(&Stub::ComparePlans, compared)},
            {"Explain", Call(&Stub::Explain, v1::ExplainRequest())},
            {"GetIndexInfo", Call(&Stub::GetIndexInfo, v1::GetIndexInfoRequest())}};
  }

  std::unique_ptr<CurrentSnapshot> current_;
  std::unique_ptr<PlanSearchService> service_;
  std::unique_ptr<grpc::Server> server_;
  std::unique_ptr<v1::PlanSearchService::Stub> stub_;
};

TEST_F(TurnAwayTest, CallsOfEveryMethodAreSentElsewhere) {
  for (const auto& [method, status] : CallAll()) {
    EXPECT_TRUE(status.ok()) << method << ": " << status.error_message();
  }
  service_->TurnAway();
  for (const auto& [method, status] : CallAll()) {
    EXPECT_EQ(grpc::StatusCode::UNAVAILABLE, status.error_code()) << method;
    EXPECT_EQ("SHUTTING_DOWN", ReasonOf(status)) << method;
  }
}

TEST_F(TurnAwayTest, CallsAnsweredFromMemoryAreCountedToo) {
  const auto last_end = [this] { return service_->WaitUntilNoneRuns(CallCount::Clock::now()); };
  ASSERT_EQ(CallCount::Clock::time_point(), last_end());
  EXPECT_TRUE(Call(&Stub::GetIndexInfo, v1::GetIndexInfoRequest()).ok());
  EXPECT_NE(CallCount::Clock::time_point(), last_end());
}

}  // namespace
}  // namespace plansok::searchd
