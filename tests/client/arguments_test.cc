// How the command line is read.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/client/run_fixture.h"

namespace plansok::client {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST_F(RunTest, GlobalFlagsStandBeforeTheCommandAndAfterIt) {
  AnswerSearchesFrom(1);
  EXPECT_EQ(RunAt("127.0.0.1:1", {"--server", service_.address(), "search", "x"}).code, ExitCode::kFound);
  EXPECT_EQ(RunAt("127.0.0.1:1", {"search", "x", "--server", service_.address()}).code, ExitCode::kFound);
  EXPECT_THAT(RunWith({"--json", "search", "x"}).out, StartsWith("{\"hits\""));
}

struct WrongUse {
  std::vector<std::string> arguments;
  std::string message;
};
class WrongUseTest : public RunTest, public ::testing::WithParamInterface<WrongUse> {};

TEST_P(WrongUseTest, EndsInTwoWithoutAskingTheServer) {
  const Ended ended = RunAt("127.0.0.1:1", GetParam().arguments);
  EXPECT_EQ(ended.code, ExitCode::kWrongUse);
  EXPECT_EQ(ended.out, "");
  EXPECT_EQ(ended.err, "plansok: " + GetParam().message + '\n');
}

INSTANTIATE_TEST_SUITE_P(
    Arguments, WrongUseTest,
    ::testing::Values(
        WrongUse{{}, "a command is wanted: plansok --help"},
        WrongUse{{"serch", "x"}, "unknown command 'serch': did you mean 'search'?"},
        WrongUse{{"serch", "--help"}, "unknown command 'serch': did you mean 'search'?"},
        WrongUse{{"plans", "--csv", "--separator", "kolon"},
                 "unknown separator 'kolon': there are semicolon, semikolon, comma, komma, tab, tabb"},
        WrongUse{{"--sever", "x", "plans"}, "unknown flag '--sever': did you mean '--server'?"},
        WrongUse{{"search"}, "search wants a QUERY, a filter or a facet: plansok search --help"},
        WrongUse{{"search", "x", "--limt=3"}, "unknown flag '--limt': did you mean '--limit'?"},
        WrongUse{{"search", "x", "--limit", "-1"}, "--limit: Value -1 not in range 0 to 100000"},
        WrongUse{{"search", "x", "--limit", "1000000000"},
                 "--limit: Value 1000000000 not in range 0 to 100000"},
        WrongUse{{"search", "x", "--facet", "comittee"},
                 "unknown facet 'comittee': did you mean 'committee'?"},
        WrongUse{{"search", "x", "--facet", "namnd"}, "unknown facet 'namnd': did you mean 'nämnd'?"},
        WrongUse{{"search", "x", "--facet", "färg"},
                 "unknown facet 'färg': there are committee, nämnd, goal, mål, goal_family, målfamilj, area, "
                 "område, year, år, "
                 "kind, typ, origin, uppdragsgivare, body, organ, plan"},
        WrongUse{{"search", "x", "--kind", "upddrag"}, "unknown kind 'upddrag': did you mean 'uppdrag'?"},
        WrongUse{{"search", "f\xf6rst"},
                 "the arguments are not UTF-8: see the terminal's locale (LANG, LC_ALL)"},
        WrongUse{{"search", "x", "--server", ""}, "--server is empty: HOST:PORT is wanted"},
        WrongUse{{"show"}, "show wants one NAME, as search prints it: plansok show --help"},
        WrongUse{{"plans", "\x1b[31m"}, "plans takes no '\uFFFD[31m'"}));

TEST_F(RunTest, HelpAndVersionGoToTheOutput) {
  for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
           {"--help"}, {"-h"}, {"search", "--help"}, {"search", "-h"}, {"--version"}}) {
    const Ended ended = RunAt("127.0.0.1:1", arguments);
    EXPECT_EQ(ended.code, ExitCode::kFound);
    EXPECT_EQ(ended.err, "");
    EXPECT_THAT(ended.out, HasSubstr("plansok "));
  }
  EXPECT_THAT(RunAt("", {"search", "--help"}).out, HasSubstr("Usage: plansok search [QUERY...] [FLAGS]"));
}

}  // namespace
}  // namespace plansok::client
