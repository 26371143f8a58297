#include "plan/lead_in.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "plan/reader.h"
#include "tests/plan/reading.h"

namespace plansok::plan {
namespace {

using ::testing::ElementsAre;
using ::testing::IsSupersetOf;
using ::testing::Pair;

/// Each paragraph's text and lead-in.
std::vector<std::pair<std::string, std::string>> Read(const std::string& text) {
  const auto read = PlanReader(TestVocabulary(), nullptr).ReadText(text, "a.txt");
  EXPECT_TRUE(read.ok()) << read.status();
  std::vector<std::pair<std::string, std::string>> paragraphs;
  for (const Paragraph& paragraph : read->plan.paragraphs)
    paragraphs.emplace_back(paragraph.text, paragraph.lead_in);
  return paragraphs;
}

TEST(LeadIn, AListsItemsHaveTheSentenceThatAnnouncesThem) {
  EXPECT_THAT(
      Read("Nämnden har antagit miljömål. De gäller i år. De lokala miljömålen är:\n\n"
           "- Mängden engångsmaterial ska minska\n- Avfallet ska vara nära noll\n\n"
           "Målen följs upp varje år av hela nämnden.\n\n- En lös punkt i planen\n"),
      ElementsAre(Pair("Nämnden har antagit miljömål. De gäller i år. De lokala miljömålen är:", ""),
                  Pair("Mängden engångsmaterial ska minska", "De lokala miljömålen är:"),
                  Pair("Avfallet ska vara nära noll", "De lokala miljömålen är:"),
                  Pair("Målen följs upp varje år av hela nämnden.", ""), Pair("En lös punkt i planen", "")));
}

TEST(LeadIn, AnAbbreviationIsNoEndOfASentence) {
  for (const char* last :
       {"Enl. Skollagen och bl. a. Göteborgs program (t.ex. Trygg stad) ska dr. Andersson:",
        "I år prioriteras bl.a. följande områden:", "Den bygger på bl.a. Göteborgs program och omfattar:",
        "Från kl. 10 gäller:"}) {
    LeadIn lead_in;
    Block above;
    above.text = above.clean = std::string("Planen bygger på flera källor. ") + last;
    EXPECT_EQ("", lead_in.Of(above).text);
    Block item;
    item.text = item.clean = "Trygga uppväxtvillkor";
    item.marker = Marker::kNumber;
    EXPECT_EQ(last, lead_in.Of(item).text);
    EXPECT_EQ(last, lead_in.Of(item).text);
  }
}

TEST(LeadIn, AHeadingEndsTheListAlsoWhereItIsAGoalsOwnSentence) {
  EXPECT_THAT(
      Read("Verksamhetsplan 2025\n\n3.1.1 Nämndens mål\n\n3.1.1.1 Göteborg ska klara "
           "kompetensförsörjningen\n\n"
           "Vi följer upp genom:\n\n- samtal med alla chefer\n- enkäter\n\n"
           "3.1.1.2 Segregationen i Göteborg ska minska.\n\n- Fler möten i hela staden\n"),
      IsSupersetOf({Pair("enkäter", "Vi följer upp genom:"), Pair("Segregationen i Göteborg ska minska.", ""),
                    Pair("Fler möten i hela staden", "")}));
}

TEST(LeadIn, ATableEndsTheList) {
  Block above;
  above.text = above.clean = "Förvaltningen ska:";
  Block item;
  item.text = item.clean = "följa upp";
  item.marker = Marker::kBullet;
  Block cell = item;
  cell.cell = Cell::kAnswer;
  LeadIn lead_in;
  lead_in.Of(above);
  EXPECT_EQ("", lead_in.Of(cell).text);
  EXPECT_EQ("", lead_in.Of(item).text);
}

TEST(LeadIn, ListsWithinListsAreToldByTheirIndents) {
  EXPECT_THAT(Read("Följande gäller under hela året:\n\n- öppettider för biblioteken:\n  - kvällar\n  - "
                   "helger\n- läsning\n"),
              IsSupersetOf({Pair("öppettider för biblioteken:", "Följande gäller under hela året:"),
                            Pair("kvällar", "öppettider för biblioteken:"),
                            Pair("helger", "öppettider för biblioteken:"),
                            Pair("läsning", "Följande gäller under hela året:")}));
}

TEST(LeadIn, WhereIndentsTellNothingTheOuterListGoesOn) {
  EXPECT_THAT(
      Read("Följande gäller under hela året:\n\n- öppettider för biblioteken:\n- kvällar\n- läsning\n"),
      IsSupersetOf({Pair("kvällar", "Följande gäller under hela året:"),
                    Pair("läsning", "Följande gäller under hela året:")}));
}

TEST(LeadIn, CountedItemsInSmallLettersAreItems) {
  EXPECT_THAT(Read("Under året ska förvaltningen:\n\n1. ta fram en plan för introduktion,\n"
                   "2. erbjuda handledning till alla chefer och\n3. minska sjukfrånvaron\n"),
              ElementsAre(Pair("Under året ska förvaltningen:", ""),
                          Pair("ta fram en plan för introduktion,", "Under året ska förvaltningen:"),
                          Pair("erbjuda handledning till alla chefer och", "Under året ska förvaltningen:"),
                          Pair("minska sjukfrånvaron", "Under året ska förvaltningen:")));
}

TEST(LeadIn, BulletsBelowANumberAreAListWithinTheList) {
  EXPECT_THAT(
      Read("Följande prioriteras under året:\n\n1. Vi ska bygga:\n- skolor\n- hem\n2. Vi ska riva:\n- hus\n"),
      IsSupersetOf({Pair("skolor", "Vi ska bygga:"), Pair("hem", "Vi ska bygga:"),
                    Pair("hus", "Vi ska riva:"), Pair("Vi ska riva:", "Följande prioriteras under året:")}));
}

TEST(LeadIn, ANumberInAWrappedItemCountsNoList) {
  EXPECT_THAT(
      Read(
          "Detta gäller:\n\n- Nämnden redovisar arbetet med barn och unga till kommunfullmäktige senast den\n"
          "  10. maj varje år.\n- Andra punkten gäller.\n"),
      IsSupersetOf({Pair(
          "Nämnden redovisar arbetet med barn och unga till kommunfullmäktige senast den 10. maj varje år.",
          "Detta gäller:")}));
}

TEST(LeadIn, ANumberInAWrappedSentenceCountsNoList) {
  EXPECT_THAT(
      Read("Nämnden ska redovisa hur arbetet med de nya målen går för alla stadsområden senast den\n"
           "3. maj till kommunstyrelsen, som sedan lägger fram en samlad redovisning för hela staden.\n"),
      ElementsAre(Pair("Nämnden ska redovisa hur arbetet med de nya målen går för alla stadsområden senast "
                       "den 3. maj till "
                       "kommunstyrelsen, som sedan lägger fram en samlad redovisning för hela staden.",
                       "")));
}

TEST(LeadIn, WhatIsAnnouncedAsIndicatorsIsSome) {
  const auto read =
      PlanReader(TestVocabulary(), nullptr)
          .ReadText(
              "Verksamhetsplan 2025\n\nMål 1: Luften ska bli renare\n\nFler träd planteras i hela staden.\n\n"
              "Målet följs upp genom följande indikatorer:\n\n- antal planterade träd\n- halten av "
              "partiklar\n",
              "a.txt");
  ASSERT_TRUE(read.ok()) << read.status();
  const std::vector<Paragraph>& paragraphs = read->plan.paragraphs;
  EXPECT_EQ(paragraphs.at(paragraphs.size() - 1).kind, Kind::kIndicator);
  EXPECT_EQ(paragraphs.at(paragraphs.size() - 2).kind, Kind::kIndicator);
  EXPECT_EQ(paragraphs.at(paragraphs.size() - 3).kind, Kind::kGoal);
  const auto actions =
      PlanReader(TestVocabulary(), nullptr)
          .ReadText("Utifrån indikatorerna ovan ska nämnden prioritera:\n\n- fler bostäder till unga\n",
                    "a.txt");
  ASSERT_TRUE(actions.ok()) << actions.status();
  EXPECT_EQ(actions->plan.paragraphs.at(1).kind, Kind::kText);
}

TEST(LeadIn, AnAnswerFollowsItsAssignment) {
  const auto read = PlanReader(TestVocabulary(), nullptr)
                        .ReadText(
                            "Verksamhetsplan 2025\n\nUppdrag\tUppdragsår\tNämndens omhändertagande\n"
                            "Utred en konsthall.\t2025\tEn förstudie pågår i år.\n",
                            "a.txt");
  ASSERT_TRUE(read.ok()) << read.status();
  ASSERT_EQ(read->plan.paragraphs.size(), 2U);
  EXPECT_EQ(read->plan.paragraphs[0].lead_in, "");
  EXPECT_EQ(read->plan.paragraphs[1].lead_in, "Utred en konsthall.");
}

}  // namespace
}  // namespace plansok::plan
