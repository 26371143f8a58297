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
  auto pager = Pager::Start("cat > " + file.string() + "; echo \"$LESS\" >> " + file.string());
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
  EXPECT_TRUE(IsInstalled("sh -c true"));
  EXPECT_TRUE(IsInstalled("LESS=R sh"));
  EXPECT_TRUE(IsInstalled("/bin/sh"));
  EXPECT_TRUE(IsInstalled("\"$MY_PAGER\" --x"));  // the shell's to find out
  EXPECT_FALSE(IsInstalled("no-such-pager-here"));
  EXPECT_FALSE(IsInstalled("no-such-pager-here | cat"));
  EXPECT_FALSE(IsInstalled("/no/such/pager -R"));
}

TEST(PagedOutput, GoesToTheTerminalWhereThereIsNoPager) {
  PagedOutput paged(STDOUT_FILENO, 2, "no-such-pager-here -R");
  EXPECT_EQ(STDOUT_FILENO, paged.Destination("ett\ntvå\ntre\n", true));
  EXPECT_TRUE(paged.Finish().ok());
  EXPECT_EQ(paged.Remark(), "plansok: there is no pager 'no-such-pager-here -R' (see PAGER, --no-pager)\n");
}

}  // namespace
}  // namespace plansok::client
