#include "index/generation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/index/test_index.h"

namespace plansok::index {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

void PublishMark(const fs::path& index_dir, const std::string& mark) {
  auto builder = GenerationBuilder::Begin(index_dir);
  ASSERT_TRUE(builder.ok()) << builder.status();
  std::ofstream(builder->generation().folder / "mark") << mark;
  ASSERT_TRUE(builder->Publish().ok());
}

std::string CurrentMark(const fs::path& index_dir) {
  std::string mark;
  std::ifstream(CurrentGeneration(index_dir).value().folder / "mark") >> mark;
  return mark;
}

std::size_t CountGenerations(const fs::path& index_dir) {
  const fs::directory_iterator folder(index_dir / "generations");
  return static_cast<std::size_t>(std::distance(fs::begin(folder), fs::end(folder)));
}

TEST(Generation, MissingFoldersAboveTheIndexAreMade) {
  const TemporaryFolder folder;
  const fs::path index_dir = folder.path() / "a" / "b" / "index";
  PublishMark(index_dir, "ett");
  EXPECT_EQ(CurrentMark(index_dir), "ett");
}

TEST(Generation, AFileWhereAFolderIsMeantIsNamed) {
  const TemporaryFolder folder;
  std::ofstream(folder.path() / "a") << "ingen mapp";
  const auto builder = GenerationBuilder::Begin(folder.path() / "a" / "index");
  EXPECT_FALSE(builder.ok());
  EXPECT_THAT(std::string(builder.status().message()), HasSubstr((folder.path() / "a").string()));
}

TEST(Generation, NothingPublishedIsNotFoundAndSaysWhere) {
  const TemporaryFolder folder;
  const auto generation = CurrentGeneration(folder.path());
  EXPECT_EQ(generation.status().code(), absl::StatusCode::kNotFound);
  EXPECT_THAT(std::string(generation.status().message()), HasSubstr(folder.path().string()));
}

TEST(Generation, TheLastPublishedIsCurrentAndItsPredecessorIsKept) {
  const TemporaryFolder folder;
  for (const std::string mark : {"a", "b", "c", "d"}) {
    PublishMark(folder.path(), mark);
    EXPECT_EQ(CurrentMark(folder.path()), mark);
  }
  EXPECT_EQ(CurrentGeneration(folder.path())->name, "000004");
  EXPECT_EQ(CountGenerations(folder.path()), 2U);
}

TEST(Generation, AnUnpublishedBuildLeavesNothing) {
  const TemporaryFolder folder;
  PublishMark(folder.path(), "a");
  { ASSERT_TRUE(GenerationBuilder::Begin(folder.path()).ok()); }
  EXPECT_EQ(CurrentMark(folder.path()), "a");
  EXPECT_EQ(CountGenerations(folder.path()), 1U);
}

TEST(Generation, ASecondIndexerIsRefused) {
  const TemporaryFolder folder;
  const auto first = GenerationBuilder::Begin(folder.path());
  ASSERT_TRUE(first.ok());
  const auto second = GenerationBuilder::Begin(folder.path());
  EXPECT_EQ(second.status().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_THAT(std::string(second.status().message()), HasSubstr("another indexer"));
}

TEST(Generation, AFolderThatCannotBeMadeIsAnError) {
  const TemporaryFolder folder;
  std::ofstream(folder.path() / "file") << "not a folder";
  EXPECT_FALSE(GenerationBuilder::Begin(folder.path() / "file").ok());
}

// A build that is killed at any instant must leave a generation that is whole.
TEST(Generation, AKillAtAnyInstantLeavesAWholeGeneration) {
  const TemporaryFolder folder;
  PublishMark(folder.path(), "whole");
  for (int round = 0; round < 40; ++round) {
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      while (true) PublishMark(folder.path(), "whole");
    }
    usleep(static_cast<useconds_t>(500 * round));
    ASSERT_EQ(kill(child, SIGKILL), 0);
    ASSERT_EQ(waitpid(child, nullptr, 0), child);
    ASSERT_EQ(CurrentMark(folder.path()), "whole");
  }
  PublishMark(folder.path(), "after");
  EXPECT_EQ(CurrentMark(folder.path()), "after");
  EXPECT_LE(CountGenerations(folder.path()), 2U);
}

}  // namespace
}  // namespace plansok::index
