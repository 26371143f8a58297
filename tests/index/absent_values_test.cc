// Kinds, origins and years that a filter names and no paragraph has: listed with 0, and spoken of.
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
using testing::Not;

// Goals, texts and an assignment by the council, of 2023 and 2025.
class AbsentValuesTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    plan::Paragraph goal = MakeParagraph("Hemlösheten ska upphöra.");
    goal.kind = plan::Kind::kGoal;
    plan::Paragraph assignment = MakeParagraph("Nämnden ska bygga.");
    assignment.kind = plan::Kind::kAssignment;
    assignment.origin = plan::Origin::kCouncil;
    plan::Paragraph text = MakeParagraph("Så har staden byggt.");
    text.kind = plan::Kind::kText;
    folder_ = std::make_unique<TemporaryFolder>();
    Publish(folder_->path(), {MakePlan("plan-a", "Kulturnämnden", 2023, {goal, assignment, text}),
                              MakePlan("plan-b", "Kulturnämnden", 2025, {text})});
    searcher_ = std::make_unique<Searcher>(OpenSearcher(folder_->path()));
  }
  static void TearDownTestSuite() {
    searcher_.reset();
    folder_.reset();
  }

  static SearchResult Filtered(Field field, std::vector<std::string> values) {
    SearchRequest request;
    request.query = query::Parse("");
    request.filters = {{field, std::move(values)}};
    request.facets = {field};
    const auto result = searcher_->Search(request, GoOn);
    EXPECT_TRUE(result.ok()) << result.status();
    return result.value_or(SearchResult{});
  }

  static std::vector<std::string> Listed(const std::vector<FacetValue>& values) {
    std::vector<std::string> listed;
    for (const FacetValue& value : values)
      listed.push_back(value.value + " " + value.label + " " + std::to_string(value.count));
    return listed;
  }
  static std::vector<std::string> Facet(Field field, std::vector<std::string> values) {
    return Listed(Filtered(field, std::move(values)).facets.at(0).values);
  }

  static std::unique_ptr<TemporaryFolder> folder_;
  static std::unique_ptr<Searcher> searcher_;
};

std::unique_ptr<TemporaryFolder> AbsentValuesTest::folder_;
std::unique_ptr<Searcher> AbsentValuesTest::searcher_;

TEST_F(AbsentValuesTest, AKindThatNothingHasIsListed) {
  EXPECT_THAT(Facet(Field::kKind, {"PROGRAM"}),
              ElementsAre("TEXT Text 2", "GOAL Mål 1", "ASSIGNMENT Uppdrag 1", "PROGRAM Program 0"));
  EXPECT_THAT(Facet(Field::kKind, {"PROGRAM", "TEXT", "DIRECTION", "PROGRAM"}),
              ElementsAre("TEXT Text 2", "GOAL Mål 1", "ASSIGNMENT Uppdrag 1", "DIRECTION Inriktning 0",
                          "PROGRAM Program 0"));
}

TEST_F(AbsentValuesTest, AnOriginThatNothingHasIsListed) {
  EXPECT_THAT(Facet(Field::kOrigin, {"COMMITTEE"}),
              ElementsAre("COUNCIL Kommunfullmäktige 1", "COMMITTEE Nämnden 0"));
}

TEST_F(AbsentValuesTest, AYearThatNothingHasIsListedWhereItBelongs) {
  EXPECT_THAT(Facet(Field::kYear, {"2031"}), ElementsAre("2023 2023 3", "2025 2025 1", "2031 2031 0"));
  EXPECT_THAT(Facet(Field::kYear, {"2024", "2025"}),
              ElementsAre("2023 2023 3", "2024 2024 0", "2025 2025 1"));
}

TEST_F(AbsentValuesTest, OfARangeItsWrittenEndsAreListed) {
  EXPECT_THAT(Facet(Field::kYear, {"1990..2024"}),
              ElementsAre("1990 1990 0", "2023 2023 3", "2024 2024 0", "2025 2025 1"));
  EXPECT_THAT(Facet(Field::kYear, {"2024.."}), ElementsAre("2023 2023 3", "2024 2024 0", "2025 2025 1"));
  EXPECT_THAT(Facet(Field::kYear, {"..2025"}), ElementsAre("2023 2023 3", "2025 2025 1"));
}

TEST_F(AbsentValuesTest, EachAbsentYearIsSpokenOf) {
  EXPECT_THAT(Filtered(Field::kYear, {"2023", "2031", "2040"}).notes,
              ElementsAre("Ingen plan har år ”2031”. Menade du ”2025”?",
                          "Ingen plan har år ”2040”. Menade du ”2025”?"));
  EXPECT_THAT(Filtered(Field::kYear, {"2023..2031"}).notes, ElementsAre(HasSubstr("år ”2031”")));
  EXPECT_THAT(Filtered(Field::kYear, {"2023..", "2025"}).notes, IsEmpty());
  const auto nothing = Filtered(Field::kYear, {"2030..2035"}).notes;
  EXPECT_THAT(nothing, Contains(HasSubstr("år ”2030..2035”")));
  EXPECT_THAT(nothing, Not(Contains(HasSubstr("”2035”"))));
}

TEST_F(AbsentValuesTest, ATableKeepsTheirRowsAndColumns) {
  const TableRequest request{query::Parse(""),
                             {{Field::kKind, {"PROGRAM", "TEXT"}}, {Field::kYear, {"2023", "2031"}}},
                             Field::kKind,
                             Field::kYear,
                             true};
  const auto table = searcher_->Tabulate(request, GoOn);
  ASSERT_TRUE(table.ok()) << table.status();
  EXPECT_THAT(Listed(table->rows), ElementsAre("TEXT Text 1", "PROGRAM Program 0"));
  EXPECT_THAT(Listed(table->columns), ElementsAre("2023 2023 1", "2031 2031 0"));
  EXPECT_THAT(table->cells, ElementsAre(1, 0, 0, 0));
  EXPECT_THAT(table->notes, Contains(HasSubstr("år ”2031”")));
}

}  // namespace
}  // namespace plansok::index
