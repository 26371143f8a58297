// Paragraphs like a given one, in other plans.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/index/test_index.h"

namespace plansok::index {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* kAssignment =
    "Nämnden får i uppdrag att förebygga vräkningar av barnfamiljer tillsammans med bostadsbolagen.";
constexpr const char* kReworded = "Bostadsbolagen och nämnden ska förebygga att barnfamiljer vräks.";
constexpr const char* kScanned = "Barnfamiljer ska inte vrakas, bostadsbolagen forebygger vrakningar.";
constexpr const char* kScannedRead = "Barnfamiljer ska inte vräkas, bostadsbolagen förebygger vräkningar.";
constexpr const char* kUnlike = "Biblioteken ska ha öppet på söndagar.";

plan::Paragraph Repaired(const std::string& text, const std::string& repaired) {
  plan::Paragraph paragraph = MakeParagraph(text);
  paragraph.repaired_text = repaired;
  return paragraph;
}

class SimilarTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<TemporaryFolder>();
    Publish(
        folder_->path(),
        {MakePlan("plan-a", "Socialnämnden Nordost", 2024,
                  {MakeParagraph(kAssignment), MakeParagraph("Förebygga vräkningar av barnfamiljer."),
                   MakeParagraph("Nämnden vinnlägger sig om trädgårdsodling, biodling, fruktträd och fiske."),
                   MakeParagraph("Och det är det.")}),
         MakePlan("plan-b", "Socialnämnden Centrum", 2025,
                  {MakeParagraph(kReworded), MakeParagraph(kUnlike), MakeParagraph("Nämnden finns."),
                   MakeParagraph(kAssignment)}),
         MakePlan("plan-c", "Kulturnämnden", 2025, {MakeParagraph(kUnlike)}),
         MakePlan("plan-d", "Socialnämnden Sydväst", 2021, {Repaired(kScanned, kScannedRead)})});
    searcher_ = std::make_unique<Searcher>(OpenSearcher(folder_->path()));
  }
  static void TearDownTestSuite() {
    searcher_.reset();
    folder_.reset();
  }

  static std::vector<Hit> Similar(const std::string& plan, const std::string& text, int limit = 10) {
    auto hits = searcher_->FindSimilar(plan, IdOf(searcher_.get(), plan, text), limit, GoOn);
    EXPECT_TRUE(hits.ok()) << hits.status();
    return hits.value_or(std::vector<Hit>());
  }

  static std::vector<std::string> Texts(const std::vector<Hit>& hits) {
    std::vector<std::string> texts;
    for (const Hit& hit : hits) texts.push_back(hit.paragraph->text);
    return texts;
  }

  inline static std::unique_ptr<TemporaryFolder> folder_;
  inline static std::unique_ptr<Searcher> searcher_;
};

TEST_F(SimilarTest, SameWordsComeFirstThenThoseWithMostInCommonInOtherPlans) {
  const std::vector<Hit> hits = Similar("plan-a", kAssignment);
  ASSERT_THAT(Texts(hits), ElementsAre(kAssignment, kScanned, kReworded));
  EXPECT_EQ(hits[0].score, 1);
  for (std::size_t i = 1; i < hits.size(); ++i) EXPECT_LE(hits[i].score, hits[i - 1].score);
  for (const Hit& hit : hits) EXPECT_NE(hit.plan_id, "plan-a");
}

TEST_F(SimilarTest, ABadScanIsSoughtByWhatItWasReadAs) {
  const std::vector<std::string> found = Texts(Similar("plan-d", kScanned));
  EXPECT_THAT(found, testing::Contains(kAssignment));
  EXPECT_THAT(found, testing::Not(testing::Contains(kUnlike)));
}

TEST_F(SimilarTest, SharedWordsAreMarked) {
  const std::vector<Hit> hits = Similar("plan-a", kAssignment);
  ASSERT_THAT(hits, SizeIs(3));
  EXPECT_FALSE(hits[2].snippet.highlights.empty());
}

TEST_F(SimilarTest, WhatHasLittleInCommonIsNotShown) {
  EXPECT_THAT(Texts(Similar("plan-c", kUnlike)), ElementsAre(kUnlike)) << "its duplicate alone";
  EXPECT_THAT(Similar("plan-a", "Nämnden vinnlägger sig om trädgårdsodling, biodling, fruktträd och fiske."),
              IsEmpty());
  EXPECT_THAT(Similar("plan-a", "Och det är det."), IsEmpty()) << "stopwords tell nothing";
}

TEST_F(SimilarTest, AnswersTheSameEveryTimeAndNoMoreThanAskedFor) {
  EXPECT_EQ(Texts(Similar("plan-a", kAssignment)), Texts(Similar("plan-a", kAssignment)));
  EXPECT_THAT(Texts(Similar("plan-a", kAssignment, 1)), ElementsAre(kAssignment));
  EXPECT_THAT(Similar("plan-a", kAssignment, 0), IsEmpty());
}

TEST_F(SimilarTest, UnknownParagraphsAreErrors) {
  const std::string known = IdOf(searcher_.get(), "plan-c", kUnlike);
  EXPECT_EQ(searcher_->FindSimilar("plan-x", known, 10, GoOn).status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(searcher_->FindSimilar("plan-a", known, 10, GoOn).status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(searcher_->FindSimilar("plan-c", "", 10, GoOn).status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(searcher_->FindSimilar("plan-c", known, -1, GoOn).status().code(),
            absl::StatusCode::kInvalidArgument);
}

TEST_F(SimilarTest, StopsWithTheCheckpoint) {
  const auto late = [] { return absl::DeadlineExceededError("too late"); };
  EXPECT_EQ(searcher_->FindSimilar("plan-a", IdOf(searcher_.get(), "plan-a", kAssignment), 10, late)
                .status()
                .code(),
            absl::StatusCode::kDeadlineExceeded);
}

}  // namespace
}  // namespace plansok::index
