#include "client/distinct_labels.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "client/terminal.h"

namespace plansok::client {
namespace {

using ::testing::ElementsAre;

TEST(DistinctCuts, CutsEndsWhereThatIsEnough) {
  EXPECT_THAT(DistinctCuts({"Kulturnämnden", "Socialnämnden", "KS"}, 8),
              ElementsAre("Kulturn…", "Socialn…", "KS"));
}

TEST(DistinctCuts, KeepsTheTailsThatTellTextsApart) {
  EXPECT_THAT(DistinctCuts({"Socialnämnden Nordost", "Socialnämnden Sydväst", "Kultur"}, 15),
              ElementsAre("Socialn…Nordost", "Socialn…Sydväst", "Kultur"));
}

TEST(DistinctCuts, ShowsThePlaceWhereTextsPart) {
  EXPECT_THAT(
      DistinctCuts({"Plan för år 2023 i socialnämnden Sydväst", "Plan för år 2024 i socialnämnden Sydväst"},
                   12),
      ElementsAre("Plan…023 i …", "Plan…024 i …"));
}

TEST(DistinctCuts, GivesTheSameTextTheSameCut) {
  EXPECT_THAT(DistinctCuts({"Socialnämnden", "Socialnämnden"}, 6), ElementsAre("Socia…", "Socia…"));
}

// Texts that begin and end alike, and wide letters.
TEST(DistinctCuts, AreDifferentAndFitWhateverTheTexts) {
  std::vector<std::string> texts;
  for (int i = 0; i < 40; ++i) {
    const std::string number = std::to_string(i);
    texts.push_back("Göteborg " + number + " är en jämlik stad " + number + " för alla " + number +
                    " invånare");
    texts.push_back("東京東京東京東京東京" + number + "東京東京東京東京東京");
  }
  for (const int width : {8, 12, 20, 40}) {
    const std::vector<std::string> cuts = DistinctCuts(texts, width);
    EXPECT_EQ(std::set<std::string>(cuts.begin(), cuts.end()).size(), texts.size()) << width;
    for (const std::string& cut : cuts) EXPECT_LE(Width(cut), width) << cut;
  }
}

TEST(LabelsOf, TellValuesOfOneLabelApartByTheirIds) {
  google::protobuf::RepeatedPtrField<v1::FacetValue> values;
  for (const char* value : {"old", "new", "other"}) {
    values.Add()->set_value(value);
    values.rbegin()->set_label(std::string(value) == "other" ? "" : "Tidiga insatser");
  }
  EXPECT_THAT(LabelsOf(values), ElementsAre("Tidiga insatser (old)", "Tidiga insatser (new)", "other"));
}

}  // namespace
}  // namespace plansok::client
