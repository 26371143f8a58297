// Numbers are found whole and exactly; among words they are one of what is asked about, and the answer says
// truly what its hits lack.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "index/searcher.h"
#include "query/parser.h"
#include "tests/index/test_index.h"

namespace plansok::index {
namespace {

using query::Field;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class NumbersTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<TemporaryFolder>();
    Publish(
        folder_->path(),
        {MakePlan("plan-a", "Socialnämnden Nordost", 2024,
                  {MakeParagraph("Maten är till 100 % ekologisk."), MakeParagraph("Det kostar 100 kronor."),
                   MakeParagraph("För året har 1,5 mnkr kommit."), MakeParagraph("Det blev 15,5 mnkr."),
                   MakeParagraph("Höjden är 1,5 meter."), MakeParagraph("Enligt beslut § 39."),
                   MakeParagraph("Enligt beslut § 79."), MakeParagraph("Kostnaden är 772 570 kronor.")}),
         MakePlan("plan-b", "Kulturnämnden", 2025,
                  {MakeParagraph("Ekologiskt kaffe."), MakeParagraph("Ekologisk odling lärs ut.")})});
    searcher_ = std::make_unique<Searcher>(OpenSearcher(folder_->path()));
  }
  static void TearDownTestSuite() {
    searcher_.reset();
    folder_.reset();
  }

  static SearchResult In(const std::string& line, const std::string& committee) {
    SearchRequest request;
    request.query = query::Parse(line);
    request.filters = {{Field::kCommittee, {committee}}};
    return searcher_->Search(request, GoOn).value();
  }

  static std::unique_ptr<TemporaryFolder> folder_;
  static std::unique_ptr<Searcher> searcher_;
};

std::unique_ptr<TemporaryFolder> NumbersTest::folder_;
std::unique_ptr<Searcher> NumbersTest::searcher_;

TEST_F(NumbersTest, ANumberAloneOrWithItsUnitIsAskedForWhole) {
  const auto found = [](const std::string& line) { return Texts(Find(searcher_.get(), line)); };
  EXPECT_THAT(found("1,5 mnkr"), ElementsAre("För året har 1,5 mnkr kommit."));
  EXPECT_THAT(found("1,5mnkr"), ElementsAre("För året har 1,5 mnkr kommit."));
  EXPECT_THAT(found("§ 39"), ElementsAre("Enligt beslut § 39."));
  EXPECT_EQ(found("100kr"), found("100 kr"));
  EXPECT_THAT(found("39"), ElementsAre("Enligt beslut § 39."));
  EXPECT_THAT(found("paragraf 79"), ElementsAre("Enligt beslut § 79."));
  EXPECT_THAT(found("772 570"), ElementsAre("Kostnaden är 772 570 kronor."));
  EXPECT_THAT(found("100 kronor"), ElementsAre("Det kostar 100 kronor."));
  EXPECT_THAT(found("1,5"), UnorderedElementsAre(HasSubstr("mnkr"), HasSubstr("meter")));
  EXPECT_THAT(found("5"), IsEmpty());
}

TEST_F(NumbersTest, AmongWordsANumberMayBeLackedAsTheyMay) {
  for (const std::string line : {"100 % ekologiskt", "ekologiskt 100", "Ekologiskt till 100 procent"}) {
    const SearchResult result = Find(searcher_.get(), line);
    const std::vector<std::string> texts = Texts(result);
    ASSERT_FALSE(texts.empty()) << line;
    EXPECT_EQ(texts[0], "Maten är till 100 % ekologisk.") << line;
    EXPECT_THAT(texts, Contains("Ekologiskt kaffe.")) << line;
    EXPECT_THAT(texts, Contains("Det kostar 100 kronor.")) << line;
  }
  EXPECT_THAT(Find(searcher_.get(), "100 % ekologiskt").dropped_words,
              UnorderedElementsAre("100", "ekologiskt"));
}

TEST_F(NumbersTest, OnlyWhatTheHitsLackIsNamed) {
  const SearchResult in_b = In("100 % ekologiskt", "kulturnamnden");
  EXPECT_EQ(in_b.total, 2);
  EXPECT_THAT(in_b.dropped_words, ElementsAre("100"));
  EXPECT_THAT(in_b.notes, ElementsAre("Inget av styckena har ”100”."));
  const SearchResult typed = Find(searcher_.get(), "100 % ekologiskt nämnd:kulturnämnden");
  EXPECT_EQ(typed.total, 2);
  EXPECT_THAT(typed.dropped_words, ElementsAre("100"));
  const SearchResult in_a = In("100 % ekologiskt", "socialnamnden-nordost");
  EXPECT_THAT(in_a.dropped_words, ElementsAre("ekologiskt"));
  EXPECT_THAT(in_a.notes, IsEmpty()) << "one of the two has it";
  const SearchResult none = Find(searcher_.get(), "100 % ekologiskt zeppelinare");
  EXPECT_THAT(none.dropped_words, Contains("zeppelinare"));
  EXPECT_THAT(none.notes, ElementsAre("”zeppelinare” finns inte i någon plan."));
}

TEST(Numbers, ASectionThatNoPlanHasIsFoundNowhere) {
  const TemporaryFolder folder;
  Publish(folder.path(),
          {MakePlan("plan-a", "Socialnämnden Nordost", 2024,
                    {MakeParagraph("Enligt 39 § socialtjänstlagen."), MakeParagraph("Barn 1.")})});
  Searcher searcher = OpenSearcher(folder.path());
  for (int number = 1; number <= 60; ++number) {
    for (const char* line :
         {"§ {}", "{} §", "§{}", "barn ELLER § {}", "\"enligt § {}\"", "4 kap. {} § SoL"}) {
      const std::string query = fmt::format(fmt::runtime(line), number);
      EXPECT_GE(Find(&searcher, query).total, 0) << query;
    }
    EXPECT_EQ(Find(&searcher, fmt::format("§ {}", number)).total, number == 39 ? 1 : 0) << number;
  }
  for (const char* line : {"2a §", "§§ 3-5", "5kg §", "39 § 40", "\x1b[31m §"}) {
    EXPECT_GE(Find(&searcher, line).total, 0) << line;
  }
}

}  // namespace
}  // namespace plansok::index
