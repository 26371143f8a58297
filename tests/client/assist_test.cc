// plansok suggest, similar and explain, against a fake server.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "client/format.h"
#include "tests/client/run_fixture.h"

namespace plansok::client {
namespace {

using nlohmann::json;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

TEST_F(RunTest, SuggestPrintsOneALineWithWhatToSearchFor) {
  service_.on_suggest = [](const v1::SuggestRequest& request, v1::SuggestResponse& response) {
    EXPECT_EQ(request.query(), "barn nord");
    EXPECT_EQ(request.page_size(), 3);
    auto& word = *response.add_suggestions();
    word.set_query("barn nordost");
    word.set_label("barn nordost");
    word.set_source("word");
    word.set_count(1234);
    auto& committee = *response.add_suggestions();
    committee.set_query("barn nämnd:socialnamnden-nordost");
    committee.set_label("barn Socialnämnden\x1b[31m Nordost");
    committee.set_source("committee");
    return grpc::Status::OK;
  };
  const Ended text = RunWith({"suggest", "barn", "nord", "--limit", "3"});
  EXPECT_EQ(text.code, ExitCode::kFound);
  EXPECT_THAT(text.out, AllOf(HasSubstr("ord      barn nordost\n"), HasSubstr("nämnd"),
                              HasSubstr("nämnd:socialnamnden-nordost\n"), Not(HasSubstr("\x1b"))));
  const json parsed = json::parse(RunWith({"suggest", "barn", "nord", "--limit", "3", "--json"}).out);
  EXPECT_EQ(parsed["suggestions"][0]["count"], 1234);
}

TEST(FormatSuggestionsTest, CutsLabelsToTheWidthAndNeverWhatIsToBeTyped) {
  v1::SuggestResponse answer;
  auto& goal = *answer.add_suggestions();
  goal.set_query("mål:goteborg-ar-en-stad");
  goal.set_label("Göteborg är en stad där alla invånare ges inflytande, med bostäder åt alla");
  goal.set_source("goal");
  auto& phrase = *answer.add_suggestions();
  phrase.set_query("en fras av mycket långa ord om kompetensförsörjningsstrategier och annat");
  phrase.set_label(phrase.query());
  phrase.set_source("phrase");
  for (const int columns : {20, 30, 40, 60, 80, 120, 200}) {
    for (const bool screen : {false, true}) {
      const std::string shown = FormatSuggestions({.columns = columns, .screen = screen}, answer);
      EXPECT_THAT(shown, HasSubstr("mål:goteborg-ar-en-stad")) << columns;
      const auto count = std::count(shown.begin(), shown.end(), '\n');
      EXPECT_TRUE(screen || count == 2) << shown;
      std::istringstream lines(shown);
      for (std::string line; std::getline(lines, line);) {
        // What is to be typed may be wider than the terminal; beside it the label has its least.
        const bool is_typed = line.find("mål:") != std::string::npos;
        EXPECT_TRUE(Width(line) <= columns || columns < (is_typed ? 60 : 40)) << shown;
      }
    }
  }
  EXPECT_THAT(FormatSuggestions({.columns = 40, .screen = true}, answer),
              StartsWith("   0  mål  Göteborg är en stad där alla…\n           mål:goteborg-ar-en-stad\n"));
}

TEST(FormatExplanationTest, SaysOnlyWhatIsKnownOfAPhrase) {
  v1::ExplainRequest request;
  request.set_name("plans/p/paragraphs/a");
  v1::ExplainResponse answer;
  answer.set_matches(true);
  auto& phrase = *answer.add_terms();
  phrase.set_term("”bostad först”");
  phrase.set_label("fras");
  phrase.set_weight(2);
  phrase.set_frequency(3);
  const std::string text = FormatExplanation({}, request, answer);
  EXPECT_THAT(text,
              AllOf(HasSubstr("fras          ”bostad först”  i 3 stycken\n"), Not(HasSubstr("gånger"))));
}

TEST_F(RunTest, ExplainNamesTheKindsOfTokensInSwedishInCsvToo) {
  service_.on_explain = [](const v1::ExplainRequest&, v1::ExplainResponse& response) {
    for (const char* type : {"word", "phrase", "field", "operator", "open", "close", "later"}) {
      auto& token = *response.add_tokens();
      token.set_text("x");
      token.set_type(type);
    }
    return grpc::Status::OK;
  };
  EXPECT_THAT(
      RunWith({"explain", "x", "--csv"}).out,
      HasSubstr(
          "x;ord\r\nx;fras\r\nx;fält\r\nx;operator\r\nx;vänsterparentes\r\nx;högerparentes\r\nx;later"));
}

TEST_F(RunTest, NoSuggestionEndsInOneAndNoTextInTwo) {
  service_.on_suggest = [](const auto&, auto&) { return grpc::Status::OK; };
  EXPECT_EQ(RunWith({"suggest", "x"}).code, ExitCode::kNone);
  EXPECT_EQ(RunWith({"suggest"}).code, ExitCode::kWrongUse);
  EXPECT_EQ(RunWith({"suggest", "x", "--limit", "0"}).code, ExitCode::kWrongUse);
  EXPECT_EQ(RunWith({"suggest", "x", "--limit", "51"}).code, ExitCode::kWrongUse);
}

TEST_F(RunTest, SimilarPrintsHits) {
  service_.on_find_similar = [](const v1::FindSimilarRequest& request, v1::FindSimilarResponse& response) {
    EXPECT_EQ(request.name(), "plans/p/paragraphs/a");
    auto& hit = *response.add_hits();
    hit.mutable_paragraph()->set_name("plans/q/paragraphs/b");
    hit.set_snippet("Samma ord.");
    return grpc::Status::OK;
  };
  const Ended ended = RunWith({"similar", "plans/p/paragraphs/a"});
  EXPECT_EQ(ended.code, ExitCode::kFound);
  EXPECT_THAT(ended.out, AllOf(StartsWith("1 liknande stycke"), HasSubstr("Samma ord."),
                               HasSubstr("plans/q/paragraphs/b")));
  EXPECT_EQ(json::parse(RunWith({"similar", "plans/p/paragraphs/a", "--json"}).out)["hits"].size(), 1U);
}

TEST_F(RunTest, SimilarToNothingEndsInOneAndUnknownNamesToo) {
  service_.on_find_similar = [](const auto&, auto&) { return grpc::Status::OK; };
  EXPECT_EQ(RunWith({"similar", "plans/p/paragraphs/a"}).code, ExitCode::kNone);
  EXPECT_EQ(RunWith({"similar"}).code, ExitCode::kWrongUse);
  EXPECT_EQ(RunWith({"similar", "a", "b"}).code, ExitCode::kWrongUse);
  service_.on_find_similar = [](const auto&, auto&) {
    return Detailed(grpc::StatusCode::NOT_FOUND, "plans/p/paragraphs/a does not exist in this index",
                    "NOT_FOUND");
  };
  EXPECT_EQ(RunWith({"similar", "plans/p/paragraphs/a"}).code, ExitCode::kNone);
}

TEST_F(RunTest, ExplainPrintsTheStagesAndTheShares) {
  service_.on_explain = [](const v1::ExplainRequest& request, v1::ExplainResponse& response) {
    EXPECT_EQ(request.query(), "hemlös -barn");
    EXPECT_TRUE(request.exact_words());
    EXPECT_EQ(request.filters().committees(0), "x");
    auto& token = *response.add_tokens();
    token.set_text("hemlös");
    token.set_type("word");
    response.set_tree("(WORD hemlös)");
    response.set_index_query("Query(Zhemlös)");
    response.set_total_size(7);
    if (request.name().empty()) return grpc::Status::OK;
    response.set_matches(true);
    response.set_score(1.5);
    auto& term = *response.add_terms();
    term.set_term("Zhemlös");
    term.set_label("böjning");
    term.set_weight(1.5);
    term.set_wdf(2);
    term.set_frequency(7);
    return grpc::Status::OK;
  };
  const Ended query = RunWith({"explain", "hemlös", "-barn", "--exact", "--committee", "x"});
  EXPECT_EQ(query.code, ExitCode::kFound);
  EXPECT_THAT(query.out, AllOf(HasSubstr("hemlös ord"), HasSubstr("(WORD hemlös)"),
                               HasSubstr("Query(Zhemlös)"), HasSubstr("7 träffar"), Not(HasSubstr("poäng"))));
  const Ended hit =
      RunWith({"explain", "hemlös", "-barn", "--exact", "--committee", "x", "--hit", "plans/p/paragraphs/a"});
  EXPECT_THAT(hit.out,
              AllOf(HasSubstr("poäng 1,500"), HasSubstr("böjning       Zhemlös  2 gånger, i 7 stycken")));
}

TEST_F(RunTest, ExplainEndsInOneWhereNothingMatchesAndInTwoWithoutAQuery) {
  service_.on_explain = [](const v1::ExplainRequest& request, v1::ExplainResponse& response) {
    response.set_total_size(request.query() == "x" ? 1 : 0);
    return grpc::Status::OK;
  };
  EXPECT_EQ(RunWith({"explain", "x"}).code, ExitCode::kFound);
  EXPECT_EQ(RunWith({"explain", "y"}).code, ExitCode::kNone);
  const Ended other = RunWith({"explain", "x", "--hit", "plans/p/paragraphs/a"});
  EXPECT_EQ(other.code, ExitCode::kNone);
  EXPECT_THAT(other.out, HasSubstr("är ingen träff"));
  EXPECT_EQ(RunWith({"explain"}).code, ExitCode::kWrongUse);
}

TEST_F(RunTest, AVeryLongQueryIsNotSaidBackInWhole) {
  service_.on_search = [](const auto&, auto&) { return grpc::Status::OK; };
  const Ended ended = RunWith({"search", std::string(5000, 'a')});
  EXPECT_LT(ended.out.size(), 300U);
  EXPECT_THAT(ended.out, HasSubstr("…"));
}

}  // namespace
}  // namespace plansok::client
