// Plans and their edited next years: who was found to be whose successor, against who is.

#include "tests/compare/edited_year.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "plan/reader.h"
#include "tests/compare/sides.h"
#include "tests/plan/plan_generator.h"

namespace plansok::compare {
namespace {

constexpr std::uint32_t kGeneratedPlans = 300;
constexpr std::uint32_t kYearsOfEachRealPlan = 10;
// Precision and recall are above 0.99 today; a rule that helps elsewhere may cost a little.
constexpr double kFloor = 0.985;

// A plan of a generated one's paragraphs, whole and in order.
plan::Plan ToPlan(const plan::GeneratedPlan& generated) {
  plan::Plan plan;
  for (const plan::GeneratedParagraph& made : generated.paragraphs) {
    plan::Paragraph& paragraph = plan.paragraphs.emplace_back();
    paragraph.id = fmt::format("{:012x}", plan.paragraphs.size());
    paragraph.text = made.text;
    paragraph.kind = made.kind;
    if (!made.goal.empty()) paragraph.goal = plan::Goal{made.goal, made.goal, made.goal};
  }
  for (std::size_t i = 1; i < plan.paragraphs.size(); ++i) {
    if (plan.paragraphs[i].kind != plan::Kind::kResponse) continue;
    plan.paragraphs[i].counterpart_id = plan.paragraphs[i - 1].id;
    plan.paragraphs[i - 1].counterpart_id = plan.paragraphs[i].id;
  }
  return plan;
}

std::vector<plan::Plan> RealPlans() {
  static const plan::Vocabulary vocabulary = plan::Vocabulary::Load(PLANSOK_SOURCE_DIR).value();
  const plan::PlanReader reader(vocabulary, nullptr);
  std::vector<std::filesystem::path> files;
  for (const auto& file : std::filesystem::directory_iterator(PLANSOK_SOURCE_DIR "/corpus"))
    if (file.path().extension() == ".txt") files.push_back(file.path());
  std::sort(files.begin(), files.end());
  std::vector<plan::Plan> plans;
  for (const auto& file : files) plans.push_back(reader.Read(file, file.filename()).value().plan);
  return plans;
}

// Pairs found, true pairs, and those that are both. Of paragraphs with the same words, any is right.
struct Score {
  int found = 0;
  int wanted = 0;
  int right = 0;

  void Add(const Side& base, const EditedYear& year, const Comparison& comparison) {
    wanted += static_cast<int>(year.base_of.size());
    for (const GoalComparison& goal : comparison.goals) {
      for (const Pair& pair : goal.pairs) {
        if (!pair.base || !pair.other) continue;
        ++found;
        const auto truth = year.base_of.find(pair.other->paragraph);
        const auto& paragraphs = base[0].paragraphs;
        right += truth != year.base_of.end() &&
                         paragraphs[truth->second].text == paragraphs[pair.base->paragraph].text
                     ? 1
                     : 0;
      }
    }
  }
  double Precision() const { return static_cast<double>(right) / found; }
  double Recall() const { return static_cast<double>(right) / wanted; }
};

// Compares a plan with an edited year of it, holds what must hold, and scores the pairs.
void CompareWithEdited(const plan::Plan& plan, const std::vector<plan::Paragraph>& strangers,
                       std::uint32_t seed, Score& score) {
  const EditedYear year = EditPlan(plan, strangers, seed);
  const Side base = {plan};
  const Side other = {year.plan};
  const Comparison comparison = CompareNow(base, other);
  ExpectConserved(base, other, comparison);
  EXPECT_EQ(Lines(base, other, comparison, false), Lines(other, base, CompareNow(other, base), true))
      << "seed " << seed;
  score.Add(base, year, comparison);
}

void Report(const char* what, const Score& score) {
  fmt::print("{}: {} true pairs, precision {:.4f}, recall {:.4f}\n", what, score.wanted, score.Precision(),
             score.Recall());
}

TEST(EditedYear, OfGeneratedPlansIsMatched) {
  Score score;
  for (std::uint32_t seed = 0; seed < kGeneratedPlans; ++seed) {
    const plan::Plan plan = ToPlan(plan::GeneratePlan(seed));
    const plan::Plan another = ToPlan(plan::GeneratePlan(seed + kGeneratedPlans));
    CompareWithEdited(plan, another.paragraphs, seed, score);
  }
  Report("generated plans", score);
  EXPECT_GT(score.wanted, 3000);
  EXPECT_GE(score.Precision(), kFloor);
  EXPECT_GE(score.Recall(), kFloor);
}

TEST(EditedYear, OfRealPlansIsMatched) {
  const std::vector<plan::Plan> plans = RealPlans();
  ASSERT_GE(plans.size(), 2U);
  Score score;
  for (std::size_t i = 0; i < plans.size(); ++i) {
    const plan::Plan& another = plans[(i + 1) % plans.size()];
    for (std::uint32_t year = 0; year < kYearsOfEachRealPlan; ++year)
      CompareWithEdited(plans[i], another.paragraphs, year, score);
  }
  Report("real plans", score);
  EXPECT_GT(score.wanted, 3000);
  EXPECT_GE(score.Precision(), kFloor);
  EXPECT_GE(score.Recall(), kFloor);
}

}  // namespace
}  // namespace plansok::compare
