#include "searchd/page_token.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "searchd/status.h"
#include "tests/searchd/details.h"

namespace plansok::searchd {
namespace {

const PageScope kScope{"000007.1700000000", Fingerprint("bostad först")};

std::string ReasonFor(std::string_view token, const PageScope& scope = kScope) {
  return ReasonOf(ToGrpcStatus(DecodePageToken(token, scope).status()));
}

TEST(PageToken, GivesBackItsOffset) {
  for (const int offset : {0, 1, 10, 255, 256, 65'536, kMaxOffset}) {
    EXPECT_EQ(offset, DecodePageToken(EncodePageToken(kScope, offset), kScope).value());
  }
}

TEST(PageToken, NoTokenIsTheFirstPage) { EXPECT_EQ(0, DecodePageToken("", kScope).value()); }

TEST(PageToken, NeedsNoEscapingInAnAddress) {
  const std::string token = EncodePageToken(kScope, 4711);
  EXPECT_EQ(std::string::npos, token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                                       "0123456789-_"));
}

TEST(PageToken, OfAnotherQueryIsRefused) {
  const std::string token = EncodePageToken(kScope, 10);
  EXPECT_EQ("PAGE_TOKEN_MISMATCH", ReasonFor(token, {kScope.generation, Fingerprint("annat")}));
}

TEST(PageToken, OfAnotherGenerationIsRefused) {
  EXPECT_EQ("PAGE_TOKEN_EXPIRED",
            ReasonFor(EncodePageToken(kScope, 10), {"000008.1700000000", kScope.fingerprint}));
}

TEST(PageToken, TooDeepIsRefused) {
  EXPECT_EQ("INVALID_FIELD", ReasonFor(EncodePageToken(kScope, kMaxOffset + 1)));
}

TEST(PageToken, GarbageIsRefusedAndNamesTheField) {
  for (const std::string_view garbage : {"x", "!!!", "åäö", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAA"}) {
    const grpc::Status status = ToGrpcStatus(DecodePageToken(garbage, kScope).status());
    EXPECT_EQ("PAGE_TOKEN_MALFORMED", ReasonOf(status)) << garbage;
    EXPECT_THAT(ViolatedFields(status), testing::ElementsAre("page_token"));
  }
  EXPECT_EQ("PAGE_TOKEN_MALFORMED", ReasonFor(std::string(100'000, 'A')));
}

TEST(PageToken, AnyDamageIsRefusedOrAnotherOffsetButNeverOutOfRange) {
  const std::string token = EncodePageToken(kScope, 1234);
  std::mt19937 random(1);  // NOLINT: the same damage in every run
  for (int i = 0; i < 10'000; ++i) {
    std::string damaged = token;
    damaged[random() % damaged.size()] = static_cast<char>(random() % 256);
    const auto offset = DecodePageToken(damaged, kScope);
    if (offset.ok()) {
      EXPECT_GE(*offset, 0);
      EXPECT_LE(*offset, kMaxOffset);
    } else {
      EXPECT_TRUE(absl::IsInvalidArgument(offset.status()));
    }
  }
}

TEST(PageToken, FingerprintIsFnv1a) {
  EXPECT_EQ(0xcbf29ce484222325U, Fingerprint(""));
  EXPECT_EQ(0xaf63dc4c8601ec8cU, Fingerprint("a"));
}

}  // namespace
}  // namespace plansok::searchd
