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
               {Field::kGoal, "mal-1", "Göteborg är en stad med bostäder åt alla"},
               {Field::kGoal, "mal-2", "Barn och unga får en bra start i livet"},
               {Field::kArea, "gammal", "Tidiga insatser"},
               {Field::kArea, "ny", "Tidiga insatser"},
               {Field::kBody, "forvaltnings-ab-framtiden", "Förvaltnings AB Framtiden"},
               {Field::kBody, "vgr", "Västra Götalandsregionen"},
               {Field::kOrigin, "COUNCIL", "Kommunfullmäktige"},
               {Field::kYear, "2023", "2023"},
               {Field::kYear, "2025", "2025"},
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
  std::vector<std::string> Requested(Field field, std::string_view text) const {
    const auto numbers = lookup_.Requested(field, text);
    EXPECT_TRUE(numbers.ok()) << text << ": " << numbers.status();
    return numbers.ok() ? Names(*numbers) : std::vector<std::string>();
  }
  std::string Refused(Field field, std::string_view text) const {
    const auto numbers = lookup_.Requested(field, text);
    EXPECT_TRUE(absl::IsInvalidArgument(numbers.status())) << text << ": " << numbers.status();
    return std::string(numbers.status().message());
  }
  std::vector<std::string> Typed(Field field, const std::string& value) const {
    return Names(lookup_.Typed({.field = field, .value = value, .span = {}}));
  }

  const FacetTable table_ = TestTable();
  const FacetLookup lookup_{table_, *TestAnalyzer()};
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

TEST_F(FacetLookupTest, ValuesOfOneLabelAreMeantTogether) {
  EXPECT_THAT(Requested(Field::kArea, "tidiga insatser"), UnorderedElementsAre("gammal", "ny"));
}

TEST_F(FacetLookupTest, WhatMayBeSeveralIsRefusedWithAChoice) {
  EXPECT_THAT(Refused(Field::kCommittee, "Socialnämnden"),
              AllOf(HasSubstr("any of 2"), HasSubstr("\"socialnamnden-nordost\" (Socialnämnden Nordost)"),
                    HasSubstr("\"socialnamnden-centrum\"")));
}

TEST_F(FacetLookupTest, WhatIsUnknownIsRefusedWithTheNearest) {
  EXPECT_THAT(Refused(Field::kCommittee, "kulturnamndem"), HasSubstr("did you mean \"kulturnamnden\""));
  EXPECT_THAT(Refused(Field::kCommittee, "Nordst"), HasSubstr("did you mean \"socialnamnden-nordost\""));
  EXPECT_THAT(Refused(Field::kCommittee, "nord"), HasSubstr("did you mean \"socialnamnden-nordost\""));
  EXPECT_THAT(Refused(Field::kGoal, "mal-3"), AllOf(HasSubstr("\"mal-1\""), HasSubstr(" or \"mal-2\"")));
  EXPECT_THAT(Refused(Field::kCommittee, "Hamnstyrelsen"), Not(HasSubstr("did you mean")));
  EXPECT_EQ(lookup_.UnknownNote(Field::kCommittee, "kulturnämndem"),
            "Ingen plan har nämnd ”kulturnämndem”. Menade du ”Kulturnämnden”?");
}

TEST_F(FacetLookupTest, HostileValuesAreRefusedAtOnce) {
  for (const std::string& text : {std::string(), std::string("***"), std::string(1, '\0')})
    EXPECT_THAT(Refused(Field::kCommittee, text), Not(HasSubstr("did you mean"))) << text;
  const std::string endless(60'000, 'a');
  EXPECT_LT(Refused(Field::kCommittee, endless).size(), 100U);
  EXPECT_THAT(Refused(Field::kCommittee, endless), HasSubstr("60000 bytes"));
  EXPECT_LT(Refused(Field::kYear, endless).size(), 200U);
  EXPECT_THAT(lookup_.Nearest(Field::kCommittee, endless), IsEmpty());
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
  EXPECT_THAT(Refused(Field::kYear, "20255"), HasSubstr("did you mean \"2025\"?"));
  EXPECT_THAT(Refused(Field::kYear, "2025..2023"), HasSubstr("did you mean 2023..2025?"));
  EXPECT_THAT(lookup_.UnknownNote(Field::kYear, "2031"), HasSubstr("Menade du ”2025”?"));
  EXPECT_THAT(lookup_.UnknownNote(Field::kYear, "2024"), HasSubstr("Menade du ”2023” eller ”2025”?"));
}

TEST_F(FacetLookupTest, AKindOrOriginThatNoParagraphHasIsNoError) {
  EXPECT_THAT(Requested(Field::kKind, "INDICATOR"), IsEmpty());
  EXPECT_THAT(Requested(Field::kOrigin, "COMMITTEE"), IsEmpty());
  EXPECT_THAT(Refused(Field::kKind, "updrag"), HasSubstr("did you mean \"ASSIGNMENT\" (Uppdrag)?"));
}

}  // namespace
}  // namespace plansok::index
