// What people write for a facet's value, into the values there are: a table alone, without a database.
#include "index/facet_lookup.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/index/test_index.h"

namespace plansok::index {
namespace {

using query::Field;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

FacetTable TestTable() {
  FacetTableBuilder builder;
  builder.Add({{Field::kCommittee, "socialnamnden-nordost", "Socialnämnden Nordost"},
               {Field::kCommittee, "socialnamnden-centrum", "Socialnämnden Centrum"},
               {Field::kCommittee, "kommunfullmaktige", "Kommunfullmäktige"},
               {Field::kCommittee, "kulturnamnden", "Kulturnämnden"},
               {Field::kCommittee, "namnden-for-funktionsstod", "Nämnden för funktionsstöd"},
               {Field::kCommittee, "miljo-och-klimatnamnden", "Miljö- och klimatnämnden"},
               {Field::kCommittee, "stadsmiljonamnden", "Stadsmiljönämnden"},
               {Field::kGoal, "mal-1", "Göteborg är en stad med bostäder åt alla"},
               {Field::kGoal, "mal-2", "Barn och unga får en bra start i livet"},
               {Field::kGoal, "trygg", "Göteborg ska vara en jämlik och trygg stad"},
               {Field::kGoal, "klimat", "Göteborgs klimatavtryck ska minska"},
               {Field::kGoal, "segregation", "Segregationen i Göteborg ska brytas"},
               {Field::kGoal, "hemloshet", "Hemlösheten ska upphöra"},
               {Field::kArea, "gammal", "Tidiga insatser"},
               {Field::kArea, "ny", "Tidiga insatser"},
               {Field::kBody, "forvaltnings-ab-framtiden", "Förvaltnings AB Framtiden"},
               {Field::kBody, "vgr", "Västra Götalandsregionen"},
               {Field::kBody, "boplats-goteborg-ab", "Boplats Göteborg AB"},
               {Field::kPlan, "plan-for-en-jamlik-stad", "Göteborgs Stads plan för en jämlik stad"},
               {Field::kPlan, "plan-for-2019-2022", "Göteborgs Stads plan för 2019–2022"},
               {Field::kPlan, "plan-nordost-2024", "Plan 2024 för Nordost"},
               {Field::kPlan, "plan-nordost-2025", "Plan 2025 för Nordost"},
               {Field::kPlan, "plan-centrum-2025", "Plan 2025 för Centrum"},
               {Field::kOrigin, "COUNCIL", "Kommunfullmäktige"},
               {Field::kYear, "2023", "2023"},
               {Field::kYear, "2025", "2025"},
               {Field::kKind, "GOAL", "Mål"},
               {Field::kKind, "ASSIGNMENT", "Uppdrag"}});
  return FacetTable::From(builder.table()).value();
}

class FacetLookupTest : public testing::Test {
 protected:
  std::vector<std::string> Names(const std::vector<std::uint32_t>& numbers) const {
    std::vector<std::string> names;
    for (const std::uint32_t number : numbers) names.push_back(table_.value(number).value);
    return names;
  }
  std::vector<std::string> Requested(Field field, std::string_view text) {
    const auto numbers = lookup_.Requested(field, text, watch_);
    EXPECT_TRUE(numbers.ok()) << text << ": " << numbers.status();
    return numbers.ok() ? Names(*numbers) : std::vector<std::string>();
  }
  std::string Refused(Field field, std::string_view text) {
    const auto numbers = lookup_.Requested(field, text, watch_);
    EXPECT_TRUE(absl::IsInvalidArgument(numbers.status())) << text << ": " << numbers.status();
    return std::string(numbers.status().message());
  }
  std::vector<std::string> Typed(Field field, const std::string& value) {
    return Names(lookup_.Typed({.field = field, .value = value, .span = {}}, watch_));
  }
  std::string Note(Field field, std::string_view text) { return lookup_.UnknownNote(field, text, watch_); }

  const FacetTable table_ = TestTable();
  const FacetLookup lookup_{table_, *TestAnalyzer()};
  const Checkpoint go_on_ = GoOn;
  Watch watch_{go_on_};
};

TEST_F(FacetLookupTest, AValueGoesByItsIdItsLabelAndItsOwnWords) {
  for (const std::string text : {"socialnamnden-nordost", "Socialnämnden Nordost", "SOCIALNÄMNDEN NORDOST",
                                 "socialnamnden nordost", "Nordost", "nordost", " Nordost, Socialnämnden!"}) {
    EXPECT_THAT(Requested(Field::kCommittee, text), ElementsAre("socialnamnden-nordost")) << text;
  }
  EXPECT_THAT(Requested(Field::kBody, "AB Framtiden"), ElementsAre("forvaltnings-ab-framtiden"));
  EXPECT_THAT(Requested(Field::kGoal, "Mål 1"), ElementsAre("mal-1"));
  EXPECT_THAT(Requested(Field::kGoal, "bra start"), ElementsAre("mal-2"));
  EXPECT_THAT(Requested(Field::kKind, "uppdrag"), ElementsAre("ASSIGNMENT"));
}

TEST_F(FacetLookupTest, AbbreviationsMeanWhatTheyAreShortFor) {
  for (const std::string text : {"KF", "kf", "Kf"}) {
    EXPECT_THAT(Requested(Field::kCommittee, text), ElementsAre("kommunfullmaktige")) << text;
    EXPECT_THAT(Typed(Field::kOrigin, text), ElementsAre("COUNCIL")) << text;
  }
  EXPECT_THAT(Requested(Field::kBody, "Västra Götalandsregionen"), ElementsAre("vgr"));
  EXPECT_THAT(Requested(Field::kCommittee, "SN Centrum"), ElementsAre("socialnamnden-centrum"));
  EXPECT_THAT(Typed(Field::kCommittee, "SN"),
              UnorderedElementsAre("socialnamnden-nordost", "socialnamnden-centrum"));
}

// One value alone may have a word that says nothing: a stopword, what many names have, what is within others.
TEST_F(FacetLookupTest, AWordThatTellsNothingNamesNoValue) {
  struct Row {
    Field field;
    const char* text;
    const char* candidate;
  };
  for (const Row& row : {Row{Field::kCommittee, "för", "namnden-for-funktionsstod"},
                         Row{Field::kCommittee, "nämnden", "namnden-for-funktionsstod"},
                         Row{Field::kCommittee, "Nämnden för", "namnden-for-funktionsstod"},
                         Row{Field::kCommittee, "miljö", "stadsmiljonamnden"},
                         Row{Field::kBody, "Göteborg", "boplats-goteborg-ab"},
                         Row{Field::kPlan, "Göteborgs Stads", "plan-for-en-jamlik-stad"},
                         Row{Field::kGoal, "i", "segregation"}, Row{Field::kGoal, "och", "trygg"}}) {
    EXPECT_THAT(Refused(row.field, row.text), AllOf(HasSubstr("menade du"), HasSubstr(row.candidate)))
        << row.text;
  }
}

TEST_F(FacetLookupTest, WordsThatTellNameOne) {
  EXPECT_THAT(Requested(Field::kCommittee, "funktionsstöd"), ElementsAre("namnden-for-funktionsstod"));
  EXPECT_THAT(Requested(Field::kCommittee, "nämnden för funktionsstöd"),
              ElementsAre("namnden-for-funktionsstod"));
  EXPECT_THAT(Requested(Field::kBody, "boplats"), ElementsAre("boplats-goteborg-ab"));
  EXPECT_THAT(Requested(Field::kPlan, "jämlik stad"), ElementsAre("plan-for-en-jamlik-stad"));
  EXPECT_THAT(Requested(Field::kPlan, "Nordost 2025"), ElementsAre("plan-nordost-2025"));
  EXPECT_THAT(Requested(Field::kGoal, "hemlösheten"), ElementsAre("hemloshet"));
}

TEST_F(FacetLookupTest, PunctuationOfAnyKindPartsWords) {
  for (const char* title :
       {"Göteborgs Stads plan för 2019-2022", "göteborgs stads plan för 2019–2022",
        "”Göteborgs Stads plan” för 2019—2022…", "Göteborgs\u00a0Stads plan för 2019/2022"}) {
    EXPECT_THAT(Requested(Field::kPlan, title), ElementsAre("plan-for-2019-2022")) << title;
  }
}

TEST_F(FacetLookupTest, KindsAndOriginsAreTakenWithoutDiacriticsInAnyCase) {
  for (const char* text :
       {"Kommunfullmäktige", "kommunfullmaktige", "KOMMUNFULLMÄKTIGE", "COUNCIL", "council"})
    EXPECT_THAT(Requested(Field::kOrigin, text), ElementsAre("COUNCIL")) << text;
  for (const char* text : {"Mål", "mal", "MAL", "goal"})
    EXPECT_THAT(Requested(Field::kKind, text), ElementsAre("GOAL")) << text;
}

TEST_F(FacetLookupTest, NothingUnlikeIsOffered) {
  for (const std::string text : {"foo", "x", "qux", "Hamnstyrelsen", "qwerty", "for sale"}) {
    for (const Field field : {Field::kCommittee, Field::kGoal, Field::kPlan, Field::kBody, Field::kKind})
      EXPECT_THAT(Refused(field, text), Not(HasSubstr("menade du"))) << text;
    EXPECT_THAT(Note(Field::kCommittee, text), Not(HasSubstr("Menade du"))) << text;
  }
}

TEST_F(FacetLookupTest, AWalkStopsWhereTheCheckpointSaysSo) {
  const Checkpoint stop = [] { return absl::DeadlineExceededError("too late"); };
  Watch watch(stop);
  EXPECT_TRUE(absl::IsDeadlineExceeded(lookup_.Requested(Field::kCommittee, "Nordost", watch).status()));
  for (const std::string years : {"2024", "2020..2025", "nittio"}) {
    Watch walking(stop);
    EXPECT_TRUE(absl::IsDeadlineExceeded(lookup_.Requested(Field::kYear, years, walking).status())) << years;
  }
  // What is looked up and not walked to asks nobody.
  Watch unasked(stop);
  EXPECT_TRUE(lookup_.Requested(Field::kCommittee, "Socialnämnden Nordost", unasked).ok());
  EXPECT_TRUE(lookup_.Requested(Field::kCommittee, "socialnamnden-nordost", unasked).ok());
}

TEST_F(FacetLookupTest, ValuesOfOneLabelAreMeantTogether) {
  EXPECT_THAT(Requested(Field::kArea, "tidiga insatser"), UnorderedElementsAre("gammal", "ny"));
}

TEST_F(FacetLookupTest, WhatMayBeSeveralIsRefusedWithAChoice) {
  EXPECT_THAT(Refused(Field::kCommittee, "Socialnämnden"),
              AllOf(HasSubstr("any of 2"), HasSubstr("\"socialnamnden-nordost\" (Socialnämnden Nordost)"),
                    HasSubstr("\"socialnamnden-centrum\"")));
}

TEST_F(FacetLookupTest, WhatIsUnknownIsRefusedWithTheNearest) {
  EXPECT_THAT(Refused(Field::kCommittee, "kulturnamndem"), HasSubstr("menade du \"kulturnamnden\""));
  EXPECT_THAT(Refused(Field::kCommittee, "Nordst"), HasSubstr("menade du \"socialnamnden-nordost\""));
  EXPECT_THAT(Refused(Field::kCommittee, "nord"), HasSubstr("menade du \"socialnamnden-nordost\""));
  EXPECT_THAT(Refused(Field::kGoal, "mal-3"), AllOf(HasSubstr("\"mal-1\""), HasSubstr(" eller \"mal-2\"")));
  EXPECT_THAT(Refused(Field::kCommittee, "Hamnstyrelsen"), Not(HasSubstr("menade du")));
  EXPECT_EQ(Note(Field::kCommittee, "kulturnämndem"),
            "Ingen plan har nämnd ”kulturnämndem”. Menade du ”Kulturnämnden”?");
}

TEST_F(FacetLookupTest, HostileValuesAreRefusedAtOnce) {
  for (const std::string& text : {std::string(), std::string("***"), std::string(1, '\0')})
    EXPECT_THAT(Refused(Field::kCommittee, text), Not(HasSubstr("menade du"))) << text;
  const std::string endless(60'000, 'a');
  EXPECT_LT(Refused(Field::kCommittee, endless).size(), 100U);
  EXPECT_THAT(Refused(Field::kCommittee, endless), HasSubstr("60000 bytes"));
  EXPECT_LT(Refused(Field::kYear, endless).size(), 200U);
  EXPECT_THAT(lookup_.Nearest(Field::kCommittee, endless, watch_), IsEmpty());
  EXPECT_THAT(Typed(Field::kCommittee, endless), IsEmpty());
}

TEST_F(FacetLookupTest, YearsAreChecked) {
  EXPECT_THAT(Requested(Field::kYear, "2023"), ElementsAre("2023"));
  EXPECT_THAT(Requested(Field::kYear, "2020.."), ElementsAre("2023", "2025"));
  EXPECT_THAT(Requested(Field::kYear, "1821"), IsEmpty());
  for (const char* years : {"", "x", "24", "20245", "..", "2025..2023", "2025-2023", "2023...2025", "0999",
                            " 2024", "-2024", "+2024", "２０２４"}) {
    Refused(Field::kYear, years);
  }
  EXPECT_THAT(Refused(Field::kYear, "20255"), HasSubstr("menade du \"2025\"?"));
  EXPECT_THAT(Refused(Field::kYear, "2025..2023"), HasSubstr("menade du 2023..2025?"));
  EXPECT_THAT(Note(Field::kYear, "2031"), HasSubstr("Menade du ”2025”?"));
  EXPECT_THAT(Note(Field::kYear, "2024"), HasSubstr("Menade du ”2023” eller ”2025”?"));
}

TEST_F(FacetLookupTest, AKindOrOriginThatNoParagraphHasIsNoError) {
  EXPECT_THAT(Requested(Field::kKind, "INDICATOR"), IsEmpty());
  EXPECT_THAT(Requested(Field::kOrigin, "COMMITTEE"), IsEmpty());
  EXPECT_THAT(Refused(Field::kKind, "updrag"), HasSubstr("menade du \"ASSIGNMENT\" (Uppdrag)?"));
}

}  // namespace
}  // namespace plansok::index
