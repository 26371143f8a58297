#include "searchd/logging.h"

#include <gtest/gtest.h>

#include "plansok/v1/plan_search_service.pb.h"

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

TEST(Logging, WhatProtobufSaysIsKeptOut) {
  StartLogging();
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
