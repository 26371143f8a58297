#include "text/derivations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "tests/text/swedish.h"

namespace plansok::text {
namespace {

std::string RootOf(const std::string& word) { return Swedish().Analyze(word).front()->root; }

TEST(Derivations, WordsOfAFamilyShareTheirRoot) {
  const std::pair<const char*, const char*> families[] = {
      {"hemlösa", "hemlöshet"},       {"avhysta", "avhysningar"},     {"vräka", "vräkning"},
      {"trygga", "tryggheten"},       {"kriminella", "kriminalitet"}, {"digitalt", "digitalisering"},
      {"integrera", "integrationen"}, {"uppleva", "upplevelser"},     {"demokrati", "demokratisk"},
      {"ekonomi", "ekonomiska"},      {"unga", "ungdomar"},           {"planera", "planering"},
  };
  for (const auto& [one, other] : families) EXPECT_EQ(RootOf(one), RootOf(other)) << one << ", " << other;
}

TEST(Derivations, WordsThatOnlyLookRelatedDoNot) {
  const std::pair<const char*, const char*> strangers[] = {
      {"verksamhet", "verksam"}, {"myndighet", "myndig"}, {"motiv", "motivera"}, {"organ", "organisera"},
      {"nation", "nära"},        {"rättighet", "rätt"},   {"tidning", "tida"},   {"enhet", "en"},
  };
  for (const auto& [one, other] : strangers) EXPECT_NE(RootOf(one), RootOf(other)) << one << ", " << other;
}

TEST(Derivations, PartsHaveTheirRootsToo) {
  EXPECT_THAT(Swedish().Analyze("hemlöshetsplan").front()->part_roots, testing::Contains("hemlös"));
}

}  // namespace
}  // namespace plansok::text
