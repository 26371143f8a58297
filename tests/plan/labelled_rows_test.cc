#include "plan/labelled_rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/plan/reading.h"

namespace plansok::plan {
namespace {

using ::testing::ElementsAre;

// "A 2023 text" for assignments, "R …" for answers, "- …" for the rest; labels are left out.
std::vector<std::string> Parts(std::string_view text) {
  std::vector<std::string> parts;
  for (const Block& block : Cells(text)) {
    if (block.cell == Cell::kHeader) continue;
    std::string part = block.cell == Cell::kAssignment ? "A" : block.cell == Cell::kAnswer ? "R" : "-";
    if (block.year > 0) part += ' ' + std::to_string(block.year);
    if (!block.giver.empty()) part += " (" + block.giver + ")";
    parts.push_back(part + ' ' + block.text);
  }
  return parts;
}

TEST(LabelledRowsTest, AFormIsAnAssignmentAndItsAnswer) {
  EXPECT_THAT(Parts("Uppdrag 1: Nämnden får i uppdrag att bygga ett hus av\nträ.\nUppdragsgivare: Nämnden\n"
                    "År: 2023\nSvar: Huset är byggt.\n- Det är rött.\nDet är stort.\n\n"
                    "Uppdrag 2: Nämnden får i uppdrag att riva.\n**Åtgärd:** Det är rivet.\n\nRubrik\n"),
              ElementsAre("A 2023 (Nämnden) Nämnden får i uppdrag att bygga ett hus av trä.",
                          "R 2023 (Nämnden) Huset är byggt.\nDet är rött.\nDet är stort.",
                          "A Nämnden får i uppdrag att riva.", "R Det är rivet.", "- Rubrik"));
}

TEST(LabelledRowsTest, AnAnswerAloneMakesAnAssignmentOfWhatStandsAbove) {
  EXPECT_THAT(Parts("- Nämnden får i uppdrag att bygga.\nSvar: Det är byggt.\n"),
              ElementsAre("A Nämnden får i uppdrag att bygga.", "R Det är byggt."));
  EXPECT_THAT(Parts("Nämnden ansvarar för bad.\n\nSvar: Det stämmer.\n"),
              ElementsAre("- Nämnden ansvarar för bad.", "- Svar: Det stämmer."));
}

TEST(LabelledRowsTest, BothHalvesKnowTheirRow) {
  const std::vector<Block> blocks = Cells("Uppdrag: Bygg.\nSvar: Byggt.\n\nUppdrag: Riv.\nSvar: Rivet.\n");
  std::vector<int> rows;
  for (const Block& block : blocks) {
    if (block.cell == Cell::kAssignment || block.cell == Cell::kAnswer) rows.push_back(block.row);
  }
  EXPECT_THAT(rows, ElementsAre(1, 1, 2, 2));
}

TEST(LabelOfTest, IsAKnownTitleBeforeAColon) {
  EXPECT_EQ(LabelOf("Uppdrag: Bygg").size, 9U);
  EXPECT_EQ(LabelOf("**Svar:** Byggt").column, Column::kAnswer);
  EXPECT_EQ(LabelOf("Uppdragsår: 2024").column, Column::kYear);
  for (const char* none :
       {"Uppdrag:", "Uppdrag", "Kl. 12:30", "Mål: Alla ska med", "Program: Ett", ": Bygg", ""})
    EXPECT_EQ(LabelOf(none).column, Column::kUnknown) << none;
}

}  // namespace
}  // namespace plansok::plan
