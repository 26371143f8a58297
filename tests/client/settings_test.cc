#include "client/settings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace plansok::client {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

class SettingsTest : public ::testing::Test {
 protected:
  SettingsTest() { std::filesystem::create_directories(file_.parent_path()); }
  ~SettingsTest() override { std::filesystem::remove_all(home_); }
  SettingsTest(const SettingsTest&) = delete;
  SettingsTest& operator=(const SettingsTest&) = delete;

  void Write(const std::string& content) const { std::ofstream(file_) << content; }
  absl::StatusOr<Settings> Read(const Variables& variables = {}) const {
    return ReadSettings(file_.string(), variables);
  }

  std::filesystem::path home_ =
      std::filesystem::path(::testing::TempDir()) /
      ("settings-" + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()));
  std::filesystem::path file_ = home_ / "plansok/config.toml";
};

TEST_F(SettingsTest, WithoutAFileAndVariablesAreWhatIsBuiltIn) {
  const auto settings = Read();
  ASSERT_TRUE(settings.ok()) << settings.status();
  EXPECT_EQ(settings->server, "localhost:50051");
  EXPECT_EQ(settings->color, Color::kAuto);
  EXPECT_EQ(settings->pager, "less");
  EXPECT_TRUE(settings->paged);
  EXPECT_EQ(settings->limit, 10);
}

TEST_F(SettingsTest, TheFileGoesBeforeWhatIsBuiltIn) {
  Write("server = \"sok:1\"\ncolor = \"always\"\npager = \"more\"\nlimit = 25\n");
  const auto settings = Read();
  ASSERT_TRUE(settings.ok()) << settings.status();
  EXPECT_EQ(settings->server, "sok:1");
  EXPECT_EQ(settings->color, Color::kAlways);
  EXPECT_EQ(settings->pager, "more");
  EXPECT_EQ(settings->limit, 25);
  Write("pager = false\n");
  EXPECT_FALSE(Read()->paged);
}

TEST_F(SettingsTest, TheEnvironmentGoesBeforeTheFile) {
  Write("server = \"sok:1\"\ncolor = \"always\"\npager = \"more\"\n");
  const auto settings = Read({.server = "sok:2", .no_color = "1", .pager = "most"});
  ASSERT_TRUE(settings.ok()) << settings.status();
  EXPECT_EQ(settings->server, "sok:2");
  EXPECT_EQ(settings->color, Color::kNever);
  EXPECT_EQ(settings->pager, "most");
}

TEST_F(SettingsTest, EmptyVariablesAreAsUnsetButForThePager) {
  Write("server = \"sok:1\"\ncolor = \"always\"\n");
  const auto settings = Read({.server = "", .no_color = "", .pager = ""});
  ASSERT_TRUE(settings.ok()) << settings.status();
  EXPECT_EQ(settings->server, "sok:1");
  EXPECT_EQ(settings->color, Color::kAlways);
  EXPECT_EQ(settings->pager, "");
}

struct BadFile {
  std::string content;
  std::string complaint;  // after the file's name
};
class BadSettingsTest : public SettingsTest, public ::testing::WithParamInterface<BadFile> {};

TEST_P(BadSettingsTest, NamesFileAndLine) {
  Write(GetParam().content);
  const auto settings = Read();
  ASSERT_EQ(settings.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(settings.status().message()), StartsWith(file_.string() + GetParam().complaint));
}

INSTANTIATE_TEST_SUITE_P(
    Files, BadSettingsTest,
    ::testing::Values(BadFile{"# first\ncolour = \"auto\"\n", ":2: unknown key 'colour': menade du 'color'?"},
                      BadFile{"language = 1\n",
                              ":1: unknown key 'language': there are server, color, pager, limit"},
                      BadFile{"server = 50051\n", ":1: server is \"HOST:PORT\""},
                      BadFile{"server = \"\"\n", ":1: server is \"HOST:PORT\""},
                      BadFile{"color = true\n", ":1: color is \"auto\", \"always\" or \"never\""},
                      BadFile{"pager = 1\n", ":1: pager is a command, or false for none"},
                      BadFile{"\n\nlimit = -1\n", ":3: limit is a number from 0 to 100000"},
                      BadFile{"limit = 100001\n", ":1: limit is a number from 0 to 100000"},
                      BadFile{"limit = \"5\"\n", ":1: limit is a number from 0 to 100000"},
                      BadFile{"limit = \n", ":1: "}, BadFile{"server = \"\xff\"\n", ":1: "}));

TEST_F(SettingsTest, AFolderInThePlaceOfTheFileIsNamed) {
  std::filesystem::create_directories(file_);
  EXPECT_THAT(std::string(Read().status().message()), HasSubstr("cannot read " + file_.string()));
}

TEST(SettingsFile, IsWhereTheXdgSpecificationSays) {
  EXPECT_EQ(SettingsFile({.config_home = "/etc/x", .home = "/home/a"}), "/etc/x/plansok/config.toml");
  EXPECT_EQ(SettingsFile({.home = "/home/a"}), "/home/a/.config/plansok/config.toml");
  EXPECT_EQ(SettingsFile({.config_home = "relative", .home = "/home/a"}),
            "/home/a/.config/plansok/config.toml");
  EXPECT_EQ(SettingsFile({.config_home = "", .home = ""}), "");
  EXPECT_EQ(SettingsFile({}), "");
}

}  // namespace
}  // namespace plansok::client
