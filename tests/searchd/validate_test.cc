#include "searchd/validate.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "searchd/status.h"
#include "tests/searchd/details.h"

namespace plansok::searchd {
namespace {

using query::Field;
using testing::ElementsAre;
using testing::HasSubstr;

const std::string kGeneration = "000001.1";

// What an index would find: everything under its own name, but nothing that begins with "no"; a goal gets a
// mark, and "both" is two.
const ValueFinder kNames = [](Field field,
                              std::string_view text) -> absl::StatusOr<std::vector<std::string>> {
  if (text.starts_with("no")) return absl::InvalidArgumentError(fmt::format("none is called {}", text));
  if (text == "both") return std::vector<std::string>{"one", "other"};
  return std::vector<std::string>{std::string(text) + (field == Field::kGoal ? "!" : "")};
};

std::vector<std::string> FieldsAtFault(const std::function<void(v1::SearchRequest&)>& spoil) {
  v1::SearchRequest request;
  spoil(request);
  return ViolatedFields(ToGrpcStatus(Validate(request, kGeneration, kNames).status()));
}

TEST(ValidateSearch, AnEmptyRequestAsksForTheFirstTenOfEverything) {
  const CheckedSearch checked = Validate(v1::SearchRequest(), kGeneration, kNames).value();
  EXPECT_EQ(10, checked.request.limit);
  EXPECT_EQ(0, checked.request.offset);
  EXPECT_EQ(240, checked.request.snippet_length);
  EXPECT_EQ(index::Order::kRelevance, checked.request.order);
  EXPECT_TRUE(checked.request.filters.empty());
  EXPECT_TRUE(checked.request.facets.empty());
}

TEST(ValidateSearch, EveryFilterReachesItsField) {
  v1::SearchRequest request;
  v1::Filters& filters = *request.mutable_filters();
  filters.add_committees("c-1");
  filters.add_committees("c-2");
  filters.add_goals("g");
  filters.add_goal_families("f");
  filters.add_areas("a");
  filters.add_years("2023..2025");
  filters.add_kinds(v1::ASSIGNMENT);
  filters.add_origins(v1::COUNCIL);
  filters.add_bodies("b");
  filters.add_plans("plans/p");
  const auto checked = Validate(request, kGeneration, kNames);
  ASSERT_TRUE(checked.ok()) << checked.status();
  std::vector<std::pair<Field, std::vector<std::string>>> read;
  for (const auto& filter : checked->request.filters) read.emplace_back(filter.field, filter.values);
  using Values = std::vector<std::string>;
  EXPECT_THAT(
      read,
      ElementsAre(std::pair(Field::kCommittee, Values{"c-1", "c-2"}), std::pair(Field::kGoal, Values{"g!"}),
                  std::pair(Field::kGoalFamily, Values{"f"}), std::pair(Field::kArea, Values{"a"}),
                  std::pair(Field::kYear, Values{"2023..2025"}),
                  std::pair(Field::kKind, Values{"ASSIGNMENT"}), std::pair(Field::kOrigin, Values{"COUNCIL"}),
                  std::pair(Field::kBody, Values{"b"}), std::pair(Field::kPlan, Values{"p"})));
}

TEST(ValidateSearch, FacetsKeepTheirOrder) {
  v1::SearchRequest request;
  for (const Field field : {Field::kYear, Field::kCommittee, Field::kGoalFamily}) {
    request.add_facets(std::string(query::FieldName(field)));
  }
  EXPECT_THAT(Validate(request, kGeneration, kNames)->request.facets,
              ElementsAre(Field::kYear, Field::kCommittee, Field::kGoalFamily));
}

TEST(ValidateSearch, PageSizeHasItsRange) {
  for (const int size : {0, 1, 1000}) {
    v1::SearchRequest request;
    request.set_page_size(size);
    EXPECT_EQ(size, Validate(request, kGeneration, kNames)->request.limit);
  }
  for (const int size : {-1, 1001, 1'000'000'000}) {
    EXPECT_THAT(FieldsAtFault([&](auto& r) { r.set_page_size(size); }), ElementsAre("page_size")) << size;
  }
}

TEST(ValidateSearch, SnippetLengthHasItsRange) {
  for (const int length : {-1, 39, 2001}) {
    EXPECT_THAT(FieldsAtFault([&](auto& r) { r.set_snippet_length(length); }), ElementsAre("snippet_length"));
  }
}

TEST(ValidateSearch, AnUnknownFacetIsNamedAmongTheKnown) {
  v1::SearchRequest request;
  request.add_facets("committee");
  request.add_facets("comittee");
  const grpc::Status status = ToGrpcStatus(Validate(request, kGeneration, kNames).status());
  EXPECT_THAT(ViolatedFields(status), ElementsAre("facets[1]"));
  EXPECT_THAT(status.error_message(), HasSubstr("comittee"));
  for (const Field field : query::kAllFields) {
    EXPECT_THAT(status.error_message(), HasSubstr(std::string(query::FieldName(field))));
  }
}

TEST(ValidateSearch, AFacetTwiceIsRefused) {
  EXPECT_THAT(FieldsAtFault([](auto& r) {
                r.add_facets("year");
                r.add_facets("year");
              }),
              ElementsAre("facets[1]"));
}

TEST(ValidateSearch, ANameThatIsNoneIsLaidAtItsElement) {
  EXPECT_THAT(FieldsAtFault([](auto& r) {
                r.mutable_filters()->add_committees("c");
                r.mutable_filters()->add_committees("nobody");
                r.mutable_filters()->add_goals("nothing");
                r.mutable_filters()->add_bodies("b");
                r.mutable_filters()->add_plans("plans/none");
                r.mutable_filters()->add_years("noll");
              }),
              testing::UnorderedElementsAre("filters.committees[1]", "filters.goals[0]", "filters.plans[0]",
                                            "filters.years[0]"));
}

TEST(ValidateSearch, ANameOfTwoValuesMeansBoth) {
  v1::SearchRequest request;
  request.mutable_filters()->add_areas("both");
  const auto checked = Validate(request, kGeneration, kNames);
  ASSERT_TRUE(checked.ok()) << checked.status();
  EXPECT_THAT(checked->request.filters.front().values, ElementsAre("one", "other"));
}

// Each would be compared with every name there is.
TEST(ValidateSearch, NoMoreNamesAreLookedUpThanFaultsAreTold) {
  int asked = 0;
  const ValueFinder count = [&](Field field, std::string_view text) {
    ++asked;
    return kNames(field, text);
  };
  v1::SearchRequest request;
  for (int i = 0; i < kMaxFilterValues; ++i) {
    request.mutable_filters()->add_goals("nothing");
    request.mutable_filters()->add_bodies("nobody");
  }
  const grpc::Status status = ToGrpcStatus(Validate(request, kGeneration, count).status());
  EXPECT_THAT(ViolatedFields(status), testing::SizeIs(kMaxViolations));
  EXPECT_EQ(static_cast<int>(kMaxViolations), asked);
  EXPECT_THAT(status.error_message(), testing::EndsWith(" more"));
}

TEST(ValidateSearch, EnumsOutOfRangeAreRefused) {
  EXPECT_THAT(FieldsAtFault([](auto& r) { r.mutable_filters()->add_kinds(static_cast<v1::Kind>(99)); }),
              ElementsAre("filters.kinds[0]"));
  EXPECT_THAT(FieldsAtFault([](auto& r) { r.mutable_filters()->add_kinds(v1::KIND_UNSPECIFIED); }),
              ElementsAre("filters.kinds[0]"));
  EXPECT_THAT(FieldsAtFault([](auto& r) { r.mutable_filters()->add_origins(static_cast<v1::Origin>(-1)); }),
              ElementsAre("filters.origins[0]"));
  EXPECT_THAT(FieldsAtFault([](auto& r) { r.set_order_by(static_cast<v1::OrderBy>(7)); }),
              ElementsAre("order_by"));
}

TEST(ValidateSearch, TooMuchIsRefused) {
  EXPECT_THAT(FieldsAtFault([](auto& r) { r.set_query(std::string(kMaxQueryBytes + 1, 'a')); }),
              ElementsAre("query"));
  EXPECT_TRUE(FieldsAtFault([](auto& r) { r.set_query(std::string(kMaxQueryBytes, 'a')); }).empty());
  EXPECT_THAT(FieldsAtFault([](auto& r) {
                for (int i = 0; i <= kMaxFilterValues; ++i) r.mutable_filters()->add_goals("g");
              }),
              ElementsAre("filters.goals"));
}

TEST(ValidateSearch, EveryFaultIsReportedAtOnce) {
  EXPECT_THAT(FieldsAtFault([](auto& r) {
                r.set_page_size(-1);
                r.add_facets("nope");
                r.mutable_filters()->add_years("noll");
              }),
              testing::UnorderedElementsAre("page_size", "facets[0]", "filters.years[0]"));
}

TEST(ValidateSearch, ATokenHoldsForItsQueryWhateverThePageSize) {
  v1::SearchRequest request;
  request.set_query("bostad");
  const PageScope scope = Validate(request, kGeneration, kNames)->scope;
  request.set_page_token(EncodePageToken(scope, 20));
  request.set_page_size(5);
  request.add_facets("year");
  request.set_order_by(v1::ORDER_BY_RELEVANCE);  // what unset means
  EXPECT_EQ(20, Validate(request, kGeneration, kNames)->request.offset);
}

TEST(ValidateSearch, ABadTokenIsToldBesideOtherFaults) {
  v1::SearchRequest request;
  request.set_page_token("nonsense");
  grpc::Status status = ToGrpcStatus(Validate(request, kGeneration, kNames).status());
  EXPECT_THAT(ViolatedFields(status), ElementsAre("page_token"));
  EXPECT_EQ("PAGE_TOKEN_MALFORMED", ReasonOf(status));
  request.set_page_size(-1);
  status = ToGrpcStatus(Validate(request, kGeneration, kNames).status());
  EXPECT_THAT(ViolatedFields(status), ElementsAre("page_size", "page_token"));
  EXPECT_EQ("INVALID_FIELD", ReasonOf(status));
  v1::ListPlansRequest plans;
  plans.set_page_token("nonsense");
  plans.set_page_size(-1);
  EXPECT_THAT(ViolatedFields(ToGrpcStatus(Validate(plans, kGeneration).status())),
              ElementsAre("page_size", "page_token"));
}

// Only ranking holds in memory what stands before a page.
TEST(ValidateSearch, OnlyRankedPagesHaveADepth) {
  constexpr int kDeeper = kDeepestRankedPage + 1;
  for (const v1::OrderBy order : {v1::ORDER_BY_UNSPECIFIED, v1::ORDER_BY_RELEVANCE, v1::ORDER_BY_PLAN}) {
    v1::SearchRequest request;
    request.set_order_by(order);
    const PageScope scope = Validate(request, kGeneration, kNames)->scope;
    const bool ranked = order != v1::ORDER_BY_PLAN;
    EXPECT_EQ(ranked, NextPageToken(scope, kDeeper, 2 * kDeeper).empty());
    request.set_page_token(EncodePageToken(scope, kDeeper));
    EXPECT_EQ(!ranked, Validate(request, kGeneration, kNames).ok());
  }
  v1::ListPlansRequest plans;
  plans.set_page_token(NextPageToken(PlansPageScope(kGeneration), kDeeper, 2 * kDeeper));
  EXPECT_EQ(kDeeper, Validate(plans, kGeneration)->offset);
}

TEST(ValidateSearch, ATokenOfAnotherQuestionIsRefused) {
  v1::SearchRequest request;
  request.set_query("bostad");
  const std::string token = EncodePageToken(Validate(request, kGeneration, kNames)->scope, 20);
  const auto refused = [&](const std::function<void(v1::SearchRequest&)>& change,
                           const std::string& generation) {
    v1::SearchRequest changed = request;
    changed.set_page_token(token);
    change(changed);
    return ReasonOf(ToGrpcStatus(Validate(changed, generation, kNames).status()));
  };
  EXPECT_EQ("PAGE_TOKEN_MISMATCH", refused([](auto& r) { r.set_query("skola"); }, kGeneration));
  EXPECT_EQ("PAGE_TOKEN_MISMATCH",
            refused([](auto& r) { r.mutable_filters()->add_goals("g"); }, kGeneration));
  EXPECT_EQ("PAGE_TOKEN_MISMATCH", refused([](auto& r) { r.set_order_by(v1::ORDER_BY_PLAN); }, kGeneration));
  EXPECT_EQ("PAGE_TOKEN_MISMATCH", refused([](auto& r) { r.set_exact_words(true); }, kGeneration));
  EXPECT_EQ("PAGE_TOKEN_EXPIRED", refused([](auto&) {}, "000002.2"));
}

TEST(ValidateOthers, NamesAndRangesAreChecked) {
  v1::GetParagraphRequest paragraph;
  paragraph.set_name("plans/p/paragraphs/0123456789ab");
  EXPECT_EQ((ParagraphName{"p", "0123456789ab"}), Validate(paragraph).value());
  paragraph.set_name("plans/p");
  paragraph.set_context(51);
  EXPECT_THAT(ViolatedFields(ToGrpcStatus(Validate(paragraph).status())), ElementsAre("name", "context"));

  v1::GetPlanRequest plan;
  EXPECT_THAT(ViolatedFields(ToGrpcStatus(Validate(plan).status())), ElementsAre("name"));

  v1::ListPlansRequest plans;
  EXPECT_EQ(100, Validate(plans, kGeneration)->limit);
  plans.set_page_size(-1);
  EXPECT_THAT(ViolatedFields(ToGrpcStatus(Validate(plans, kGeneration).status())), ElementsAre("page_size"));

  v1::ExportRequest all;
  all.mutable_filters()->add_years("noll");
  EXPECT_THAT(ViolatedFields(ToGrpcStatus(Validate(all, kNames).status())), ElementsAre("filters.years[0]"));
}

}  // namespace
}  // namespace plansok::searchd
