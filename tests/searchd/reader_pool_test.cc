#include "searchd/reader_pool.h"

#include <gtest/gtest.h>

#include <future>
#include <memory>

#include "index/generation.h"
#include "query/parser.h"
#include "tests/searchd/small_index.h"

namespace plansok::searchd {
namespace {

std::shared_ptr<const index::Snapshot> OpenCurrent(const std::filesystem::path& index_dir) {
  const auto generation = index::CurrentGeneration(index_dir);
  auto snapshot = index::Snapshot::Open(*generation);
  EXPECT_TRUE(snapshot.ok()) << snapshot.status();
  return *std::move(snapshot);
}

absl::Status NoHurry() { return absl::OkStatus(); }

int PlansSeenBy(Reader& reader) {
  int plans = 0;
  const absl::Status status = reader.Ask(
      [&](index::Searcher& searcher) {
        plans = searcher.snapshot().info().plan_count;
        index::SearchRequest request;
        request.query = query::Parse("bostad");
        return searcher.Search(request, NoHurry).status();
      },
      NoHurry);
  EXPECT_TRUE(status.ok()) << status;
  return plans;
}

TEST(ReaderTest, AsksTheCurrentSnapshot) {
  const auto folder = FreshFolder();
  Publish(folder, MadeUpPlans(1, 3));
  CurrentSnapshot current(OpenCurrent(folder));
  Reader reader(current);
  EXPECT_EQ(1, PlansSeenBy(reader));
  Publish(folder, MadeUpPlans(2, 3));
  current.Set(OpenCurrent(folder));
  EXPECT_EQ(2, PlansSeenBy(reader));
}

TEST(ReaderTest, AGenerationRemovedBeforeItsTurnFailsNoQuestion) {
  const auto folder = FreshFolder();
  Publish(folder, MadeUpPlans(1, 3));
  CurrentSnapshot current(OpenCurrent(folder));
  Reader reader(current);
  Publish(folder, MadeUpPlans(2, 3));
  current.Set(OpenCurrent(folder));
  Publish(folder, MadeUpPlans(3, 3));
  Publish(folder, MadeUpPlans(4, 3));  // the second is removed now, and the fourth not yet picked up
  EXPECT_EQ(1, PlansSeenBy(reader));
  current.Set(OpenCurrent(folder));
  EXPECT_EQ(4, PlansSeenBy(reader));
}

TEST(ReaderPoolTest, IdleWorkersLetGoOfAnOldGeneration) {
  const auto folder = FreshFolder();
  Publish(folder, MadeUpPlans(1, 3));
  CurrentSnapshot current(OpenCurrent(folder));
  ReaderPool pool(current, 3, 1);
  const std::weak_ptr<const index::Snapshot> old = current.Get();
  Publish(folder, MadeUpPlans(2, 3));
  current.Set(OpenCurrent(folder));
  EXPECT_FALSE(old.expired()) << "each worker holds it";
  pool.PickUpGeneration();
  EXPECT_TRUE(old.expired());
}

TEST(ReaderPoolTest, ABusyWorkerIsNotWaitedFor) {
  const auto folder = FreshFolder();
  Publish(folder, MadeUpPlans(1, 3));
  CurrentSnapshot current(OpenCurrent(folder));
  ReaderPool pool(current, 1, 1);
  std::promise<void> began;
  std::promise<void> go_on;
  ASSERT_TRUE(pool.TrySubmit([&](Reader& reader) {
    const absl::Status status = reader.Ask(
        [&](index::Searcher& searcher) {
          began.set_value();
          go_on.get_future().wait();
          EXPECT_EQ(1, searcher.snapshot().info().plan_count);
          return absl::OkStatus();
        },
        NoHurry);
    EXPECT_TRUE(status.ok());
  }));
  began.get_future().wait();
  Publish(folder, MadeUpPlans(2, 3));
  current.Set(OpenCurrent(folder));
  pool.PickUpGeneration();  // returns, and leaves the question its searcher
  go_on.set_value();
}

}  // namespace
}  // namespace plansok::searchd
