#include "searchd/config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <vector>

namespace plansok::searchd {
namespace {

using testing::HasSubstr;

class ConfigTest : public testing::Test {
 protected:
  std::string File(const std::string& text) {
    const std::string path =
        testing::TempDir() + "/" + testing::UnitTest::GetInstance()->current_test_info()->name() + ".toml";
    std::ofstream(path) << text;
    return path;
  }

  Invocation Read(std::vector<const char*> flags) {
    flags.insert(flags.begin(), "plansok-searchd");
    return ReadInvocation(static_cast<int>(flags.size()), flags.data(), out_, err_);
  }

  std::ostringstream out_;
  std::ostringstream err_;
};

TEST_F(ConfigTest, FlagsAndDefaults) {
  const Invocation invocation = Read({"--index", "i", "--workers", "3", "--log-queries"});
  EXPECT_FALSE(invocation.exit_code) << err_.str();
  EXPECT_EQ("i", invocation.config.index);
  EXPECT_EQ(3U, invocation.config.workers);
  EXPECT_TRUE(invocation.config.log_queries);
  EXPECT_EQ("127.0.0.1:50051", invocation.config.listen);
  EXPECT_EQ(256U, invocation.config.queue);
}

TEST_F(ConfigTest, FlagsWinOverTheFile) {
  const std::string file = File("index = \"from-file\"\nworkers = 5\nqueue = 9\ndrain-seconds = 1\n");
  const Invocation invocation = Read({"--config", file.c_str(), "--workers", "2"});
  EXPECT_FALSE(invocation.exit_code) << err_.str();
  EXPECT_EQ("from-file", invocation.config.index);
  EXPECT_EQ(2U, invocation.config.workers);
  EXPECT_EQ(9U, invocation.config.queue);
  EXPECT_EQ(1, invocation.config.drain_seconds);
}

TEST_F(ConfigTest, FaultsOfTheFileNameFileLineAndKey) {
  const std::pair<const char*, const char*> cases[] = {
      {"index = \"i\"\nworkerz = 4\n", ":2: unknown setting \"workerz\""},
      {"workers = \"four\"\n", ":1: workers must be a whole number"},
      {"workers = -1\n", ":1: workers must be a whole number"},
      {"queue = 1.5\n", ":1: queue must be a whole number"},
      {"\n\nlog-queries = 1\n", ":3: log-queries must be true or false"},
      {"listen = 50051\n", ":1: listen must be a string"},
      {"index = \"i\"\nindex = \"j\"\n", ":2: "},
      {"index =\n", ":1: "},
  };
  for (const auto& [text, complaint] : cases) {
    err_.str("");
    const std::string file = File(text);
    const Invocation invocation = Read({"--config", file.c_str(), "--index", "i"});
    EXPECT_EQ(kExitWrongUse, invocation.exit_code) << text;
    EXPECT_THAT(err_.str(), HasSubstr(file + complaint)) << text;
    const std::string said = err_.str();
    EXPECT_EQ(1, std::count(said.begin(), said.end(), '\n')) << said;
  }
}

TEST_F(ConfigTest, WrongUseIsOneLineAndTwo) {
  const std::vector<std::vector<const char*>> cases = {{},
                                                       {"--index", "i", "--nope"},
                                                       {"--index", "i", "--workers", "many"},
                                                       {"--index", "i", "--queue", "0"},
                                                       {"--index", "i", "--config", "/nowhere.toml"},
                                                       {"--index", "i", "--listen", "localhost"},
                                                       {"--index", "i", "--listen", "127.0.0.1:http"},
                                                       {"--index", "i", "--listen", "127.0.0.1:70000"},
                                                       {"--index", "i", "--listen", "0.0.0.0:50051"},
                                                       {"--index", "i", "extra"}};
  for (const auto& flags : cases) {
    err_.str("");
    EXPECT_EQ(kExitWrongUse, Read(flags).exit_code);
    const std::string said = err_.str();
    EXPECT_EQ(1, std::count(said.begin(), said.end(), '\n')) << said;
    EXPECT_THAT(said, testing::StartsWith("plansok-searchd: "));
  }
}

TEST_F(ConfigTest, HelpAndVersionEndWell) {
  EXPECT_EQ(kExitOk, Read({"--help"}).exit_code);
  EXPECT_THAT(out_.str(), HasSubstr("Examples:"));
  out_.str("");
  EXPECT_EQ(kExitOk, Read({"--version"}).exit_code);
  EXPECT_THAT(out_.str(), HasSubstr(std::string(kServerVersion)));
}

TEST(Loopback, OnlyThisMachinesAddressesAre) {
  for (const char* address :
       {"127.0.0.1:1", "127.8.9.10:1", "localhost:1", "[::1]:1", "unix:/run/plansok.sock"}) {
    EXPECT_TRUE(IsLoopback(address)) << address;
  }
  for (const char* address : {"0.0.0.0:1", "[::]:1", "10.0.0.1:1", "goteborg.se:1", "127.0.0.1.se:1", ":1",
                              "128.0.0.1:1", "localhost.se:1"}) {
    EXPECT_FALSE(IsLoopback(address)) << address;
  }
}

}  // namespace
}  // namespace plansok::searchd
