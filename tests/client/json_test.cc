#include "client/json.h"

#include <gtest/gtest.h>

#include "plansok/v1/plan_search_service.pb.h"

namespace plansok::client {
namespace {

TEST(ToJsonTest, LeavesOutWhatHasNoValueButNotCounts) {
  EXPECT_EQ(ToJson(v1::SearchResponse()), R"({"totalSize":0})");
  v1::Facet facet;
  facet.set_field("year");
  facet.add_values()->set_value("2024");
  EXPECT_EQ(ToJson(facet), R"({"field":"year","values":[{"value":"2024","count":0}]})");
}

TEST(ToJsonTest, SaysThatNothingChangedOrIsOutsideATable) {
  v1::ChangeCounts counts;
  counts.set_kept(3);
  EXPECT_EQ(ToJson(counts), R"({"kept":3,"reworded":0,"added":0,"removed":0})");
  EXPECT_EQ(ToJson(v1::TabulateResponse()), R"({"totalSize":0,"withoutRow":0,"withoutColumn":0})");
}

TEST(ToJsonTest, NamesAndOrdersFieldsAsTheContract) {
  v1::Hit hit;
  v1::Paragraph& paragraph = *hit.mutable_paragraph();
  paragraph.set_text("<å> \"x\"");
  paragraph.set_kind(v1::ASSIGNMENT);
  paragraph.add_years(2025);
  paragraph.set_first_line(3);
  hit.add_highlights()->set_end(6);
  hit.set_score(1.5);
  EXPECT_EQ(ToJson(hit),
            R"({"paragraph":{"text":"<å> \"x\"","kind":"ASSIGNMENT","years":[2025],"firstLine":3},)"
            R"("highlights":[{"start":0,"end":6}],"score":1.5})");
}

TEST(ToJsonTest, IsOneLineWithoutControlCharacters) {
  v1::Paragraph paragraph;
  paragraph.set_text("a\n\x1b[31m\x7f\xc2\x9b\u00e5");
  EXPECT_EQ(ToJson(paragraph), "{\"text\":\"a\\n\\u001b[31m\\u007f\\u009bå\"}");
}

TEST(ToJsonTest, WritesATimestampInItsOwnForm) {
  v1::IndexInfo info;
  info.mutable_build_time()->set_seconds(0);
  EXPECT_EQ(ToJson(info), R"({"buildTime":"1970-01-01T00:00:00Z","paragraphCount":0})");
}

}  // namespace
}  // namespace plansok::client
