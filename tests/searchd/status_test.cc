#include "searchd/status.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/searchd/details.h"

namespace plansok::searchd {
namespace {

using testing::ElementsAre;

TEST(Status, OkStaysOk) { EXPECT_TRUE(ToGrpcStatus(absl::OkStatus()).ok()); }

TEST(Status, EveryCodeBecomesItsOwnAndCarriesErrorInfo) {
  for (int code = 1; code <= 16; ++code) {
    const grpc::Status status = ToGrpcStatus(absl::Status(static_cast<absl::StatusCode>(code), "why"));
    EXPECT_EQ(code, static_cast<int>(status.error_code()));
    EXPECT_EQ("why", status.error_message());
    EXPECT_EQ(absl::StatusCodeToString(static_cast<absl::StatusCode>(code)), ReasonOf(status));
  }
}

TEST(Status, InvalidFieldsNameEachFieldInDetailsAndMessage) {
  const grpc::Status status =
      ToGrpcStatus(InvalidFields({{"page_size", "too large"}, {"query", "too long"}}));
  EXPECT_EQ(grpc::StatusCode::INVALID_ARGUMENT, status.error_code());
  EXPECT_EQ("page_size: too large; query: too long", status.error_message());
  EXPECT_THAT(ViolatedFields(status), ElementsAre("page_size", "query"));
  EXPECT_EQ("INVALID_FIELD", ReasonOf(status));
}

TEST(Status, NotFoundNamesTheResource) {
  const grpc::Status status = ToGrpcStatus(ResourceNotFound("plansok.v1.Plan", "plans/x"));
  EXPECT_EQ(grpc::StatusCode::NOT_FOUND, status.error_code());
  const auto resource = DetailOf<google::rpc::ResourceInfo>(status);
  ASSERT_TRUE(resource.has_value());
  EXPECT_EQ("plansok.v1.Plan", resource->resource_type());
  EXPECT_EQ("plans/x", resource->resource_name());
}

TEST(Status, QueueFullSaysWhenToTryAgain) {
  const grpc::Status status = ToGrpcStatus(QueueFull());
  EXPECT_EQ(grpc::StatusCode::RESOURCE_EXHAUSTED, status.error_code());
  EXPECT_EQ("QUEUE_FULL", ReasonOf(status));
  const auto retry = DetailOf<google::rpc::RetryInfo>(status);
  ASSERT_TRUE(retry.has_value());
  EXPECT_GT(retry->retry_delay().seconds() * 1'000'000'000 + retry->retry_delay().nanos(), 0);
}

}  // namespace
}  // namespace plansok::searchd
