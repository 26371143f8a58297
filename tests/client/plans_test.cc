// plansok plans, against a fake server.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/client/run_fixture.h"

namespace plansok::client {
namespace {

using nlohmann::json;
using ::testing::SizeIs;

TEST_F(RunTest, PlansAreListedFromAllPages) {
  service_.on_list_plans = [](const v1::ListPlansRequest& request, v1::ListPlansResponse& response) {
    v1::Plan& plan = *response.add_plans();
    plan.set_name("plans/" + request.page_token());
    if (request.page_token().empty()) response.set_next_page_token("b");
    response.set_total_size(2);
    return grpc::Status::OK;
  };
  const Ended ended = RunWith({"plans", "--json"});
  EXPECT_EQ(ended.code, ExitCode::kFound);
  const json answer = json::parse(ended.out);
  EXPECT_THAT(answer["plans"], SizeIs(2));
  EXPECT_EQ(answer["totalSize"], 2);
  EXPECT_FALSE(answer.contains("nextPageToken"));
  service_.on_list_plans = [](const auto&, auto&) { return grpc::Status::OK; };
  EXPECT_EQ(RunWith({"plans"}).code, ExitCode::kNone);
}

}  // namespace
}  // namespace plansok::client
