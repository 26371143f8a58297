#include "searchd/logging.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "plansok/v1/plan_search_service.pb.h"
#include "searchd/call.h"
#include "searchd/status.h"

namespace plansok::searchd {
namespace {

TEST(Logging, PlainValuesStandBareAndOthersAreQuoted) {
  EXPECT_EQ(
      "msg=request method=Search hits=7 why=\"not here\" empty=\"\"",
      FormatLogLine("request", {{"method", "Search"}, {"hits", 7}, {"why", "not here"}, {"empty", ""}}));
}

TEST(Logging, NothingACallerSendsBeginsALine) {
  EXPECT_EQ(R"(msg=m q="a\x0ab=\"c\" \\ \x7f å")", FormatLogLine("m", {{"q", "a\nb=\"c\" \\ \x7f å"}}));
}

void StartOnce() {
  static const bool started = (StartLogging(), true);
  EXPECT_TRUE(started);
}

TEST(Logging, ACallThatFailsSaysItsReasonButNotItsMessage) {
  StartOnce();
  testing::internal::CaptureStderr();
  CallLog("Export", "").Write(NothingRead(), 3);
  CallLog("Search", "").Write(InvalidFields({{"filters.goals[0]", "no goal is called \"hemligt\""}}), 0);
  CallLog("Search", "").Write(absl::OkStatus(), 7);
  const std::string log = testing::internal::GetCapturedStderr();
  EXPECT_THAT(log, testing::HasSubstr("method=Export code=CANCELLED"));
  EXPECT_THAT(log, testing::HasSubstr("hits=3 reason=NOTHING_READ\n"));
  EXPECT_THAT(log, testing::HasSubstr("hits=0 reason=INVALID_FIELD\n"));
  EXPECT_THAT(log, testing::HasSubstr("hits=7\n"));
  EXPECT_THAT(log, testing::Not(testing::HasSubstr("hemligt")));
}

TEST(Logging, WhatProtobufSaysIsKeptOut) {
  StartOnce();
  v1::SearchRequest request;
  request.set_query("\xFF");
  testing::internal::CaptureStderr();
  EXPECT_FALSE(request.SerializeAsString().empty());
  LogInfo("after");
  const std::string log = testing::internal::GetCapturedStderr();
  EXPECT_EQ(0U, log.find("ts=")) << log;
  EXPECT_EQ(std::string::npos, log.find("UTF-8")) << log;
}

}  // namespace
}  // namespace plansok::searchd
