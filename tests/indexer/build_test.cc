#include "indexer/build.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "index/check.h"
#include "index/generation.h"
#include "index/reader.h"
#include "tests/index/test_index.h"
#include "text/code_points.h"

namespace plansok::indexer {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;

constexpr const char* kPlan =
    "Genomförandeplan 2025\nKulturnämnden\n\n1. Inledning\n\nNämnden ska under 2025 öka tillgången till "
    "bibliotek i "
    "hela staden.\n\n2. Uppdrag\n\nKulturnämnden får i uppdrag att öppna fler bibliotek.\n";

// The plan as UTF-16 units, which are Latin-1's too.
std::u16string Utf16Plan() {
  std::u16string units;
  const std::string_view plan = kPlan;
  for (std::size_t offset = 0; offset < plan.size();)
    units += static_cast<char16_t>(text::NextCodePoint(plan, offset));
  return units;
}

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
       {"{", "{\"plan\":\"plans/Åäö\",\"text\":\"t\"}", "{\"plan\":\"plans/x/y\",\"text\":\"t\"}",
        "{\"plan\":\"x\",\"name\":\"plans/x/paragraphs/12\",\"text\":\"t\"}",
        "{\"plan\":\"x\",\"name\":\"plans/x/paragraphs/0123456789AB\",\"text\":\"t\"}",
        "{\"plan\":\"x\",\"name\":\"plans/y/paragraphs/0123456789ab\",\"text\":\"t\"}",
        "{\"plan\":\"x\",\"counterpart\":\"plans/x/paragraphs/z\",\"text\":\"t\"}", "[]", "7",
        "{\"plan\":\"plans/x\"}", "{\"text\":\"utan plan\"}", "{\"plan\":\"plans/x\",\"text\":7}",
        "{\"plan\":\"plans/x\",\"text\":\"t\",\"kind\":\"POEM\"}",
        "{\"plan\":\"plans/x\",\"text\":\"t\",\"committees\":[7]}"}) {
    const auto report = BuildLines(good + bad + "\n");
    EXPECT_EQ(report.status().code(), absl::StatusCode::kInvalidArgument) << bad;
    EXPECT_THAT(std::string(report.status().message()), HasSubstr("line 2")) << bad;
  }
  EXPECT_EQ(BuildLines("").status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_FALSE(index::CurrentGeneration(options_.index).ok());
}

TEST_F(BuildTest, AnIdOfAPlanThatComesTwiceNamesBothLines) {
  const std::string line =
      "{\"plan\":\"plans/x\",\"name\":\"plans/x/paragraphs/0123456789ab\",\"text\":\"Ett stycke.\"}\n";
  const auto report = BuildLines(line + "\n" + line);
  EXPECT_EQ(report.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(report.status().message()),
              AllOf(HasSubstr("line 3"), HasSubstr("line 1"), HasSubstr("0123456789ab")));
}

TEST_F(BuildTest, DeepNestingIsAFaultOfItsLine) {
  constexpr std::size_t kDepth = 1'000'000;
  const auto report =
      BuildLines("{\"plan\":\"x\",\"text\":\"Ett.\",\"committees\":" + std::string(kDepth, '[') +
                 std::string(kDepth, ']') + "}\n");
  EXPECT_EQ(report.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(report.status().message()), AllOf(HasSubstr("line 1"), HasSubstr("nested")));
}

TEST_F(BuildTest, APlanThatComesBackNamesBothLines) {
  const auto report = BuildLines(
      "{\"plan\":\"x\",\"text\":\"Ett.\"}\n{\"plan\":\"y\",\"text\":\"Annat.\"}\n"
      "{\"plan\":\"x\",\"text\":\"Två.\"}\n");
  EXPECT_EQ(report.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(report.status().message()),
              AllOf(HasSubstr("line 3"), HasSubstr("line 1"), HasSubstr("must stand together")));
}

}  // namespace
}  // namespace plansok::indexer
