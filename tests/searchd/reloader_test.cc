// What the server makes of generations that it cannot open.
#include "searchd/reloader.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <fstream>
#include <string>

#include "tests/searchd/server_fixture.h"

namespace plansok::searchd {
namespace {

class ReloaderTest : public ServerTest {
 protected:
  void PublishADamagedGeneration() {
    const auto broken = index_ / "generations" / "999999";
    std::filesystem::create_directories(broken / "db");
    std::ofstream(broken / "db" / "iamglass") << "not a database";
    std::filesystem::remove(index_ / "current");
    std::filesystem::create_directory_symlink("generations/999999", index_ / "current");
  }

  static int Refusals(const std::string& log) {
    int refusals = 0;
    for (auto at = log.find("refused"); at != std::string::npos; at = log.find("refused", at + 1)) ++refusals;
    return refusals;
  }
};

TEST_F(ReloaderTest, ADamagedGenerationIsRefusedOnceAndTheOldOneServes) {
  ASSERT_NO_FATAL_FAILURE(Publish(index_, MadeUpPlans(2, 5)));
  auto loaded = LoadCurrentGeneration(index_);
  ASSERT_TRUE(loaded.ok()) << loaded.status();
  CurrentSnapshot current(loaded->snapshot);
  PublishADamagedGeneration();
  std::atomic<int> looks = 0;
  testing::internal::CaptureStderr();
  {
    Reloader reloader(index_, loaded->mark, current, std::chrono::milliseconds(1), [&looks] { ++looks; });
    EXPECT_TRUE(Eventually([&looks] { return looks >= 5; }));
  }
  EXPECT_EQ(1, Refusals(testing::internal::GetCapturedStderr()));
  EXPECT_EQ(loaded->snapshot, current.Get());
}

TEST_F(ReloaderTest, WhoeverAsksIsToldAgain) {
  ASSERT_NO_FATAL_FAILURE(Publish(index_, MadeUpPlans(1, 1)));
  auto loaded = LoadCurrentGeneration(index_);
  ASSERT_TRUE(loaded.ok()) << loaded.status();
  CurrentSnapshot current(loaded->snapshot);
  PublishADamagedGeneration();
  std::atomic<int> looks = 0;
  testing::internal::CaptureStderr();
  {
    Reloader reloader(index_, loaded->mark, current, std::chrono::hours(1), [&looks] { ++looks; });
    for (int told = 1; told <= 2; ++told) {
      reloader.LookNow();
      EXPECT_TRUE(Eventually([&looks, told] { return looks >= told; }));
    }
  }
  EXPECT_EQ(2, Refusals(testing::internal::GetCapturedStderr()));
}

}  // namespace
}  // namespace plansok::searchd
