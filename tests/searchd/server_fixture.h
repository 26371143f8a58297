/// A whole server in process, over a small index, and a client's stub for it.
#ifndef PLANSOK_TESTS_SEARCHD_SERVER_FIXTURE_H_
#define PLANSOK_TESTS_SEARCHD_SERVER_FIXTURE_H_

#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "plansok/v1/plan_search_service.grpc.pb.h"
#include "searchd/logging.h"
#include "searchd/server.h"
#include "tests/searchd/small_index.h"

namespace plansok::searchd {

class ServerTest : public testing::Test {
 protected:
  ServerTest() : index_(FreshFolder()) {
    static const bool logging = (StartLogging(), true);
    EXPECT_TRUE(logging);
    config_.index = index_;
    config_.listen = "127.0.0.1:0";
    config_.workers = 2;
  }
  ~ServerTest() override {
    server_.reset();
    std::filesystem::remove_all(index_);
  }

  /// Publishes and serves.
  void Serve(int plans, int paragraphs) { Serve(MadeUpPlans(plans, paragraphs)); }
  void Serve(const std::vector<plan::Plan>& plans) {
    ASSERT_NO_FATAL_FAILURE(Publish(index_, plans));
    auto started = Server::Start(config_);
    ASSERT_TRUE(started.ok()) << started.status();
    server_ = *std::move(started);
    // The client takes in little more than it reads: a stream that is not read stays unfinished.
    grpc::ChannelArguments arguments;
    arguments.SetInt(GRPC_ARG_HTTP2_BDP_PROBE, 0);
    arguments.SetInt(GRPC_ARG_HTTP2_STREAM_LOOKAHEAD_BYTES, 64 * 1024);
    channel_ = grpc::CreateCustomChannel(server_->address(), grpc::InsecureChannelCredentials(), arguments);
    stub_ = v1::PlanSearchService::NewStub(channel_);
  }

  grpc::Status Search(const v1::SearchRequest& request, v1::SearchResponse& response) {
    grpc::ClientContext context;
    return stub_->Search(&context, request, &response);
  }

  /// The generation that answers.
  std::string ServedGeneration() {
    grpc::ClientContext context;
    v1::IndexInfo info;
    EXPECT_TRUE(stub_->GetIndexInfo(&context, {}, &info).ok());
    return info.generation();
  }

  /// Waits until `condition` holds; false when it does not within a time that only a hung server needs.
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
  Config config_;
  std::unique_ptr<Server> server_;
  std::shared_ptr<grpc::Channel> channel_;
  std::unique_ptr<v1::PlanSearchService::Stub> stub_;
};

}  // namespace plansok::searchd

#endif  // PLANSOK_TESTS_SEARCHD_SERVER_FIXTURE_H_
