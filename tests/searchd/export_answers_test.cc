// What Export answers over the wire; export_test.cc has how it streams.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "tests/searchd/details.h"
#include "tests/searchd/server_fixture.h"

namespace plansok::searchd {
namespace {

using testing::ElementsAre;

class ExportAnswersTest : public ServerTest {
 protected:
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

TEST_F(ExportAnswersTest, ExportGivesEverythingInPlanOrder) {
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

TEST_F(ExportAnswersTest, ExportGivesWhatSearchCountsAndSaysSoOnce) {
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
    ASSERT_EQ(std::max(found.total_size(), 1), static_cast<int>(responses.size()));
    EXPECT_EQ(found.total_size() > 0, responses.front().has_paragraph());
    EXPECT_EQ(found.total_size(), responses.front().total_size());
    EXPECT_EQ(found.corrected_query(), responses.front().corrected_query());
    if (responses.size() > 1) {
      EXPECT_EQ(0, responses.back().total_size());
    }
    EXPECT_EQ(exact, responses.front().corrected_query().empty());
  }
}

TEST_F(ExportAnswersTest, ExportSaysWhyNothingMatches) {
  Serve(1, 3);
  grpc::ClientContext client;
  v1::ExportRequest request;
  request.set_query("hemlöhset nämnd:kultur");
  request.mutable_filters()->add_years("1999");
  const auto reader = stub_->Export(&client, request);
  v1::ExportResponse only;
  ASSERT_TRUE(reader->Read(&only));
  EXPECT_FALSE(only.has_paragraph());
  EXPECT_EQ(0, only.total_size());
  EXPECT_EQ("hemlöshet nämnd:kultur", only.corrected_query());
  EXPECT_THAT(only.notes(),
              testing::UnorderedElementsAre(testing::HasSubstr("”kultur”"), testing::HasSubstr("år ”1999”")));
  v1::ExportResponse none;
  EXPECT_FALSE(reader->Read(&none));
  EXPECT_TRUE(reader->Finish().ok());
}

TEST_F(ExportAnswersTest, ExportRefusesWhatSearchRefuses) {
  Serve(1, 1);
  v1::ExportRequest request;
  request.mutable_filters()->add_years("igår");
  grpc::Status status;
  EXPECT_TRUE(ExportAll(request, status).empty());
  EXPECT_EQ(grpc::StatusCode::INVALID_ARGUMENT, status.error_code());
  EXPECT_THAT(ViolatedFields(status), ElementsAre("filters.years[0]"));
}

}  // namespace
}  // namespace plansok::searchd
