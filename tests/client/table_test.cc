// plansok table, against a fake server.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "client/format_table.h"
#include "tests/client/run_fixture.h"

namespace plansok::client {
namespace {

using nlohmann::json;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

void AddValue(google::protobuf::RepeatedPtrField<v1::FacetValue>& values, const std::string& label,
              int count) {
  v1::FacetValue& value = *values.Add();
  value.set_value(label);
  value.set_label(label);
  value.set_count(count);
}

class TableTest : public RunTest {
 protected:
  TableTest() {
    service_.on_tabulate = [this](const v1::TabulateRequest& request, v1::TabulateResponse& response) {
      asked_ = request;
      response = answer_;
      return grpc::Status::OK;
    };
    AddValue(*answer_.mutable_rows(), "Nordost", 1200);
    AddValue(*answer_.mutable_rows(), "Sydväst", 3);
    AddValue(*answer_.mutable_columns(), "2023", 1000);
    AddValue(*answer_.mutable_columns(), "2024", 203);
    for (const int cell : {1000, 200, 0, 3}) answer_.add_cells(cell);
    answer_.set_total_size(1203);
  }

  void AnswerWithColumns(int count) {
    answer_.clear_columns();
    answer_.clear_cells();
    for (int i = 0; i < count; ++i) {
      AddValue(*answer_.mutable_columns(), "Ett mål med långt namn, nummer " + std::to_string(i), 5);
      answer_.add_cells(5);
    }
    for (int i = 0; i < count; ++i) answer_.add_cells(0);
  }

  v1::TabulateRequest asked_;
  v1::TabulateResponse answer_;
};

// The terminal's width holds, whatever it is.
TEST(FormatTableTest, FitsNarrowTerminals) {
  v1::TabulateRequest request;
  request.set_rows("committee");
  request.set_columns("kind");
  v1::TabulateResponse answer;
  for (const char* row : {"Socialnämnden Nordost", "Nämnden för demokrati och medborgarservice"})
    AddValue(*answer.mutable_rows(), row, 1500);
  for (const char* column : {"Omhändertagande", "Uppdrag", "Mål"})
    AddValue(*answer.mutable_columns(), column, 1000);
  for (int i = 0; i < 6; ++i) answer.add_cells(500);
  answer.set_total_size(3000);
  for (int columns = 18; columns <= 120; ++columns) {
    std::istringstream lines(FormatTable({.columns = columns}, request, answer));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(Width(line), columns) << line;
  }
  const std::string list = FormatTable({.columns = 20}, request, answer);
  EXPECT_THAT(list, HasSubstr("Socialnämnden\nNordost\n  Omhänderta…    500\n  Uppdrag        500\n"));
  EXPECT_THAT(list, HasSubstr("Alla\n  Omhänderta…  1\u00a0000\n"));
}

TEST_F(TableTest, ShowsCellsTotalsAndBars) {
  const Ended ended = RunWith({"table", "nämnd", "år", "skola"});
  EXPECT_EQ(ended.code, ExitCode::kFound);
  EXPECT_EQ(ended.out,
            "1\u00a0203 stycken för ”skola”\n"
            "\n"
            "Nämnd × År   2023  2024   Alla\n"
            "Nordost     1\u00a0000   200  1\u00a0200  ██████████████████████████████\n"
            "Sydväst         –     3      3  ▏\n"
            "Alla        1\u00a0000   203  1\u00a0203\n");
}

TEST_F(TableTest, AsksForWhatWasTyped) {
  RunWith(
      {"table", "Nämnd", "goal_family", "barn", "skola", "--kind", "uppdrag", "--year", "2024", "--exact"});
  EXPECT_EQ(asked_.rows(), "committee");
  EXPECT_EQ(asked_.columns(), "goal_family");
  EXPECT_EQ(asked_.query(), "barn skola");
  EXPECT_THAT(asked_.filters().kinds(), ElementsAre(v1::ASSIGNMENT));
  EXPECT_THAT(asked_.filters().years(), ElementsAre("2024"));
  EXPECT_TRUE(asked_.exact_words());
}

TEST_F(TableTest, SaysHowItIsReadAndHowTotalsAddUp) {
  answer_.set_corrected_query("skola");
  answer_.add_dropped_words("blå");
  answer_.add_notes("Vissa stycken \x1b[31mräknas under flera år.");
  EXPECT_THAT(RunWith({"table", "nämnd", "år", "skoal", "blå"}).out,
              AllOf(HasSubstr("Visar träffar för ”skola”"), HasSubstr("Somliga saknar ”blå”"),
                    HasSubstr("Vissa stycken \uFFFD[31mräknas under flera år.\n")));
}

TEST_F(TableTest, CountsTheColumnsThatDoNotFit) {
  AnswerWithColumns(30);
  const std::string out = RunWith({"table", "nämnd", "mål", "skola", "--year", "2024"}).out;
  EXPECT_THAT(out, AllOf(HasSubstr("kolumner till får inte plats. Alla syns med --csv eller"),
                         HasSubstr("och fler om\nrader och kolumner byter plats.")));
  EXPECT_THAT(out, Not(HasSubstr("plansok table")));  // it would lack the query and the filters
}

TEST_F(TableTest, PrintsEverythingAsCsvAndJson) {
  const std::string table =
      "Nämnd;2023;2024;Alla\r\nNordost;1000;200;1200\r\nSydväst;0;3;3\r\nAlla;1000;203;1203\r\n";
  // The output of these tests is an ordinary file.
  EXPECT_EQ(RunWith({"table", "nämnd", "år", "--csv"}).out, "\xEF\xBB\xBF" + table);
  EXPECT_EQ(json::parse(RunWith({"table", "nämnd", "år", "--json"}).out)["totalSize"], 1203);
  EXPECT_EQ(RunWith({"table", "nämnd", "år", "--csv", "--json"}).code, ExitCode::kWrongUse);
}

TEST_F(TableTest, OfNothingIsNoTable) {
  answer_.Clear();
  const Ended ended = RunWith({"table", "nämnd", "år", "x"});
  EXPECT_EQ(ended.code, ExitCode::kNone);
  EXPECT_EQ(ended.out, "Inget stycke för ”x”\n");
}

TEST_F(TableTest, OfAnotherSizeThanItsHeadingsIsTheServersFault) {
  answer_.add_cells(1);
  const Ended ended = RunWith({"table", "nämnd", "år"});
  EXPECT_EQ(ended.code, ExitCode::kTrouble);
  EXPECT_THAT(ended.err, HasSubstr("another size"));
}

TEST_F(TableTest, WantsTwoFieldsThatThereAre) {
  EXPECT_THAT(RunWith({"table", "nämnd"}).err, HasSubstr("table wants the fields of its ROWS and COLUMNS"));
  EXPECT_THAT(RunWith({"table", "nämnd", "arr"}).err, EndsWith("unknown facet 'arr': menade du 'år'?\n"));
  EXPECT_EQ(RunWith({"table", "nämnd", "färg"}).code, ExitCode::kWrongUse);
}

}  // namespace
}  // namespace plansok::client
