#include "tests/searchd/small_index.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "index/generation.h"
#include "index/writer.h"
#include "text/analyzer.h"
#include "text/language_data.h"

namespace plansok::searchd {
namespace {

const text::LanguageData& Language() {
  static const text::LanguageData language = text::LanguageData::FromDataDir(PLANSOK_SOURCE_DIR);
  return language;
}

std::shared_ptr<const text::Analyzer> SharedAnalyzer() {
  static const auto analyzer = text::Analyzer::Load(Language()).value();
  return analyzer;
}

plan::Paragraph MadeUpParagraph(const plan::Plan& plan, int number) {
  plan::Paragraph paragraph;
  paragraph.id = fmt::format("{:012x}", number);
  paragraph.text =
      fmt::format("Nämnden bygger bostad nummer {}{}.", number, number % 2 == 1 ? " mot hemlöshet" : "");
  paragraph.kind = number % 2 == 1 ? plan::Kind::kAssignment : plan::Kind::kText;
  paragraph.committees = plan.committees;
  paragraph.years = plan.years;
  paragraph.first_line = paragraph.last_line = number + 1;
  return paragraph;
}

}  // namespace

std::vector<plan::Plan> MadeUpPlans(int plans, int paragraphs) {
  std::vector<plan::Plan> made;
  for (int i = 0; i < plans; ++i) {
    plan::Plan& plan = made.emplace_back();
    plan.id = fmt::format("plan-{:03}", i);
    plan.title = fmt::format("Plan {}", i);
    plan.committees = {{fmt::format("committee-{}", i % 3), fmt::format("Nämnd {}", i % 3)}};
    plan.years = {2020 + i};
    plan.document_kind = "plan";
    plan.source_file = plan.id + ".txt";
    plan.content_hash = fmt::format("{:064x}", i);
    for (int j = 0; j < paragraphs; ++j) plan.paragraphs.push_back(MadeUpParagraph(plan, j));
  }
  return made;
}

void Publish(const std::filesystem::path& index_dir, const std::vector<plan::Plan>& plans) {
  auto builder = index::GenerationBuilder::Begin(index_dir);
  ASSERT_TRUE(builder.ok()) << builder.status();
  const index::Generation& generation = builder->generation();
  std::filesystem::create_directories(generation.language());
  ASSERT_TRUE(Language().CopyTo(generation.language()).ok());
  auto writer =
      index::Writer::Create(generation.database(), SharedAnalyzer(), Language().Fingerprint().value());
  ASSERT_TRUE(writer.ok()) << writer.status();
  for (const plan::Plan& plan : plans) {
    const absl::Status added = writer->Add(plan);
    ASSERT_TRUE(added.ok()) << added;
  }
  const absl::Status finished = writer->Finish();
  ASSERT_TRUE(finished.ok()) << finished;
  const absl::Status published = builder->Publish();
  ASSERT_TRUE(published.ok()) << published;
}

std::filesystem::path FreshFolder() {
  const auto* test = testing::UnitTest::GetInstance()->current_test_info();
  std::filesystem::path folder =
      std::filesystem::temp_directory_path() /
      fmt::format("plansok-{}-{}-{}", getpid(), test->test_suite_name(), test->name());
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  return folder;
}

}  // namespace plansok::searchd
