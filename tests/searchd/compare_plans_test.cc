// ComparePlans over the wire: both forms of the request, its answers and its errors.
#include "searchd/compare_plans.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>

#include "searchd/reloader.h"
#include "searchd/status.h"
#include "tests/searchd/details.h"
#include "tests/searchd/server_fixture.h"

namespace plansok::searchd {
namespace {

using testing::HasSubstr;
using testing::UnorderedElementsAre;
using Pair = v1::ParagraphPair;

class ComparePlansTest : public ServerTest {
 protected:
  grpc::Status Compare(const v1::ComparePlansRequest& request, v1::ComparePlansResponse& response) {
    grpc::ClientContext context;
    return stub_->ComparePlans(&context, request, &response);
  }
};

v1::ComparePlansRequest Plans(const std::string& base, const std::string& other) {
  v1::ComparePlansRequest request;
  request.set_base(base);
  request.set_other(other);
  return request;
}

v1::ComparePlansRequest Years(const std::string& committee, int base_year, int other_year) {
  v1::ComparePlansRequest request;
  request.set_committee(committee);
  request.set_base_year(base_year);
  request.set_other_year(other_year);
  return request;
}

// Plans 0 and 3, both of committee-0: one paragraph reworded, one gone, one new.
std::vector<plan::Plan> TwoYears() {
  std::vector<plan::Plan> plans = MadeUpPlans(4, 6);
  std::vector<plan::Paragraph>& newer = plans[3].paragraphs;
  newer[1].text = "Nämnden bygger bostad nummer 1 tillsammans med andra mot hemlöshet.";
  newer[2].text = "Skolan får fler lärare genom ett nytt samarbete.";
  return plans;
}

TEST_F(ComparePlansTest, TwoPlansAreComparedPairByPair) {
  Serve(TwoYears());
  v1::ComparePlansResponse response;
  const grpc::Status status = Compare(Plans("plans/plan-000", "plans/plan-003"), response);
  ASSERT_TRUE(status.ok()) << status.error_message();
  EXPECT_EQ("plans/plan-000", response.base_plans(0).name());
  EXPECT_EQ("Plan 3", response.other_plans(0).title());
  EXPECT_EQ(4, response.counts().kept());
  EXPECT_EQ(1, response.counts().reworded());
  EXPECT_EQ(1, response.counts().added());
  EXPECT_EQ(1, response.counts().removed());
  ASSERT_EQ(1, response.goals_size());
  EXPECT_FALSE(response.goals(0).has_goal());
  ASSERT_EQ(7, response.goals(0).pairs_size());
  const Pair& reworded = response.goals(0).pairs(1);
  EXPECT_EQ(Pair::REWORDED, reworded.change());
  EXPECT_EQ("plans/plan-000/paragraphs/000000000001", reworded.base().name());
  EXPECT_EQ("plans/plan-003/paragraphs/000000000001", reworded.other().name());
  ASSERT_EQ(3, reworded.difference_size());
  EXPECT_EQ("tillsammans med andra ", reworded.difference(1).text());
  EXPECT_EQ(v1::TextSpan::OTHER, reworded.difference(1).presence());
}

TEST_F(ComparePlansTest, ACommitteesYearsAreItsPlans) {
  Serve(TwoYears());
  v1::ComparePlansResponse by_year;
  v1::ComparePlansResponse by_name;
  ASSERT_TRUE(Compare(Years("committee-0", 2020, 2023), by_year).ok());
  ASSERT_TRUE(Compare(Plans("plans/plan-000", "plans/plan-003"), by_name).ok());
  EXPECT_EQ(by_name.SerializeAsString(), by_year.SerializeAsString());
}

TEST_F(ComparePlansTest, APlanWithItselfIsKept) {
  Serve(1, 12);
  v1::ComparePlansResponse response;
  ASSERT_TRUE(Compare(Plans("plans/plan-000", "plans/plan-000"), response).ok());
  EXPECT_EQ(12, response.counts().kept());
  EXPECT_EQ(12, response.goals(0).counts().kept());
}

TEST_F(ComparePlansTest, OnlyTheChangesAskedForAreSentAndAllAreCounted) {
  Serve(TwoYears());
  v1::ComparePlansRequest request = Plans("plans/plan-000", "plans/plan-003");
  request.add_changes(Pair::ADDED);
  request.add_changes(Pair::REMOVED);
  v1::ComparePlansResponse response;
  ASSERT_TRUE(Compare(request, response).ok());
  EXPECT_EQ(4, response.counts().kept());
  ASSERT_EQ(2, response.goals(0).pairs_size());
  for (const Pair& pair : response.goals(0).pairs()) EXPECT_NE(pair.has_base(), pair.has_other());
}

TEST_F(ComparePlansTest, RequestsOfNoFormNameTheFieldsAtFault) {
  Serve(1, 1);
  v1::ComparePlansRequest both = Plans("plans/plan-000", "plans/plan-000");
  both.set_committee("committee-0");
  v1::ComparePlansRequest plans_and_year = Plans("plans/plan-000", "plans/plan-000");
  plans_and_year.set_other_year(2024);
  v1::ComparePlansRequest strange = Plans("plans/plan-000", "plans/plan-000");
  strange.add_changes(Pair::KEPT);
  strange.add_changes(static_cast<Pair::Change>(9));
  const std::vector<std::pair<v1::ComparePlansRequest, std::vector<std::string>>> cases = {
      {{}, {"base", "other"}},
      {Plans("plans/plan-000", ""), {"other"}},
      {Plans("plan/999", "plans/Å"), {"base", "other"}},
      {Years("committee-0", 2020, 0), {"other_year"}},
      {Years("", 2020, 2021), {"committee"}},
      {Years("Nämnden", 20, -3), {"committee", "base_year", "other_year"}},
      {both, {"committee"}},
      {plans_and_year, {"base_year"}},
      {strange, {"changes[1]"}},
  };
  for (const auto& [request, fields] : cases) {
    v1::ComparePlansResponse response;
    const grpc::Status status = Compare(request, response);
    EXPECT_EQ(grpc::StatusCode::INVALID_ARGUMENT, status.error_code()) << request.ShortDebugString();
    EXPECT_THAT(ViolatedFields(status), testing::UnorderedElementsAreArray(fields))
        << request.ShortDebugString();
  }
}

TEST_F(ComparePlansTest, WhatIsMissingIsNamed) {
  Serve(6, 1);
  v1::ComparePlansResponse response;
  grpc::Status status = Compare(Plans("plans/plan-000", "plans/nope"), response);
  EXPECT_EQ(grpc::StatusCode::NOT_FOUND, status.error_code());
  EXPECT_EQ("plans/nope", DetailOf<google::rpc::ResourceInfo>(status)->resource_name());
  status = Compare(Years("committee-1", 2021, 2025), response);
  EXPECT_EQ(grpc::StatusCode::NOT_FOUND, status.error_code());
  EXPECT_THAT(status.error_message(), HasSubstr("has no plan for 2025; it has for 2021, 2024"));
  EXPECT_EQ("plans/-", DetailOf<google::rpc::ResourceInfo>(status)->resource_name());
  status = Compare(Plans("plans/plan-00x", "plans/plan-001"), response);
  EXPECT_EQ(grpc::StatusCode::NOT_FOUND, status.error_code());
  EXPECT_THAT(status.error_message(), HasSubstr("menade du \"plan-000\" (Plan 0)"));
  status = Compare(Years("nobody", 2021, 2025), response);
  EXPECT_EQ(grpc::StatusCode::INVALID_ARGUMENT, status.error_code());
  EXPECT_THAT(ViolatedFields(status), testing::ElementsAre("committee"));
}

TEST_F(ComparePlansTest, ACommitteeWithoutYearsIsSaidToHaveNone) {
  std::vector<plan::Plan> plans = MadeUpPlans(1, 1);
  plans[0].years.clear();
  Serve(plans);
  v1::ComparePlansResponse response;
  const grpc::Status status = Compare(Years("committee-0", 2020, 2021), response);
  EXPECT_EQ(grpc::StatusCode::NOT_FOUND, status.error_code());
  EXPECT_EQ("committee committee-0 has no plan for 2020; no plan of it has a year", status.error_message());
}

// No facet has it, and another's title has its words.
TEST_F(ComparePlansTest, APlanWithoutParagraphsGoesByItsId) {
  std::vector<plan::Plan> plans = MadeUpPlans(2, 3);
  plans[0].id = "nordost";
  plans[0].paragraphs.clear();
  plans[1].title = "Verksamhetsplan för Nordost";
  Serve(plans);
  v1::ComparePlansResponse response;
  const grpc::Status status = Compare(Plans("plans/nordost", "plan-001"), response);
  ASSERT_TRUE(status.ok()) << status.error_message();
  EXPECT_EQ("plans/nordost", response.base_plans(0).name());
  EXPECT_EQ(3, response.counts().added());
}

TEST_F(ComparePlansTest, PlansAndCommitteesGoByTheirLabels) {
  Serve(TwoYears());
  v1::ComparePlansResponse by_id;
  v1::ComparePlansResponse by_title;
  v1::ComparePlansResponse by_label;
  ASSERT_TRUE(Compare(Plans("plan-000", "plan-003"), by_id).ok());
  ASSERT_TRUE(Compare(Plans("Plan 0", "plans/PLAN 3"), by_title).ok());
  ASSERT_TRUE(Compare(Years("nämnd 0", 2020, 2023), by_label).ok());
  EXPECT_EQ(by_id.SerializeAsString(), by_title.SerializeAsString());
  EXPECT_EQ(by_id.SerializeAsString(), by_label.SerializeAsString());
}

TEST_F(ComparePlansTest, ATitleOfSeveralPlansIsRefusedWithTheirIds) {
  std::vector<plan::Plan> plans = TwoYears();
  ASSERT_GE(plans.size(), 2U);
  plans[0].title = plans[1].title = "Verksamhetsplan";
  Serve(plans);
  // "verksamhetsplan" might be an id, "Verksamhetsplan" cannot.
  for (const std::string title : {"Verksamhetsplan", "verksamhetsplan", "plans/verksamhetsplan"}) {
    v1::ComparePlansResponse response;
    const grpc::Status status = Compare(Plans(title, "plan-003"), response);
    EXPECT_EQ(grpc::StatusCode::INVALID_ARGUMENT, status.error_code()) << title;
    EXPECT_THAT(ViolatedFields(status), testing::ElementsAre("base")) << title;
    for (const std::string& id : {plans[0].id, plans[1].id})
      EXPECT_THAT(status.error_message(), HasSubstr('"' + id + '"')) << title;
  }
}

TEST_F(ComparePlansTest, PlansGoByTheirIdsToo) {
  Serve(TwoYears());
  v1::ComparePlansResponse by_id;
  v1::ComparePlansResponse by_name;
  ASSERT_TRUE(Compare(Plans("plan-000", "plan-003"), by_id).ok());
  ASSERT_TRUE(Compare(Plans("plans/plan-000", "plans/plan-003"), by_name).ok());
  EXPECT_EQ(by_name.SerializeAsString(), by_id.SerializeAsString());
}

TEST_F(ComparePlansTest, ARepairedTextIsShownAsPrinted) {
  std::vector<plan::Plan> plans = TwoYears();
  plan::Paragraph& scanned = plans[0].paragraphs[1];
  scanned.repaired_text = scanned.text;
  scanned.text.replace(0, std::string("Nämnden").size(), "Ndmnden");
  Serve(plans);
  v1::ComparePlansResponse response;
  ASSERT_TRUE(Compare(Plans("plan-000", "plan-003"), response).ok());
  const Pair& reworded = response.goals(0).pairs(1);
  EXPECT_EQ(Pair::REWORDED, reworded.change());
  EXPECT_THAT(reworded.base().text(), testing::StartsWith("Ndmnden"));
  EXPECT_EQ(3, reworded.difference_size());
  ASSERT_TRUE(Compare(Plans("plan-003", "plan-000"), response).ok());
  std::string other;
  for (const v1::TextSpan& span : response.goals(0).pairs(1).difference())
    if (span.presence() != v1::TextSpan::BASE) other += span.text();
  EXPECT_EQ(plans[0].paragraphs[1].text, other);
}

// The function itself, where the limits are to be small.
class ComparePlansLimitsTest : public ServerTest {
 protected:
  void SetUp() override {
    ASSERT_NO_FATAL_FAILURE(Publish(index_, TwoYears()));
    auto loaded = LoadCurrentGeneration(index_);
    ASSERT_TRUE(loaded.ok()) << loaded.status();
    auto searcher = index::Searcher::Open(loaded->snapshot);
    ASSERT_TRUE(searcher.ok()) << searcher.status();
    searcher_.emplace(*std::move(searcher));
  }

  absl::Status Compare(const ComparisonLimits& limits) {
    return ComparePlans(
               *searcher_, request_, [] { return absl::OkStatus(); }, response_, limits)
        .status();
  }

  std::optional<index::Searcher> searcher_;
  v1::ComparePlansRequest request_ = Plans("plans/plan-000", "plans/plan-003");
  v1::ComparePlansResponse response_;
};

TEST_F(ComparePlansLimitsTest, AnAnswerThatIsTooLargeIsRefused) {
  constexpr std::size_t kRoomForTwo = 800;
  EXPECT_TRUE(absl::IsResourceExhausted(Compare({.max_bytes = kRoomForTwo})));
  request_.add_changes(Pair::REMOVED);
  EXPECT_TRUE(Compare({.max_bytes = kRoomForTwo}).ok());
}

TEST_F(ComparePlansLimitsTest, SidesOfTooManyParagraphsAreRefusedUnread) {
  EXPECT_TRUE(Compare({.max_paragraphs = 6}).ok());
  const absl::Status status = Compare({.max_paragraphs = 5});
  EXPECT_TRUE(absl::IsResourceExhausted(status));
  EXPECT_THAT(std::string(status.message()), HasSubstr("base has 6 paragraphs: at most 5 a side"));
  EXPECT_EQ("TOO_MANY_PARAGRAPHS", ReasonOf(ToGrpcStatus(status)));
  EXPECT_EQ(0, response_.base_plans_size());
}

}  // namespace
}  // namespace plansok::searchd
