#include "plan/tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "plan/markup.h"
#include "tests/plan/reading.h"

namespace plansok::plan {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

struct Read {
  Cell cell;
  int year;
  std::string text;

  friend bool operator==(const Read&, const Read&) = default;
  friend std::ostream& operator<<(std::ostream& out, const Read& read) {
    return out << static_cast<int>(read.cell) << ' ' << read.year << ' ' << read.text;
  }
};

std::vector<Read> CellsOf(const std::string& text) {
  std::vector<Read> cells;
  for (const Block& block : Cells(text)) {
    if (block.cell != Cell::kHeader) cells.push_back({block.cell, block.year, block.text});
  }
  return cells;
}

TEST(MarkupTest, PartsOfACell) {
  EXPECT_THAT(CellParts("<p>Ett &amp; två</p> <p><i>Tre</i></p>"), ElementsAre("Ett & två", "Tre"));
  EXPECT_THAT(CellParts("Genom: <ul style=\"x\"> • Första • Andra <p>Sist</p>"),
              ElementsAre("Genom:", "Första", "Andra", "Sist"));
  EXPECT_THAT(CellParts("Prioritera: <ul>- Ta fram en plan- Höja kompetensen"),
              ElementsAre("Prioritera:", "Ta fram en plan", "Höja kompetensen"));
  EXPECT_THAT(CellParts("Kort - Men inte i en lista"), ElementsAre("Kort - Men inte i en lista"));
  EXPECT_THAT(CellParts("3 < 5 och 7 > 6"), ElementsAre("3 < 5 och 7 > 6"));
  EXPECT_THAT(CellParts("<p></p> <ul>"), IsEmpty());
}

TEST(TablesTest, TabbedRowsAreAssignmentsAndAnswers) {
  EXPECT_THAT(CellsOf("Uppdrag\tNämndens omhändertagande\n"
                      "Nämnden får i uppdrag att utreda.\tArbetet pågår. KF uppdrag budget 2023\n"
                      "<p>Nämnden får i uppdrag att bygga.</p>\t<p>Ett stycke.</p> <p>Ett till.</p>\n"),
              ElementsAre(Read{Cell::kAssignment, 0, "Nämnden får i uppdrag att utreda."},
                          Read{Cell::kAnswer, 0, "Arbetet pågår. KF uppdrag budget 2023"},
                          Read{Cell::kAssignment, 0, "Nämnden får i uppdrag att bygga."},
                          Read{Cell::kAnswer, 0, "Ett stycke.\nEtt till."}));
}

TEST(TablesTest, ColumnsStandInAnyOrderAndShape) {
  const Read assignment{Cell::kAssignment, 2024, "Nämnden får i uppdrag att utreda."};
  const Read answer{Cell::kAnswer, 2024, "Arbetet pågår."};
  EXPECT_THAT(CellsOf("| Uppdragsår | Uppdrag | Omhändertagande |\n|---|---|---|\n"
                      "| 2024 | Nämnden får i uppdrag att utreda. | Arbetet pågår. |\n"),
              ElementsAre(assignment, answer));
  EXPECT_THAT(
      CellsOf(
          "Omhändertagande\tUppdragsår\tUppdrag\nArbetet pågår.\t2024\tNämnden får i uppdrag att utreda.\n"),
      ElementsAre(assignment, answer));
}

TEST(TablesTest, BothHalvesOfARowKnowTheirRow) {
  const std::vector<Block> cells = Cells("Uppdrag\tOmhändertagande\nUtred A.\tPågår.\nUtred B.\tKlart.\n");
  ASSERT_THAT(cells, SizeIs(5));
  EXPECT_EQ(cells[1].row, cells[2].row);
  EXPECT_EQ(cells[3].row, cells[4].row);
  EXPECT_NE(cells[1].row, cells[3].row);
}

TEST(TablesTest, AProgramStandsWithWhatIsDoneAboutIt) {
  EXPECT_THAT(
      CellsOf("Program/Plan\n<p>Stadens barnrättsplan</p> <p>Nämndens omhändertagande <i>Beaktas.</i></p>\n"
              "Stadens avfallsplan Nämndens omhändertagande <i>Omhändertas.</i>\n"),
      ElementsAre(Read{Cell::kProgram, 0, "Stadens barnrättsplan\nBeaktas."},
                  Read{Cell::kProgram, 0, "Stadens avfallsplan\nOmhändertas."}));
}

TEST(TablesTest, ASmallDataTableIsOneParagraph) {
  EXPECT_THAT(CellsOf("Budgetram 2023\t(mnkr)\nKommunbidrag\t753,8\nIndex\t42,3\n"),
              ElementsAre(Read{Cell::kData, 0, "Budgetram 2023 (mnkr)\nKommunbidrag 753,8\nIndex 42,3"}));
}

TEST(TablesTest, TagsOutsideTablesPartParagraphs) {
  EXPECT_THAT(
      CellsOf("<p>Ett stycke text.</p> <p>Ett annat stycke.</p>\n"),
      ElementsAre(Read{Cell::kNone, 0, "Ett stycke text."}, Read{Cell::kNone, 0, "Ett annat stycke."}));
}

constexpr const char* kInterleaved =
    "Uppdrag\nUppdrags\n\når\nOmhändertagande\n\n"
    "Socialnämnderna får i uppdrag att\nutreda villkoren för familjehem.\n\n"
    "2022 KF uppdrag utanför budget, KF\n2022-10-06 §14\n\n"
    "Förvaltningarna arbetar tillsammans\nmed uppdraget.\n\n"
    " Uppdrag\nUppdrags\n\når\nOmhändertagande\n\n"
    "Nämnden får i uppdrag att öka\nandelen jourhem.\n\n"
    "2024 I planen som fastställdes\n2023 ingår jourhem.\n\n"
    "Arbetet fortsätter.\n\n"
    "3.1.3 Program och planer\n";

TEST(TablesTest, InterleavedColumnsArePartedByTheYear) {
  EXPECT_THAT(
      CellsOf(kInterleaved),
      ElementsAre(
          Read{Cell::kAssignment, 2022, "Socialnämnderna får i uppdrag att utreda villkoren för familjehem."},
          Read{Cell::kAnswer, 2022,
               "KF uppdrag utanför budget, KF 2022-10-06 §14\nFörvaltningarna arbetar tillsammans med "
               "uppdraget."},
          Read{Cell::kAssignment, 2024, "Nämnden får i uppdrag att öka andelen jourhem."},
          Read{Cell::kAnswer, 2024, "I planen som fastställdes 2023 ingår jourhem.\nArbetet fortsätter."},
          Read{Cell::kNone, 0, "Program och planer"}));
}

TEST(TablesTest, InterleavedColumnsMayBeginWithTheYear) {
  EXPECT_THAT(CellsOf("Uppdragsår\nUppdrag\nOmhändertagande\n\n2023\n\nNämnden får i uppdrag att "
                      "utreda.\n\nDet pågår.\n\n"
                      "2024\n\nNämnden får i uppdrag att bygga.\n\nDet är klart.\n"),
              ElementsAre(Read{Cell::kAssignment, 2023, "Nämnden får i uppdrag att utreda."},
                          Read{Cell::kAnswer, 2023, "Det pågår."},
                          Read{Cell::kAssignment, 2024, "Nämnden får i uppdrag att bygga."},
                          Read{Cell::kAnswer, 2024, "Det är klart."}));
}

TEST(TablesTest, AnAnswerThatQuotesAnAssignmentStaysAnAnswer) {
  const std::vector<Read> cells = CellsOf(
      "Uppdrag\nUppdragsår\nOmhändertagande\n\nNämnden ger direktören i uppdrag att återkomma.\n\n2023 SNC "
      "2023-01-24 § "
      "39\n\nNämnden ger direktören i uppdrag att återkomma med en ny modell.\n\nAlla nämnder får i uppdrag "
      "att spara.\n\n"
      "2024 Det görs.\n");
  ASSERT_THAT(cells, SizeIs(4));
  EXPECT_EQ(cells[1].cell, Cell::kAnswer);
  EXPECT_EQ(cells[1].text,
            "SNC 2023-01-24 § 39\nNämnden ger direktören i uppdrag att återkomma med en ny modell.");
  EXPECT_EQ(cells[2].text, "Alla nämnder får i uppdrag att spara.");
}

}  // namespace
}  // namespace plansok::plan
