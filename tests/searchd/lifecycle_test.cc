// The server from its start: health, reflection, new generations, more than it can do.

#include <gmock/gmock.h>
#include <grpcpp/generic/generic_stub.h>
#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <mutex>
#include <thread>

#include "tests/searchd/details.h"
#include "tests/searchd/server_fixture.h"

namespace plansok::searchd {
namespace {

using testing::HasSubstr;

class LifecycleTest : public ServerTest {
 protected:
  /// Callers that search until they are stopped; every status but OK is kept.
  class Load {
   public:
    explicit Load(v1::PlanSearchService::Stub& stub) {
      for (int i = 0; i < 4; ++i)
        threads_.emplace_back([this, &stub](const std::stop_token& stop) { Run(stub, stop); });
    }
    void Stop() { threads_.clear(); }
    int answered() const { return answered_; }
    const std::vector<std::string>& failures() const { return failures_; }  ///< after Stop()

   private:
    void Run(v1::PlanSearchService::Stub& stub, const std::stop_token& stop) {
      v1::SearchRequest request;
      request.set_query("bostad hemlöshet");
      request.add_facets("committee");
      while (!stop.stop_requested()) {
        grpc::ClientContext context;
        v1::SearchResponse response;
        const grpc::Status status = stub.Search(&context, request, &response);
        if (status.ok() && response.total_size() > 0) {
          ++answered_;
        } else {
          const std::lock_guard lock(mutex_);
          failures_.push_back(status.error_message());
        }
      }
    }

    std::atomic<int> answered_ = 0;
    std::mutex mutex_;
    std::vector<std::string> failures_;
    std::vector<std::jthread> threads_;
  };

  /// Sends one message of raw bytes and gives back the first of the answer: for services whose code Debian
  /// does not package.
  std::string Exchange(const std::string& method, const std::string& message) {
    grpc::GenericStub stub(channel_);
    grpc::ClientContext context;
    grpc::CompletionQueue queue;
    const auto call = stub.PrepareCall(&context, method, &queue);
    const auto wait = [&queue] {
      void* tag = nullptr;
      bool ok = false;
      return queue.Next(&tag, &ok) && ok;
    };
    call->StartCall(nullptr);
    wait();
    const grpc::Slice slice(message);
    call->Write(grpc::ByteBuffer(&slice, 1), nullptr);
    wait();
    grpc::ByteBuffer answer;
    call->Read(&answer, nullptr);
    const bool read = wait();
    std::vector<grpc::Slice> slices;
    EXPECT_TRUE(!read || answer.Dump(&slices).ok());
    std::string bytes;
    for (const auto& part : slices) bytes.append(reinterpret_cast<const char*>(part.begin()), part.size());
    context.TryCancel();
    grpc::Status status;
    call->Finish(&status, nullptr);
    wait();
    return bytes;
  }

  /// grpc.health.v1: 1 SERVING, 2 NOT_SERVING; 0 when the name is not known.
  int Health(const std::string& service) {
    std::string request;
    if (!service.empty()) request = "\x0A" + std::string(1, static_cast<char>(service.size())) + service;
    const std::string answer = Exchange("/grpc.health.v1.Health/Check", request);
    return answer.size() == 2 ? answer[1] : 0;
  }
};

TEST_F(LifecycleTest, HealthKnowsTheServerAndItsService) {
  Serve(1, 1);
  EXPECT_EQ(1, Health(""));
  EXPECT_EQ(1, Health("plansok.v1.PlanSearchService"));
  EXPECT_EQ(0, Health("plansok.v1.NoSuchService"));
}

TEST_F(LifecycleTest, ReflectionListsTheService) {
  Serve(1, 1);
  const std::string list_services("\x3A\x01*", 3);
  EXPECT_THAT(Exchange("/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo", list_services),
              HasSubstr("plansok.v1.PlanSearchService"));
}

TEST_F(LifecycleTest, ATakenPortIsAnError) {
  Serve(1, 1);
  Config second = config_;
  second.listen = server_->address();
  const auto started = Server::Start(second);
  EXPECT_TRUE(absl::IsUnavailable(started.status())) << started.status();
  EXPECT_THAT(std::string(started.status().message()), HasSubstr(server_->address()));
}

TEST_F(LifecycleTest, WithoutAnIndexThereIsNoServer) {
  const auto started = Server::Start(config_);
  EXPECT_TRUE(absl::IsNotFound(started.status())) << started.status();
  EXPECT_THAT(std::string(started.status().message()), HasSubstr(index_.string()));
}

TEST_F(LifecycleTest, ANewGenerationIsPickedUpWithoutAFailedRequest) {
  Serve(2, 50);
  Load load(*stub_);
  std::string served = ServedGeneration();
  for (int round = 0; round < 3; ++round) {
    Publish(index_, MadeUpPlans(3 + round, 50));
    server_->Reload();
    ASSERT_TRUE(Eventually([&] { return ServedGeneration() != served; }));
    served = ServedGeneration();
  }
  const int before = load.answered();
  EXPECT_TRUE(Eventually([&] { return load.answered() > before + 20; }));
  load.Stop();
  EXPECT_THAT(load.failures(), testing::IsEmpty());
}

TEST_F(LifecycleTest, TheFolderIsWatchedWithoutBeingTold) {
  Serve(1, 5);
  const std::string served = ServedGeneration();
  Publish(index_, MadeUpPlans(2, 5));
  EXPECT_TRUE(Eventually([&] { return ServedGeneration() != served; }));
}

TEST_F(LifecycleTest, ATokenOfTheLastGenerationExpires) {
  Serve(1, 30);
  v1::SearchRequest request;
  v1::SearchResponse response;
  ASSERT_TRUE(Search(request, response).ok());
  request.set_page_token(response.next_page_token());
  const std::string served = ServedGeneration();
  Publish(index_, MadeUpPlans(1, 31));
  ASSERT_TRUE(Eventually([&] { return ServedGeneration() != served; }));
  EXPECT_EQ("PAGE_TOKEN_EXPIRED", ReasonOf(Search(request, response)));
}

TEST_F(LifecycleTest, APassedDeadlineIsSaid) {
  Serve(1, 100);
  grpc::ClientContext client;
  client.set_deadline(std::chrono::system_clock::now() - std::chrono::seconds(1));
  v1::SearchResponse response;
  EXPECT_EQ(grpc::StatusCode::DEADLINE_EXCEEDED, stub_->Search(&client, {}, &response).error_code());
}

TEST_F(LifecycleTest, AnOverfullQueueRefusesAtOnceAndServesTheRest) {
  config_.workers = 1;
  config_.queue = 1;
  Serve(1, 2000);
  constexpr int kCalls = 300;
  v1::SearchRequest request;
  request.set_query("bostad");
  request.set_page_size(1000);
  std::vector<grpc::ClientContext> contexts(kCalls);
  std::vector<v1::SearchResponse> responses(kCalls);
  std::vector<std::promise<grpc::Status>> done(kCalls);
  for (std::size_t i = 0; i < kCalls; ++i) {
    stub_->async()->Search(&contexts[i], &request, &responses[i],
                           [&done, i](const grpc::Status& status) { done[i].set_value(status); });
  }
  int served = 0;
  int refused = 0;
  for (auto& promise : done) {
    const grpc::Status status = promise.get_future().get();
    served += status.ok() ? 1 : 0;
    if (status.ok()) continue;
    ++refused;
    EXPECT_EQ(grpc::StatusCode::RESOURCE_EXHAUSTED, status.error_code()) << status.error_message();
    EXPECT_EQ("QUEUE_FULL", ReasonOf(status));
    EXPECT_TRUE(DetailOf<google::rpc::RetryInfo>(status).has_value());
  }
  EXPECT_GT(served, 0);
  EXPECT_GT(refused, 0);
}

}  // namespace
}  // namespace plansok::searchd
