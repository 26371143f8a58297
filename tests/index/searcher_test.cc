#include "index/searcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "query/parser.h"
#include "tests/index/test_index.h"

namespace plansok::index {
namespace {

using query::Field;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

plan::Paragraph Repaired(const std::string& text, const std::string& repaired) {
  plan::Paragraph paragraph = MakeParagraph(text);
  paragraph.repaired_text = repaired;
  return paragraph;
}

plan::Paragraph WithKind(const std::string& text, plan::Kind kind) {
  plan::Paragraph paragraph = MakeParagraph(text);
  paragraph.kind = kind;
  return paragraph;
}

class SearcherTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<TemporaryFolder>();
    Publish(
        folder_->path(),
        {MakePlan("plan-a", "Socialnämnden Nordost", 2024,
                  {MakeParagraph("Hemlösheten ska upphöra."), MakeParagraph("Bostad först är en metod."),
                   MakeParagraph("Först en bostad, sedan ett arbete."),
                   WithKind("Nämnden får i uppdrag att öka trygghetsarbetet.", plan::Kind::kAssignment),
                   Repaired("Bostad Forst ska utokas.", "Bostad Först ska utökas.")}),
         MakePlan("plan-b", "Kulturnämnden", 2025,
                  {MakeParagraph("Biblioteken är öppna 1,5 timmar, enligt § 39."),
                   MakeParagraph("Ett mål är ett mål."), MakeParagraph("Man mal kaffe."),
                   WithKind("Biblioteken får i uppdrag att motverka hemloshet.", plan::Kind::kAssignment)})});
    searcher_ = std::make_unique<Searcher>(OpenSearcher(folder_->path()));
  }
  static void TearDownTestSuite() {
    searcher_.reset();
    folder_.reset();
  }

  static std::vector<std::string> Found(const std::string& line) {
    return Texts(Find(searcher_.get(), line));
  }

  static absl::StatusOr<SearchResult> Search(const std::string& line, std::vector<FieldFilter> filters,
                                             std::vector<Field> facets) {
    SearchRequest request;
    request.query = query::Parse(line);
    request.filters = std::move(filters);
    request.facets = std::move(facets);
    return searcher_->Search(request, GoOn);
  }

  static std::unique_ptr<TemporaryFolder> folder_;
  static std::unique_ptr<Searcher> searcher_;
};

std::unique_ptr<TemporaryFolder> SearcherTest::folder_;
std::unique_ptr<Searcher> SearcherTest::searcher_;

TEST_F(SearcherTest, AWordFindsItsInflections) {
  EXPECT_THAT(Found("bibliotek"), UnorderedElementsAre(HasSubstr("öppna"), HasSubstr("motverka")));
}

TEST_F(SearcherTest, WordsWithoutDiacriticsFindTheirs) {
  EXPECT_THAT(Found("hemloshet"), UnorderedElementsAre(HasSubstr("upphöra"), HasSubstr("motverka")));
}

TEST_F(SearcherTest, AWordFindsTextThatLostItsDiacritics) {
  EXPECT_THAT(Found("hemlöshet"), UnorderedElementsAre(HasSubstr("upphöra"), HasSubstr("motverka")));
}

TEST_F(SearcherTest, AWordWithDiacriticsIsNeverAnotherWord) {
  EXPECT_THAT(Found("mål"), ElementsAre("Ett mål är ett mål."));
}

TEST_F(SearcherTest, TheSameTermsAskedAsATermAndAsAQuestionAreTwoQueries) {
  EXPECT_THAT(Found("biblioteken uppdrag"), ElementsAre(HasSubstr("motverka")));
  EXPECT_THAT(Found("biblioteken och uppdrag"), SizeIs(3)) << "a question takes less than both";
  EXPECT_THAT(Found("biblioteken uppdrag"), ElementsAre(HasSubstr("motverka"))) << "whichever was asked last";
}

TEST_F(SearcherTest, PhrasesHoldTheirOrderAndReachRepairedWords) {
  EXPECT_THAT(Found("\"bostad först\""),
              UnorderedElementsAre("Bostad först är en metod.", "Bostad Forst ska utokas."));
  EXPECT_THAT(Found("\"först bostad\""), IsEmpty());
}

TEST_F(SearcherTest, ARepairedHitIsShownAsPrintedAndSaysHowItWasRead) {
  const SearchResult result = Find(searcher_.get(), "utökas");
  ASSERT_EQ(result.hits.size(), 1U);
  EXPECT_EQ(result.hits[0].snippet.text, "Bostad Forst ska utokas.");
  EXPECT_THAT(result.hits[0].snippet.highlights, ElementsAre(text::Range{17, 23}));
}

TEST_F(SearcherTest, SignsAndNumbersAreFoundAsTheyStand) {
  EXPECT_THAT(Found("§ 39"), ElementsAre(HasSubstr("§ 39")));
  EXPECT_THAT(Found("1,5"), ElementsAre(HasSubstr("1,5")));
  EXPECT_THAT(Found("15"), IsEmpty());
}

TEST_F(SearcherTest, OperatorsCombine) {
  EXPECT_THAT(Found("mål ELLER kaffe"), UnorderedElementsAre("Ett mål är ett mål.", "Man mal kaffe."));
  EXPECT_THAT(Found("bostad OCH arbete"), ElementsAre(HasSubstr("arbete.")));
  EXPECT_THAT(Found("uppdrag -biblioteken"), ElementsAre(HasSubstr("trygghetsarbetet")));
  EXPECT_THAT(Found("trygg*"), ElementsAre(HasSubstr("trygghetsarbetet")));
  EXPECT_THAT(Found("xyz*"), IsEmpty());
  EXPECT_THAT(Found("bostad NÄRA/1 först"), testing::SizeIs(2));
}

TEST_F(SearcherTest, FieldsMatchByIdLabelOrPartOfIt) {
  for (const std::string line : {"uppdrag nämnd:nordost", "uppdrag nämnd:\"Socialnämnden Nordost\"",
                                 "uppdrag nämnd:socialnamnden-nordost", "uppdrag år:2020..2024"}) {
    EXPECT_THAT(Found(line), ElementsAre(HasSubstr("trygghetsarbetet"))) << line;
  }
}

TEST_F(SearcherTest, AnUnknownFieldValueFindsNothingAndSaysSo) {
  const SearchResult result = Find(searcher_.get(), "uppdrag nämnd:kulturnämndem");
  EXPECT_EQ(result.total, 0);
  EXPECT_THAT(result.notes, Contains(HasSubstr("Menade du ”Kulturnämnden”?")));
}

TEST_F(SearcherTest, WordsThatTooFewHaveTogetherAreDroppedAndNamed) {
  const SearchResult result = Find(searcher_.get(), "kaffe zeppelinare");
  EXPECT_THAT(Texts(result), ElementsAre("Man mal kaffe."));
  EXPECT_THAT(result.dropped_words, ElementsAre("zeppelinare"));
  EXPECT_THAT(result.notes, Contains(HasSubstr("”zeppelinare” finns inte")));
}

TEST_F(SearcherTest, AnyLineIsAnswered) {
  for (const std::string line : {"", "*", "\"", "-", "C++", "100 % ekologiskt", "och", "😀", "((("}) {
    Find(searcher_.get(), line);
  }
  EXPECT_EQ(Find(searcher_.get(), "").total, 9);
  EXPECT_EQ(Find(searcher_.get(), "*").total, 0);
}

TEST_F(SearcherTest, AFacetIgnoresItsOwnFilterAndHeedsTheOthers) {
  const auto result =
      Search("uppdrag", {{Field::kCommittee, {"kulturnamnden"}}}, {Field::kCommittee, Field::kYear});
  ASSERT_TRUE(result.ok()) << result.status();
  EXPECT_EQ(result->total, 1);
  EXPECT_EQ(result->facets[0].values.size(), 2U);
  ASSERT_EQ(result->facets[1].values.size(), 1U);
  EXPECT_EQ(result->facets[1].values[0].value, "2025");
}

TEST_F(SearcherTest, ASelectedValueIsListedEvenWhereItCountsNothing) {
  const auto result = Search("kaffe", {{Field::kYear, {"2024"}}}, {Field::kYear});
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result->total, 0);
  ASSERT_EQ(result->facets[0].values.size(), 2U);
  EXPECT_EQ(result->facets[0].values[0].count, 0);
}

TEST_F(SearcherTest, BadFiltersAreRefusedWithAHint) {
  const auto unknown = Search("", {{Field::kCommittee, {"kulturnamndem"}}}, {});
  EXPECT_EQ(unknown.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(unknown.status().message()),
              HasSubstr("menade du \"kulturnamnden\" (Kulturnämnden)?"));
  for (const std::string years : {"2025..2023", "i år", "2025-2024", ""}) {
    EXPECT_FALSE(Search("", {{Field::kYear, {years}}}, {}).ok()) << years;
  }
  EXPECT_FALSE(Search("", {{Field::kKind, {"POEM"}}}, {}).ok());
  EXPECT_TRUE(Search("", {{Field::kKind, {"INDICATOR"}}}, {}).ok());
}

TEST_F(SearcherTest, ACheckpointEndsTheSearch) {
  SearchRequest request;
  request.query = query::Parse("uppdrag och mål på nytt");
  const auto result = searcher_->Search(request, [] { return absl::CancelledError("enough"); });
  EXPECT_EQ(result.status().code(), absl::StatusCode::kCancelled);
}

TEST_F(SearcherTest, AParagraphComesWithItsNeighbours) {
  const SearchResult found = Find(searcher_.get(), "metod");
  ASSERT_EQ(found.hits.size(), 1U);
  const auto context = searcher_->Get("plan-a", found.hits[0].paragraph->id, 5, GoOn);
  ASSERT_TRUE(context.ok()) << context.status();
  EXPECT_EQ(context->before.size(), 1U);
  EXPECT_EQ(context->after.size(), 3U);
  EXPECT_EQ(searcher_->Get("plan-a", "000000000000", 0, GoOn).status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(searcher_->Get("plan-x", found.hits[0].paragraph->id, 0, GoOn).status().code(),
            absl::StatusCode::kNotFound);
}

TEST_F(SearcherTest, ACheckpointEndsTheReadingOfAParagraph) {
  const SearchResult found = Find(searcher_.get(), "metod");
  ASSERT_EQ(found.hits.size(), 1U);
  const auto late = [] { return absl::DeadlineExceededError("late"); };
  for (const int neighbours : {0, 5}) {
    EXPECT_TRUE(absl::IsDeadlineExceeded(
        searcher_->Get("plan-a", found.hits[0].paragraph->id, neighbours, late).status()))
        << neighbours;
  }
}

TEST_F(SearcherTest, APlanIsLoadedAsItWasWritten) {
  const auto plan = searcher_->LoadPlan("plan-b", GoOn);
  ASSERT_TRUE(plan.ok());
  EXPECT_EQ(plan->paragraphs.size(), 4U);
  EXPECT_EQ(plan->committees[0].label, "Kulturnämnden");
}

TEST_F(SearcherTest, ACheckpointEndsTheLoadingOfAPlan) {
  const auto plan = searcher_->LoadPlan("plan-b", [] { return absl::DeadlineExceededError("late"); });
  EXPECT_EQ(plan.status().code(), absl::StatusCode::kDeadlineExceeded);
}

}  // namespace
}  // namespace plansok::index
