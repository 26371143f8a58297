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

std::size_t PercentEncoded(const std::string& text) {
  std::size_t bytes = 0;
  for (const char c : text) bytes += static_cast<unsigned char>(c) < 0x80U && c != '%' ? 1 : 3;
  return bytes;
}

// https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md: a message is percent-encoded, details are
// base64; a header counts 32 bytes more than it has (RFC 7540, 6.5.2).
std::size_t HeaderBytes(const grpc::Status& status) {
  constexpr std::size_t kRest = 3 * 32 + sizeof "grpc-status" + sizeof "grpc-message" +
                                sizeof "grpc-status-details-bin" + sizeof "content-typeapplication/grpc";
  return kRest + PercentEncoded(status.error_message()) + (status.error_details().size() + 2) / 3 * 4;
}

TEST(Status, HoweverManyAndLongViolationsFitIntoHeaders) {
  constexpr std::size_t kClientsLimit = 8 * 1024;
  for (const std::size_t count : {1U, 2U, 7U, 16U, 17U, 300U, 5000U}) {
    for (const std::size_t length : {5U, 60U, 150U, 400U, 3000U, 60'000U}) {
      for (const std::string letter : {"a", "å", "…"}) {
        std::string what;
        while (what.size() < length) what += letter;
        const std::vector<FieldViolation> violations(count, {"filters.committees[12]", what});
        const grpc::Status status = ToGrpcStatus(InvalidFields(violations));
        EXPECT_LT(HeaderBytes(status), kClientsLimit) << count << " of " << length << ' ' << letter;
        const std::size_t told = ViolatedFields(status).size();
        EXPECT_GE(told, 1U);
        EXPECT_LE(told, kMaxViolations);
        EXPECT_EQ(std::to_string(count),
                  DetailOf<google::rpc::ErrorInfo>(status)->metadata().at("violationCount"));
        if (told == count) continue;
        EXPECT_THAT(status.error_message(), testing::EndsWith(" more")) << count << ' ' << length;
      }
    }
  }
}

TEST(Status, AMessageSaysHowManyViolationsItLeavesOut) {
  const std::vector<FieldViolation> violations(20, {"f", "wrong"});
  const grpc::Status status = ToGrpcStatus(InvalidFields(violations));
  EXPECT_THAT(status.error_message(), testing::EndsWith("f: wrong; and 4 more"));
  EXPECT_EQ(16U, ViolatedFields(status).size());
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
