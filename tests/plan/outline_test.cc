#include "plan/outline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/plan/reading.h"

namespace plansok::plan {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<Passage> Passages(const std::string& text, const std::string& title = "") {
  const MarkedText marked = Marked(text);
  return Outline(ReadTables(Unwrap(marked.lines)), marked.contents, title, TestVocabulary());
}

/// The passage whose text begins with `words`; fails the test where there is none.
Passage Find(const std::vector<Passage>& passages, const std::string& words) {
  const auto found = std::find_if(passages.begin(), passages.end(), [&](const Passage& passage) {
    return passage.block.text.rfind(words, 0) == 0;
  });
  EXPECT_NE(found, passages.end()) << words;
  return found == passages.end() ? Passage{} : *found;
}

constexpr const char* kImplementationPlan =
    "Genomförandeplan 2025 för Kulturnämnden\n\nPlanen utgår från Göteborgs Stads budget för "
    "2025.\n\nMål:\n\n"
    "1. Segregationen i Göteborg ska brytas.\n\nNämnden ska öppna fler scener i ytterområdena.\n\n"
    "2. Göteborg ska klara kompetensförsörjningen.\n\nNämnden ska erbjuda fler praktikplatser.\n\n"
    "Inriktningar:\n\nBiblioteken ska hålla öppet längre.\n\nUppdrag:\n\nFrån Göteborgs Stads budget:\n\n"
    "» Kulturnämnden får i uppdrag att utreda en konsthall.\n\nSocialdemokraterna\n\nFrån nämnden:\n\n"
    "» Stödja studieförbunden.\n";

TEST(OutlineTest, ImplementationPlan) {
  const std::vector<Passage> passages =
      Passages(kImplementationPlan, "Genomförandeplan 2025 för Kulturnämnden");
  EXPECT_EQ(Find(passages, "Planen utgår").kind, Kind::kText);
  const Passage pursued = Find(passages, "Nämnden ska erbjuda");
  EXPECT_EQ(pursued.kind, Kind::kGoal);
  ASSERT_TRUE(pursued.goal);
  EXPECT_EQ(pursued.goal->label, "Göteborg ska klara kompetensförsörjningen");
  EXPECT_THAT(pursued.section_path, ElementsAre("Mål", "2. Göteborg ska klara kompetensförsörjningen"));
  const Passage direction = Find(passages, "Biblioteken");
  EXPECT_EQ(direction.kind, Kind::kDirection);
  EXPECT_FALSE(direction.goal);
  const Passage councils = Find(passages, "Kulturnämnden får");
  EXPECT_EQ(councils.kind, Kind::kAssignment);
  EXPECT_EQ(councils.source.origin, Origin::kCouncil);
  const Passage own = Find(passages, "Stödja");
  EXPECT_EQ(own.kind, Kind::kAssignment);
  EXPECT_EQ(own.source.origin, Origin::kCommittee);
  EXPECT_THAT(own.section_path, ElementsAre("Uppdrag", "Från nämnden"));
}

TEST(OutlineTest, AGoalsSentenceIsHeadingAndParagraph) {
  const Passage goal = Find(Passages(kImplementationPlan), "Segregationen");
  EXPECT_FALSE(goal.use);
  EXPECT_EQ(goal.kind, Kind::kGoal);
  ASSERT_TRUE(goal.goal);
  EXPECT_EQ(goal.goal->label, "Segregationen i Göteborg ska brytas");
  EXPECT_THAT(goal.section_path, ElementsAre("Mål"));
}

TEST(OutlineTest, GoalsInAListBelongToNoOtherGoal) {
  const std::vector<Passage> passages = Passages(
      "Budgeten har två mål:\n\n1. Segregationen i Göteborg ska brytas\n\n2. Göteborg ska klara "
      "kompetensförsörjningen\n\nNämnden har fått tolv uppdrag.\n");
  EXPECT_EQ(Find(passages, "Segregationen").goal->label, "Segregationen i Göteborg ska brytas");
  EXPECT_EQ(Find(passages, "Göteborg ska klara").kind, Kind::kGoal);
  EXPECT_FALSE(Find(passages, "Nämnden har").goal);
  EXPECT_EQ(Find(passages, "Nämnden har").kind, Kind::kText);
}

constexpr const char* kActivityPlan =
    "Verksamhetsplan 2023\n\nNämnden beskriver här sitt arbete.\n\n3 Nämndens mål och uppdrag\n\n3.4 "
    "DELAKTIGHET OCH "
    "TILLIT\n\n3.4.1 Nämndens mål\n\n- 3.4.1.1 Hemlösheten ska upphöra till 2028.\n\nNämndens "
    "omhändertagande\n\n"
    "Arbetet utgår från fyra mål.\n\nMål 1. Hemlöshet ska förebyggas\n\nMål 2. Ingen ska leva på gatan\n\n"
    "- *Barn i hemlöshet*\n\nBarnens behov går först.\n\nUppföljning\n\n- Antal hushåll\n\n3.4.2 Uppdrag\n\n"
    "Nämnden ger här svar på sina uppdrag.\n\n3.4.3 Program och planer\n\nStadens barnrättsplan 2022-2024\n\n"
    "Stadens avfallsplan\n";

TEST(OutlineTest, ActivityPlan) {
  const std::vector<Passage> passages = Passages(kActivityPlan);
  const Passage care = Find(passages, "Arbetet utgår");
  EXPECT_EQ(care.kind, Kind::kGoal);
  EXPECT_EQ(care.goal->label, "Hemlösheten ska upphöra till 2028");
  ASSERT_TRUE(care.area);
  EXPECT_EQ(care.area->label, "Delaktighet och tillit");
  EXPECT_EQ(Find(passages, "Antal hushåll").kind, Kind::kIndicator);
  EXPECT_FALSE(Find(passages, "Nämnden ger här").goal);
  EXPECT_EQ(Find(passages, "Nämnden ger här").area->label, "Delaktighet och tillit");
  EXPECT_EQ(Find(passages, "Stadens barnrättsplan").kind, Kind::kProgram);
  EXPECT_EQ(Find(passages, "Stadens avfallsplan").kind, Kind::kProgram);
}

TEST(OutlineTest, ABulletMayBeASubheading) {
  const std::vector<Passage> passages = Passages(kActivityPlan);
  EXPECT_EQ(Find(passages, "Barn i hemlöshet").use, LineUse::kHeading);
  EXPECT_EQ(Find(passages, "Barnens behov").section_path.back(), "Barn i hemlöshet");
}

TEST(OutlineTest, CountedSentencesUnderAGoalAreItsText) {
  const Passage counted = Find(Passages(kActivityPlan), "Mål 2. Ingen ska leva på gatan");
  EXPECT_EQ(counted.kind, Kind::kGoal);
  EXPECT_EQ(counted.goal->label, "Hemlösheten ska upphöra till 2028");
}

TEST(OutlineTest, AGoalThatNoVocabularyKnowsIsAGoal) {
  const std::vector<Passage> passages = Passages(
      "# Plan\n\nTexten börjar här.\n\n## Nämndens mål\n\n### Göteborg ska ha skärgårdens bästa "
      "färjor\n\nFler turer.\n");
  ASSERT_TRUE(Find(passages, "Fler turer.").goal);
  EXPECT_EQ(Find(passages, "Fler turer.").goal->label, "Göteborg ska ha skärgårdens bästa färjor");
}

TEST(OutlineTest, TheDocumentsOwnGoalHasItsAreas) {
  const std::vector<Passage> passages = Passages(
      "Inledning\n\nI programmet fastställs att målet med arbetet är att **Göteborg ska vara en jämlik "
      "stad**. "
      "Det är bra.\n\nFyra målområden\n\nMålområdena är:\n\n- Skapa god start i livet\n- Skapa jobb\n");
  ASSERT_TRUE(Find(passages, "Skapa god start").goal);
  EXPECT_EQ(Find(passages, "Skapa god start").goal->label, "Göteborg ska vara en jämlik stad");
  EXPECT_FALSE(Find(passages, "Målområdena är").goal);
}

TEST(OutlineTest, ShortLinesAfterALeadInAreItems) {
  const std::vector<Passage> passages = Passages(
      "Bakgrund\n\nDet finns flera skäl:\n\nBehoven ökar\n\nPengarna räcker inte\n\nNämnden arbetar "
      "vidare.\n");
  EXPECT_FALSE(Find(passages, "Behoven ökar").use);
  EXPECT_FALSE(Find(passages, "Pengarna räcker").use);
  EXPECT_EQ(Find(passages, "Bakgrund").use, LineUse::kHeading);
}

TEST(OutlineTest, NoTextNoPassages) { EXPECT_THAT(Passages("12\n"), IsEmpty()); }

}  // namespace
}  // namespace plansok::plan
