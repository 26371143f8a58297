// plansok status, against a fake server.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "client/format.h"
#include "tests/client/run_fixture.h"

namespace plansok::client {
namespace {

using nlohmann::json;
using ::testing::AllOf;
using ::testing::HasSubstr;

TEST_F(RunTest, StatusSaysWhatTheServerHas) {
  service_.on_get_index_info = [](const v1::GetIndexInfoRequest&, v1::IndexInfo& info) {
    info.set_generation("000003");
    info.mutable_build_time()->set_seconds(1'735'689'600);
    info.set_paragraph_count(12345);
    return grpc::Status::OK;
  };
  const Ended ended = RunWith({"status"});
  EXPECT_EQ(ended.code, ExitCode::kFound);
  EXPECT_THAT(ended.out, AllOf(HasSubstr(service_.address()), HasSubstr("000003, byggt 2025-01-01 00:00 UTC"),
                               HasSubstr("12\u00a0345")));
  EXPECT_EQ(json::parse(RunWith({"status", "--json"}).out)["buildTime"], "2025-01-01T00:00:00Z");
}

TEST(FormatStatusTest, FitsNarrowTerminals) {
  v1::IndexInfo info;
  info.set_generation("000003");
  info.set_server_version("0.1.0");
  for (int columns = 20; columns <= 100; ++columns) {
    std::istringstream lines(FormatStatus({.columns = columns}, info, "127.0.0.1:50051"));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(Width(line), columns) << line;
  }
  EXPECT_THAT(FormatStatus({.columns = 40}, info, "127.0.0.1:50051"),
              HasSubstr("Server      127.0.0.1:50051\n            (plansok-searchd 0.1.0)\n"));
}

}  // namespace
}  // namespace plansok::client
