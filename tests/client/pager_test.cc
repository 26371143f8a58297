#include "client/pager.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>

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
  EXPECT_FALSE(pager->Write("sida ett\n"));
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

/// A file that stands for the terminal.
class PagedOutputTest : public testing::Test {
 protected:
  PagedOutputTest()
      : file_(std::filesystem::path(testing::TempDir()) / ("terminal." + std::to_string(getpid()))),
        terminal_(open(file_.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600)) {
    std::signal(SIGPIPE, SIG_IGN);
  }
  ~PagedOutputTest() override {
    close(terminal_);
    std::filesystem::remove(file_);
  }

  /// What stands on the terminal after `text` has gone through `pager`, in parts of `part` bytes.
  std::string Shown(const std::string& pager, const std::string& text, std::size_t part = 64 * 1024) {
    PagedOutput paged(terminal_, 2, pager);
    for (std::size_t at = 0; at < text.size(); at += part) {
      error_ = paged.Write(text.substr(at, part), at + part >= text.size());
      if (error_) break;
    }
    EXPECT_FALSE(paged.Finish());
    remark_ = paged.remark();
    return ContentOf(file_);
  }

  const std::filesystem::path file_;
  const int terminal_;
  std::error_code error_;
  std::string remark_;
};

constexpr const char* kShort = "ett\ntvå\ntre\n";

TEST_F(PagedOutputTest, GoesToTheTerminalWhereThereIsNoPager) {
  EXPECT_EQ(Shown("no-such-pager-here -R", kShort), kShort);
  EXPECT_EQ(remark_, "plansok: there is no pager 'no-such-pager-here -R' (see PAGER, --no-pager)\n");
}

TEST_F(PagedOutputTest, ABlankPagerIsNone) {
  std::string shown;
  for (const char* pager : {"", " ", "\t  "}) {
    shown += kShort;
    EXPECT_EQ(Shown(pager, kShort), shown);
    EXPECT_EQ(remark_, "");
  }
}

TEST_F(PagedOutputTest, IsNotLostWhereThePagerFails) {
  const std::string text(300'000, 'x');
  for (const std::string& all : {std::string(kShort), '\n' + text, std::string("a\n\n") + text + text}) {
    std::filesystem::resize_file(file_, 0);
    lseek(terminal_, 0, SEEK_SET);
    EXPECT_TRUE(Shown("sh -c 'exit 3'", all) == all) << all.size();
    EXPECT_FALSE(error_);
    EXPECT_EQ(remark_, "plansok: the pager 'sh -c 'exit 3'' failed (see PAGER, --no-pager)\n");
  }
}

TEST_F(PagedOutputTest, IsNotShownTwiceWhereThePagerFailsAfterReading) {
  EXPECT_EQ(Shown("cat > /dev/null; exit 3", kShort), "");
  EXPECT_EQ(remark_, "");
}

TEST_F(PagedOutputTest, EndsWithAReaderWhoLeavesEarly) {
  for (const std::string pager : {"head -c 10 > /dev/null", "head -c 10 > /dev/null; exit 2"}) {
    EXPECT_EQ(Shown(pager, '\n' + std::string(1'000'000, 'x')), "") << pager;
    EXPECT_EQ(error_, std::errc::broken_pipe);
    EXPECT_EQ(remark_, "");
  }
}

}  // namespace
}  // namespace plansok::client
