#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "index/generation.h"
#include "tests/indexer/build_fixture.h"

namespace plansok::indexer {
namespace {

using testing::AllOf;
using testing::HasSubstr;

TEST_F(BuildTest, ParagraphsAreTakenAsTheyAre) {
  const auto report = BuildLines(
      "{\"plan\":\"plans/x\",\"text\":\"Ett "
      "stycke.\",\"kind\":\"GOAL\",\"years\":[2024],\"committees\":[{\"id\":\"k\","
      "\"label\":\"K\"}]}\n\n"
      "{\"plan\":\"plans/x\",\"text\":\"Ett stycke.\"}\n{\"plan\":\"plans/y\",\"text\":\"Ett annat.\"}\n");
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->plans, 2);
  EXPECT_EQ(report->paragraphs, 3);
}

TEST_F(BuildTest, ABadLineIsNamedAndNothingIsPublished) {
  const std::string good = "{\"plan\":\"plans/x\",\"text\":\"Ett stycke.\"}\n";
  for (const std::string bad :
       {"{", "{\"plan\":\"plans/Åäö\",\"text\":\"t\"}", "{\"plan\":\"plans/x/y\",\"text\":\"t\"}",
        "{\"plan\":\"x\",\"name\":\"plans/x/paragraphs/12\",\"text\":\"t\"}",
        "{\"plan\":\"x\",\"name\":\"plans/x/paragraphs/0123456789AB\",\"text\":\"t\"}",
        "{\"plan\":\"x\",\"name\":\"plans/y/paragraphs/0123456789ab\",\"text\":\"t\"}",
        "{\"plan\":\"x\",\"counterpart\":\"plans/x/paragraphs/z\",\"text\":\"t\"}", "[]", "7",
        "{\"plan\":\"plans/x\"}", "{\"text\":\"utan plan\"}", "{\"plan\":\"plans/x\",\"text\":7}",
        "{\"plan\":\"plans/x\",\"text\":\"t\",\"kind\":\"POEM\"}",
        "{\"plan\":\"plans/x\",\"text\":\"t\",\"committees\":[7]}"}) {
    const auto report = BuildLines(good + bad + "\n");
    EXPECT_EQ(report.status().code(), absl::StatusCode::kInvalidArgument) << bad;
    EXPECT_THAT(std::string(report.status().message()), HasSubstr("line 2")) << bad;
  }
  EXPECT_EQ(BuildLines("").status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_FALSE(index::CurrentGeneration(options_.index).ok());
}

TEST_F(BuildTest, AnIdOfAPlanThatComesTwiceNamesBothLines) {
  const std::string line =
      "{\"plan\":\"plans/x\",\"name\":\"plans/x/paragraphs/0123456789ab\",\"text\":\"Ett stycke.\"}\n";
  const auto report = BuildLines(line + "\n" + line);
  EXPECT_EQ(report.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(report.status().message()),
              AllOf(HasSubstr("line 3"), HasSubstr("line 1"), HasSubstr("0123456789ab")));
}

TEST_F(BuildTest, DeepNestingIsAFaultOfItsLine) {
  constexpr std::size_t kDepth = 1'000'000;
  const auto report =
      BuildLines("{\"plan\":\"x\",\"text\":\"Ett.\",\"committees\":" + std::string(kDepth, '[') +
                 std::string(kDepth, ']') + "}\n");
  EXPECT_EQ(report.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(report.status().message()), AllOf(HasSubstr("line 1"), HasSubstr("nested")));
}

TEST_F(BuildTest, APlanThatComesBackNamesBothLines) {
  const auto report = BuildLines(
      "{\"plan\":\"x\",\"text\":\"Ett.\"}\n{\"plan\":\"y\",\"text\":\"Annat.\"}\n"
      "{\"plan\":\"x\",\"text\":\"Två.\"}\n");
  EXPECT_EQ(report.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(report.status().message()),
              AllOf(HasSubstr("line 3"), HasSubstr("line 1"), HasSubstr("must stand together")));
}

TEST_F(BuildTest, AWrongFactOfAParagraphNamesItsLineAndField) {
  struct Case {
    const char* members;
    const char* field;
  };
  for (const Case& bad : {Case{"\"years\":[20255]", "years"},
                          {"\"years\":[0]", "years"},
                          {"\"assignmentYear\":-1", "assignmentYear"},
                          {"\"firstLine\":-3", "firstLine"},
                          {"\"firstLine\":9,\"lastLine\":3", "lastLine"},
                          {"\"page\":-1", "page"},
                          {"\"years\":[4294969320]", "4294969320"},
                          {"\"years\":[99999999999999999999]", "years"},
                          {"\"years\":[2024.9]", "2024.9"},
                          {"\"years\":[true]", "years"},
                          {"\"assignmentYear\":false", "assignmentYear"},
                          {"\"firstLine\":4294967297", "4294967297"},
                          {"\"page\":18446744073709551615", "18446744073709551615"},
                          {"\"goal\":[{\"id\":\"a\"},{\"id\":\"b\"}]", "goal"},
                          {"\"bodies\":[{\"id\":\"b\",\"role\":\"NONSENSE\"}]", "NONSENSE"},
                          {"\"committees\":[{\"id\":\"Kulturnämnden\",\"label\":\"K\"}]", "committees"},
                          {"\"goal\":{\"id\":\"a b\",\"label\":\"G\"}", "goal"},
                          {"\"goal\":{\"id\":\"a\",\"label\":\"G\",\"family\":\"A\"}", "goal"},
                          {"\"area\":{\"id\":\"a/b\",\"label\":\"A\"}", "area"},
                          {"\"bodies\":[{\"id\":\"B\",\"label\":\"B\"}]", "bodies"}}) {
    const auto report = BuildLines(std::string("{\"plan\":\"x\",\"text\":\"t\",") + bad.members + "}\n");
    EXPECT_EQ(report.status().code(), absl::StatusCode::kInvalidArgument) << bad.members;
    EXPECT_THAT(std::string(report.status().message()), AllOf(HasSubstr("line 1"), HasSubstr(bad.field)))
        << bad.members;
  }
  EXPECT_TRUE(BuildLines("{\"plan\":\"x\",\"text\":\"t\",\"firstLine\":3}\n").ok());
}

TEST_F(BuildTest, HalfOfAPairMayBeAllThatWasExported) {
  ASSERT_TRUE(
      BuildLines("{\"plan\":\"x\",\"text\":\"t\",\"counterpart\":\"aaaaaaaaaaaa\",\"goal\":null}\n").ok());
  const auto snapshot = index::Snapshot::Open(index::CurrentGeneration(options_.index).value());
  auto searcher = index::Searcher::Open(*snapshot).value();
  EXPECT_EQ(searcher.LoadPlan("x", index::GoOn)->paragraphs.at(0).counterpart_id, "");
}

}  // namespace
}  // namespace plansok::indexer
