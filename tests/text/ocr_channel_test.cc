#include "text/ocr_channel.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace plansok::text {
namespace {

using ::testing::HasSubstr;

TEST(OcrChannelTest, CostsAreNegativeLogarithms) {
  const auto channel = OcrChannel::Parse("# comment\n\nä\ta\t0.36\nä\téa\t0.04\nrn\tm\t0.5\n", "t");
  ASSERT_TRUE(channel.ok()) << channel.status();
  ASSERT_EQ(channel->Observed(U'a').size(), 1U);
  EXPECT_EQ(channel->Observed(U'a')[0].truth, "\xE4");
  EXPECT_NEAR(channel->Observed(U'a')[0].cost, -std::log(0.36), 1e-6);
  EXPECT_EQ(channel->Observed(U'é')[0].observed, U"éa");
  EXPECT_EQ(channel->Observed(U'm')[0].truth, "rn");
  EXPECT_TRUE(channel->Observed(U'x').empty());
}

TEST(OcrChannelTest, ALetterStaysItselfWithWhatItsConfusionsLeave) {
  const auto channel = OcrChannel::Parse("å\ta\t0.6\nå\td\t0.3\nö\to\t0.99\nö\t6\t0.5\n", "t");
  ASSERT_TRUE(channel.ok()) << channel.status();
  EXPECT_NEAR(channel->IdentityCost('\xE5'), -std::log(0.1), 1e-5);
  EXPECT_NEAR(channel->IdentityCost('\xF6'), -std::log(0.02), 1e-5) << "at least 0.02";
  EXPECT_EQ(channel->IdentityCost('k'), 0);
}

TEST(OcrChannelTest, SignsAreWhatIsNoLetterButMayHaveBeenOne) {
  const auto channel = OcrChannel::Parse("ö\t6\t0.07\nö\to\t0.8\nä\t&\t0.02\n", "t");
  ASSERT_TRUE(channel.ok()) << channel.status();
  EXPECT_TRUE(channel->IsSign(U'6'));
  EXPECT_TRUE(channel->IsSign(U'&'));
  EXPECT_FALSE(channel->IsSign(U'o'));
  EXPECT_FALSE(channel->IsSign(U'7'));
}

TEST(OcrChannelTest, BadLinesAreNamed) {
  for (const char* line : {"ä", "ä\ta", "ä\ta\t", "ä\ta\t0", "ä\ta\t1.5", "ä\ta\t0.5x", "\ta\t0.5",
                           "ä\t\t0.5", "äää\ta\t0.5", "ä\taaa\t0.5", "7\ta\t0.5"}) {
    const auto channel = OcrChannel::Parse(std::string("ä\ta\t0.3\n") + line + "\n", "confusions.tsv");
    ASSERT_FALSE(channel.ok()) << line;
    EXPECT_EQ(channel.status().code(), absl::StatusCode::kInvalidArgument);
    EXPECT_THAT(std::string(channel.status().message()), HasSubstr("confusions.tsv:2:"));
  }
}

TEST(OcrChannelTest, AMissingFileIsNamed) {
  const auto channel = OcrChannel::Load("/no/such/confusions.tsv");
  EXPECT_EQ(channel.status().code(), absl::StatusCode::kNotFound);
  EXPECT_THAT(std::string(channel.status().message()), HasSubstr("/no/such/confusions.tsv"));
}

TEST(OcrChannelTest, TheShippedTableHoldsNoMoreThanAllProbability) {
  const auto channel = OcrChannel::Load(PLANSOK_SOURCE_DIR "/ocr/confusions.tsv");
  ASSERT_TRUE(channel.ok()) << channel.status();
  for (const char letter : {'\xE4', '\xE5', '\xF6'}) {
    EXPECT_GT(channel->IdentityCost(letter), 2) << "å, ä and ö are nearly always misread";
    EXPECT_LE(channel->IdentityCost(letter), -std::log(0.02) + 1e-4);
  }
  for (char letter = 'a'; letter <= 'z'; ++letter) {
    EXPECT_LT(channel->IdentityCost(letter), 0.1) << letter;
  }
}

}  // namespace
}  // namespace plansok::text
