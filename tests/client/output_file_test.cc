#include "client/output_file.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace plansok::client {
namespace {

class OutputFileTest : public testing::Test {
 protected:
  OutputFileTest() {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  ~OutputFileTest() override { std::filesystem::remove_all(folder_); }

  long FileCount() const {
    return std::distance(std::filesystem::directory_iterator(folder_), std::filesystem::directory_iterator());
  }

  static void Write(const OutputFile& file, const std::string& text) {
    ASSERT_EQ(static_cast<ssize_t>(text.size()), write(file.descriptor(), text.data(), text.size()));
  }
  static std::string Read(const std::filesystem::path& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("plansok-output-" + std::to_string(getpid()));
};

TEST_F(OutputFileTest, IsThereWhenItIsPublished) {
  {
    auto file = OutputFile::Create(folder_ / "a");
    ASSERT_TRUE(file.ok()) << file.status();
    Write(**file, "text");
    EXPECT_FALSE(std::filesystem::exists(folder_ / "a"));
    EXPECT_TRUE((*file)->Publish().ok());
  }
  EXPECT_EQ("text", Read(folder_ / "a"));
  EXPECT_EQ(1, FileCount());
}

TEST_F(OutputFileTest, LeavesNothingWhenItIsNot) {
  ASSERT_TRUE(OutputFile::Create(folder_ / "a").ok());
  EXPECT_EQ(0, FileCount());
}

TEST_F(OutputFileTest, KeepsThePermissionsAndTheLinkOfWhatItReplaces) {
  std::ofstream(folder_ / "a") << "old";
  chmod((folder_ / "a").c_str(), 0640);
  std::filesystem::create_symlink("a", folder_ / "link");
  auto file = OutputFile::Create(folder_ / "link");
  ASSERT_TRUE(file.ok()) << file.status();
  Write(**file, "new");
  EXPECT_TRUE((*file)->Publish().ok());
  EXPECT_TRUE(std::filesystem::is_symlink(folder_ / "link"));
  EXPECT_EQ("new", Read(folder_ / "a"));
  struct stat status = {};
  ASSERT_EQ(0, stat((folder_ / "a").c_str(), &status));
  EXPECT_EQ(0640U, status.st_mode & 07777U);
}

TEST_F(OutputFileTest, APipeOrADeviceIsWrittenToAsItIs) {
  auto file = OutputFile::Create("/dev/null");
  ASSERT_TRUE(file.ok()) << file.status();
  Write(**file, "text");
  EXPECT_TRUE((*file)->Publish().ok());
}

TEST_F(OutputFileTest, AnInterruptedProgramLeavesNothing) {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    const pid_t child = fork();
    if (child == 0) {
      const auto file = OutputFile::Create(folder_ / "a");
      std::raise(signal);
      std::_Exit(file.ok() ? 1 : 2);
    }
    int status = 0;
    ASSERT_EQ(child, waitpid(child, &status, 0));
    EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == signal) << status;
    EXPECT_EQ(0, FileCount());
  }
}

TEST_F(OutputFileTest, AnIgnoredHangUpStaysIgnored) {
  const pid_t child = fork();
  if (child == 0) {
    std::signal(SIGHUP, SIG_IGN);
    const auto file = OutputFile::Create(folder_ / "a");
    std::raise(SIGHUP);
    std::_Exit(file.ok() && (*file)->Publish().ok() ? 0 : 1);
  }
  int status = 0;
  ASSERT_EQ(child, waitpid(child, &status, 0));
  EXPECT_EQ(0, status);
  EXPECT_TRUE(std::filesystem::exists(folder_ / "a"));
}

}  // namespace
}  // namespace plansok::client
