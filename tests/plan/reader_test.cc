#include "plan/reader.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/plan/reading.h"

namespace plansok::plan {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::filesystem::path kCorpus = std::filesystem::path(PLANSOK_SOURCE_DIR) / "corpus";

std::string Contents(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

ReadPlan ReadCorpus(const std::string& name) {
  auto read = PlanReader(TestVocabulary(), nullptr).Read(kCorpus / name, name);
  EXPECT_TRUE(read.ok()) << read.status();
  return *std::move(read);
}

/// Words of two letters and more (bytes, å ä ö among them), tags and entities left out, each with how often
/// it stands.
using Words = std::map<std::string, int>;

void CountWords(std::string_view text, int sign, Words& words) {
  std::string word;
  bool tag = false;
  const auto end_word = [&] {
    if (word.size() > 1) words[word] += sign;
    word.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const bool opens =
        c == '<' && i + 1 < text.size() && (std::isalpha(text[i + 1]) != 0 || text[i + 1] == '/');
    if (opens || tag) {
      end_word();
      tag = c != '>';
    } else if (text.substr(i, 5) == "&amp;") {
      end_word();
      i += 4;
    } else if (c == 0xC3 || (i > 0 && text[i - 1] == '\xC3') || std::isalpha(c) != 0) {
      word += static_cast<char>(c);
    } else {
      end_word();
    }
  }
  end_word();
}

class CorpusTest : public ::testing::TestWithParam<const char*> {};

TEST_P(CorpusTest, NoWordIsLostAndNoneStandsTwice) {
  const ReadPlan read = ReadCorpus(GetParam());
  Words words;
  CountWords(Contents(kCorpus / GetParam()), 1, words);
  for (const Paragraph& paragraph : read.plan.paragraphs) CountWords(paragraph.text, -1, words);
  for (const Furniture& furniture : read.furniture) CountWords(furniture.text, -1, words);
  // The label between a program and what is done about it is the column's title.
  const int labels = words["omhändertagande"];
  EXPECT_EQ(words["Nämndens"], labels);
  words.erase("omhändertagande");
  words.erase("Nämndens");
  for (const auto& [word, count] : words) EXPECT_EQ(count, 0) << word;
}

TEST_P(CorpusTest, EveryLineIsInAParagraphOrFurniture) {
  const ReadPlan read = ReadCorpus(GetParam());
  std::set<int> lines;
  const auto take = [&](int first, int last) {
    EXPECT_LE(1, first);
    EXPECT_LE(first, last);
    for (int line = first; line <= last; ++line) lines.insert(line);
  };
  for (const Paragraph& paragraph : read.plan.paragraphs) take(paragraph.first_line, paragraph.last_line);
  for (const Furniture& furniture : read.furniture) take(furniture.first_line, furniture.last_line);
  const std::string text = Contents(kCorpus / GetParam());
  const auto expected = std::count(text.begin(), text.end(), '\n') + (text.back() == '\n' ? 0 : 1);
  EXPECT_EQ(lines.size(), static_cast<std::size_t>(expected));
}

TEST_P(CorpusTest, AssignmentsAndAnswersNameEachOther) {
  const ReadPlan read = ReadCorpus(GetParam());
  std::map<std::string, const Paragraph*> by_id;
  for (const Paragraph& paragraph : read.plan.paragraphs) {
    EXPECT_TRUE(by_id.emplace(paragraph.id, &paragraph).second) << "an id twice: " << paragraph.text;
  }
  for (const auto& [id, paragraph] : by_id) {
    EXPECT_TRUE(paragraph->kind != Kind::kResponse || !paragraph->counterpart_id.empty());
    if (paragraph->counterpart_id.empty()) continue;
    ASSERT_EQ(by_id.count(paragraph->counterpart_id), 1U);
    const Paragraph& other = *by_id[paragraph->counterpart_id];
    EXPECT_EQ(other.counterpart_id, id);
    EXPECT_NE(other.kind, paragraph->kind);
    EXPECT_EQ(other.assignment_year, paragraph->assignment_year);
  }
}

TEST_P(CorpusTest, TheFilesNameTellsNothing) {
  const PlanReader reader(TestVocabulary(), nullptr);
  const auto renamed = reader.ReadText(Contents(kCorpus / GetParam()), "a.txt");
  ASSERT_TRUE(renamed.ok());
  const ReadPlan read = ReadCorpus(GetParam());
  EXPECT_EQ(renamed->plan.paragraphs, read.plan.paragraphs);
  EXPECT_EQ(renamed->plan.id, "a");
}

INSTANTIATE_TEST_SUITE_P(Plans, CorpusTest,
                         ::testing::Values("genomforandeplan-2025-demokrati-och-medborgarservice.txt",
                                           "genomforandeplan-2025-socialnamnden-nordost.txt",
                                           "plan-for-en-jamlik-stad-2019-2022.txt",
                                           "verksamhetsplan-2023-socialnamnden-sydvast.txt",
                                           "verksamhetsplan-2024-socialnamnden-centrum.txt"));

std::vector<std::string> Ids(const std::string& text) {
  std::vector<std::string> ids;
  const auto read = PlanReader(TestVocabulary(), nullptr).ReadText(text, "a.txt");
  for (const Paragraph& paragraph : read.value().plan.paragraphs) ids.push_back(paragraph.id);
  return ids;
}

TEST(ReaderTest, IdsOutliveInsertionsAndRewrapping) {
  const std::vector<std::string> ids =
      Ids("Inledning\n\nDetta är den första texten i planen.\n\nDetta är den andra.\n");
  EXPECT_THAT(Ids("Inledning\n\nEtt nytt stycke först av alla.\n\nDetta är den första texten i "
                  "planen.\n\nDetta är den "
                  "andra.\n"),
              ElementsAre(::testing::_, ids[0], ids[1]));
  EXPECT_EQ(Ids("Inledning\n\nDetta är den första\ntexten i planen.\n\nDetta är den andra.\n"), ids);
}

class ReaderFileTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::temp_directory_path() /
              fmt::format("plansok-reader-{}-{}", test->name(), ::getpid());
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void Write(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_ / name) << bytes;
  }
  absl::StatusOr<ReadPlan> Read(const std::string& name) const {
    return PlanReader(TestVocabulary(), nullptr).Read(folder_ / name, name);
  }

  std::filesystem::path folder_;
};

TEST_F(ReaderFileTest, ASidecarOverridesWhatTheTextSays) {
  Write("plan.txt", "Verksamhetsplan 2024\n\nKulturnämnden arbetar.\n");
  Write("plan.toml",
        "title = \"Min plan\"\ncommittees = [\"Socialnämnden Nordost\"]\nyears = [2026, 2025]\n");
  const auto read = Read("plan.txt");
  ASSERT_TRUE(read.ok()) << read.status();
  EXPECT_EQ(read->plan.title, "Min plan");
  EXPECT_THAT(read->plan.years, ElementsAre(2025, 2026));
  ASSERT_EQ(read->plan.paragraphs.size(), 1U);
  EXPECT_EQ(read->plan.paragraphs[0].committees.at(0).label, "Socialnämnden Nordost");
}

TEST_F(ReaderFileTest, AMalformedSidecarIsNamed) {
  Write("plan.txt", "Nämnden arbetar.\n");
  for (const char* sidecar :
       {"years = \"2025\"\n", "years = [4294969319]\n", "years = [0]\n", "committees = [\"???\"]\n",
        "title = \"a\\nb\"\n", "colour = 3\n", "title = \n"}) {
    Write("plan.toml", sidecar);
    const auto read = Read("plan.txt");
    ASSERT_EQ(read.status().code(), absl::StatusCode::kFailedPrecondition) << sidecar;
    EXPECT_THAT(std::string(read.status().message()), HasSubstr("plan.toml:1: "));
  }
}

TEST_F(ReaderFileTest, AMissingFileAndAFolderAreNoPlans) {
  EXPECT_EQ(Read("saknas.txt").status().code(), absl::StatusCode::kNotFound);
  std::filesystem::create_directory(folder_ / "mapp.txt");
  EXPECT_EQ(Read("mapp.txt").status().code(), absl::StatusCode::kInvalidArgument);
}

TEST_F(ReaderFileTest, APipeInPlaceOfAFileIsRefusedNotWaitedFor) {
  ASSERT_EQ(mkfifo((folder_ / "pipe.txt").c_str(), 0600), 0);
  EXPECT_EQ(Read("pipe.txt").status().code(), absl::StatusCode::kInvalidArgument);
  std::ofstream(folder_ / "plan.txt") << "Verksamhetsplan 2024\n\nNämnden arbetar.\n";
  ASSERT_EQ(mkfifo((folder_ / "plan.toml").c_str(), 0600), 0);
  const auto read = Read("plan.txt");
  ASSERT_EQ(read.status().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_THAT(std::string(read.status().message()), HasSubstr("sidecar"));
}

TEST_F(ReaderFileTest, TheHashTellsContentAndSidecar) {
  Write("plan.txt", "Nämnden arbetar.\n");
  const std::string hash = Read("plan.txt")->plan.content_hash;
  EXPECT_EQ(Read("plan.txt")->plan.content_hash, hash);
  Write("plan.toml", "years = [2025]\n");
  EXPECT_NE(Read("plan.txt")->plan.content_hash, hash);
}

}  // namespace
}  // namespace plansok::plan
