#include "indexer/build.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "index/check.h"
#include "index/generation.h"
#include "index/reader.h"
#include "tests/index/test_index.h"

namespace plansok::indexer {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::HasSubstr;

constexpr const char* kPlan =
    "Genomförandeplan 2025\nKulturnämnden\n\n1. Inledning\n\nNämnden ska under 2025 öka tillgången till "
    "bibliotek i "
    "hela staden.\n\n2. Uppdrag\n\nKulturnämnden får i uppdrag att öppna fler bibliotek.\n";

class BuildTest : public testing::Test {
 protected:
  BuildTest() {
    fs::create_directories(corpus());
    options_ = {corpus(), folder_.path() / "index", PLANSOK_SOURCE_DIR};
  }

  fs::path corpus() const { return folder_.path() / "corpus"; }
  void Write(const std::string& name, const std::string& bytes) const {
    std::ofstream(corpus() / name, std::ios::binary) << bytes;
  }

  absl::StatusOr<BuildReport> Build() {
    Progress progress(false);
    return BuildFromCorpus(options_, &progress);
  }
  absl::StatusOr<BuildReport> BuildLines(const std::string& lines) {
    Progress progress(false);
    std::istringstream in(lines);
    return BuildFromParagraphs(options_, in, "lines", &progress);
  }
  std::string Serving() const { return index::CurrentGeneration(options_.index).value().name; }

  index::TemporaryFolder folder_;
  BuildOptions options_;
};

TEST_F(BuildTest, PublishesAndThenHasNothingToDo) {
  Write("a.txt", kPlan);
  const auto first = Build();
  ASSERT_TRUE(first.ok()) << first.status();
  EXPECT_TRUE(first->published);
  EXPECT_EQ(first->plans, 1);
  EXPECT_GT(first->paragraphs, 0);
  const auto second = Build();
  ASSERT_TRUE(second.ok()) << second.status();
  EXPECT_FALSE(second->published);
  EXPECT_EQ(second->paragraphs, first->paragraphs);
  EXPECT_EQ(Serving(), first->generation);
  EXPECT_TRUE(index::CheckGeneration(index::CurrentGeneration(options_.index).value()).ok());
}

TEST_F(BuildTest, ReadsOnlyWhatChangedAndForgetsWhatVanished) {
  Write("a.txt", kPlan);
  Write("b.txt", std::string(kPlan) + "\nEtt stycke till om nya bibliotek.\n");
  ASSERT_TRUE(Build().ok());
  Write("c.txt", std::string(kPlan) + "\nEtt annat stycke om nya bibliotek.\n");
  const auto grown = Build();
  ASSERT_TRUE(grown.ok()) << grown.status();
  EXPECT_EQ(grown->plans, 3);
  EXPECT_EQ(grown->files_read, 1);
  fs::remove(corpus() / "a.txt");
  const auto shrunk = Build();
  ASSERT_TRUE(shrunk.ok());
  EXPECT_EQ(shrunk->plans, 2);
  EXPECT_EQ(shrunk->files_read, 0);
}

TEST_F(BuildTest, AFileNameThatIsNoUtf8IsNamedInAscii) {
  Write("b\xE5t.txt", kPlan);
  Write("sl\xF6jd.txt", "");
  const auto report = Build();
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->plans, 1);
  EXPECT_THAT(report->warnings, Contains(HasSubstr("sl%F6jd.txt")));
  EXPECT_TRUE(index::CheckGeneration(index::CurrentGeneration(options_.index).value()).ok());
  EXPECT_FALSE(Build()->published);
}

TEST_F(BuildTest, AFileLeftOutForAnothersSakeComesInWhenThatIsGone) {
  fs::create_directories(corpus() / "b");
  Write("a.txt", kPlan);
  Write("b/a.txt", kPlan);
  ASSERT_EQ(Build()->files_left_out, 1);
  fs::remove(corpus() / "a.txt");
  const auto report = Build();
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->plans, 1);
  EXPECT_EQ(report->files_left_out, 0);
}

TEST_F(BuildTest, AFolderWhereASidecarWasMeantLeavesItsPlanOut) {
  Write("a.txt", kPlan);
  Write("b.txt", kPlan);
  fs::create_directories(corpus() / "a.toml");
  const auto report = Build();
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->plans, 1);
  EXPECT_THAT(report->warnings, Contains(HasSubstr("a.txt")));
}

TEST_F(BuildTest, ABadFileIsLeftOutAndNamed) {
  Write("a.txt", kPlan);
  Write("bild.txt", std::string("\x7f\x45LF\0\0\0\1\0\0", 10) + std::string(500, '\0'));
  Write("tom.txt", "");
  const auto report = Build();
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->plans, 1);
  EXPECT_EQ(report->files_left_out, 2);
  EXPECT_THAT(report->warnings, Contains(HasSubstr("bild.txt")));
  EXPECT_THAT(report->warnings, Contains(HasSubstr("tom.txt")));
  EXPECT_EQ(Build()->files_left_out, 2) << "what was left out stays said when nothing has changed";
}

TEST_F(BuildTest, WithoutAReadablePlanTheLastGenerationStays) {
  Write("a.txt", kPlan);
  ASSERT_TRUE(Build().ok());
  Write("a.txt", "");
  EXPECT_EQ(Build().status().code(), absl::StatusCode::kInvalidArgument);
  fs::remove(corpus() / "a.txt");
  EXPECT_EQ(Build().status().code(), absl::StatusCode::kNotFound);
  fs::remove_all(corpus());
  const auto missing = Build();
  EXPECT_EQ(missing.status().code(), absl::StatusCode::kNotFound);
  EXPECT_THAT(std::string(missing.status().message()), HasSubstr(corpus().string()));
  EXPECT_EQ(Serving(), "000001");
}

TEST_F(BuildTest, TwoFilesOfOnePlanNameAreNotMixed) {
  fs::create_directories(corpus() / "sub");
  Write("a.txt", kPlan);
  Write("sub/a.txt", kPlan);
  const auto report = Build();
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->plans + report->files_left_out, 2);
}

TEST_F(BuildTest, ASecondIndexerIsRefused) {
  Write("a.txt", kPlan);
  const auto first = index::GenerationBuilder::Begin(options_.index);
  ASSERT_TRUE(first.ok());
  EXPECT_EQ(Build().status().code(), absl::StatusCode::kFailedPrecondition);
}

TEST_F(BuildTest, ParagraphsAreTakenAsTheyAre) {
  const auto report = BuildLines(
      "{\"plan\":\"plans/x\",\"text\":\"Ett "
      "stycke.\",\"kind\":\"GOAL\",\"years\":[2024],\"committees\":[{\"id\":\"k\","
      "\"label\":\"K\"}]}\n\n"
      "{\"plan\":\"plans/x\",\"text\":\"Ett stycke.\"}\n{\"plan\":\"plans/y\",\"text\":\"Ett annat.\"}\n");
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->plans, 2);
  EXPECT_EQ(report->paragraphs, 3);
}

TEST_F(BuildTest, ABadLineIsNamedAndNothingIsPublished) {
  const std::string good = "{\"plan\":\"plans/x\",\"text\":\"Ett stycke.\"}\n";
  for (const std::string bad :
       {"{", "[]", "7", "{\"plan\":\"plans/x\"}", "{\"text\":\"utan plan\"}",
        "{\"plan\":\"plans/x\",\"text\":7}", "{\"plan\":\"plans/x\",\"text\":\"t\",\"kind\":\"POEM\"}",
        "{\"plan\":\"plans/x\",\"text\":\"t\",\"committees\":[7]}"}) {
    const auto report = BuildLines(good + bad + "\n");
    EXPECT_EQ(report.status().code(), absl::StatusCode::kInvalidArgument) << bad;
    EXPECT_THAT(std::string(report.status().message()), HasSubstr("line 2")) << bad;
  }
  EXPECT_EQ(BuildLines("").status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_FALSE(index::CurrentGeneration(options_.index).ok());
}

}  // namespace
}  // namespace plansok::indexer
