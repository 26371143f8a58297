#include "plan/furniture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "plan/wording.h"
#include "tests/plan/reading.h"

namespace plansok::plan {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

std::vector<std::optional<LineUse>> Uses(const std::string& text) {
  std::vector<std::optional<LineUse>> uses;
  for (const Line& line : Marked(text).lines) uses.push_back(line.use);
  return uses;
}

struct OneLine {
  const char* text;
  std::optional<LineUse> use;
};

class OneLineTest : public ::testing::TestWithParam<OneLine> {};

TEST_P(OneLineTest, IsWhatItIs) {
  // Text on both sides, so that the line is judged as one of many.
  const auto uses =
      Uses(std::string("Nämnden ska arbeta för målet.\n") + GetParam().text + "\nArbetet ska följas upp.");
  EXPECT_EQ(uses[1], GetParam().use) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Lines, OneLineTest,
    ::testing::Values(OneLine{"", LineUse::kBlank}, OneLine{" \t ", LineUse::kBlank},
                      OneLine{"12", LineUse::kPageNumber}, OneLine{"- 12 -", LineUse::kPageNumber},
                      OneLine{"Sida 3 av 17", LineUse::kPageNumber},
                      OneLine{"Nämndens verksamhetsplan 2024 6 (17)", LineUse::kPageNumber},
                      OneLine{"2024-11-11", LineUse::kPageNumber}, OneLine{"2026", std::nullopt},
                      OneLine{"772 570", std::nullopt}, OneLine{"|---|:--:|", std::nullopt},
                      OneLine{"https://goteborg.se/sida?a=1", LineUse::kLink},
                      OneLine{"³<https://goteborg.se>", LineUse::kLink},
                      OneLine{"Läs mer på https://goteborg.se", std::nullopt},
                      OneLine{"The image shows a small table or matrix.", LineUse::kCaption},
                      OneLine{"![Diagram](bild.png)", LineUse::kCaption},
                      OneLine{"The Shirelles spelar på torget.", std::nullopt},
                      OneLine{"Socialdemokraterna", LineUse::kPartyName},
                      OneLine{"miljöpartiet", LineUse::kPartyName}, OneLine{"de gröna", LineUse::kPartyName},
                      OneLine{"Socialdemokraterna, Vansterpartiet Miljopartiet", LineUse::kPartyName},
                      OneLine{"Vänsterpartiet (V) och Miljöpartiet de gröna (MP)", LineUse::kPartyName},
                      OneLine{"Vänsterpartiets genomförandeplan", std::nullopt},
                      OneLine{"Bakgrund....... 4", LineUse::kContents}));

TEST(FurnitureTest, ContentsRunFromTheirHeadingToTheFirstLineThatIsNoEntry) {
  const auto uses = Uses("Innehåll\n\nInledning\t3\nSyftet.....\t3\n\nInledning\n\nPlanen gäller 2024.\n");
  EXPECT_THAT(uses, ElementsAre(LineUse::kContents, LineUse::kBlank, LineUse::kContents, LineUse::kContents,
                                LineUse::kBlank, std::nullopt, LineUse::kBlank, std::nullopt));
}

TEST(FurnitureTest, AnEntryTooLongForOneLineIsOneEntry) {
  const auto uses =
      Uses("Innehåll\nVarför aktiviteter för styrning,\nuppföljning och samordning.....17\nText.\n");
  EXPECT_THAT(uses, ElementsAre(LineUse::kContents, LineUse::kContents, LineUse::kContents, std::nullopt));
}

TEST(FurnitureTest, EntriesWithoutLeadersAreChapters) {
  const MarkedText text =
      Marked("Innehåll\nInledning\t3\nSyftet.....\t3\nUppdrag och mål.....\t4\n\nInledning\n");
  EXPECT_THAT(text.contents, UnorderedElementsAre(Pair(FoldedTitle("Inledning"), 1), Pair("syftet", 2),
                                                  Pair(FoldedTitle("Uppdrag och mål"), 2)));
}

TEST(FurnitureTest, AHeadingThatStandsOftenerThanTheContentsListItIsARunningHeader) {
  const auto uses = Uses(
      "Innehåll\nAktiviteter.....3\n\nAktiviteter\n\nEn text om aktiviteter.\n\nAktiviteter\n\nMer text om "
      "dem.\n");
  EXPECT_EQ(uses[3], std::nullopt);
  EXPECT_EQ(uses[7], LineUse::kPageNumber);
}

TEST(FurnitureTest, AHeadingThatCutsASentenceIsARunningHeader) {
  const std::string cut =
      "Nämnden ska tillsammans med andra nämnder och\n\nVåra aktiviteter\n\nbolag ta fram en plan.\n\n";
  const auto uses =
      Uses("Våra aktiviteter\n\nText som inleder.\n\n" + cut + "Våra aktiviteter\n\nText som avslutar.\n");
  EXPECT_EQ(uses[0], std::nullopt);
  EXPECT_EQ(uses[6], LineUse::kPageNumber);
  EXPECT_EQ(uses[10], LineUse::kPageNumber);
}

TEST(FurnitureTest, HeadingsThatEveryGoalHasAreNoRunningHeaders) {
  std::string text;
  for (int i = 0; i < 5; ++i) text += "Nämndens omhändertagande\n\nNämnden ska göra något för målet.\n\n";
  for (const auto& use : Uses(text)) EXPECT_NE(use, LineUse::kPageNumber);
}

TEST(FurnitureTest, EveryLineIsKept) {
  const MarkedText text = Marked("ett\n\n12\ntvå\n");
  ASSERT_EQ(text.lines.size(), 4U);
  EXPECT_EQ(text.lines[3].number, 4);
  EXPECT_EQ(text.lines[3].text, "två");
}

}  // namespace
}  // namespace plansok::plan
