#include "searchd/worker_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <set>

namespace plansok::searchd {
namespace {

TEST(WorkerPool, RunsEverythingItAdmits) {
  std::atomic<int> ran = 0;
  int admitted = 0;
  {
    WorkerPool pool(3, 1000);
    for (int i = 0; i < 1000; ++i) admitted += pool.TrySubmit([&ran](std::size_t) { ++ran; }) ? 1 : 0;
  }
  EXPECT_EQ(1000, admitted);
  EXPECT_EQ(1000, ran);
}

TEST(WorkerPool, RefusesWhatDoesNotFitAndTakesContinuations) {
  std::latch started(1);
  std::latch release(1);
  std::atomic<int> ran = 0;
  {
    WorkerPool pool(1, 2);
    ASSERT_TRUE(pool.TrySubmit([&](std::size_t) {
      started.count_down();
      release.wait();
    }));
    started.wait();
    const auto count = [&ran](std::size_t) { ++ran; };
    EXPECT_TRUE(pool.TrySubmit(count));
    EXPECT_TRUE(pool.TrySubmit(count));
    EXPECT_FALSE(pool.TrySubmit(count));
    pool.SubmitContinuation(count);
    EXPECT_FALSE(pool.TrySubmit(count));
    release.count_down();
  }
  EXPECT_EQ(3, ran);
}

TEST(WorkerPool, GivesEachWorkerItsOwnNumber) {
  constexpr int kWorkers = 4;
  std::mutex mutex;
  std::set<std::size_t> numbers;
  std::latch all_here(kWorkers);
  {
    WorkerPool pool(kWorkers, kWorkers);
    for (int i = 0; i < kWorkers; ++i) {
      pool.SubmitContinuation([&](std::size_t worker) {
        all_here.arrive_and_wait();  // so that each takes one
        const std::lock_guard lock(mutex);
        numbers.insert(worker);
      });
    }
  }
  EXPECT_EQ((std::set<std::size_t>{0, 1, 2, 3}), numbers);
}

}  // namespace
}  // namespace plansok::searchd
