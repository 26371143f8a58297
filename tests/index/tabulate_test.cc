#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
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

plan::Paragraph Assignment(const std::string& text, const std::vector<std::string>& bodies) {
  plan::Paragraph paragraph = MakeParagraph(text);
  paragraph.kind = plan::Kind::kAssignment;
  for (const std::string& body : bodies) paragraph.bodies.push_back({body, body, plan::BodyRole::kAssigned});
  return paragraph;
}

plan::Plan ForYears(plan::Plan plan, const std::vector<int>& years) {
  plan.years = years;
  for (plan::Paragraph& paragraph : plan.paragraphs) paragraph.years = years;
  return plan;
}

// Rows as "value=count: cells".
std::vector<std::string> Lines(const Table& table) {
  std::vector<std::string> lines;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    std::string line = table.rows[row].value + "=" + std::to_string(table.rows[row].count) + ":";
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      line += " " + std::to_string(table.cells[row * table.columns.size() + column]);
    }
    lines.push_back(line);
  }
  return lines;
}

std::vector<std::string> Headings(const std::vector<FacetValue>& values) {
  std::vector<std::string> headings;
  for (const FacetValue& value : values) {
    headings.push_back(value.value + "=" + std::to_string(value.count));
  }
  return headings;
}

class TabulateTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<TemporaryFolder>();
    Publish(folder_->path(),
            {ForYears(MakePlan("plan-a", "Kulturnämnden", 2023,
                               {MakeParagraph("Bostad för alla."), Assignment("Bygg bostäder.", {"a", "b"}),
                                Assignment("Mät bostaden.", {"a"})}),
                      {2023, 2024}),
             MakePlan("plan-b", "Miljönämnden", 2025,
                      {MakeParagraph("En bostad till."), MakeParagraph("Ett träd mot hemlöshet.")})});
    searcher_ = std::make_unique<Searcher>(OpenSearcher(folder_->path()));
  }
  static void TearDownTestSuite() {
    searcher_.reset();
    folder_.reset();
  }

  static absl::StatusOr<Table> Tabulate(const std::string& line, Field rows, Field columns,
                                        std::vector<FieldFilter> filters = {}) {
    return searcher_->Tabulate({query::Parse(line), std::move(filters), rows, columns, true}, GoOn);
  }

  static std::unique_ptr<TemporaryFolder> folder_;
  static std::unique_ptr<Searcher> searcher_;
};

std::unique_ptr<TemporaryFolder> TabulateTest::folder_;
std::unique_ptr<Searcher> TabulateTest::searcher_;

TEST_F(TabulateTest, EveryCellCountsTheParagraphsThatHaveBothValues) {
  const auto table = Tabulate("", Field::kCommittee, Field::kKind);
  ASSERT_TRUE(table.ok()) << table.status();
  EXPECT_THAT(Headings(table->columns), ElementsAre("TEXT=3", "ASSIGNMENT=2"));
  EXPECT_THAT(Lines(*table), ElementsAre("kulturnamnden=3: 1 2", "miljonamnden=2: 2 0"));
  EXPECT_EQ(table->total, 5);
  EXPECT_FALSE(table->rows_overlap || table->columns_overlap);
  EXPECT_THAT(table->notes, IsEmpty());
}

TEST_F(TabulateTest, ARowCountsAParagraphOnceThoughItStandsInSeveralColumns) {
  const auto table = Tabulate("bostad", Field::kCommittee, Field::kYear);
  ASSERT_TRUE(table.ok()) << table.status();
  EXPECT_THAT(Headings(table->columns), ElementsAre("2023=3", "2024=3", "2025=1"));
  EXPECT_THAT(Lines(*table), ElementsAre("kulturnamnden=3: 3 3 0", "miljonamnden=1: 0 0 1"));
  EXPECT_TRUE(table->columns_overlap);
  EXPECT_FALSE(table->rows_overlap);
  EXPECT_THAT(table->notes, ElementsAre(HasSubstr("flera kolumner (år)")));
}

TEST_F(TabulateTest, ParagraphsWithoutARowAreCountedApart) {
  const auto table = Tabulate("", Field::kBody, Field::kCommittee);
  ASSERT_TRUE(table.ok()) << table.status();
  EXPECT_THAT(Lines(*table), ElementsAre("a=2: 2 0", "b=1: 1 0"));
  EXPECT_THAT(Headings(table->columns), ElementsAre("kulturnamnden=3", "miljonamnden=2"));
  EXPECT_EQ(table->without_row, 3);
  EXPECT_EQ(table->without_column, 0);
  EXPECT_TRUE(table->rows_overlap);
  EXPECT_THAT(table->notes, Contains("3 stycken saknar organ och står inte i någon av raderna."));
}

TEST_F(TabulateTest, AFilteredFieldHasOnlyTheChosenValues) {
  const auto table = Tabulate("", Field::kYear, Field::kCommittee, {{Field::kYear, {"2023"}}});
  ASSERT_TRUE(table.ok()) << table.status();
  EXPECT_THAT(Lines(*table), ElementsAre("2023=3: 3"));
  EXPECT_EQ(table->total, 3);
  EXPECT_FALSE(table->rows_overlap);
  EXPECT_THAT(table->notes, Contains(HasSubstr("Bland raderna står bara de valda")));
}

TEST_F(TabulateTest, AChosenValueThatNothingHasKeepsItsRow) {
  const auto table = Tabulate("träd", Field::kCommittee, Field::kYear,
                              {{Field::kCommittee, {"kulturnamnden", "miljonamnden"}}});
  ASSERT_TRUE(table.ok()) << table.status();
  EXPECT_THAT(Lines(*table), ElementsAre("miljonamnden=1: 1", "kulturnamnden=0: 0"));
}

TEST_F(TabulateTest, NothingFoundIsAnEmptyTable) {
  const auto table = Tabulate("zeppelinare", Field::kCommittee, Field::kYear);
  ASSERT_TRUE(table.ok()) << table.status();
  EXPECT_EQ(table->total, 0);
  EXPECT_THAT(table->rows, IsEmpty());
  EXPECT_THAT(table->cells, IsEmpty());
}

TEST_F(TabulateTest, AMistypedWordIsCorrectedAsInSearch) {
  const auto corrected = Tabulate("hemlöhset", Field::kCommittee, Field::kYear);
  ASSERT_TRUE(corrected.ok());
  EXPECT_EQ(corrected->corrected_query, "hemlöshet");
  EXPECT_EQ(corrected->total, 1);
  const auto exact =
      searcher_->Tabulate({query::Parse("hemlöhset"), {}, Field::kCommittee, Field::kYear, false}, GoOn);
  ASSERT_TRUE(exact.ok());
  EXPECT_EQ(exact->total, 0);
}

TEST_F(TabulateTest, BadTablesAreRefused) {
  EXPECT_TRUE(absl::IsInvalidArgument(Tabulate("", Field::kYear, Field::kYear).status()));
  EXPECT_TRUE(absl::IsInvalidArgument(
      Tabulate("", Field::kYear, Field::kKind, {{Field::kCommittee, {"x"}}}).status()));
}

TEST(TabulateSizeTest, ATableOfTooManyCellsIsRefused) {
  TemporaryFolder folder;
  std::vector<plan::Paragraph> paragraphs;
  for (int i = 0; i < 1001; ++i) {
    const std::string number = std::to_string(i);
    paragraphs.push_back(Assignment("Uppdrag " + number + ".", {"body-" + number}));
    paragraphs.back().area = plan::Named{"area-" + number, number};
  }
  Publish(folder.path(), {MakePlan("plan", "Kulturnämnden", 2025, std::move(paragraphs))});
  Searcher searcher = OpenSearcher(folder.path());
  const TableRequest request{query::Parse(""), {}, Field::kBody, Field::kArea, true};
  EXPECT_TRUE(absl::IsOutOfRange(searcher.Tabulate(request, GoOn).status()));
  TableRequest narrow = request;
  narrow.query = query::Parse("7");
  EXPECT_TRUE(searcher.Tabulate(narrow, GoOn).ok());
}

}  // namespace
}  // namespace plansok::index
