#include "text/analyzer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace plansok::text {
namespace {

std::shared_ptr<const Analyzer> SwedishAnalyzer() {
  static const auto analyzer = Analyzer::Load(LanguageData::FromDataDir(PLANSOK_SOURCE_DIR)).value();
  return analyzer;
}

std::vector<std::string> Stems(const std::string& text) {
  std::vector<std::string> stems;
  for (const Word& word : SwedishAnalyzer()->Analyze(text)) stems.push_back(word.stem);
  return stems;
}

TEST(Analyzer, InflectionsOfAWordShareAStem) {
  const std::vector<std::string> families[] = {
      {"bostad", "bostaden", "bostäder", "bostäderna", "bostads"},
      {"skola", "skolan", "skolor", "skolornas"},
      {"nämnd", "nämnden", "nämndernas"},
      {"hemlös", "hemlösa"},
  };
  for (const auto& family : families) {
    for (const std::string& form : family) EXPECT_EQ(Stems(form), Stems(family.front())) << form;
  }
}

TEST(Analyzer, MissingDataIsNamed) {
  const auto analyzer = Analyzer::Load(LanguageData::FromFolder("/nonexistent"));
  EXPECT_EQ(analyzer.status().code(), absl::StatusCode::kNotFound);
  EXPECT_THAT(std::string(analyzer.status().message()), testing::HasSubstr("/nonexistent/sv_SE.aff"));
}

}  // namespace
}  // namespace plansok::text
