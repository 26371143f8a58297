#include "text/ocr_counts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "text/ocr_channel.h"
#include "text/ocr_scan.h"

namespace plansok::text {
namespace {

using ::testing::HasSubstr;

TEST(WordCountsTest, ReadsWordsAndPairs) {
  WordCounts counts;
  ASSERT_TRUE(counts.AddTable("<num>\t7\tår 3\nden\t20\tmån 9\nmån\t10\t\når\t5\t\n", "t").ok());
  const WordCounts::Id man = counts.Find("m\xE5n");
  EXPECT_EQ(counts.Count(man), 10);
  EXPECT_EQ(counts.Count(WordCounts::kNumber), 7);
  EXPECT_EQ(counts.Find("finns"), WordCounts::kUnknown);
  EXPECT_EQ(counts.DiscountedPair(counts.Find("den"), man), 8.25);
  EXPECT_EQ(counts.DiscountedPair(man, counts.Find("den")), 0);
  EXPECT_EQ(counts.DiscountedPairs(counts.Find("den")), 8.25);
  EXPECT_EQ(counts.Unexplained(man), 1.75) << "what stands after \"den\" says nothing of other places";
}

TEST(WordCountsTest, WeighsDocumentsAndJoinsThemWithTheTable) {
  const auto channel = OcrChannel::Parse("ö\t6\t0.07\n", "t");
  WordCounts counts;
  ASSERT_TRUE(counts.AddTable("ska\t4\t\n", "t").ok());
  counts.AddText(ScanText("Nämnden ska 2025. Vi f6lja", *channel), 10);
  EXPECT_EQ(counts.Count(counts.Find("ska")), 14);
  EXPECT_EQ(counts.Count(counts.Find("n\xE4mnden")), 10);
  EXPECT_EQ(counts.DiscountedPair(counts.Find("ska"), WordCounts::kNumber), 2.5);
  EXPECT_EQ(counts.DiscountedPair(WordCounts::kBound, counts.Find("vi")), 2.5);
  EXPECT_EQ(counts.Find("f6lja"), WordCounts::kUnknown) << "no word";
}

TEST(WordCountsTest, NamesBadLines) {
  for (const char* line :
       {"ord", "ord\tx\t", "ord\t-1\t", "or d\t1\t", "ord\t1\tnästa", "ord\t1\tnästa x", "\t1\t"}) {
    WordCounts counts;
    const absl::Status status = counts.AddTable(std::string("a\t1\t\n") + line + "\n", "frequency.tsv");
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << line;
    EXPECT_THAT(std::string(status.message()), HasSubstr("frequency.tsv:2:")) << line;
  }
}

}  // namespace
}  // namespace plansok::text
