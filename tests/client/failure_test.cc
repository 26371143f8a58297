// What the program says and how it ends where something fails, against a fake server.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <future>
#include <nlohmann/json.hpp>
#include <vector>

#include "google/rpc/status.pb.h"
#include "tests/client/run_fixture.h"

namespace plansok::client {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST_F(RunTest, AFullDiskIsTrouble) {
  AnswerSearchesFrom(1);
  const int full = open("/dev/full", O_WRONLY);  // NOLINT(cppcoreguidelines-pro-type-vararg)
  ASSERT_GE(full, 0);
  const Capture err;
  const Environment environment = EnvironmentOf(full, err.descriptor());
  EXPECT_EQ(client::Run({"search", "x", "--json"}, environment), ExitCode::kTrouble);
  EXPECT_EQ(err.Text(), "plansok: cannot write the answer: No space left on device\n");
  close(full);
}

TEST_F(RunTest, NoServerIsNamed) {
  const Ended ended = RunAt("127.0.0.1:1", {"search", "x"});
  EXPECT_EQ(ended.code, ExitCode::kTrouble);
  EXPECT_EQ(ended.err,
            "plansok: cannot reach 127.0.0.1:1: Connection refused. Start plansok-searchd there, or name "
            "another with "
            "--server or PLANSOK_SERVER\n");
  EXPECT_EQ(RunAt("127.0.0.1:1", {"export"}).code, ExitCode::kTrouble);
}

TEST_F(RunTest, AServerThatDoesNotAnswerIsNotWaitedForForEver) {
  std::promise<void> over;
  // The handlers may outlive this function, so they share what they wait for.
  const auto hang = [ended = over.get_future().share()] {
    ended.wait();
    return grpc::Status::OK;
  };
  service_.on_search = [hang](const auto&, auto&) { return hang(); };
  service_.on_export = [hang](auto&, const auto&, auto&) { return hang(); };
  for (const char* command : {"search", "export"}) {
    const Ended ended = RunWith({command, "x", "--timeout", "0.2"});
    EXPECT_EQ(ended.code, ExitCode::kTrouble);
    EXPECT_THAT(ended.err,
                AllOf(StartsWith("plansok: 127.0.0.1:"), HasSubstr("did not answer within 0.2 s")));
  }
  over.set_value();
}

struct Violation {
  std::string field;
  std::string description;
  std::string shown;
};

TEST_F(RunTest, ViolationsAreToldByTheNamesOnTheCommandLine) {
  for (const Violation& row :
       {Violation{"filters.years[0]", "'20x' is no year", "--year: '20x' is no year"},
        Violation{
            "filters.committees[3]", "no committee is called \"foo\"",
            "--committee: no committee is called \"foo\" (all there are: plansok search --facet committee "
            "--limit 0 --values 0)"},
        Violation{"filters.plans[0]", "no plan is called \"foo\"; menade du \"for\"?",
                  "--plan: no plan is called \"foo\"; menade du \"for\"?"},
        Violation{"filters.goal_families[0]", "is odd?", "--goal-family: is odd?"},
        Violation{"committee", "is odd?", "--committee: is odd?"},
        Violation{"base_year", "is missing", "BASE: is missing"},
        Violation{"facets[1]", "is unknown", "--facet: is unknown"},
        Violation{"page_size", "is too large", "--limit: is too large"},
        Violation{"some_day[1].new", "is unheard of", "some_day[1].new: is unheard of"}}) {
    service_.on_search = [&row](const auto&, auto&) {
      google::rpc::BadRequest bad_request;
      auto& violation = *bad_request.add_field_violations();
      violation.set_field(row.field);
      violation.set_description(row.description);
      return Detailed(grpc::StatusCode::INVALID_ARGUMENT, row.field + ": " + row.description, "INVALID_FIELD",
                      bad_request);
    };
    const Ended ended = RunWith({"search", "x"});
    EXPECT_EQ(ended.code, ExitCode::kWrongUse);
    EXPECT_EQ(ended.err, "plansok: " + row.shown + '\n');
  }
}

TEST_F(RunTest, AnUnknownPlanIsWrongUseWhereverItIsNamed) {
  const auto not_found = [](const std::string& type) {
    google::rpc::ResourceInfo resource;
    resource.set_resource_type(type);
    google::rpc::Status details;
    details.set_code(grpc::StatusCode::NOT_FOUND);
    details.add_details()->PackFrom(resource);
    return grpc::Status(grpc::StatusCode::NOT_FOUND, "it is not there", details.SerializeAsString());
  };
  service_.on_get_plan = [&](const auto&, auto&) { return not_found("plansok.v1.Plan"); };
  service_.on_compare_plans = [&](const auto&, auto&) { return not_found("plansok.v1.Plan"); };
  service_.on_get_paragraph = [&](const auto&, auto&) { return not_found("plansok.v1.Paragraph"); };
  EXPECT_EQ(RunWith({"show", "foo"}).code, ExitCode::kWrongUse);
  EXPECT_EQ(RunWith({"compare", "foo", "bar"}).code, ExitCode::kWrongUse);
  EXPECT_THAT(RunWith({"compare", "foo", "bar"}).err, HasSubstr("(all there are: plansok plans)"));
  EXPECT_EQ(RunWith({"show", "plans/a/paragraphs/0123456789ab"}).code, ExitCode::kNone);
}

TEST_F(RunTest, AnIndexRebuiltBetweenPagesIsNotTheCallersFault) {
  AnswerSearchesFrom(2500);
  const auto first_page = service_.on_search;
  service_.on_search = [first_page](const v1::SearchRequest& request, v1::SearchResponse& response) {
    if (request.page_token().empty()) return first_page(request, response);
    return Detailed(grpc::StatusCode::INVALID_ARGUMENT, "page_token: expired", "PAGE_TOKEN_EXPIRED");
  };
  const Ended ended = RunWith({"search", "x", "--limit", "2000"});
  EXPECT_EQ(ended.code, ExitCode::kTrouble);
  EXPECT_EQ(ended.err, "plansok: the index was rebuilt between two pages: try again\n");
}

struct ServerError {
  grpc::StatusCode code;
  ExitCode exit;
};

TEST_F(RunTest, EveryErrorOfAServerIsOneLineAndAnExitCode) {
  const std::vector<ServerError> errors = {{grpc::StatusCode::INVALID_ARGUMENT, ExitCode::kWrongUse},
                                           {grpc::StatusCode::OUT_OF_RANGE, ExitCode::kWrongUse},
                                           {grpc::StatusCode::NOT_FOUND, ExitCode::kNone},
                                           {grpc::StatusCode::RESOURCE_EXHAUSTED, ExitCode::kTrouble},
                                           {grpc::StatusCode::FAILED_PRECONDITION, ExitCode::kTrouble},
                                           {grpc::StatusCode::INTERNAL, ExitCode::kTrouble},
                                           {grpc::StatusCode::UNIMPLEMENTED, ExitCode::kTrouble},
                                           {grpc::StatusCode::UNAUTHENTICATED, ExitCode::kTrouble},
                                           {grpc::StatusCode::DATA_LOSS, ExitCode::kTrouble}};
  for (const ServerError& error : errors) {
    service_.on_search = [&](const auto&, auto&) { return grpc::Status(error.code, "so\n\x1b[31mit is"); };
    const Ended ended = RunWith({"search", "x"});
    EXPECT_EQ(ended.code, error.exit) << error.code;
    EXPECT_THAT(ended.err, AllOf(StartsWith("plansok: "), HasSubstr("so \uFFFD[31mit is\n"))) << error.code;
    EXPECT_EQ(std::count(ended.err.begin(), ended.err.end(), '\n'), 1) << error.code;
  }
}

}  // namespace
}  // namespace plansok::client
