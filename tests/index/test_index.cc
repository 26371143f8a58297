#include "tests/index/test_index.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <system_error>

#include "index/writer.h"
#include "plan/facts.h"
#include "query/parser.h"
#include "text/language_data.h"

namespace plansok::index {
namespace {

text::LanguageData TestLanguage() { return text::LanguageData::FromDataDir(PLANSOK_SOURCE_DIR); }

}  // namespace

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "plansok-test-XXXXXX").string();
  path_ = mkdtemp(name.data());
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::shared_ptr<const text::Analyzer> TestAnalyzer() {
  static const auto analyzer = text::Analyzer::Load(TestLanguage());
  return analyzer.value();
}

plan::Paragraph MakeParagraph(const std::string& text) {
  plan::Paragraph paragraph;
  paragraph.text = text;
  return paragraph;
}

plan::Plan MakePlan(const std::string& id, const std::string& committee, int year,
                    std::vector<plan::Paragraph> paragraphs) {
  plan::Plan plan;
  plan.id = plan.title = id;
  plan.source_file = id + ".txt";
  plan.committees = {{plan::Slug(committee), committee}};
  plan.years = {year};
  for (plan::Paragraph& paragraph : paragraphs) {
    paragraph.committees = plan.committees;
    paragraph.years = plan.years;
  }
  plan::AssignParagraphIds(paragraphs);
  plan.paragraphs = std::move(paragraphs);
  return plan;
}

void Publish(const std::filesystem::path& index_dir, const std::vector<plan::Plan>& plans) {
  auto builder = GenerationBuilder::Begin(index_dir);
  ASSERT_TRUE(builder.ok()) << builder.status();
  std::filesystem::create_directories(builder->generation().language());
  ASSERT_TRUE(TestLanguage().CopyTo(builder->generation().language()).ok());
  static const std::string fingerprint = TestLanguage().Fingerprint().value();
  auto writer = Writer::Create(builder->generation().database(), TestAnalyzer(), fingerprint);
  ASSERT_TRUE(writer.ok()) << writer.status();
  for (const plan::Plan& plan : plans) {
    const absl::Status status = writer->Add(plan);
    ASSERT_TRUE(status.ok()) << status;
  }
  ASSERT_TRUE(writer->Finish().ok());
  ASSERT_TRUE(builder->Publish().ok());
}

Searcher OpenSearcher(const std::filesystem::path& index_dir) {
  const auto snapshot = Snapshot::Open(CurrentGeneration(index_dir).value());
  EXPECT_TRUE(snapshot.ok()) << snapshot.status();
  return Searcher::Open(*snapshot).value();
}

absl::Status GoOn() { return absl::OkStatus(); }

SearchResult Find(Searcher* searcher, const std::string& line) {
  SearchRequest request;
  request.query = query::Parse(line);
  request.limit = 100;
  auto result = searcher->Search(request, GoOn);
  EXPECT_TRUE(result.ok()) << line << ": " << result.status();
  return result.value_or(SearchResult{});
}

std::vector<std::string> Texts(const SearchResult& result) {
  std::vector<std::string> texts;
  for (const Hit& hit : result.hits) texts.push_back(hit.paragraph->text);
  return texts;
}

std::string IdOf(Searcher* searcher, const std::string& plan_id, const std::string& text) {
  const auto plan = searcher->LoadPlan(plan_id, [] { return absl::OkStatus(); });
  if (plan.ok()) {
    for (const plan::Paragraph& paragraph : plan->paragraphs) {
      if (paragraph.text == text) return paragraph.id;
    }
  }
  ADD_FAILURE() << plan_id << " has no paragraph \"" << text << "\"";
  return "";
}

}  // namespace plansok::index
