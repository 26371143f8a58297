// plansok show, against a fake server.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/client/run_fixture.h"

namespace plansok::client {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST_F(RunTest, ShowPrintsAParagraphOrAPlan) {
  service_.on_get_paragraph = [](const v1::GetParagraphRequest& request, v1::GetParagraphResponse& response) {
    EXPECT_EQ(request.context(), 2);
    response.mutable_paragraph()->set_name(request.name());
    response.mutable_paragraph()->set_text("Hela stycket.");
    return grpc::Status::OK;
  };
  service_.on_get_plan = [](const v1::GetPlanRequest& request, v1::Plan& plan) {
    plan.set_name(request.name());
    plan.set_title("Planen");
    return grpc::Status::OK;
  };
  const Ended paragraph = RunWith({"show", "plans/p/paragraphs/a", "--context", "2"});
  EXPECT_EQ(paragraph.code, ExitCode::kFound);
  EXPECT_THAT(paragraph.out, HasSubstr("\nHela stycket.\n"));
  EXPECT_EQ(json::parse(RunWith({"show", "plans/p", "--json"}).out)["title"], "Planen");
  EXPECT_THAT(RunWith({"show", "plans/p"}).out, StartsWith("Planen\n"));
}

TEST_F(RunTest, ShowOfWhatIsNotThereEndsInOne) {
  service_.on_get_paragraph = [](const auto&, auto&) {
    return Detailed(grpc::StatusCode::NOT_FOUND, "plans/p/paragraphs/a does not exist in this index",
                    "NOT_FOUND");
  };
  const Ended ended = RunWith({"show", "plans/p/paragraphs/a"});
  EXPECT_EQ(ended.code, ExitCode::kNone);
  EXPECT_EQ(ended.out, "");
  EXPECT_EQ(ended.err, "plansok: plans/p/paragraphs/a does not exist in this index\n");
}

}  // namespace
}  // namespace plansok::client
