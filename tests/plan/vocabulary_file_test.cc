#include "plan/vocabulary_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "absl/status/status.h"
#include "plan/vocabulary.h"

namespace plansok::plan {
namespace {

using ::testing::HasSubstr;

class BadFileTest : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path(::testing::TempDir()) / "plansok_vocabulary_test";
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    std::filesystem::copy(std::string(PLANSOK_SOURCE_DIR) + "/vocabulary", folder_ / "vocabulary");
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  absl::Status LoadWith(const std::string& goals) {
    std::ofstream(folder_ / "vocabulary" / "goals.toml") << goals;
    return Vocabulary::Load(folder_).status();
  }

  std::filesystem::path folder_;
};

TEST_F(BadFileTest, SaysWhichLineIsWrong) {
  struct Bad {
    const char* toml;
    const char* message;
  };
  for (const Bad& bad :
       {Bad{"[[goal]]\nid = \"a\n", "goals.toml:2:"},
        {"[[goal]]\nlabel = \"X\"\n", "goals.toml:1: an entry needs an id"},
        {"[[goal]]\nid = \"Å\"\nlabel = \"X\"\n", "an entry needs an id"},
        {"[[goal]]\nid = \"a\"\n", "\"a\" has no label"},
        {"[[goal]]\nid = \"a\"\nlabel = \"X\"\ncolour = 1\n", "goals.toml:4: unknown key \"colour\""},
        {"[[goal]]\nid = \"a\"\nlabel = 3\n", "goals.toml:3: \"label\" must be a text"},
        {"[[goal]]\nid = \"a\"\nlabel = \"X\"\nyears = [20]\n", "goals.toml:4: \"years\" must be a year"},
        {"[[goal]]\nid = \"a\"\nlabel = \"X\"\n[[goal]]\nid = \"a\"\nlabel = \"Y\"\n",
         "goals.toml:4: \"a\" stands here twice"},
        {"[[gaol]]\nid = \"a\"\n", "unknown table \"gaol\""},
        {"[goal]\nid = \"a\"\n", "unknown table \"goal\""}}) {
    const absl::Status status = LoadWith(bad.toml);
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << bad.toml;
    EXPECT_THAT(std::string(status.message()), HasSubstr(bad.message)) << bad.toml;
  }
}

TEST_F(BadFileTest, NamesTheFileThatIsMissing) {
  std::filesystem::remove(folder_ / "vocabulary" / "bodies.toml");
  const absl::Status status = Vocabulary::Load(folder_).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kNotFound);
  EXPECT_THAT(std::string(status.message()), HasSubstr("bodies.toml"));
}

}  // namespace
}  // namespace plansok::plan
