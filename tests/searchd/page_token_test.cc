#include "searchd/page_token.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <utility>
#include <vector>

#include "searchd/status.h"
#include "tests/searchd/details.h"

namespace plansok::searchd {
namespace {

constexpr int kDeepest = 100'000;
const PageScope kScope{"000007.1700000000", Fingerprint("bostad först"), kDeepest};

// The offset, or the violation.
std::pair<int, std::vector<FieldViolation>> Read(std::string_view token, const PageScope& scope = kScope) {
  std::vector<FieldViolation> violations;
  const int offset = ReadPageToken(token, scope, violations);
  return {offset, violations};
}

std::string ReasonFor(std::string_view token, const PageScope& scope = kScope) {
  const std::vector<FieldViolation> violations = Read(token, scope).second;
  return violations.empty() ? "" : ReasonOf(ToGrpcStatus(InvalidFields(violations)));
}

TEST(PageToken, GivesBackItsOffset) {
  for (const int offset : {0, 1, 10, 255, 256, 65'536, kDeepest}) {
    const auto [read, violations] = Read(EncodePageToken(kScope, offset));
    EXPECT_EQ(offset, read);
    EXPECT_TRUE(violations.empty());
  }
}

TEST(PageToken, NoTokenIsTheFirstPage) {
  EXPECT_EQ((std::pair<int, std::vector<FieldViolation>>()), Read(""));
}

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
  EXPECT_EQ("INVALID_FIELD", ReasonFor(EncodePageToken(kScope, kDeepest + 1)));
}

TEST(PageToken, NoneIsGivenThatWouldBeRefused) {
  for (const int offset : {1, 99'999, kDeepest, kDeepest + 1, 300'000}) {
    const std::string token = NextPageToken(kScope, offset, 200'000);
    EXPECT_EQ(offset <= kDeepest, !token.empty()) << offset;
    EXPECT_EQ("", ReasonFor(token)) << offset;
  }
  EXPECT_EQ("", NextPageToken(kScope, 10, 10));
}

TEST(PageToken, APageMayBeginAnywhereWhereNothingIsRanked) {
  const PageScope unranked{kScope.generation, kScope.fingerprint};
  const std::string token = NextPageToken(unranked, 2'000'000'000, 2'000'000'001);
  EXPECT_EQ(2'000'000'000, Read(token, unranked).first);
  // Four bytes hold more than an int.
  EXPECT_EQ("INVALID_FIELD", ReasonFor(EncodePageToken(unranked, -1), unranked));
}

TEST(PageToken, GarbageIsRefusedAndNamesTheField) {
  for (const std::string_view garbage : {"x", "!!!", "åäö", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAA"}) {
    EXPECT_EQ("PAGE_TOKEN_MALFORMED", ReasonFor(garbage)) << garbage;
    EXPECT_EQ("page_token", Read(garbage).second.at(0).field);
  }
  EXPECT_EQ("PAGE_TOKEN_MALFORMED", ReasonFor(std::string(100'000, 'A')));
}

TEST(PageToken, AnyDamageIsRefusedOrAnotherOffsetButNeverOutOfRange) {
  const std::string token = EncodePageToken(kScope, 1234);
  std::mt19937 random(1);  // NOLINT: the same damage in every run
  for (int i = 0; i < 10'000; ++i) {
    std::string damaged = token;
    damaged[random() % damaged.size()] = static_cast<char>(random() % 256);
    const auto [offset, violations] = Read(damaged);
    EXPECT_GE(offset, 0);
    EXPECT_LE(offset, violations.empty() ? kDeepest : 0);
  }
}

TEST(PageToken, FingerprintIsFnv1a) {
  EXPECT_EQ(0xcbf29ce484222325U, Fingerprint(""));
  EXPECT_EQ(0xaf63dc4c8601ec8cU, Fingerprint("a"));
}

}  // namespace
}  // namespace plansok::searchd
