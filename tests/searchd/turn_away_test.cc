// What callers get from a server that is about to shut down.
#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

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
    StartLogging();
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

  grpc::Status Search() {
    grpc::ClientContext context;
    v1::SearchResponse response;
    return stub_->Search(&context, {}, &response);
  }

  std::unique_ptr<CurrentSnapshot> current_;
  std::unique_ptr<PlanSearchService> service_;
  std::unique_ptr<grpc::Server> server_;
  std::unique_ptr<v1::PlanSearchService::Stub> stub_;
};

TEST_F(TurnAwayTest, SearchesAndExportsAreSentElsewhere) {
  EXPECT_TRUE(Search().ok());
  EXPECT_TRUE(Export().ok());
  service_->TurnAway();
  for (const grpc::Status& status : {Search(), Export()}) {
    EXPECT_EQ(grpc::StatusCode::UNAVAILABLE, status.error_code());
    EXPECT_EQ("SHUTTING_DOWN", ReasonOf(status));
  }
}

}  // namespace
}  // namespace plansok::searchd
