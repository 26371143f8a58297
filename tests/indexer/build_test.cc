#include "indexer/build.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "index/check.h"
#include "index/generation.h"
#include "index/reader.h"
#include "tests/indexer/build_fixture.h"
#include "text/code_points.h"

namespace plansok::indexer {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;

// The plan as UTF-16 units, which are Latin-1's too.
std::u16string Utf16Plan() {
  std::u16string units;
  const std::string_view plan = kPlan;
  for (std::size_t offset = 0; offset < plan.size();)
    units += static_cast<char16_t>(text::NextCodePoint(plan, offset));
  return units;
}

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

TEST_F(BuildTest, AMistypedSidecarLeavesTheLastGoodCopy) {
  Write("a.txt", kPlan);
  Write("b.txt", kPlan);
  ASSERT_TRUE(Build().ok());
  Write("a.toml", "yaers = [2025]\n");
  for (const bool again : {false, true}) {  // the second time, nothing has changed
    const auto report = Build();
    ASSERT_TRUE(report.ok()) << report.status();
    EXPECT_EQ(report->plans, 2);
    EXPECT_EQ(report->files_left_out, 1);
    EXPECT_EQ(report->published, !again);
    EXPECT_THAT(report->warnings, Contains(AllOf(HasSubstr("its last good copy stays"), HasSubstr("a.txt"),
                                                 HasSubstr("a.toml:1"), HasSubstr("yaers"))));
  }
  Write("a.toml", "years = [2031]\n");
  const auto mended = Build();
  ASSERT_TRUE(mended.ok()) << mended.status();
  EXPECT_EQ(mended->files_left_out, 0);
  EXPECT_EQ(mended->files_read, 1);
}

TEST_F(BuildTest, AFileWithoutAParagraphIsNamed) {
  Write("a.txt", kPlan);
  Write("rubriker.txt", "Verksamhetsplan 2025\n\n1 (2)\n");
  const auto report = Build();
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_THAT(report->warnings, Contains(AllOf(HasSubstr("rubriker.txt"), HasSubstr("no paragraph"))));
}

TEST_F(BuildTest, PlansNamedInOtherLettersAreAllIndexed) {
  for (const char* name : {"план.txt", "σχέδιο.txt", "خطة.txt"}) Write(name, kPlan);
  const auto report = Build();
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->plans, 3);
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

TEST_F(BuildTest, EntriesThatAreNoPlansAreNamedAndTheOthersIndexed) {
  Write("a.txt", kPlan);
  ASSERT_EQ(::mkfifo((corpus() / "ror.txt").c_str(), 0600), 0);
  fs::create_symlink("/dev/zero", corpus() / "enhet.txt");
  fs::create_symlink("slinga.txt", corpus() / "slinga.txt");
  fs::create_symlink("/proc/self/mem", corpus() / "olaslig.txt");  // opens, and then cannot be read
  fs::create_directories(corpus() / "mapp.txt");
  Write("mapp.txt/b.txt", kPlan);
  fs::create_directory_symlink(corpus(), corpus() / "cirkel");
  Write("noll.txt", std::string(kPlan) + std::string(1, '\0') + kPlan);
  Write("rad.txt", "Verksamhetsplan 2025\n" + std::string(100'000'000, 'a'));
  const std::vector<std::string> bad = {"ror.txt",  "enhet.txt", "slinga.txt", "olaslig.txt",
                                        "mapp.txt", "cirkel",    "noll.txt",   "rad.txt"};
  const auto report = Build();
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->plans, 1);
  EXPECT_EQ(report->files_left_out, static_cast<int>(bad.size()));
  for (const std::string& name : bad) EXPECT_THAT(report->warnings, Contains(HasSubstr(name + ": "))) << name;
}

TEST_F(BuildTest, OtherEncodingsAreReadAlikeAndNamed) {
  const auto utf16 = [](bool big_endian, bool marked) {
    std::string bytes;
    for (const char16_t unit : (marked ? u"\uFEFF" : u"") + Utf16Plan()) {
      const auto low = static_cast<char>(unit & 0xFF);
      const auto high = static_cast<char>(unit >> 8);
      bytes += big_endian ? high : low;
      bytes += big_endian ? low : high;
    }
    return bytes;
  };
  Write("a.txt", kPlan);
  const int paragraphs = Build()->paragraphs;
  std::string latin1;
  for (const char16_t unit : Utf16Plan()) latin1 += static_cast<char>(unit);
  Write("latin1.txt", latin1);
  Write("le.txt", utf16(false, false));
  Write("le-bom.txt", utf16(false, true));
  Write("be.txt", utf16(true, false));
  Write("be-bom.txt", utf16(true, true));
  const auto report = Build();
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->plans, 6);
  EXPECT_EQ(report->paragraphs, 6 * paragraphs);
  EXPECT_EQ(report->files_left_out, 0);
  for (const char* name : {"latin1.txt: ", "le.txt: ", "le-bom.txt: ", "be.txt: ", "be-bom.txt: "})
    EXPECT_THAT(report->warnings, Contains(HasSubstr(name)));
}

TEST_F(BuildTest, ADamagedGenerationIsReplacedThoughNothingHasChanged) {
  Write("a.txt", kPlan);
  ASSERT_TRUE(Build().ok());
  const fs::path table = index::CurrentGeneration(options_.index)->database() / "postlist.glass";
  const auto size = fs::file_size(table);
  std::fstream file(table, std::ios::binary | std::ios::in | std::ios::out);
  file << std::string(size, '\x5A');
  file.close();
  const auto report = Build();
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_TRUE(report->published);
  EXPECT_EQ(report->files_read, 1);
  EXPECT_THAT(report->warnings, Contains(HasSubstr("generation 000001 is damaged")));
  EXPECT_TRUE(index::CheckGeneration(index::CurrentGeneration(options_.index).value()).ok());
  EXPECT_FALSE(Build()->published);
}

TEST_F(BuildTest, ForcedItReadsAndPublishesThoughNothingHasChanged) {
  Write("a.txt", kPlan);
  ASSERT_TRUE(Build().ok());
  options_.force = true;
  const auto report = Build();
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_TRUE(report->published);
  EXPECT_EQ(report->files_read, 1);
  EXPECT_EQ(Serving(), "000002");
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

}  // namespace
}  // namespace plansok::indexer
