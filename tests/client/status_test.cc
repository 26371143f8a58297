// plansok status, against a fake server.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "client/format_status.h"
#include "tests/client/run_fixture.h"

namespace plansok::client {
namespace {

using nlohmann::json;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

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

v1::IndexInfo WithMemory() {
  v1::IndexInfo info;
  v1::IndexInfo::Memory& memory = *info.mutable_memory();
  memory.set_facet_table(55'185);
  memory.set_tuple_column(5'536);
  memory.set_suggestions(193'292);
  memory.set_answer_cache(900);
  memory.set_answer_cache_limit(67'108'864);
  memory.set_paragraph_cache_limit(1'610'612'736);
  return info;
}

TEST(FormatStatusTest, SaysWhatMemoryIsFor) {
  EXPECT_THAT(FormatStatus({}, WithMemory(), "a:1"),
              HasSubstr("Minne       Facetter: 53,9\u00a0KiB\n"
                        "            Facetter per stycke: 5,4\u00a0KiB\n"
                        "            Förslag: 188,8\u00a0KiB\n"
                        "            Sparade svar: 900\u00a0B av högst 64,0\u00a0MiB\n"
                        "            Sparade stycken: 0\u00a0B av högst 1,5\u00a0GiB\n"
                        "            Sparade förekomster: 0\u00a0B av högst 0\u00a0B\n"));
  EXPECT_THAT(FormatStatus({}, {}, "a:1"), Not(HasSubstr("Minne")));
}

TEST(StatusTableTest, HasMemoryInBytes) {
  const Table table = StatusTable(WithMemory(), "a:1");
  ASSERT_THAT(table, SizeIs(2));
  ASSERT_EQ(table[0].size(), table[1].size());
  const std::vector<std::string> names(table[0].begin() + 8, table[0].end());
  const std::vector<std::string> values(table[1].begin() + 8, table[1].end());
  EXPECT_THAT(names, ElementsAre("Facetter (byte)", "Facetter per stycke (byte)", "Förslag (byte)",
                                 "Sparade svar (byte)", "Sparade svar, högst (byte)",
                                 "Sparade stycken (byte)", "Sparade stycken, högst (byte)",
                                 "Sparade förekomster (byte)", "Sparade förekomster, högst (byte)"));
  EXPECT_THAT(values, ElementsAre("55185", "5536", "193292", "900", "67108864", "0", "1610612736", "0", "0"));
  EXPECT_THAT(StatusTable({}, "a:1")[1].back(), "");
}

TEST(FormatStatusTest, FitsNarrowTerminals) {
  v1::IndexInfo info = WithMemory();
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
