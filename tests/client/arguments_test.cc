// How the command line is read.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "client/server_address.h"
#include "tests/client/run_fixture.h"

namespace plansok::client {
namespace {

using ::testing::AllOf;
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
        WrongUse{{"serch", "x"}, "unknown command 'serch': menade du 'search'?"},
        WrongUse{{"serch", "--help"}, "unknown command 'serch': menade du 'search'?"},
        WrongUse{{"plans", "--csv", "--separator", "kolon"},
                 "unknown separator 'kolon': there are semicolon, semikolon, comma, komma, tab, tabb"},
        WrongUse{{"--sever", "x", "plans"}, "unknown flag '--sever': menade du '--server'?"},
        WrongUse{{"search"}, "search wants a QUERY, a filter or a facet: plansok search --help"},
        WrongUse{{"search", "x", "--limt=3"}, "unknown flag '--limt': menade du '--limit'?"},
        WrongUse{{"search", "x", "--limit", "-1"}, "--limit: '-1' is no number from 0 to 100000"},
        WrongUse{{"search", "x", "--limit", "1000000000"},
                 "--limit: '1000000000' is no number from 0 to 100000"},
        WrongUse{{"search", "x", "--facet", "comittee"}, "unknown facet 'comittee': menade du 'committee'?"},
        WrongUse{{"search", "x", "--facet", "namnb"}, "unknown facet 'namnb': menade du 'nämnd'?"},
        WrongUse{{"search", "x", "--timeout", "x"}, "--timeout: 'x' is no number from 0.001 to 3600"},
        WrongUse{{"search", "x", "--facet"}, "--facet wants FIELD after it"},
        WrongUse{{"search", "x", "--server"}, "--server wants HOST:PORT after it"},
        WrongUse{{"stat"}, "unknown command 'stat': menade du 'status'?"},
        WrongUse{{"search", "x", "--comm", "y"}, "unknown flag '--comm': menade du '--committee'?"},
        WrongUse{{"help", "serch"}, "unknown command 'serch': menade du 'search'?"},
        WrongUse{{"search", "x", "--facet", "färg"},
                 "unknown facet 'färg': there are committee, nämnd, goal, mål, goal_family, målfamilj, area, "
                 "område, year, år, "
                 "kind, typ, origin, uppdragsgivare, body, organ, plan"},
        WrongUse{{"search", "x", "--kind", "upddrag"}, "unknown kind 'upddrag': menade du 'uppdrag'?"},
        WrongUse{{"search", "f\xf6rst"},
                 "the arguments are not UTF-8: see the terminal's locale (LANG, LC_ALL)"},
        WrongUse{{"search", "x", "--server", ""},
                 "'' is no server: HOST:PORT is wanted (see --server, PLANSOK_SERVER)"},
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
  EXPECT_EQ(RunAt("", {"help", "search"}).out, RunAt("", {"search", "--help"}).out);
  EXPECT_EQ(RunAt("", {"--json", "help", "search"}).out, RunAt("", {"search", "--help"}).out);
  EXPECT_EQ(RunAt("", {"help"}).out, RunAt("", {"--help"}).out);
  EXPECT_EQ(RunAt("", {"help", "--help"}).out, RunAt("", {"--help"}).out);
}

TEST_F(RunTest, HelpSaysWhatHoldsHere) {
  Environment environment;
  environment.variables.server = "sok.example.se";
  environment.variables.no_color = "1";
  const std::string help = RunIn(environment, {"search", "--help"}).out;
  EXPECT_THAT(help, AllOf(HasSubstr("The server to ask [sok.example.se]"),
                          HasSubstr("How many to show; 0: counts only [10]"), HasSubstr("[never]\n")));
  EXPECT_THAT(RunAt("", {"plans", "--help"}).out,
              AllOf(HasSubstr("The server to ask [localhost:50051]"), HasSubstr("[auto]")));
}

struct Address {
  const char* typed;
  const char* address;  // "" for none
};

TEST(ServerAddressTest, APortIsAddedAndWhatCanBeNoneIsRefused) {
  for (const Address& row :
       {Address{"localhost", "localhost:50051"}, Address{"localhost:1", "localhost:1"},
        Address{"10.0.0.1", "10.0.0.1:50051"}, Address{"::1", "[::1]:50051"}, Address{"[::1]", "[::1]:50051"},
        Address{"[::1]:7", "[::1]:7"}, Address{"unix:/run/plansok", "unix:/run/plansok"}, Address{"", ""},
        Address{":", ""}, Address{"a b", ""}, Address{"a:0", ""}, Address{"a:99999", ""}, Address{"a:x", ""},
        Address{"http://a:1", ""}, Address{":1", ""}, Address{"[::1", ""}, Address{"[::1]x:5", ""},
        Address{"dns:50051", "dns:50051"}}) {
    const auto address = ServerAddress(row.typed);
    EXPECT_EQ(address.value_or(""), row.address) << row.typed;
    EXPECT_TRUE(address.ok() || absl::IsInvalidArgument(address.status())) << row.typed;
  }
}

TEST_F(RunTest, NamesOfTheContractMayBeTypedWithoutDiacriticsInAnyCase) {
  AnswerSearchesFrom(1);
  for (const char* kind : {"mål", "mal", "MÅL", "Mal", "goal", "GOAL", "ma\u030Al"}) {
    EXPECT_EQ(RunWith({"search", "--kind", kind}).code, ExitCode::kFound) << kind;
    EXPECT_EQ(service_.searches.back().filters().kinds(0), v1::GOAL) << kind;
  }
  for (const char* origin : {"kommunfullmäktige", "kommunfullmaktige", "Kommunfullmäktige", "KF"}) {
    EXPECT_EQ(RunWith({"search", "--origin", origin}).code, ExitCode::kFound) << origin;
    EXPECT_EQ(service_.searches.back().filters().origins(0), v1::COUNCIL) << origin;
  }
  EXPECT_EQ(RunWith({"search", "x", "--facet", "namnd"}).code, ExitCode::kFound);
  EXPECT_EQ(service_.searches.back().facets(0), "committee");
}

}  // namespace
}  // namespace plansok::client
