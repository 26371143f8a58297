// Every method over the wire, its answers and its errors.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "tests/searchd/details.h"
#include "tests/searchd/server_fixture.h"

namespace plansok::searchd {
namespace {

using testing::ElementsAre;

class ServiceTest : public ServerTest {
 protected:
  grpc::Status Get(const std::string& name, int context, v1::GetParagraphResponse& response) {
    grpc::ClientContext client;
    v1::GetParagraphRequest request;
    request.set_name(name);
    request.set_context(context);
    return stub_->GetParagraph(&client, request, &response);
  }

  std::vector<v1::Paragraph> ExportAll(const v1::ExportRequest& request, grpc::Status& status) {
    grpc::ClientContext client;
    std::vector<v1::Paragraph> paragraphs;
    v1::ExportResponse response;
    const auto reader = stub_->Export(&client, request);
    while (reader->Read(&response)) paragraphs.push_back(response.paragraph());
    status = reader->Finish();
    return paragraphs;
  }
};

TEST_F(ServiceTest, SearchCountsFiltersAndFacetsExactly) {
  Serve(6, 20);
  v1::SearchRequest request;
  request.set_query("hemlöshet");
  request.mutable_filters()->add_committees("committee-1");  // plans 1 and 4
  request.add_facets("year");
  request.add_facets("kind");
  v1::SearchResponse response;
  ASSERT_TRUE(Search(request, response).ok());
  EXPECT_EQ(20, response.total_size());
  EXPECT_EQ(10, response.hits_size());
  ASSERT_EQ(2, response.facets_size());
  EXPECT_EQ("year", response.facets(0).field());
  std::map<std::string, int> years;
  for (const auto& value : response.facets(0).values()) years[value.value()] = value.count();
  EXPECT_THAT(years, ElementsAre(std::pair("2021", 10), std::pair("2024", 10)));
  ASSERT_EQ(1, response.facets(1).values_size());
  EXPECT_EQ("ASSIGNMENT", response.facets(1).values(0).value());
  EXPECT_EQ(20, response.facets(1).values(0).count());
}

TEST_F(ServiceTest, AMistypedWordIsCorrectedUnlessExactWordsAreWanted) {
  Serve(1, 4);
  v1::SearchRequest request;
  request.set_query("hemlöhset bostad");
  v1::SearchResponse response;
  ASSERT_TRUE(Search(request, response).ok());
  EXPECT_EQ("hemlöshet bostad", response.corrected_query());
  EXPECT_EQ(2, response.total_size());
  request.set_query("hemlöhset");
  request.set_exact_words(true);
  ASSERT_TRUE(Search(request, response).ok());
  EXPECT_EQ("", response.corrected_query());
  EXPECT_EQ(0, response.total_size());
}

TEST_F(ServiceTest, PagesHoldEveryHitOnce) {
  Serve(3, 17);
  v1::SearchRequest request;
  request.set_query("bostad");
  request.set_page_size(7);
  std::set<std::string> names;
  int pages = 0;
  do {
    v1::SearchResponse response;
    ASSERT_TRUE(Search(request, response).ok());
    EXPECT_EQ(51, response.total_size());
    for (const auto& hit : response.hits()) {
      EXPECT_TRUE(names.insert(hit.paragraph().name()).second) << hit.paragraph().name();
    }
    request.set_page_token(response.next_page_token());
    ++pages;
  } while (!request.page_token().empty());
  EXPECT_EQ(51U, names.size());
  EXPECT_EQ(8, pages);
}

TEST_F(ServiceTest, PageSizeZeroCountsOnly) {
  Serve(1, 5);
  v1::SearchRequest request;
  request.set_page_size(0);
  v1::SearchResponse response;
  ASSERT_TRUE(Search(request, response).ok());
  EXPECT_EQ(5, response.total_size());
  EXPECT_EQ(0, response.hits_size());
  EXPECT_EQ("", response.next_page_token());
}

TEST_F(ServiceTest, InvalidArgumentsArriveWithTheirViolations) {
  Serve(1, 1);
  v1::SearchRequest request;
  request.add_facets("colour");
  request.set_page_size(-1);
  v1::SearchResponse response;
  const grpc::Status status = Search(request, response);
  EXPECT_EQ(grpc::StatusCode::INVALID_ARGUMENT, status.error_code());
  EXPECT_EQ("INVALID_FIELD", ReasonOf(status));
  EXPECT_THAT(ViolatedFields(status), testing::UnorderedElementsAre("facets[0]", "page_size"));
}

TEST_F(ServiceTest, AnUnknownFilterValueIsLaidAtTheFilters) {
  Serve(1, 1);
  v1::SearchRequest request;
  request.mutable_filters()->add_goals("no-such-goal");
  v1::SearchResponse response;
  const grpc::Status status = Search(request, response);
  EXPECT_EQ(grpc::StatusCode::INVALID_ARGUMENT, status.error_code());
  EXPECT_THAT(status.error_message(), testing::HasSubstr("no-such-goal"));
  EXPECT_THAT(ViolatedFields(status), ElementsAre("filters"));
}

TEST_F(ServiceTest, TabulateCountsEveryCell) {
  Serve(6, 20);
  v1::TabulateRequest request;
  request.set_query("bostad");
  request.set_rows("committee");
  request.set_columns("kind");
  request.mutable_filters()->add_years("2020..2023");
  grpc::ClientContext context;
  v1::TabulateResponse table;
  ASSERT_TRUE(stub_->Tabulate(&context, request, &table).ok());
  EXPECT_EQ(80, table.total_size());
  ASSERT_EQ(3, table.rows_size());
  EXPECT_EQ("committee-0", table.rows(0).value());
  EXPECT_EQ("Nämnd 0", table.rows(0).label());
  EXPECT_EQ(40, table.rows(0).count());
  ASSERT_EQ(2, table.columns_size());
  EXPECT_THAT(table.cells(), ElementsAre(20, 20, 10, 10, 10, 10));
}

TEST_F(ServiceTest, BadTablesAreRefusedFieldByField) {
  Serve(1, 1);
  v1::TabulateRequest request;
  request.set_rows("colour");
  request.mutable_filters()->add_years("2025..2023");
  grpc::ClientContext context;
  v1::TabulateResponse table;
  const grpc::Status status = stub_->Tabulate(&context, request, &table);
  EXPECT_EQ(grpc::StatusCode::INVALID_ARGUMENT, status.error_code());
  EXPECT_THAT(ViolatedFields(status), testing::UnorderedElementsAre("rows", "columns", "filters.years[0]"));
  request.set_rows("plan");
  request.set_columns("plan");
  request.clear_filters();
  grpc::ClientContext again;
  EXPECT_THAT(ViolatedFields(stub_->Tabulate(&again, request, &table)), ElementsAre("columns"));
}

TEST_F(ServiceTest, ExportGivesEverythingInPlanOrder) {
  Serve(4, 300);  // several parts
  grpc::Status status;
  const auto all = ExportAll({}, status);
  ASSERT_TRUE(status.ok()) << status.error_message();
  ASSERT_EQ(1200U, all.size());
  for (std::size_t i = 1; i < all.size(); ++i) {
    EXPECT_LT(std::pair(all[i - 1].plan(), all[i - 1].first_line()),
              std::pair(all[i].plan(), all[i].first_line()));
  }
  v1::ExportRequest some;
  some.set_query("hemlöshet");
  some.mutable_filters()->add_years("2021..2022");
  EXPECT_EQ(300U, ExportAll(some, status).size());
  EXPECT_TRUE(status.ok());
}

TEST_F(ServiceTest, ExportGivesWhatSearchCountsAndSaysSoOnce) {
  Serve(2, 300);
  for (const bool exact : {false, true}) {
    v1::ExportRequest request;
    request.set_query("hemlöhset bostad");
    request.set_exact_words(exact);
    grpc::ClientContext client;
    const auto reader = stub_->Export(&client, request);
    std::vector<v1::ExportResponse> responses;
    for (v1::ExportResponse response; reader->Read(&response);) responses.push_back(response);
    ASSERT_TRUE(reader->Finish().ok());
    v1::SearchRequest search;
    search.set_query(request.query());
    search.set_exact_words(exact);
    v1::SearchResponse found;
    ASSERT_TRUE(Search(search, found).ok());
    ASSERT_EQ(found.total_size(), static_cast<int>(responses.size()));
    if (responses.empty()) continue;
    EXPECT_EQ(found.total_size(), responses.front().total_size());
    EXPECT_EQ(found.corrected_query(), responses.front().corrected_query());
    EXPECT_EQ(0, responses.back().total_size());
    EXPECT_EQ(exact, responses.front().corrected_query().empty());
  }
}

TEST_F(ServiceTest, BadPagesAreRefusedFieldByField) {
  Serve(1, 30);
  v1::SearchRequest good;
  good.set_query("bostad");
  v1::SearchResponse page;
  ASSERT_TRUE(Search(good, page).ok());
  v1::SearchRequest another = good;
  another.set_query("hemlöshet");
  another.set_page_token(page.next_page_token());
  v1::SearchRequest garbage = good;
  garbage.set_page_token("\xC3\xA5 nonsense");
  v1::SearchRequest huge = good;
  huge.set_page_size(1'000'000'000);
  v1::SearchRequest reversed = good;
  reversed.mutable_filters()->add_years("2025..2023");
  for (const auto& [request, field] :
       {std::pair(another, "page_token"), std::pair(garbage, "page_token"), std::pair(huge, "page_size"),
        std::pair(reversed, "filters.years[0]")}) {
    v1::SearchResponse response;
    const grpc::Status status = Search(request, response);
    EXPECT_EQ(grpc::StatusCode::INVALID_ARGUMENT, status.error_code()) << field;
    EXPECT_THAT(ViolatedFields(status), ElementsAre(field));
  }
}

TEST_F(ServiceTest, ExportRefusesWhatSearchRefuses) {
  Serve(1, 1);
  v1::ExportRequest request;
  request.mutable_filters()->add_years("igår");
  grpc::Status status;
  EXPECT_TRUE(ExportAll(request, status).empty());
  EXPECT_EQ(grpc::StatusCode::INVALID_ARGUMENT, status.error_code());
  EXPECT_THAT(ViolatedFields(status), ElementsAre("filters.years[0]"));
}

TEST_F(ServiceTest, AParagraphComesWithItsNeighbours) {
  Serve(2, 5);
  v1::GetParagraphResponse response;
  ASSERT_TRUE(Get("plans/plan-001/paragraphs/000000000002", 3, response).ok());
  EXPECT_EQ("plans/plan-001/paragraphs/000000000002", response.paragraph().name());
  EXPECT_EQ(2, response.before_size());
  EXPECT_EQ(2, response.after_size());
  EXPECT_EQ("plans/plan-001/paragraphs/000000000000", response.before(0).name());
  EXPECT_EQ("plans/plan-001/paragraphs/000000000004", response.after(1).name());
}

TEST_F(ServiceTest, WhatIsMissingIsNamed) {
  Serve(1, 1);
  for (const char* name : {"plans/plan-000/paragraphs/ffffffffffff", "plans/nope/paragraphs/000000000000"}) {
    v1::GetParagraphResponse response;
    const grpc::Status status = Get(name, 0, response);
    EXPECT_EQ(grpc::StatusCode::NOT_FOUND, status.error_code()) << name;
    EXPECT_EQ(name, DetailOf<google::rpc::ResourceInfo>(status)->resource_name());
  }
  grpc::ClientContext client;
  v1::GetPlanRequest request;
  request.set_name("plans/nope");
  v1::Plan plan;
  const grpc::Status status = stub_->GetPlan(&client, request, &plan);
  EXPECT_EQ(grpc::StatusCode::NOT_FOUND, status.error_code());
  EXPECT_EQ("plansok.v1.Plan", DetailOf<google::rpc::ResourceInfo>(status)->resource_type());
}

TEST_F(ServiceTest, PlansAreListedByNameInPages) {
  Serve(5, 2);
  std::vector<std::string> names;
  v1::ListPlansRequest request;
  request.set_page_size(2);
  do {
    grpc::ClientContext client;
    v1::ListPlansResponse response;
    ASSERT_TRUE(stub_->ListPlans(&client, request, &response).ok());
    EXPECT_EQ(5, response.total_size());
    for (const auto& plan : response.plans()) {
      names.push_back(plan.name());
      EXPECT_EQ(2, plan.paragraph_count());
    }
    request.set_page_token(response.next_page_token());
  } while (!request.page_token().empty());
  EXPECT_THAT(names, ElementsAre("plans/plan-000", "plans/plan-001", "plans/plan-002", "plans/plan-003",
                                 "plans/plan-004"));
}

TEST_F(ServiceTest, IndexInfoSaysWhatIsServed) {
  Serve(3, 4);
  grpc::ClientContext client;
  v1::IndexInfo info;
  ASSERT_TRUE(stub_->GetIndexInfo(&client, {}, &info).ok());
  EXPECT_EQ(3, info.plan_count());
  EXPECT_EQ(12, info.paragraph_count());
  EXPECT_GT(info.build_time().seconds(), 1'600'000'000);
  EXPECT_EQ(kServerVersion, info.server_version());
}

TEST_F(ServiceTest, AnyTypedLineGetsAnAnswer) {
  Serve(1, 3);
  for (const char* line :
       {"", " ", "\"", "*", "OCH", "-", "((((", "100 % ekologiskt", "C++", "\xF0\x9F\x8F\xA0", "år:2023..",
        "nämnd:", "\"bostad nummer\" INTE hemlöshet", "bost*"}) {
    v1::SearchRequest request;
    request.set_query(line);
    v1::SearchResponse response;
    const grpc::Status status = Search(request, response);
    EXPECT_TRUE(status.ok()) << line << ": " << status.error_message();
  }
}

}  // namespace
}  // namespace plansok::searchd
