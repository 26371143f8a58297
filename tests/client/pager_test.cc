#include "client/pager.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace plansok::client {
namespace {

using ::testing::HasSubstr;

std::string ContentOf(const std::filesystem::path& file) {
  std::ifstream stream(file);
  return {std::istreambuf_iterator<char>(stream), {}};
}

TEST(Pager, GetsWhatIsWrittenAndIsWaitedFor) {
  const auto file = std::filesystem::path(::testing::TempDir()) / "paged";
  auto pager = Pager::Start("sleep 0.1; cat > " + file.string() + "; echo \"$LESS\" >> " + file.string());
  ASSERT_TRUE(pager.ok()) << pager.status();
  constexpr std::string_view kText = "sida ett\n";
  EXPECT_EQ(write(pager->descriptor(), kText.data(), kText.size()), static_cast<ssize_t>(kText.size()));
  EXPECT_TRUE(pager->Finish().ok());
  EXPECT_EQ(ContentOf(file), "sida ett\nFRX\n");
  std::filesystem::remove(file);
}

TEST(Pager, ThatIsNotThereIsNamed) {
  auto pager = Pager::Start("no-such-pager-here 2>/dev/null");
  ASSERT_TRUE(pager.ok()) << pager.status();
  const absl::Status status = pager->Finish();
  EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_THAT(std::string(status.message()), HasSubstr("no-such-pager-here"));
}

TEST(IsInstalled, KnowsWhatIsInPath) {
  EXPECT_TRUE(IsInstalled("sh"));
  EXPECT_FALSE(IsInstalled("no-such-pager-here"));
}

}  // namespace
}  // namespace plansok::client
