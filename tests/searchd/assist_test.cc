// Suggest, FindSimilar and Explain over gRPC, and requests that are none.
#include <gmock/gmock.h>

#include <string>

#include "google/rpc/error_details.pb.h"
#include "searchd/validate.h"
#include "tests/searchd/details.h"
#include "tests/searchd/server_fixture.h"

namespace plansok::searchd {
namespace {

using testing::HasSubstr;

class AssistTest : public ServerTest {
 protected:
  void SetUp() override { Serve(4, 20); }

  grpc::Status Suggest(const std::string& query, int page_size, v1::SuggestResponse& response) {
    grpc::ClientContext context;
    v1::SuggestRequest request;
    request.set_query(query);
    request.set_page_size(page_size);
    return stub_->Suggest(&context, request, &response);
  }

  grpc::Status FindSimilar(const std::string& name, int page_size, v1::FindSimilarResponse& response) {
    grpc::ClientContext context;
    v1::FindSimilarRequest request;
    request.set_name(name);
    request.set_page_size(page_size);
    return stub_->FindSimilar(&context, request, &response);
  }

  grpc::Status Explain(const v1::ExplainRequest& request, v1::ExplainResponse& response) {
    grpc::ClientContext context;
    return stub_->Explain(&context, request, &response);
  }
};

TEST_F(AssistTest, SuggestsWordsAndCommitteesWithTheirCounts) {
  v1::SuggestResponse response;
  ASSERT_TRUE(Suggest("hemlos", 0, response).ok());
  ASSERT_GT(response.suggestions_size(), 0);
  EXPECT_EQ("hemlöshet", response.suggestions(0).query());
  EXPECT_EQ("word", response.suggestions(0).source());
  EXPECT_EQ(40, response.suggestions(0).count());

  ASSERT_TRUE(Suggest("nämn", 50, response).ok());
  bool committee = false;
  for (const v1::Suggestion& suggestion : response.suggestions()) {
    committee = committee || (suggestion.source() == "committee" && suggestion.label() == "Nämnd 1" &&
                              suggestion.query() == "nämnd:committee-1");
  }
  EXPECT_TRUE(committee) << response.DebugString();
}

TEST_F(AssistTest, SuggestKeepsToItsLimitsAndFailsNoLineOfAPerson) {
  v1::SuggestResponse response;
  ASSERT_TRUE(Suggest("n", 1, response).ok());
  EXPECT_EQ(1, response.suggestions_size());
  for (const std::string& line :
       {std::string(), std::string("\"ne ELLER ("), std::string("😀"), std::string(kMaxQueryBytes, 'a')}) {
    EXPECT_TRUE(Suggest(line, 0, response).ok());
  }
  EXPECT_EQ(grpc::StatusCode::INVALID_ARGUMENT, Suggest("n", 51, response).error_code());
  EXPECT_EQ(grpc::StatusCode::INVALID_ARGUMENT, Suggest("n", -1, response).error_code());
  EXPECT_EQ(grpc::StatusCode::INVALID_ARGUMENT,
            Suggest(std::string(kMaxQueryBytes + 1, 'a'), 0, response).error_code());
}

TEST_F(AssistTest, FindsTheSameWordsInOtherPlans) {
  v1::FindSimilarResponse response;
  ASSERT_TRUE(FindSimilar("plans/plan-000/paragraphs/000000000003", 3, response).ok());
  ASSERT_EQ(3, response.hits_size());
  for (const v1::Hit& hit : response.hits()) {
    EXPECT_NE("plans/plan-000", hit.paragraph().plan());
    EXPECT_EQ("Nämnden bygger bostad nummer 3 mot hemlöshet.", hit.paragraph().text());
    EXPECT_EQ(1, hit.score());
    EXPECT_GT(hit.highlights_size(), 0);
  }
}

TEST_F(AssistTest, FindSimilarSaysWhatIsWrong) {
  v1::FindSimilarResponse response;
  EXPECT_EQ(grpc::StatusCode::NOT_FOUND,
            FindSimilar("plans/plan-000/paragraphs/ffffffffffff", 0, response).error_code());
  EXPECT_EQ(grpc::StatusCode::NOT_FOUND,
            FindSimilar("plans/no-plan/paragraphs/000000000003", 0, response).error_code());
  for (const char* name :
       {"", "plans/plan-000", "plans/plan-000/paragraphs/xyz", "plans//paragraphs/000000000003"}) {
    const grpc::Status status = FindSimilar(name, 0, response);
    EXPECT_EQ(grpc::StatusCode::INVALID_ARGUMENT, status.error_code()) << name;
    EXPECT_EQ("INVALID_FIELD", ReasonOf(status));
  }
  EXPECT_EQ(grpc::StatusCode::INVALID_ARGUMENT,
            FindSimilar("plans/plan-000/paragraphs/000000000003", 101, response).error_code());
}

TEST_F(AssistTest, ExplainsAQueryAndAHit) {
  v1::SearchRequest search;
  v1::ExplainRequest request;
  request.set_query("bostad \"mot hemlöshet\"");
  v1::ExplainResponse response;
  ASSERT_TRUE(Explain(request, response).ok());
  ASSERT_EQ(2, response.tokens_size());
  EXPECT_EQ("word", response.tokens(0).type());
  EXPECT_EQ("\"mot hemlöshet\"", response.tokens(1).text());
  EXPECT_EQ("phrase", response.tokens(1).type());
  EXPECT_EQ(40, response.total_size());
  EXPECT_THAT(response.tree(), HasSubstr("PHRASE"));
  EXPECT_FALSE(response.index_query().empty());
  EXPECT_FALSE(response.matches());

  search.set_query(request.query());
  v1::SearchResponse found;
  ASSERT_TRUE(Search(search, found).ok());
  request.set_name(found.hits(0).paragraph().name());
  ASSERT_TRUE(Explain(request, response).ok());
  EXPECT_TRUE(response.matches());
  EXPECT_NEAR(found.hits(0).score(), response.score(), 1e-9);
  double sum = 0;
  for (const v1::TermWeight& term : response.terms()) sum += term.weight();
  EXPECT_NEAR(response.score(), sum, 1e-9);
}

TEST_F(AssistTest, ExplainSaysWhatIsWrong) {
  v1::ExplainRequest request;
  v1::ExplainResponse response;
  request.set_query("bostad");
  request.set_name("plans/plan-000/paragraphs/ffffffffffff");
  EXPECT_EQ(grpc::StatusCode::NOT_FOUND, Explain(request, response).error_code());
  request.set_name("plan-000");
  EXPECT_EQ(grpc::StatusCode::INVALID_ARGUMENT, Explain(request, response).error_code());
  request.clear_name();
  request.mutable_filters()->add_committees("no-such-committee");
  const grpc::Status status = Explain(request, response);
  EXPECT_EQ(grpc::StatusCode::INVALID_ARGUMENT, status.error_code());
  EXPECT_TRUE(DetailOf<google::rpc::BadRequest>(status).has_value());
}

TEST_F(AssistTest, AStringThatIsNotUtf8IsAnErrorThatSaysSo) {
  v1::SuggestResponse response;
  const grpc::Status status = Suggest("\xC3\x28", 0, response);
  EXPECT_EQ(grpc::StatusCode::INVALID_ARGUMENT, status.error_code());
  EXPECT_EQ("MALFORMED_REQUEST", ReasonOf(status));
  EXPECT_THAT(status.error_message(), HasSubstr("UTF-8"));
  EXPECT_TRUE(Suggest("n", 0, response).ok()) << "and harms no other call";
}

}  // namespace
}  // namespace plansok::searchd
