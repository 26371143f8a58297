// Paragraphs, plans and the index itself over the wire.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "tests/searchd/details.h"
#include "tests/searchd/server_fixture.h"

namespace plansok::searchd {
namespace {

using testing::ElementsAre;

class ResourcesTest : public ServerTest {
 protected:
  grpc::Status Get(const std::string& name, int context, v1::GetParagraphResponse& response) {
    grpc::ClientContext client;
    v1::GetParagraphRequest request;
    request.set_name(name);
    request.set_context(context);
    return stub_->GetParagraph(&client, request, &response);
  }

  v1::IndexInfo::Memory Memory() {
    grpc::ClientContext client;
    v1::IndexInfo info;
    EXPECT_TRUE(stub_->GetIndexInfo(&client, {}, &info).ok());
    return info.memory();
  }
};

TEST_F(ResourcesTest, AParagraphComesWithItsNeighbours) {
  Serve(2, 5);
  v1::GetParagraphResponse response;
  ASSERT_TRUE(Get("plans/plan-001/paragraphs/000000000002", 3, response).ok());
  EXPECT_EQ("plans/plan-001/paragraphs/000000000002", response.paragraph().name());
  EXPECT_EQ(2, response.before_size());
  EXPECT_EQ(2, response.after_size());
  EXPECT_EQ("plans/plan-001/paragraphs/000000000000", response.before(0).name());
  EXPECT_EQ("plans/plan-001/paragraphs/000000000004", response.after(1).name());
}

TEST_F(ResourcesTest, WhatIsMissingIsNamed) {
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

TEST_F(ResourcesTest, PlansAreListedByNameInPages) {
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

TEST_F(ResourcesTest, IndexInfoSaysWhatIsServed) {
  Serve(3, 4);
  grpc::ClientContext client;
  v1::IndexInfo info;
  ASSERT_TRUE(stub_->GetIndexInfo(&client, {}, &info).ok());
  EXPECT_EQ(3, info.plan_count());
  EXPECT_EQ(12, info.paragraph_count());
  EXPECT_GT(info.build_time().seconds(), 1'600'000'000);
  EXPECT_EQ(kServerVersion, info.server_version());
}

// What is asked of the index fills one part of memory after another.
TEST_F(ResourcesTest, IndexInfoSaysWhatTakesMemory) {
  Serve(3, 4);
  constexpr int kPerParagraph = 8;  // its tuple and its length
  const v1::IndexInfo::Memory first = Memory();
  EXPECT_GT(first.facet_table(), 0);
  EXPECT_NEAR(first.tuple_column(), (3 * 4 + 1) * kPerParagraph, 32);
  EXPECT_GT(first.suggestions(), 0);
  for (const auto limit :
       {first.answer_cache_limit(), first.paragraph_cache_limit(), first.posting_cache_limit()})
    EXPECT_EQ(std::int64_t{64} << 20U, limit);
  EXPECT_EQ(0, first.answer_cache() + first.paragraph_cache() + first.posting_cache() + first.dictionary());

  v1::SearchRequest request;
  request.set_page_size(0);
  v1::SearchResponse response;
  ASSERT_TRUE(Search(request, response).ok());  // everything: no word is looked up
  EXPECT_GT(Memory().answer_cache(), 0);
  EXPECT_EQ(0, Memory().paragraph_cache() + Memory().posting_cache() + Memory().dictionary());
  request.set_query("hemlöshet");
  ASSERT_TRUE(Search(request, response).ok());
  EXPECT_GT(Memory().posting_cache(), 0);
  EXPECT_EQ(0, Memory().paragraph_cache() + Memory().dictionary());
  request.set_page_size(1);
  ASSERT_TRUE(Search(request, response).ok());
  EXPECT_GT(Memory().paragraph_cache(), 0);
  EXPECT_EQ(0, Memory().dictionary());
  request.set_query("hemlöhset");
  ASSERT_TRUE(Search(request, response).ok());
  EXPECT_GT(Memory().dictionary(), 0);
  EXPECT_EQ(first.facet_table() + first.tuple_column() + first.suggestions(),
            Memory().facet_table() + Memory().tuple_column() + Memory().suggestions());
}

}  // namespace
}  // namespace plansok::searchd
