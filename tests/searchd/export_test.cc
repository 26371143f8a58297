// Exports whose callers read slowly, not at all, go away, or are too many.
#include <gmock/gmock.h>
#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <string>
#include <thread>

#include "searchd/logging.h"
#include "searchd/reloader.h"
#include "searchd/service.h"
#include "tests/searchd/details.h"
#include "tests/searchd/small_index.h"

namespace plansok::searchd {
namespace {

constexpr int kPlans = 3;
constexpr int kParagraphs = 3000;  // a megabyte and more: what the network holds is a fraction of it

// The service alone, with limits of the test's own and nobody who looks for stalled exports but the test.
class ExportTest : public testing::Test {
 protected:
  ExportTest() : index_(FreshFolder()) {
    static const bool logging = (StartLogging(), true);
    EXPECT_TRUE(logging);
  }
  ~ExportTest() override {
    if (service_) service_->CutShort();
    if (server_) server_->Shutdown(std::chrono::system_clock::now());
    std::filesystem::remove_all(index_);
  }

  void Serve(ExportLimits limits) {
    ASSERT_NO_FATAL_FAILURE(Publish(index_, MadeUpPlans(kPlans, kParagraphs)));
    auto loaded = LoadCurrentGeneration(index_);
    ASSERT_TRUE(loaded.ok()) << loaded.status();
    current_ = std::make_unique<CurrentSnapshot>(loaded->snapshot);
    ServiceOptions options;
    options.workers = 2;
    options.queue = 8;
    options.exports = limits;
    service_ = std::make_unique<PlanSearchService>(*current_, options);
    grpc::ServerBuilder builder;
    int port = 0;
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
    builder.RegisterService(service_.get());
    server_ = builder.BuildAndStart();
    grpc::ChannelArguments arguments;  // the client takes in little more than it reads
    arguments.SetInt(GRPC_ARG_HTTP2_BDP_PROBE, 0);
    arguments.SetInt(GRPC_ARG_HTTP2_STREAM_LOOKAHEAD_BYTES, 64 * 1024);
    stub_ = v1::PlanSearchService::NewStub(grpc::CreateCustomChannel(
        "127.0.0.1:" + std::to_string(port), grpc::InsecureChannelCredentials(), arguments));
  }

  // An export of everything that has given its first paragraph.
  struct Running {
    grpc::ClientContext context;
    std::unique_ptr<grpc::ClientReader<v1::ExportResponse>> reader;

    int ReadAll() {
      int paragraphs = 0;
      for (v1::ExportResponse response; reader->Read(&response);) ++paragraphs;
      return paragraphs;
    }
  };
  std::unique_ptr<Running> Begin() {
    auto running = std::make_unique<Running>();
    running->reader = stub_->Export(&running->context, {});
    v1::ExportResponse response;
    EXPECT_TRUE(running->reader->Read(&response));
    return running;
  }

  // A stream's place is given back a moment after its caller has had the last of it.
  std::unique_ptr<Running> BeginWhereThereIsPlace() {
    std::unique_ptr<Running> running;
    EXPECT_TRUE(Eventually([&] {
      running = std::make_unique<Running>();
      running->reader = stub_->Export(&running->context, {});
      v1::ExportResponse response;
      if (running->reader->Read(&response)) return true;
      EXPECT_EQ(grpc::StatusCode::RESOURCE_EXHAUSTED, running->reader->Finish().error_code());
      return false;
    }));
    return running;
  }

  // A whole export of one plan.
  grpc::Status ExportOne() {
    grpc::ClientContext context;
    v1::ExportRequest request;
    request.mutable_filters()->add_plans("plans/plan-001");
    const auto reader = stub_->Export(&context, request);
    for (v1::ExportResponse response; reader->Read(&response);) {
    }
    return reader->Finish();
  }

  template <class Condition>
  static bool Eventually(const Condition& condition) {
    const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (!condition()) {
      if (std::chrono::steady_clock::now() > give_up) return false;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return true;
  }

  std::filesystem::path index_;
  std::unique_ptr<CurrentSnapshot> current_;
  std::unique_ptr<PlanSearchService> service_;
  std::unique_ptr<grpc::Server> server_;
  std::unique_ptr<v1::PlanSearchService::Stub> stub_;
};

TEST_F(ExportTest, OneTooManyIsToldToComeBack) {
  ExportLimits limits;
  limits.streams = 2;
  Serve(limits);
  const auto first = Begin();
  const auto second = Begin();
  const grpc::Status refused = ExportOne();
  EXPECT_EQ(grpc::StatusCode::RESOURCE_EXHAUSTED, refused.error_code());
  EXPECT_EQ("TOO_MANY_EXPORTS", ReasonOf(refused));
  EXPECT_TRUE(DetailOf<google::rpc::RetryInfo>(refused).has_value());
  EXPECT_EQ(kPlans * kParagraphs - 1, first->ReadAll());  // the refused one did the others no harm
  EXPECT_TRUE(first->reader->Finish().ok());
  EXPECT_TRUE(Eventually([this] { return ExportOne().ok(); }));
  EXPECT_EQ(kPlans * kParagraphs - 1, second->ReadAll());
}

TEST_F(ExportTest, ACallerThatReadsNothingIsCutOff) {
  ExportLimits limits;
  limits.streams = 1;
  limits.stall = std::chrono::milliseconds(50);
  Serve(limits);
  const auto stalled = Begin();
  EXPECT_EQ(grpc::StatusCode::RESOURCE_EXHAUSTED, ExportOne().error_code());
  EXPECT_TRUE(Eventually([this] {  // its place is free when it has been cut off
    service_->CutOffStalledExports();
    return ExportOne().ok();
  }));
  EXPECT_LT(stalled->ReadAll(), kPlans * kParagraphs - 1);
  const grpc::Status status = stalled->reader->Finish();
  EXPECT_EQ(grpc::StatusCode::CANCELLED, status.error_code());
  EXPECT_EQ("the caller read nothing for too long", status.error_message());
}

TEST_F(ExportTest, ACallerThatReadsNothingForAWhileIsNotCutOffBeforeItsTime) {
  Serve({});  // a minute, as the contract says
  const auto slow = Begin();
  for (int i = 0; i < 20; ++i) service_->CutOffStalledExports();
  EXPECT_EQ(kPlans * kParagraphs - 1, slow->ReadAll());
  EXPECT_TRUE(slow->reader->Finish().ok());
}

TEST_F(ExportTest, ACallerThatGoesAwayLeavesNothingRunning) {
  ExportLimits limits;
  limits.streams = 1;
  Serve(limits);
  for (int i = 0; i < 5; ++i) {
    const auto going = BeginWhereThereIsPlace();
    going->context.TryCancel();
    EXPECT_EQ(grpc::StatusCode::CANCELLED, (going->ReadAll(), going->reader->Finish().error_code()));
    EXPECT_TRUE(Eventually([this] { return ExportOne().ok(); })) << "its place was not given back";
  }
}

TEST_F(ExportTest, ADrainEndsWhatRunsAndSaysWhy) {
  Serve({});
  const auto running = Begin();
  service_->CutShort();
  EXPECT_LT(running->ReadAll(), kPlans * kParagraphs - 1);
  const grpc::Status status = running->reader->Finish();
  EXPECT_EQ(grpc::StatusCode::UNAVAILABLE, status.error_code()) << status.error_message();
  EXPECT_EQ("SHUTTING_DOWN", ReasonOf(status));
}

// Its status would wait behind messages that its caller does not take.
TEST_F(ExportTest, ADrainEndsACallerThatReadsNothingToo) {
  Serve({});
  const auto stalled = Begin();
  service_->CutShort();
  EXPECT_TRUE(Eventually([this] {
    service_->CutOffStalledExports();
    return service_->WaitUntilNoneRuns({}) != CallCount::Clock::time_point();
  }));
  EXPECT_LT(stalled->ReadAll(), kPlans * kParagraphs - 1);
  EXPECT_EQ(grpc::StatusCode::UNAVAILABLE, stalled->reader->Finish().error_code());
}

}  // namespace
}  // namespace plansok::searchd
