#include "searchd/resource_name.h"

#include <gtest/gtest.h>

namespace plansok::searchd {
namespace {

TEST(ResourceName, NamesReadBackAsTheyWereWritten) {
  EXPECT_EQ("a-1", ParsePlanName(PlanResource("a-1")));
  EXPECT_EQ((ParagraphName{"a-1", "0123456789ab"}),
            ParseParagraphName(ParagraphResource("a-1", "0123456789ab")));
}

TEST(ResourceName, MalformedPlanNamesAreRefused) {
  for (const char* name : {"", "plans", "plans/", "plan/x", "plans/X", "plans/å", "plans/a/b", "plans/a ",
                           "/plans/a", "plans/..", "plans/a%2Fb"}) {
    EXPECT_FALSE(ParsePlanName(name)) << name;
  }
  EXPECT_FALSE(ParsePlanName("plans/" + std::string(1000, 'a')));
}

TEST(ResourceName, TheCollectionIsTakenOffOnce) {
  EXPECT_EQ("a-1", WithoutCollection("plans/a-1"));
  EXPECT_EQ("a-1", WithoutCollection("a-1"));
  EXPECT_EQ("plans/x", WithoutCollection("plans/plans/x"));
  EXPECT_EQ("", WithoutCollection("plans/"));
}

TEST(ResourceName, MalformedParagraphNamesAreRefused) {
  for (const char* name :
       {"", "plans/a", "plans/a/paragraphs", "plans/a/paragraphs/", "plans/a/paragraphs/0123456789a",
        "plans/a/paragraphs/0123456789abc", "plans/a/paragraphs/0123456789AB",
        "plans/a/paragraphs/0123456789xy", "plans//paragraphs/0123456789ab",
        "plans/a/paragraphs/0123456789ab/", "paragraphs/0123456789ab"}) {
    EXPECT_FALSE(ParseParagraphName(name)) << name;
  }
}

}  // namespace
}  // namespace plansok::searchd
