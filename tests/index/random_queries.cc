#include "tests/index/random_queries.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "plan/reader.h"
#include "plan/vocabulary.h"
#include "tests/index/test_index.h"
#include "tests/plan/plan_generator.h"

namespace plansok::index {
namespace {

const plan::PlanReader& Reader() {
  static const auto vocabulary = plan::Vocabulary::Load(PLANSOK_SOURCE_DIR);
  static const plan::PlanReader reader(vocabulary.value(), nullptr);
  return reader;
}

}  // namespace

std::vector<plan::Plan> RealPlans() {
  std::vector<plan::Plan> plans;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(PLANSOK_SOURCE_DIR) + "/corpus")) {
    if (entry.path().extension() != ".txt") continue;
    auto read = Reader().Read(entry.path(), entry.path().filename().string());
    EXPECT_TRUE(read.ok()) << read.status();
    plans.push_back(std::move(read->plan));
  }
  std::ranges::sort(plans, {}, &plan::Plan::id);  // folders are listed in any order
  return plans;
}

std::vector<plan::Plan> GeneratedPlans(std::uint32_t count) {
  std::vector<plan::Plan> plans;
  for (std::uint32_t seed = 0; seed < count; ++seed) {
    auto read = Reader().ReadText(plan::GeneratePlan(seed).text, fmt::format("plan-{:03}.txt", seed));
    EXPECT_TRUE(read.ok()) << read.status();
    plans.push_back(std::move(read->plan));
  }
  return plans;
}

std::vector<std::string> WordsOf(const std::vector<plan::Plan>& plans) {
  std::vector<std::string> words;
  for (const plan::Plan& plan : plans) {
    for (const plan::Paragraph& paragraph : plan.paragraphs) {
      for (const text::Word& word : TestAnalyzer()->Analyze(paragraph.text)) words.push_back(word->surface);
    }
  }
  return words;
}

std::vector<std::string> LinesWithAlternatives() {
  return {"HVB",
          "hem för vård och boende",
          "idéburet offentligt partnerskap",
          "barn HVB unga",
          "IOP med civilsamhället",
          "vad är skyddat boende",
          "placering på hem för vård och boende i Göteborg",
          "avhysning av barn"};
}

std::string QueryMaker::Make() {
  const std::size_t at = Below(words_.size() - 2);
  const std::string& word = words_[at];
  switch (Below(13)) {
    case 0:
      return word;
    case 1:
      return fmt::format("{} {} {}", word, Any(), Any());
    case 2:
      return fmt::format("\"{} {}\"", word, words_[at + 1]);
    case 3:
      return fmt::format("{} ELLER {} ELLER {}", word, Any(), Any());
    case 4:
      return fmt::format("{} OCH {}", word, words_[at + 2]);
    case 5:
      return fmt::format("{} -{}", Any(), Any());
    case 6:
      return fmt::format("{}* {}", word.substr(0, 3), Any());
    case 7:
      return fmt::format("{} NÄRA/3 {}", word, words_[at + 2]);
    case 8:
      return fmt::format("({} ELLER \"{}\") år:2019..2023 {} {} {}", word, Any(), Any(), Any(), Any());
    case 9:
      return Mistyped();
    case 10:
      return fmt::format("{} INTE ({} ELLER {})", word, Any(), Mistyped());
    case 11:
      return fmt::format("typ:uppdrag {} nämnd:{}", word, Any());
    default:
      return "";
  }
}

// Two bytes changed places: rarely a word, and sometimes no UTF-8.
std::string QueryMaker::Mistyped() {
  std::string word = Any();
  const std::size_t at = Below(word.size());
  std::swap(word[at], word[Below(word.size())]);
  return word;
}

}  // namespace plansok::index
