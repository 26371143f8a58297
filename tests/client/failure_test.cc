// What the program says and how it ends where something fails, against a fake server.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <future>
#include <nlohmann/json.hpp>
#include <vector>

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

TEST_F(RunTest, TheServersViolationsAreShown) {
  service_.on_search = [](const auto&, auto&) {
    google::rpc::BadRequest bad_request;
    auto& violation = *bad_request.add_field_violations();
    violation.set_field("filters.years[0]");
    violation.set_description("'20x' is no year");
    return Detailed(grpc::StatusCode::INVALID_ARGUMENT, "the request cannot be answered", "INVALID_FIELD",
                    bad_request);
  };
  const Ended ended = RunWith({"search", "x", "--year", "20x"});
  EXPECT_EQ(ended.code, ExitCode::kWrongUse);
  EXPECT_EQ(ended.err, "plansok: the request cannot be answered (filters.years[0]: '20x' is no year)\n");
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
