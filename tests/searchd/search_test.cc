// Search over the wire: its answers, pages and errors.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <utility>

#include "tests/searchd/details.h"
#include "tests/searchd/server_fixture.h"

namespace plansok::searchd {
namespace {

using testing::ElementsAre;

class SearchTest : public ServerTest {};

TEST_F(SearchTest, SearchCountsFiltersAndFacetsExactly) {
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

TEST_F(SearchTest, AMistypedWordIsCorrectedUnlessExactWordsAreWanted) {
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

TEST_F(SearchTest, PagesHoldEveryHitOnce) {
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

TEST_F(SearchTest, AFilterThatNothingPassesIsListedByItsFacet) {
  Serve(1, 4);
  v1::SearchRequest request;
  request.mutable_filters()->add_kinds(v1::PROGRAM);
  request.mutable_filters()->add_years("2031");
  request.add_facets("kind");
  request.add_facets("year");
  v1::SearchResponse response;
  ASSERT_TRUE(Search(request, response).ok());
  EXPECT_EQ(0, response.total_size());
  ASSERT_EQ(1, response.facets(0).values_size());  // no paragraph is of the year
  EXPECT_EQ("PROGRAM", response.facets(0).values(0).value());
  EXPECT_EQ("Program", response.facets(0).values(0).label());
  ASSERT_EQ(1, response.facets(1).values_size());
  EXPECT_EQ("2031", response.facets(1).values(0).value());
  EXPECT_EQ(0, response.facets(1).values(0).count());
}

TEST_F(SearchTest, PageSizeZeroCountsOnly) {
  Serve(1, 5);
  v1::SearchRequest request;
  request.set_page_size(0);
  v1::SearchResponse response;
  ASSERT_TRUE(Search(request, response).ok());
  EXPECT_EQ(5, response.total_size());
  EXPECT_EQ(0, response.hits_size());
  EXPECT_EQ("", response.next_page_token());
}

TEST_F(SearchTest, ManyAndLongFaultsStillArriveAsWhatTheyAre) {
  Serve(1, 1);
  for (const int length : {1, 60, 1500}) {
    v1::SearchRequest request;
    std::string name;
    for (int i = 0; i < length; ++i) name += "å";
    for (int i = 0; i < 100; ++i) {
      request.mutable_filters()->add_committees(name);
      request.mutable_filters()->add_bodies(name);
      request.add_facets(name);
    }
    v1::SearchResponse response;
    const grpc::Status status = Search(request, response);
    EXPECT_EQ(grpc::StatusCode::INVALID_ARGUMENT, status.error_code()) << status.error_message();
    EXPECT_FALSE(ViolatedFields(status).empty());
  }
}

TEST_F(SearchTest, InvalidArgumentsArriveWithTheirViolations) {
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

TEST_F(SearchTest, AnUnknownFilterValueIsLaidAtItsElement) {
  Serve(1, 1);
  v1::SearchRequest request;
  request.mutable_filters()->add_committees("Nämnd 0");
  request.mutable_filters()->add_committees("no-such-committee");
  v1::SearchResponse response;
  const grpc::Status status = Search(request, response);
  EXPECT_EQ(grpc::StatusCode::INVALID_ARGUMENT, status.error_code());
  EXPECT_THAT(status.error_message(), testing::HasSubstr("no-such-committee"));
  EXPECT_THAT(ViolatedFields(status), ElementsAre("filters.committees[1]"));
}

TEST_F(SearchTest, BadPagesAreRefusedFieldByField) {
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

TEST_F(SearchTest, AnyTypedLineGetsAnAnswer) {
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
