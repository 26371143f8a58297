#include "searchd/convert.h"

#include <gmock/gmock.h>
#include <google/protobuf/util/json_util.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace plansok::searchd {
namespace {

plan::Paragraph FullParagraph() {
  plan::Paragraph paragraph;
  paragraph.id = "0123456789ab";
  paragraph.text = "Bostad Forst ska ...";
  paragraph.repaired_text = "Bostad Först ska ...";
  paragraph.kind = plan::Kind::kAssignment;
  paragraph.committees = {{"socialnamnden-nordost", "Socialnämnden Nordost"}};
  paragraph.goal = plan::Goal{"g", "Mål", "f"};
  paragraph.area = plan::Named{"a", "Tidiga insatser"};
  paragraph.years = {2024, 2025};
  paragraph.assignment_year = 2022;
  paragraph.origin = plan::Origin::kCouncil;
  paragraph.bodies = {{"b", "Bostads AB", plan::BodyRole::kCooperating}};
  paragraph.section_path = {"3", "3.1"};
  paragraph.lead_in = "Forvaltningen ska:";
  paragraph.repaired_lead_in = "Förvaltningen ska:";
  paragraph.counterpart_id = "ba9876543210";
  paragraph.first_line = 195;
  paragraph.last_line = 197;
  paragraph.page = 5;
  return paragraph;
}

nlohmann::json Json(const google::protobuf::Message& message) {
  std::string text;
  EXPECT_TRUE(google::protobuf::util::MessageToJsonString(message, &text).ok());
  return nlohmann::json::parse(text);
}

TEST(Convert, AParagraphInJsonIsWhatToolsRelyOn) {
  EXPECT_EQ(nlohmann::json::parse(R"({
    "name": "plans/p/paragraphs/0123456789ab", "plan": "plans/p",
    "text": "Bostad Forst ska ...", "repairedText": "Bostad Först ska ...", "kind": "ASSIGNMENT",
    "committees": [{"id": "socialnamnden-nordost", "label": "Socialnämnden Nordost"}],
    "goal": {"id": "g", "label": "Mål", "family": "f"}, "area": {"id": "a", "label": "Tidiga insatser"},
    "years": [2024, 2025], "assignmentYear": 2022, "origin": "COUNCIL",
    "bodies": [{"id": "b", "label": "Bostads AB", "role": "COOPERATING"}], "sectionPath": ["3", "3.1"],
    "leadIn": "Forvaltningen ska:",
    "repairedLeadIn": "Förvaltningen ska:", "firstLine": 195, "lastLine": 197, "page": 5, "counterpart": "plans/p/paragraphs/ba9876543210"})"),
            Json(ToProto("p", FullParagraph())));
}

TEST(Convert, WhatAParagraphLacksIsLeftOut) {
  plan::Paragraph paragraph;
  paragraph.id = "0123456789ab";
  const v1::Paragraph message = ToProto("p", paragraph);
  EXPECT_FALSE(message.has_goal());
  EXPECT_FALSE(message.has_area());
  EXPECT_TRUE(message.counterpart().empty());
  EXPECT_EQ(v1::TEXT, message.kind());
  EXPECT_EQ(v1::ORIGIN_UNSPECIFIED, message.origin());
}

TEST(Convert, EveryEnumValueHasItsCounterpart) {
  plan::Paragraph paragraph = FullParagraph();
  for (int kind = v1::Kind_MIN; kind <= v1::Kind_MAX; ++kind) {
    paragraph.kind = static_cast<plan::Kind>(kind);
    EXPECT_EQ(kind, ToProto("p", paragraph).kind());
  }
  for (int origin = v1::Origin_MIN; origin <= v1::Origin_MAX; ++origin) {
    paragraph.origin = static_cast<plan::Origin>(origin);
    EXPECT_EQ(origin, ToProto("p", paragraph).origin());
  }
  for (int role = v1::Body::Role_MIN; role <= v1::Body::Role_MAX; ++role) {
    paragraph.bodies[0].role = static_cast<plan::BodyRole>(role);
    EXPECT_EQ(role, ToProto("p", paragraph).bodies(0).role());
  }
}

TEST(Convert, ASearchResultInJsonIsWhatToolsRelyOn) {
  index::SearchResult result;
  index::Hit& hit = result.hits.emplace_back();
  hit.plan_id = "p";
  hit.paragraph = std::make_shared<plan::Paragraph>(FullParagraph());
  hit.score = 1.5;
  hit.snippet = {"Bostad Forst", {{0, 6}, {7, 12}}};
  hit.matched_as = {{"först", "Forst", "Först"}};
  result.total = 7;
  result.facets = {{query::Field::kYear, {{"2024", "2024", 7}}}};
  result.corrected_query = "bostad först";
  result.dropped_words = {"sällsynt"};
  result.notes = {"ett ord lästes inte"};
  nlohmann::json json = Json(ToProto(result));
  json["hits"][0].erase("paragraph");
  EXPECT_EQ(nlohmann::json::parse(R"({
    "hits": [{"snippet": "Bostad Forst", "highlights": [{"end": 6}, {"start": 7, "end": 12}], "score": 1.5,
              "matchedAs": [{"queryWord": "först", "textWord": "Forst", "readAs": "Först"}]}],
    "totalSize": 7, "facets": [{"field": "year", "values": [{"value": "2024", "label": "2024", "count": 7}]}],
    "correctedQuery": "bostad först", "droppedWords": ["sällsynt"], "notes": ["ett ord lästes inte"]})"),
            json);
}

TEST(Convert, EveryPartOfMemoryHasItsField) {
  EXPECT_EQ(nlohmann::json::parse(R"({
    "facetTable": "1", "tupleColumn": "2", "answerCache": "3", "answerCacheLimit": "4", "suggestions": "5",
    "dictionary": "6", "paragraphCache": "7", "paragraphCacheLimit": "8", "postingCache": "9",
    "postingCacheLimit": "10"})"),
            Json(ToProto(index::SnapshotMemory{.facet_table = 1,
                                               .tuple_column = 2,
                                               .answers = 3,
                                               .answers_limit = 4,
                                               .suggestions = 5,
                                               .dictionary = 6,
                                               .paragraphs = 7,
                                               .paragraphs_limit = 8,
                                               .postings = 9,
                                               .postings_limit = 10})));
}

TEST(Convert, NeighboursAndCounterpartComeWithTheirPlan) {
  index::ParagraphInContext found;
  found.plan_id = "p";
  found.paragraph = FullParagraph();
  found.before = {FullParagraph()};
  found.after = {FullParagraph(), FullParagraph()};
  found.counterpart = FullParagraph();
  const v1::GetParagraphResponse response = ToProto(found);
  EXPECT_EQ(1, response.before_size());
  EXPECT_EQ(2, response.after_size());
  EXPECT_EQ("plans/p", response.counterpart().plan());
}

}  // namespace
}  // namespace plansok::searchd
