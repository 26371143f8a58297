// The server's slow callers, and its end.

#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <thread>
#include <vector>

#include "tests/searchd/server_fixture.h"

namespace plansok::searchd {
namespace {

/// Enough paragraphs that an export outgrows every buffer between server and caller.
constexpr int kManyParagraphs = 20'000;

class DrainTest : public ServerTest {};

TEST_F(DrainTest, AStalledExportHoldsNoWorker) {
  config_.workers = 1;
  Serve(1, kManyParagraphs);
  grpc::ClientContext stalled;
  const auto reader = stub_->Export(&stalled, {});
  v1::ExportResponse first;
  ASSERT_TRUE(reader->Read(&first));
  for (int i = 0; i < 20; ++i) {
    v1::SearchResponse response;
    EXPECT_TRUE(Search({}, response).ok());
  }
  int read = 1;
  while (reader->Read(&first)) ++read;
  EXPECT_TRUE(reader->Finish().ok());
  EXPECT_EQ(kManyParagraphs, read);
}

TEST_F(DrainTest, ACancelledExportEnds) {
  config_.workers = 1;
  Serve(1, kManyParagraphs);
  for (int i = 0; i < 20; ++i) {
    grpc::ClientContext client;
    const auto reader = stub_->Export(&client, {});
    v1::ExportResponse response;
    EXPECT_TRUE(i % 2 == 0 || reader->Read(&response));
    client.TryCancel();
    EXPECT_EQ(grpc::StatusCode::CANCELLED, reader->Finish().error_code());
  }
  // Nothing is left that a drain would have to wait for: else this would hang.
  server_->Drain(std::chrono::hours(1));
}

TEST_F(DrainTest, ADrainFinishesWhatRunsAndRefusesTheRest) {
  Serve(1, kManyParagraphs);
  grpc::ClientContext client;
  const auto reader = stub_->Export(&client, {});
  v1::ExportResponse response;
  ASSERT_TRUE(reader->Read(&response));
  auto drained = std::async(std::launch::async, [this] { server_->Drain(std::chrono::seconds(120)); });
  int read = 1;
  while (reader->Read(&response)) ++read;
  const grpc::Status status = reader->Finish();
  EXPECT_TRUE(status.ok()) << status.error_code() << " " << status.error_message();
  EXPECT_EQ(kManyParagraphs, read);
  drained.get();
  v1::SearchResponse late;
  EXPECT_EQ(grpc::StatusCode::UNAVAILABLE, Search({}, late).error_code());
}

TEST_F(DrainTest, ADrainHasItsEnd) {
  Serve(1, kManyParagraphs);
  grpc::ClientContext client;
  const auto reader = stub_->Export(&client, {});
  v1::ExportResponse response;
  ASSERT_TRUE(reader->Read(&response));
  server_->Drain(std::chrono::seconds(1));  // the export is not read meanwhile
  while (reader->Read(&response)) {
  }
  EXPECT_EQ(grpc::StatusCode::UNAVAILABLE, reader->Finish().error_code());
}

TEST_F(DrainTest, CutShortHurriesADrain) {
  Serve(1, kManyParagraphs);
  grpc::ClientContext client;
  const auto reader = stub_->Export(&client, {});
  v1::ExportResponse response;
  ASSERT_TRUE(reader->Read(&response));
  auto drained = std::async(std::launch::async, [this] { server_->Drain(std::chrono::hours(1)); });
  EXPECT_EQ(std::future_status::timeout, drained.wait_for(std::chrono::milliseconds(300)));
  server_->CutShort();
  EXPECT_EQ(std::future_status::ready, drained.wait_for(std::chrono::seconds(60)));
  while (reader->Read(&response)) {
  }
  EXPECT_EQ(grpc::StatusCode::UNAVAILABLE, reader->Finish().error_code());
}

TEST_F(DrainTest, DrainWhileSearchesRunFailsNoneWithAnythingButUnavailable) {
  Serve(2, 500);
  std::atomic<bool> wrong = false;
  std::atomic<int> answered = 0;
  std::vector<std::jthread> callers;
  for (int i = 0; i < 4; ++i) {
    callers.emplace_back([this, &wrong, &answered](const std::stop_token& stop) {
      while (!stop.stop_requested()) {
        v1::SearchResponse response;
        const grpc::Status status = Search({}, response);
        if (status.error_code() == grpc::StatusCode::UNAVAILABLE) return;
        EXPECT_TRUE(status.ok()) << status.error_code() << " " << status.error_message();
        if (!status.ok()) wrong = true;
        ++answered;
      }
    });
  }
  ASSERT_TRUE(Eventually([&] { return answered > 20; }));
  server_->Drain(std::chrono::seconds(60));
  callers.clear();
  EXPECT_FALSE(wrong);
}

}  // namespace
}  // namespace plansok::searchd
