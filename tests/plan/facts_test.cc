#include "plan/facts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "plan/vocabulary.h"

namespace plansok::plan {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Vocabulary& City() {
  static const Vocabulary vocabulary = Vocabulary::Load(PLANSOK_SOURCE_DIR).value();
  return vocabulary;
}

std::vector<std::string> LinesOf(std::istream& in) {
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

DocumentFacts FactsOfFile(const std::string& file) {
  std::ifstream in(std::string(PLANSOK_SOURCE_DIR) + "/corpus/" + file);
  return ReadDocumentFacts(LinesOf(in), City());
}

DocumentFacts FactsOf(const std::string& text) {
  std::istringstream in(text);
  return ReadDocumentFacts(LinesOf(in), City());
}

std::vector<std::string> Owners(const DocumentFacts& facts) {
  std::vector<std::string> labels;
  for (const Named& committee : facts.committees) labels.push_back(committee.label);
  return labels;
}

TEST(DocumentFactsTest, OfTheFivePlans) {
  struct Case {
    const char* file;
    const char* title;
    const char* committee;
    const char* kind;
    std::vector<int> years;
  };
  for (const Case& each : {Case{"genomforandeplan-2025-demokrati-och-medborgarservice.txt",
                                "Genomförandeplan för budget för nämnden för demokrati och medborgarservice",
                                "Nämnden för demokrati och medborgarservice",
                                "genomförandeplan",
                                {2025}},
                           Case{"genomforandeplan-2025-socialnamnden-nordost.txt",
                                "Genomforandeplan for budget for socialnamnd Nordost",
                                "Socialnämnden Nordost",
                                "genomförandeplan",
                                {2025}},
                           Case{"plan-for-en-jamlik-stad-2019-2022.txt",
                                "Göteborgs Stads plan för en jämlik stad 2019–2022",
                                "Kommunfullmäktige",
                                "plan",
                                {2019, 2020, 2021, 2022}},
                           Case{"verksamhetsplan-2023-socialnamnden-sydvast.txt",
                                "Verksamhetsplan 2023 Socialnämnden Sydväst",
                                "Socialnämnden Sydväst",
                                "verksamhetsplan",
                                {2023}},
                           Case{"verksamhetsplan-2024-socialnamnden-centrum.txt",
                                "Nämndens verksamhetsplan 2024",
                                "Socialnämnden Centrum",
                                "verksamhetsplan",
                                {2024}}}) {
    const DocumentFacts facts = FactsOfFile(each.file);
    EXPECT_EQ(facts.title, each.title);
    EXPECT_THAT(Owners(facts), ElementsAre(each.committee));
    EXPECT_EQ(facts.document_kind, each.kind) << each.file;
    EXPECT_EQ(facts.years, each.years) << each.file;
  }
}

TEST(DocumentFactsTest, OfOtherCovers) {
  struct Case {
    const char* text;
    const char* committee;
    const char* kind;
    std::vector<int> years;
  };
  for (const Case& each :
       {Case{"Göteborgs Stad\n\nVerksamhetsplan\n\n2022–2024\n\nKulturnämnden\n\n1 Inledning\n",
             "Kulturnämnden",
             "verksamhetsplan",
             {2022, 2023, 2024}},
        Case{"Förskolenämnden\n\n# Verksamhetsplan 2026\n\nI budget 2025 fick nämnden 3 uppdrag.\n",
             "Förskolenämnden",
             "verksamhetsplan",
             {2026}},
        Case{"# Genomförandeplan 2024 för nämnden för\narbetsmarknad och vuxenutbildning\n\nPlanen gäller "
             "från 2024-01-01.\n",
             "Nämnden för arbetsmarknad och vuxenutbildning",
             "genomförandeplan",
             {2024}},
        Case{"Verksamhetsplan 2025 for Kulturndmnden\n\nText\n", "Kulturnämnden", "verksamhetsplan", {2025}},
        Case{
            "Verksamhetsplan 2025 Grundskoleförvaltningen\n", "Grundskolenämnden", "verksamhetsplan", {2025}},
        Case{"Göteborgs Stads program för trygghet 2022-2026\n\nSocialnämnden Centrum samordnar. "
             "Socialnämnden Centrum leder.\n",
             "Kommunfullmäktige",
             "program",
             {2022, 2023, 2024, 2025, 2026}},
        Case{"Handlingsplan för suicidprevention\n\nBeslutad av:\nSocialnämnden Hisingen\n\nGiltighetstid: "
             "2023–2024\n",
             "Socialnämnden Hisingen",
             "handlingsplan",
             {2023, 2024}},
        Case{"Genomförandeplan för budget för utbildningsnämnden\n\nPlanen utgår från Göteborgs Stads budget "
             "för 2026 som är beslutad av "
             "kommunfullmäktige. Sedan 2019 och 2021 har mycket hänt. År 2019 var bra.\n",
             "Utbildningsnämnden",
             "genomförandeplan",
             {2026}}}) {
    const DocumentFacts facts = FactsOf(each.text);
    EXPECT_THAT(Owners(facts), ElementsAre(each.committee)) << each.text;
    EXPECT_EQ(facts.document_kind, each.kind) << each.text;
    EXPECT_EQ(facts.years, each.years) << each.text;
  }
}

TEST(DocumentFactsTest, SaysNothingThatTheTextDoesNot) {
  EXPECT_EQ(ReadDocumentFacts({}, City()), DocumentFacts{});
  const DocumentFacts facts = FactsOf("Det var en gång 2019.\n\nEn saga om 2020 och 2021-03-04.\n");
  EXPECT_EQ(facts.title, "");
  EXPECT_THAT(facts.committees, IsEmpty());
  EXPECT_THAT(facts.years, IsEmpty());
}

TEST(GoalOfHeadingTest, UnknownGoalsAreLabelledAsWorded) {
  const Goal goal = GoalOfHeading("3.2.1 Göteborgs älvstränder ska bli grönare.", City());
  EXPECT_EQ(goal.label, "Göteborgs älvstränder ska bli grönare");
  EXPECT_EQ(goal.family, goal.id);
  EXPECT_THAT(goal.id, ::testing::MatchesRegex("mal-[0-9a-f]+"));
}

TEST(GoalOfHeadingTest, NearEqualWordingsAreOneGoal) {
  const std::string id = GoalOfHeading("Göteborgs älvstränder ska bli grönare", City()).id;
  for (const char* wording :
       {"1. Göteborgs älvstränder ska bli grönare.", "GÖTEBORGS ÄLVSTRÄNDER SKA BLI GRÖNARE",
        "Goteborgs dlvstrinder ska bli gronare", "Göteborgs älv-\nstränder ska bli  grönare"}) {
    EXPECT_EQ(GoalOfHeading(wording, City()).id, id) << wording;
  }
  for (const char* other : {"Göteborgs älvstränder ska bli renare", "Göteborgs parker ska bli grönare",
                            "Göteborgs älvstränder ska bli grönare till 2030"}) {
    EXPECT_NE(GoalOfHeading(other, City()).id, id) << other;
  }
  EXPECT_NE(GoalOfHeading("Utsläppen ska halveras till 2030", City()).id,
            GoalOfHeading("Utsläppen ska halveras till 2035", City()).id);
}

TEST(LooksLikeGoalTest, TellsGoalsFromOtherSentences) {
  for (const char* goal :
       {"3.1.1.2 Segregationen i Göteborg ska minska.", "Göteborg är en attraktiv storstad för alla",
        "4. Göteborgs Stad ska vara en attraktiv arbetsgivare", "Tryggheten i hela staden ska öka",
        "1. Goteborg ska vara en jamlik och trygg stad dir alla invanare ges inflytande och"}) {
    EXPECT_TRUE(LooksLikeGoal(goal, City())) << goal;
  }
  for (const char* other :
       {"Nämnden ska öka antalet platser.", "Uppdrag", "3.1.1 Nämndens mål",
        "Förvaltningen ska vara en aktiv part.",
        "Göteborgs Stads nämnder och styrelser ska tänka digitalt först",
        "Andel ekologiska livsmedel ska öka med 50% till 2026",
        "Göteborgs Stads handlingsplan för att inga områden ska vara särskilt utsatta 2025",
        "Vad krävs för att arbetet ska bli framgångsrikt?", "jourhem i egen regi ska öka.",
        "Göteborg ska vara trygg. Det är viktigt."}) {
    EXPECT_FALSE(LooksLikeGoal(other, City())) << other;
  }
}

TEST(AssignmentSourceTest, ReadsOriginAndYear) {
  struct Case {
    const char* text;
    Origin origin;
    int year;
  };
  constexpr Origin kNone = Origin::kUnspecified;
  for (const Case& each :
       {Case{"KF uppdrag budget 2023", Origin::kCouncil, 2023},
        Case{"KF uppdrag från budget 2022", Origin::kCouncil, 2022},
        Case{"KF budget 2022", Origin::kCouncil, 2022},
        Case{"2022 KF budget", Origin::kCouncil, 2022},
        Case{"Budget 2024, KF", Origin::kCouncil, 2024},
        Case{"(KF 2021)", Origin::kCouncil, 2021},
        Case{"KF uppdrag utanför budget, KF 2022-10-06 §14, punkt 2 och 3", Origin::kCouncil, 2022},
        Case{"Från Göteborgs Stads budget:", Origin::kCouncil, 0},
        Case{"Fran Goteborgs Stads budget:", Origin::kCouncil, 0},
        Case{"Uppdrag från kommunfullmäktige 2024", Origin::kCouncil, 2024},
        Case{"Från nämnden:", Origin::kCommittee, 0},
        Case{"Fran ndmnden:", Origin::kCommittee, 0},
        Case{"Nämndens egna uppdrag", Origin::kCommittee, 0},
        Case{"Nämndens budget 2023", Origin::kCommittee, 2023},
        Case{"SN uppdrag utanför budget 2021", Origin::kCommittee, 2021},
        Case{"SN Centrum 2022-03-29 §79", Origin::kCommittee, 2022},
        Case{"SNC 2023-01-24 § 39", Origin::kCommittee, 2023},
        Case{"Uppdrag från socialnämnden Centrum 2023-10-24", Origin::kCommittee, 2023},
        Case{"2024", kNone, 2024},
        Case{"", kNone, 0},
        Case{"Socialnämnden Hisingen får i uppdrag att permanenta medborgarbudgeten.", kNone, 0}}) {
    const AssignmentSource source = ReadAssignmentSource(each.text);
    EXPECT_EQ(source.origin, each.origin) << each.text;
    EXPECT_EQ(source.year, each.year) << each.text;
  }
}

TEST(AssignmentSourceTest, InALongAnswerOnlyItsFormulaCounts) {
  const std::string answer =
      "Förvaltningen arbetar med uppdraget tillsammans med socialnämnden Nordost och avser återrapportera "
      "till nämnden i samband med "
      "delårsrapport mars 2023.";
  EXPECT_EQ(ReadAssignmentSource(answer).origin, Origin::kUnspecified);
  EXPECT_EQ(ReadAssignmentSource(answer).year, 0);
  EXPECT_EQ(ReadAssignmentSource(answer + " SN uppdrag utanför budget 2022").origin, Origin::kCommittee);
  EXPECT_EQ(ReadAssignmentSource(answer + " SN uppdrag utanför budget 2022").year, 2022);
  EXPECT_EQ(ReadAssignmentSource(answer + " KF uppdrag utanför budget, KF 2021-10-06 §14").year, 2021);
  EXPECT_EQ(ReadAssignmentSource("2024 " + answer).year, 2024);
  EXPECT_EQ(ReadAssignmentSource("2024 års " + answer).year, 0);
}

std::vector<std::string> IdsOf(std::vector<std::string> texts) {
  std::vector<Paragraph> paragraphs(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) paragraphs[i].text = texts[i];
  AssignParagraphIds(paragraphs);
  std::vector<std::string> ids;
  for (const Paragraph& paragraph : paragraphs) ids.push_back(paragraph.id);
  return ids;
}

TEST(AssignParagraphIdsTest, AreStable) {
  const std::vector<std::string> ids =
      IdsOf({"Ett stycke.", "Fortsätta utveckla.", "Fortsätta utveckla.", "»"});
  EXPECT_THAT(ids[0], ::testing::MatchesRegex("[0-9a-f]{12}|[0-9a-f]+"));
  EXPECT_EQ(ids[0].size(), 12U);
  EXPECT_NE(ids[1], ids[2]);
  // An insertion, new line breaks and hyphens change no id.
  const std::vector<std::string> again =
      IdsOf({"Nytt.", "Ett  stycke.", "Fort-sätta utveckla.", "»", "Fortsätta\nutveckla."});
  EXPECT_THAT(again, ElementsAre(again[0], ids[0], ids[1], ids[3], ids[2]));
}

TEST(SlugTest, IsReadable) {
  EXPECT_EQ(Slug("Göteborg ska klara kompetensförsörjningen."), "goteborg-ska-klara-kompetensforsorjningen");
  EXPECT_EQ(PlanIdOfFile("Plan för en jämlik stad 2019-2022.txt"), "plan-for-en-jamlik-stad-2019-2022");
  EXPECT_EQ(PlanIdOfFile("under/mapp/A.b.txt"), "a-b");
  EXPECT_TRUE(IsId(PlanIdOfFile("???.txt")));
  EXPECT_TRUE(IsId(PlanIdOfFile("план.txt")));
  EXPECT_EQ(PlanIdOfFile("план.txt"), PlanIdOfFile("mapp/план.txt"));
  EXPECT_NE(PlanIdOfFile("план.txt"), PlanIdOfFile("σχέδιο.txt"));
  EXPECT_NE(PlanIdOfFile("план 2025.txt"), PlanIdOfFile("2025.txt"));
  EXPECT_EQ(PlanIdOfFile(""), "plan");
}

}  // namespace
}  // namespace plansok::plan
