#include "searchd/logging.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace plansok::searchd
