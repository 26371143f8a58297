// plansok search, against a fake server.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/client/run_fixture.h"

namespace plansok::client {
namespace {

using nlohmann::json;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Pair;
using ::testing::SizeIs;

TEST_F(RunTest, SearchPrintsHitsAndFacetsAsJson) {
  AnswerSearchesFrom(3);
  const Ended ended = RunWith({"search", "Bostad", "först", "--facet", "committee", "--json"});
  EXPECT_EQ(ended.code, ExitCode::kFound);
  EXPECT_EQ(ended.err, "");
  const json answer = json::parse(ended.out);
  EXPECT_EQ(answer["totalSize"], 3);
  EXPECT_THAT(answer["hits"], SizeIs(3));
  EXPECT_EQ(answer["hits"][0]["highlights"][0], json::parse(R"({"start":0,"end":2})"));
  EXPECT_EQ(answer["facets"][0]["values"][0]["count"], 3);
  ASSERT_THAT(service_.searches, SizeIs(1));
  EXPECT_EQ(service_.searches[0].query(), "Bostad först");
  EXPECT_EQ(service_.searches[0].page_size(), 10);
}

TEST_F(RunTest, WhatIsNoFlagIsTheQuery) {
  AnswerSearchesFrom(1);
  RunWith({"search", "skola", "-förskola", "--limit", "5", "plans", "-hemlös"});
  RunWith({"search", "-förskola skola"});
  RunWith({"search", "--json", "--", "--limit", "-x"});
  RunWith({"search", "--facet", "year", "show"});
  std::vector<std::string> queries;
  for (const auto& request : service_.searches) queries.push_back(request.query());
  EXPECT_THAT(queries, ElementsAre("skola -förskola plans -hemlös", "-förskola skola", "--limit -x", "show"));
}

TEST_F(RunTest, FiltersAreSentAsTheContractNamesThem) {
  AnswerSearchesFrom(1);
  RunWith({"search",
           "--committee",
           "a",
           "--committee",
           "b",
           "--goal",
           "c",
           "--goal-family",
           "d",
           "--area",
           "e",
           "--year",
           "2023..2025",
           "--kind",
           "Mål",
           "--kind",
           "ASSIGNMENT",
           "--origin",
           "kommunfullmäktige",
           "--body",
           "f",
           "--plan",
           "g",
           "--plan",
           "plans/h",
           "--order",
           "plan",
           "--exact"});
  ASSERT_THAT(service_.searches, SizeIs(1));
  const v1::SearchRequest& request = service_.searches[0];
  const v1::Filters& filters = request.filters();
  EXPECT_THAT(filters.committees(), ElementsAre("a", "b"));
  EXPECT_THAT(filters.goals(), ElementsAre("c"));
  EXPECT_THAT(filters.goal_families(), ElementsAre("d"));
  EXPECT_THAT(filters.areas(), ElementsAre("e"));
  EXPECT_THAT(filters.years(), ElementsAre("2023..2025"));
  EXPECT_THAT(filters.kinds(), ElementsAre(v1::GOAL, v1::ASSIGNMENT));
  EXPECT_THAT(filters.origins(), ElementsAre(v1::COUNCIL));
  EXPECT_THAT(filters.bodies(), ElementsAre("f"));
  EXPECT_THAT(filters.plans(), ElementsAre("g", "plans/h"));
  EXPECT_EQ(request.order_by(), v1::ORDER_BY_PLAN);
  EXPECT_TRUE(request.exact_words());
}

TEST_F(RunTest, ManyHitsAreFetchedPageByPage) {
  AnswerSearchesFrom(2500);
  const Ended ended = RunWith({"search", "x", "--limit", "2100", "--facet", "år", "--json"});
  const json answer = json::parse(ended.out);
  EXPECT_THAT(answer["hits"], SizeIs(2100));
  EXPECT_EQ(answer["hits"][2099]["paragraph"]["name"], "plans/p/paragraphs/2099");
  EXPECT_EQ(answer["nextPageToken"], "2100");
  EXPECT_THAT(answer["facets"], SizeIs(1));
  ASSERT_THAT(service_.searches, SizeIs(3));
  EXPECT_THAT(service_.searches[0].facets(), ElementsAre("year"));
  EXPECT_EQ(service_.searches[2].page_size(), 100);
}

TEST_F(RunTest, HitsThatArePassedOverComeWithTheShortestSnippets) {
  AnswerSearchesFrom(2500);
  const json answer = json::parse(RunWith({"search", "x", "--limit", "600", "--page", "3", "--json"}).out);
  EXPECT_THAT(answer["hits"], SizeIs(600));
  EXPECT_EQ(answer["hits"][0]["paragraph"]["name"], "plans/p/paragraphs/1200");
  std::vector<std::pair<int, int>> asked;
  for (const auto& request : service_.searches)
    asked.emplace_back(request.page_size(), request.snippet_length());
  EXPECT_THAT(asked, ElementsAre(Pair(1000, 40), Pair(200, 40), Pair(600, 0)));
}

TEST_F(RunTest, ALimitOfNoneCountsOnly) {
  AnswerSearchesFrom(7);
  const Ended ended = RunWith({"search", "x", "--limit", "0", "--facet", "committee", "--json"});
  const json answer = json::parse(ended.out);
  EXPECT_EQ(ended.code, ExitCode::kFound);
  EXPECT_FALSE(answer.contains("hits"));
  EXPECT_EQ(answer["totalSize"], 7);
  EXPECT_TRUE(service_.searches[0].has_page_size());
  EXPECT_THAT(service_.searches, SizeIs(1));
}

TEST_F(RunTest, ABlankQueryIsNone) {
  AnswerSearchesFrom(1);
  for (const char* command : {"search", "explain", "suggest"}) {
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{command}, {command, ""}, {command, " ", "\t"}}) {
      const Ended ended = RunWith(words);
      EXPECT_EQ(ended.code, ExitCode::kWrongUse) << command;
      EXPECT_THAT(ended.err, HasSubstr(" wants "));
    }
  }
  EXPECT_EQ(RunWith({"search", "", "--kind", "mål"}).code, ExitCode::kFound);
  EXPECT_EQ(RunWith({"search", "--facet", "nämnd"}).code, ExitCode::kFound);
}

TEST_F(RunTest, CsvIsOneTableOfHitsOrOfCounts) {
  AnswerSearchesFrom(3);
  const Ended hits = RunWith({"search", "x", "--limit", "2", "--csv", "--separator", "comma"});
  EXPECT_THAT(hits.out, HasSubstr("Nr,Poäng,Hänvisning,Plan"));
  EXPECT_THAT(hits.out, HasSubstr("\r\n2,\"0,000\",plans/p.,plans/p,"));
  EXPECT_EQ(hits.err, "3 stycken för ”x”, de första 2\n");
  EXPECT_THAT(RunWith({"search", "x", "--limit", "0", "--facet", "nämnd", "--csv"}).out,
              HasSubstr("Fält;Värde;Benämning;Antal\r\nNämnd;nordost;Socialnämnden Nordost;3\r\n"));
  const Ended both = RunWith({"search", "x", "--facet", "nämnd", "--csv"});
  EXPECT_EQ(both.code, ExitCode::kWrongUse);
  EXPECT_THAT(both.err, HasSubstr("--csv prints one table"));
}

TEST_F(RunTest, NoHitEndsInOneAndSaysSo) {
  AnswerSearchesFrom(0);
  const Ended ended = RunWith({"search", "x"});
  EXPECT_EQ(ended.code, ExitCode::kNone);
  EXPECT_EQ(ended.out, "Inget stycke för ”x”\n");
  EXPECT_EQ(json::parse(RunWith({"search", "x", "--json"}).out)["totalSize"], 0);
}

TEST_F(RunTest, HitsAreShownUnderTheirPlansTitle) {
  AnswerSearchesFrom(1);
  service_.on_get_plan = [](const v1::GetPlanRequest& request, v1::Plan& plan) {
    EXPECT_EQ(request.name(), "plans/p");
    plan.set_title("Verksamhetsplan 2024");
    return grpc::Status::OK;
  };
  EXPECT_THAT(RunWith({"search", "x"}).out, HasSubstr("  1 Verksamhetsplan 2024\n    om Bostad först\n"));
}

TEST_F(RunTest, ATitleThatCannotBeHadCostsNoAnswer) {
  AnswerSearchesFrom(1);
  const Ended ended = RunWith({"search", "x"});
  EXPECT_EQ(ended.code, ExitCode::kFound);
  EXPECT_THAT(ended.out, HasSubstr("  1 plans/p\n"));
}

TEST_F(RunTest, TitlesAreNotAskedForAgainAndAgainOfAServerThatDoesNotAnswer) {
  service_.on_search = [](const auto&, v1::SearchResponse& response) {
    for (const char* plan : {"plans/a", "plans/b", "plans/c"})
      response.add_hits()->mutable_paragraph()->set_plan(plan);
    return grpc::Status::OK;
  };
  int asked = 0;
  service_.on_get_plan = [&](const v1::GetPlanRequest& request, v1::Plan& plan) {
    plan.set_title("Plan A");
    return ++asked == 1 && request.name() == "plans/a"
               ? grpc::Status::OK
               : grpc::Status(grpc::StatusCode::DEADLINE_EXCEEDED, "");
  };
  EXPECT_THAT(RunWith({"search", "x"}).out,
              AllOf(HasSubstr("  1 Plan A\n"), HasSubstr("  2 plans/b\n"), HasSubstr("  3 plans/c\n")));
  EXPECT_EQ(asked, 2);
}

}  // namespace
}  // namespace plansok::client
