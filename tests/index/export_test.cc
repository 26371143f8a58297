// An export in parts: what it gives, and what its parts cost.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "index/searcher.h"
#include "query/parser.h"
#include "tests/index/test_index.h"

namespace {
thread_local std::size_t allocated = 0;  // bytes, by this thread
}  // namespace

// Counts what this program takes from the heap: work that grows with an answer takes room for it. The
// form that does not throw is told too: a sanitizer has its own, and every form ends in the same delete.
// Not inlined: there the compiler takes free() for a slip.
[[gnu::noinline]] void* operator new(std::size_t size) {
  allocated += size;
  if (void* place = std::malloc(size)) return place;
  throw std::bad_alloc();
}
[[gnu::noinline]] void* operator new(std::size_t size, const std::nothrow_t& /*tag*/) noexcept {
  allocated += size;
  return std::malloc(size);
}
[[gnu::noinline]] void operator delete(void* place) noexcept { std::free(place); }
[[gnu::noinline]] void operator delete(void* place, std::size_t /*size*/) noexcept { std::free(place); }

namespace plansok::index {
namespace {

using testing::ElementsAre;

constexpr std::size_t kPlans = 4;
constexpr std::size_t kParagraphs = 1500;  // a plan

class ExportTest : public testing::Test {
 protected:
  // What a part gave, and what it cost.
  struct Part {
    std::vector<std::string> texts;
    int checks = 0;  // looks at the checkpoint: walked posting lists and fetched paragraphs take some
    std::size_t bytes = 0;
  };

  static void SetUpTestSuite() {
    std::vector<plan::Plan> plans;
    for (std::size_t i = 0; i < kPlans; ++i) {
      std::vector<plan::Paragraph> paragraphs;
      for (std::size_t j = 0; j < kParagraphs; ++j)
        paragraphs.push_back(MakeParagraph("Bostad nummer " + std::to_string(i * kParagraphs + j) + "."));
      plans.push_back(MakePlan("plan-" + std::to_string(i), "Kulturnämnden", 2020 + static_cast<int>(i),
                               std::move(paragraphs)));
    }
    folder_ = std::make_unique<TemporaryFolder>();
    Publish(folder_->path(), plans);
    // Nothing is kept, so that asking again would cost as much as asking first.
    const SnapshotOptions forgetful = {
        .answer_cache_bytes = 0, .paragraph_cache_bytes = 0, .posting_cache_bytes = 0};
    const auto snapshot = Snapshot::Open(CurrentGeneration(folder_->path()).value(), forgetful);
    ASSERT_TRUE(snapshot.ok()) << snapshot.status();
    searcher_ = std::make_unique<Searcher>(Searcher::Open(*snapshot).value());
  }
  static void TearDownTestSuite() {
    searcher_.reset();
    folder_.reset();
  }

  static std::vector<Part> InParts(const ExportRequest& request, std::size_t size) {
    std::vector<Part> parts(1);
    const auto sink = [&](const std::string&, const plan::Paragraph& paragraph) {
      parts.back().texts.push_back(paragraph.text);
      return parts.back().texts.size() < size;
    };
    const Checkpoint count = [&] {
      ++parts.back().checks;
      return absl::OkStatus();
    };
    auto exported = searcher_->Export(request, sink, count);
    EXPECT_TRUE(exported.ok()) << exported.status();
    while (exported.ok() && !exported->rest.done()) {
      parts.emplace_back().texts.reserve(size);
      const std::size_t before = allocated;
      EXPECT_TRUE(searcher_->ExportRest(exported->rest, sink, count).ok());
      parts.back().bytes = allocated - before;
    }
    return parts;
  }

  static std::vector<std::string> TextsOf(const std::vector<Part>& parts) {
    std::vector<std::string> texts;
    for (const Part& part : parts) texts.insert(texts.end(), part.texts.begin(), part.texts.end());
    return texts;
  }

  static std::unique_ptr<TemporaryFolder> folder_;
  static std::unique_ptr<Searcher> searcher_;
};

std::unique_ptr<TemporaryFolder> ExportTest::folder_;
std::unique_ptr<Searcher> ExportTest::searcher_;

TEST_F(ExportTest, PartsMakeTheWholeInPlanOrder) {
  const std::vector<std::string> whole = TextsOf(InParts({.query = query::Parse("bostad")}, SIZE_MAX));
  ASSERT_EQ(kPlans * kParagraphs, whole.size());
  for (std::size_t i = 0; i < whole.size(); ++i)
    ASSERT_EQ("Bostad nummer " + std::to_string(i) + ".", whole[i]);
  for (const std::size_t size : {std::size_t{7}, std::size_t{256}, kParagraphs, kPlans * kParagraphs})
    EXPECT_EQ(whole, TextsOf(InParts({.query = query::Parse("bostad")}, size))) << size;
}

TEST_F(ExportTest, FiltersHoldInEveryPart) {
  const ExportRequest request{.query = query::Parse("bostad"),
                              .filters = {{query::Field::kYear, {"2020", "2022"}}}};
  const std::vector<std::string> texts = TextsOf(InParts(request, 100));
  ASSERT_EQ(2 * kParagraphs, texts.size());
  EXPECT_EQ("Bostad nummer 0.", texts.front());
  EXPECT_EQ("Bostad nummer 3000.", texts[kParagraphs]);
}

TEST_F(ExportTest, WhatEndsWithAPartIsDone) {
  EXPECT_EQ(1U, InParts({.query = query::Parse("bostad")}, kPlans * kParagraphs).size());
  EXPECT_EQ(2U, InParts({.query = query::Parse("bostad")}, kPlans * kParagraphs / 2).size());
  const std::vector<Part> nothing = InParts({.query = query::Parse("zeppelinare")}, 1);
  EXPECT_EQ(1U, nothing.size());
  EXPECT_THAT(nothing.front().texts, testing::IsEmpty());
}

// Once every part asked the query anew and passed over all that had been given: a square of the length.
TEST_F(ExportTest, APartCostsWhatItGivesWhereverItStands) {
  constexpr std::size_t kSize = 50;
  const std::vector<Part> parts = InParts({.query = query::Parse("bostad nummer")}, kSize);
  ASSERT_EQ(kPlans * kParagraphs / kSize, parts.size());
  EXPECT_GT(parts.front().checks, 1) << "asking the query takes looks at the checkpoint";
  const auto cheaper = [](const Part& a, const Part& b) { return a.bytes < b.bytes; };
  const auto [least, most] = std::minmax_element(parts.begin() + 1, parts.end(), cheaper);
  EXPECT_LT(most->bytes, 2 * least->bytes);
  for (std::size_t i = 1; i < parts.size(); ++i) EXPECT_EQ(1, parts[i].checks) << "part " << i;
}

TEST_F(ExportTest, ACheckpointEndsItAtAnyPart) {
  int given = 0;
  const auto sink = [&](const std::string&, const plan::Paragraph&) { return ++given % 10 != 0; };
  auto exported = searcher_->Export({.query = query::Parse("bostad")}, sink, GoOn);
  ASSERT_TRUE(exported.ok()) << exported.status();
  const Checkpoint stop = [] { return absl::CancelledError("enough"); };
  EXPECT_TRUE(absl::IsCancelled(searcher_->ExportRest(exported->rest, sink, stop)));
  EXPECT_EQ(10, given);
}

}  // namespace
}  // namespace plansok::index
