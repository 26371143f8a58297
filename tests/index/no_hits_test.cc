// An answer without hits says what stood in the way, with true figures.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "index/loosen.h"
#include "index/searcher.h"
#include "query/parser.h"
#include "tests/index/test_index.h"

namespace plansok::index {
namespace {

using query::Field;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

class NoHitsTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<TemporaryFolder>();
    Publish(folder_->path(),
            {MakePlan("plan-a", "Socialnämnden Nordost", 2024,
                      {MakeParagraph("Bostäder åt alla."), MakeParagraph("Barn behöver trygga bostäder."),
                       MakeParagraph("Skolan ska först och främst vara trygg.")}),
             MakePlan("plan-b", "Kulturnämnden", 2025, {MakeParagraph("Biblioteken har öppet.")})});
    searcher_ = std::make_unique<Searcher>(OpenSearcher(folder_->path()));
  }
  static void TearDownTestSuite() {
    searcher_.reset();
    folder_.reset();
  }

  static std::vector<std::string> Notes(const std::string& line, std::vector<FieldFilter> filters = {}) {
    SearchRequest request;
    request.query = query::Parse(line);
    request.filters = std::move(filters);
    const SearchResult result = searcher_->Search(request, GoOn).value();
    EXPECT_EQ(result.total, 0) << line;
    return result.notes;
  }

  static std::unique_ptr<TemporaryFolder> folder_;
  static std::unique_ptr<Searcher> searcher_;
};

std::unique_ptr<TemporaryFolder> NoHitsTest::folder_;
std::unique_ptr<Searcher> NoHitsTest::searcher_;

TEST_F(NoHitsTest, AFilterInTheWayIsNamed) {
  EXPECT_THAT(Notes("bostäder", {{Field::kCommittee, {"kulturnamnden"}}}),
              ElementsAre("Utan filtret på nämnd: 2 stycken."));
  EXPECT_THAT(Notes("bibliotek", {{Field::kYear, {"2024"}}}), ElementsAre("Utan filtret på år: 1 stycke."));
  EXPECT_THAT(Notes("bostäder nämnd:kulturnämnden"),
              ElementsAre("Utan ”bostäder”: 1 stycke.", "Utan ”nämnd:kulturnämnden”: 2 stycken."));
}

TEST_F(NoHitsTest, OfTwoFiltersInTheWayEachMustGoSoNeitherIsBlamed) {
  EXPECT_THAT(Notes("bostäder", {{Field::kCommittee, {"kulturnamnden"}}, {Field::kYear, {"2025"}}}),
              Not(Contains(HasSubstr("Utan filtret"))));
}

TEST_F(NoHitsTest, APhraseOrNearnessInTheWayIsEased) {
  EXPECT_THAT(Notes("\"bostäder barn\""), ElementsAre("Orden i ”bostäder barn” var för sig: 1 stycke."));
  EXPECT_THAT(Notes("skola NÄRA/1 trygg"),
              ElementsAre("Orden i ”skola NÄRA/1 trygg” på valfritt avstånd: 1 stycke."));
  EXPECT_THAT(Notes("trygga \"bostäder barn\""), Contains("Orden i ”bostäder barn” var för sig: 1 stycke."));
}

TEST_F(NoHitsTest, EachPartOfAnOperatorIsTriedWithout) {
  EXPECT_THAT(Notes("bibliotek OCH skola"),
              ElementsAre("Utan ”bibliotek”: 1 stycke.", "Utan ”skola”: 1 stycke."));
  EXPECT_THAT(Notes("bibliotek -öppet"), ElementsAre("Med ”öppet”: 1 stycke."));
}

TEST_F(NoHitsTest, WhatNothingWouldHelpSaysNothing) {
  EXPECT_THAT(Notes("%"), ElementsAre("Frågan har inget ord att söka på."));
  EXPECT_THAT(Notes("()"), Contains("Frågan har inget ord att söka på."));
}

TEST_F(NoHitsTest, AWordThatNoPlanHasIsNamedWhereverItStands) {
  for (const std::string line :
       {"\"zeppelinare\"", "\"trygga zeppelinare\"", "zeppelinare NÄRA trygga",
        "trygga OCH (barn OCH zeppelinare)", "\"bostäder barn\" ELLER zeppelinare"}) {
    EXPECT_THAT(Notes(line), Contains("”zeppelinare” finns inte i någon plan.")) << line;
  }
}

TEST_F(NoHitsTest, WhatIsTakenAwayHidesNothingElseInTheWay) {
  EXPECT_THAT(Notes("\"bostäder barn\" -skola"),
              ElementsAre("Orden i ”bostäder barn” var för sig: 1 stycke."));
  EXPECT_THAT(Notes("bibliotek år:2024 -skola"),
              ElementsAre("Utan ”bibliotek”: 2 stycken.", "Utan ”år:2024”: 1 stycke."));
}

TEST_F(NoHitsTest, WhatIsWantedIsNoTwinOfWhatIsTakenAway) {
  EXPECT_THAT(Notes("skola -skola"), ElementsAre("Med ”skola”: 1 stycke."));
  EXPECT_THAT(Notes("\"trygga bostäder\" -\"trygga bostäder\""),
              ElementsAre("Med ”\"trygga bostäder\"”: 1 stycke."));
}

TEST_F(NoHitsTest, WhatIsTypedTwiceIsOneThingInTheWay) {
  EXPECT_THAT(Notes("\"bostäder barn\" \"bostäder barn\""),
              Contains("Orden i ”bostäder barn” var för sig: 1 stycke."));
}

TEST_F(NoHitsTest, AGroupIsQuotedWithTheOtherEndsOfItsParentheses) {
  EXPECT_THAT(Notes("barn OCH (skola OCH (trygg OCH bibliotek))"),
              Contains("Utan ”skola OCH (trygg OCH bibliotek)”: 1 stycke."));
  EXPECT_THAT(Notes("barn OCH \"barn) skola\""), Contains("Utan ”\"barn) skola\"”: 1 stycke."));
  EXPECT_THAT(Notes("bibliotek -(skola ELLER öppet)"), ElementsAre("Med ”skola ELLER öppet”: 1 stycke."));
}

// What is tried is bounded, however long the line.
TEST_F(NoHitsTest, ALongLineIsTriedInFewWays) {
  std::string line = "bibliotek";
  for (int i = 0; i < 100; ++i) line += " OCH skola" + std::to_string(i);
  EXPECT_THAT(Loosen(query::Parse(line).root, line), SizeIs(kMaxLooser));
  Notes(line);
}

}  // namespace
}  // namespace plansok::index
