#include "compare/compare.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "tests/compare/sides.h"
#include "tests/text/swedish.h"

namespace plansok::compare {
namespace {

using plan::Kind;
using testing::ElementsAre;

constexpr const char* kHousing =
    "Nämnden ska arbeta med Bostad först och förebygga vräkningar bland barnfamiljer.";
constexpr const char* kHousingNewer =
    "Nämnden ska utveckla arbetet med Bostad först och förebygga vräkningar bland barnfamiljer i staden.";
constexpr const char* kSchool = "Elever i grundskolan ska få läxhjälp varje vecka av utbildade lärare.";
constexpr const char* kClimate = "Utsläppen från stadens transporter ska minska genom fler elfordon.";
constexpr const char* kTask = "Socialnämnden får i uppdrag att ta fram en modell för skyddat boende.";
constexpr const char* kTaskNewer =
    "Socialnämnden får i uppdrag att ta fram en ny modell för skyddat boende i år.";

// "base > other: change", for one plan a side; "-" for none.
std::vector<std::string> Summary(const Comparison& comparison) {
  constexpr std::array<const char*, 4> kNames = {"kept", "reworded", "added", "removed"};
  std::vector<std::string> lines;
  for (const GoalComparison& goal : comparison.goals) {
    lines.push_back(goal.goal ? goal.goal->id + ":" : ":");
    for (const Pair& pair : goal.pairs) {
      const std::string base = pair.base ? std::to_string(pair.base->paragraph) : "-";
      const std::string other = pair.other ? std::to_string(pair.other->paragraph) : "-";
      lines.push_back(base + " > " + other + ": " + kNames[static_cast<std::size_t>(pair.change)]);
    }
  }
  return lines;
}

std::vector<std::string> Compared(const std::vector<Line>& base, const std::vector<Line>& other) {
  const Side from = MakeSide(base);
  const Side to = MakeSide(other);
  const Comparison comparison = CompareNow(from, to);
  ExpectConserved(from, to, comparison);
  EXPECT_EQ(Lines(from, to, comparison, false), Lines(to, from, CompareNow(to, from), true));
  return Summary(comparison);
}

TEST(Compare, APlanWithItselfIsKept) {
  const std::vector<Line> plan = {{kHousing, "a"}, {kSchool, "b"}, {kHousing, "a"},
                                  {"", ""},        {"—", ""},      {"Ja", ""}};
  EXPECT_THAT(Compared(plan, plan), ElementsAre("a:", "0 > 0: kept", "2 > 2: kept", "b:", "1 > 1: kept", ":",
                                                "3 > 3: kept", "4 > 4: kept", "5 > 5: kept"));
}

TEST(Compare, WithNothingEverythingIsNewOrGone) {
  EXPECT_THAT(Compared({}, {}), ElementsAre());
  EXPECT_THAT(Compared({{kHousing, "a"}}, {}), ElementsAre("a:", "0 > -: removed"));
  EXPECT_THAT(Compared({}, {{kHousing, "a"}}), ElementsAre("a:", "- > 0: added"));
}

TEST(Compare, CasePunctuationAndLineBreaksAreNoRewording) {
  EXPECT_THAT(Compared({{"Nämnden ska, med andras hjälp, förebygga social- utsatthet."}},
                       {{"NÄMNDEN ska med andras hjälp\nförebygga social- utsatthet"}}),
              ElementsAre(":", "0 > 0: kept"));
}

TEST(Compare, RewordedNewAndGone) {
  EXPECT_THAT(Compared({{kHousing, "a"}, {kSchool, "a"}}, {{kClimate, "a"}, {kHousingNewer, "a"}}),
              ElementsAre("a:", "- > 0: added", "0 > 1: reworded", "1 > -: removed"));
}

TEST(Compare, TheNearestWordingWins) {
  EXPECT_THAT(Compared({{kHousing, "a"}}, {{kHousingNewer, "a"}, {kHousing, "a"}}),
              ElementsAre("a:", "- > 0: added", "0 > 1: kept"));
}

TEST(Compare, WhatMovedToAnotherGoalIsStillTheSame) {
  EXPECT_THAT(Compared({{kHousing, "a"}, {kSchool, "a"}}, {{kSchool, "b"}, {kHousingNewer, "b"}}),
              ElementsAre("b:", "1 > 0: kept", "0 > 1: reworded"));
}

TEST(Compare, AGoalsSuccessorIsTheGoalAsNewerWordsIt) {
  Side base = MakeSide({{kHousing, "a"}});
  Side other = MakeSide({{kHousing, "b"}});
  base[0].paragraphs[0].goal = plan::Goal{"old", "Gammalt mål", "family"};
  other[0].paragraphs[0].goal = plan::Goal{"new", "Nytt mål", "family"};
  const Comparison comparison = CompareNow(base, other);
  ASSERT_EQ(1U, comparison.goals.size());
  EXPECT_EQ("Nytt mål", comparison.goals[0].goal->label);
}

// A plan prints its goals in a list, and again above their texts.
TEST(Compare, AGoalPrintedAgainIsBesideTheSameGoal) {
  const Line goal = {kHousing, "a", Kind::kGoal};
  const Line newer = {kHousingNewer, "a", Kind::kGoal};
  EXPECT_THAT(Compared({goal}, {goal, goal}), ElementsAre("a:", "0 > 0: kept", "0 > 1: kept"));
  EXPECT_THAT(Compared({goal, goal}, {goal}), ElementsAre("a:", "0 > 0: kept", "1 > 0: kept"));
  EXPECT_THAT(Compared({goal}, {newer, newer}), ElementsAre("a:", "0 > 0: reworded", "0 > 1: reworded"));
  EXPECT_THAT(Compared({goal, goal}, {newer, newer}),
              ElementsAre("a:", "0 > 0: reworded", "1 > 1: reworded"));
  // What is no goal's sentence is new where it is printed again.
  EXPECT_THAT(Compared({{kHousing, "a"}}, {{kHousing, "a"}, {kHousing, "a"}}),
              ElementsAre("a:", "0 > 0: kept", "- > 1: added"));
}

TEST(Compare, GoalsOfOneFamilyStandApartWithTheirOwnLabels) {
  Side base = MakeSide({{kHousing, "older"}, {kSchool, "older"}, {kTask, "oldest"}});
  Side other = MakeSide({{kClimate, "one"}, {kHousing, "two"}});
  for (Side* side : {&base, &other}) {
    for (plan::Paragraph& paragraph : side->front().paragraphs) paragraph.goal->family = "family";
  }
  const Comparison comparison = CompareNow(base, other);
  ExpectConserved(base, other, comparison);
  // What is gone stands under the goal that its own goal's paragraphs went to, or else the family's first.
  EXPECT_THAT(Summary(comparison),
              ElementsAre("one:", "2 > -: removed", "- > 0: added", "two:", "0 > 1: kept", "1 > -: removed"));
}

TEST(Compare, GoalsStandInNewersOrderThenTheGoneAndLastWhatHasNone) {
  EXPECT_THAT(
      Compared({{kHousing, ""}, {kSchool, "gone"}, {kClimate, "b"}},
               {{kHousing, ""}, {kTask, "a"}, {kClimate, "b"}}),
      ElementsAre("a:", "- > 1: added", "b:", "2 > 2: kept", "gone:", "1 > -: removed", ":", "0 > 0: kept"));
}

TEST(Compare, WhatIsGoneStandsWhereItStood) {
  EXPECT_THAT(
      Compared({{"Ett"}, {kHousing}, {"Två"}, {"Tre"}, {kSchool}}, {{kHousing}, {kSchool}}),
      ElementsAre(":", "0 > -: removed", "1 > 0: kept", "2 > -: removed", "3 > -: removed", "4 > 1: kept"));
}

TEST(Compare, AssignmentsSucceedAssignmentsAlone) {
  EXPECT_THAT(Compared({{kTask, "", Kind::kAssignment}}, {{kTask, "", Kind::kText}}),
              ElementsAre(":", "0 > -: removed", "- > 0: added"));
  EXPECT_THAT(Compared({{kTask, "", Kind::kGoal}}, {{kTask, "", Kind::kText}}),
              ElementsAre(":", "0 > 0: kept"));
}

TEST(Compare, AnAnswerFollowsItsAssignmentHoweverNewItIs) {
  EXPECT_THAT(Compared({{kTask, "", Kind::kAssignment}, {kSchool, "", Kind::kResponse}},
                       {{kTaskNewer, "", Kind::kAssignment}, {kClimate, "", Kind::kResponse}}),
              ElementsAre(":", "0 > 0: reworded", "1 > 1: reworded"));
}

TEST(Compare, TheSameAnswerToSeveralAssignmentsStaysWithEach) {
  const std::vector<Line> plan = {{kTask, "", Kind::kAssignment},
                                  {"Uppdraget är slutfört.", "", Kind::kResponse},
                                  {kSchool, "", Kind::kAssignment},
                                  {"Uppdraget är slutfört.", "", Kind::kResponse}};
  const std::vector<Line> turned = {plan[2], plan[3], plan[0], plan[1]};
  EXPECT_THAT(Compared(plan, turned),
              ElementsAre(":", "2 > 0: kept", "3 > 1: kept", "0 > 2: kept", "1 > 3: kept"));
}

TEST(Compare, ARepairedTextIsComparedAsRepaired) {
  Side scanned = MakeSide({{"Ndmnden ska forebygga hemloshet bland ungdomar."}});
  scanned[0].paragraphs[0].repaired_text = "Nämnden ska förebygga hemlöshet bland ungdomar.";
  const Side clean = MakeSide({{"Nämnden ska förebygga hemlöshet bland ungdomar."}});
  EXPECT_THAT(Summary(CompareNow(scanned, clean)), ElementsAre(":", "0 > 0: kept"));
}

// A scan's words are matched as they were read, and shown as they are printed.
TEST(Compare, ARepairedTextIsShownAsPrinted) {
  Side scanned = MakeSide({{"Ndmnden ska forebygga hemloshet bland ungdomar i hela staden."}});
  scanned[0].paragraphs[0].repaired_text = "Nämnden ska förebygga hemlöshet bland ungdomar i hela staden.";
  const Side clean = MakeSide({{"Nämnden ska förebygga vräkningar bland ungdomar i hela staden."}});
  EXPECT_THAT(CompareNow(scanned, clean).goals[0].pairs[0].difference,
              ElementsAre(Span{"Nämnden ska förebygga ", Presence::kBoth}, Span{"hemloshet", Presence::kBase},
                          Span{"vräkningar", Presence::kOther},
                          Span{" bland ungdomar i hela staden.", Presence::kBoth}));
  EXPECT_THAT(CompareNow(clean, scanned).goals[0].pairs[0].difference,
              ElementsAre(Span{"Ndmnden ska forebygga ", Presence::kBoth},
                          Span{"vräkningar", Presence::kBase}, Span{"hemloshet", Presence::kOther},
                          Span{" bland ungdomar i hela staden.", Presence::kBoth}));
}

TEST(Compare, OnlyWantedPairsAreMadeAndAllAreCounted) {
  const Side base = MakeSide({{kHousing}, {kSchool}, {kTask}});
  const Side other = MakeSide({{kHousingNewer}, {kClimate}, {kTask}});
  const Comparison all = CompareNow(base, other);
  for (const Change wanted : kAllChanges) {
    const auto some = Compare(base, other, {wanted}, text::Swedish(), [] { return absl::OkStatus(); });
    ASSERT_TRUE(some.ok()) << some.status();
    EXPECT_EQ(all.counts, some->counts);
    ASSERT_EQ(1U, some->goals.size());
    EXPECT_EQ(all.counts, some->goals[0].counts);
    ASSERT_EQ(1U, some->goals[0].pairs.size());
    EXPECT_EQ(wanted, some->goals[0].pairs[0].change);
  }
}

TEST(Compare, AnIndicatorsNewNumbersAreTheSameIndicator) {
  EXPECT_THAT(Compared({{"Andel unga som känner sig trygga 2022: 45,3 procent", "", Kind::kIndicator}},
                       {{"Andel unga som känner sig trygga 2024: 51,8 procent", "", Kind::kIndicator}}),
              ElementsAre(":", "0 > 0: reworded"));
}

TEST(Compare, AParagraphsPlaceNamesItsPlan) {
  Side base = MakeSide({{kHousing}});
  base.push_back(MakeSide({{kSchool}, {kClimate}}).front());
  const Side other = MakeSide({{kClimate}});
  const Comparison comparison = CompareNow(base, other);
  ExpectConserved(base, other, comparison);
  ASSERT_EQ(3U, comparison.goals[0].pairs.size());
  EXPECT_EQ((Place{1, 1}), comparison.goals[0].pairs.back().base);
}

TEST(Compare, StopsWhenToldTo) {
  const Side side = MakeSide(std::vector<Line>(2000, Line{kHousing}));
  int asked = 0;
  const auto third_time = [&asked] {
    return ++asked < 3 ? absl::OkStatus() : absl::DeadlineExceededError("late");
  };
  EXPECT_TRUE(
      absl::IsDeadlineExceeded(Compare(side, side, Everything(), text::Swedish(), third_time).status()));
  EXPECT_EQ(3, asked);
}

}  // namespace
}  // namespace plansok::compare
