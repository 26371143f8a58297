#include "text/compounds.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/analyzer.h"
#include "text/language_data.h"

namespace plansok::text {
namespace {

const Analyzer& Swedish() {
  static const auto analyzer = Analyzer::Load(LanguageData::FromDataDir(PLANSOK_SOURCE_DIR)).value();
  return *analyzer;
}

std::string Joined(const std::vector<std::string>& parts) {
  std::string joined;
  for (const std::string& part : parts) joined += (joined.empty() ? "" : "+") + part;
  return joined;
}

std::string PartsOf(std::string_view word) { return Joined(Swedish().Split(word)); }

TEST(Compounds, SplitIntoBaseForms) {
  const std::pair<const char*, const char*> cases[] = {
      {"klimatomställningen", "klimat+omställning"},
      {"hälsoläge", "hälsa+läge"},
      {"gatukontoret", "gata+kontor"},
      {"stadsdelen", "stad+del"},
      {"familjehemmen", "familj+hem"},
      {"skolbibliotek", "skola+bibliotek"},
      {"medborgarbudget", "medborgare+budget"},
      {"bostadsförst", "bostad+först"},
      {"brandskyddsutbildning", "brand+skydd+utbildning"},
  };
  for (const auto& [word, parts] : cases) EXPECT_EQ(PartsOf(word), parts);
}

TEST(Compounds, PartsThatAreLongerThanTheirWordAreRefusedByName) {
  EXPECT_TRUE(CheckExceptions({{"glasögon", "glas+öga"}, {"polis", "-"}}, "f.txt").ok());
  const absl::Status status = CheckExceptions({{"tob", "barn+ungdom"}}, "f.txt");
  EXPECT_TRUE(absl::IsInvalidArgument(status));
  EXPECT_THAT(std::string(status.message()),
              testing::AllOf(testing::HasSubstr("f.txt"), testing::HasSubstr("tob")));
}

TEST(Compounds, SimpleWordsParticlesAndDerivationsStayWhole) {
  for (const char* word : {"kontrollen", "uppföljningen", "samverkan", "trygghet", "handläggare", "människor",
                           "ordföranden", "analyserar", "xyzzy", ""}) {
    EXPECT_EQ(PartsOf(word), "") << word;
  }
}

// Pass and sal would make passal, which is too short to be sure of; its inflection must not tip the scales.
TEST(Compounds, AnInflectionsLettersMakeNoWordACompound) {
  for (const char* word : {"passal", "passalen", "passalens"}) EXPECT_EQ(PartsOf(word), "") << word;
  EXPECT_EQ(PartsOf("klimatsalen"), "klimat+sal");
}

TEST(Compounds, NamesOfDistrictsStayWhole) {
  for (const char* word :
       {"biskopsgården", "länsmansgårdens", "slottsskogen", "kungsladugård", "nordstaden"}) {
    EXPECT_EQ(PartsOf(word), "") << word;
  }
}

TEST(Compounds, AWordCarriesTheStemsOfItsPartsAndOfPartsTakenTogether) {
  const auto stem = [](std::string_view word) { return Swedish().Analyze(word).front()->stem; };
  EXPECT_THAT(Swedish().Analyze("brandskyddsutbildningarna").front()->parts,
              testing::UnorderedElementsAre(stem("brand"), stem("skydd"), stem("utbildning"),
                                            stem("brandskydd"), stem("skyddsutbildning")));
  EXPECT_THAT(Swedish().Analyze("planen").front()->parts, testing::IsEmpty());
}

TEST(Compounds, WordsLongerThanAnyAreNoCompounds) {
  std::string endless;
  while (endless.size() < 10'000) endless += "bostads";
  EXPECT_EQ(PartsOf(endless), "");
}

}  // namespace
}  // namespace plansok::text
