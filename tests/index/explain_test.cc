// Why a paragraph ranks where it does: the shares must add up to what Search says.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "query/parser.h"
#include "tests/index/test_index.h"

namespace plansok::index {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class ExplainTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<TemporaryFolder>();
    plan::Paragraph headed = MakeParagraph("Vi arbetar för att fler ska få ett eget hem.");
    headed.section_path = {"Hemlösheten ska minska"};
    Publish(folder_->path(),
            {MakePlan("plan-a", "Socialnämnden Nordost", 2024,
                      {MakeParagraph("Hemlösheten ska minska, och hemlöshet ska förebyggas."),
                       MakeParagraph("Bostad först är en metod mot hemlöshet."), headed,
                       MakeParagraph("Först en bostad, sedan ett arbete."),
                       MakeParagraph("Klimatomställningen kräver att alla bidrar.")}),
             MakePlan("plan-b", "Kulturnämnden", 2025,
                      {MakeParagraph("Biblioteken är öppna för alla, även för barn i hemlöshet."),
                       MakeParagraph("Vräkningsförebyggande arbete för barn."),
                       MakeParagraph("Nämnden tar fram en plan för klimatet."),
                       MakeParagraph("Man mal kaffe i barernas kök.")})});
    searcher_ = std::make_unique<Searcher>(OpenSearcher(folder_->path()));
  }
  static void TearDownTestSuite() {
    searcher_.reset();
    folder_.reset();
  }

  static SearchRequest Request(const std::string& line) {
    SearchRequest request;
    request.query = query::Parse(line);
    request.limit = 100;
    return request;
  }

  static Explanation Explained(const SearchRequest& request, const std::string& plan = "",
                               const std::string& paragraph = "") {
    auto explanation = searcher_->Explain(request, plan, paragraph, GoOn);
    EXPECT_TRUE(explanation.ok()) << explanation.status();
    return explanation.value_or(Explanation{});
  }

  static double Sum(const std::vector<TermShare>& terms) {
    double sum = 0;
    for (const TermShare& term : terms) sum += term.weight;
    return sum;
  }

  inline static std::unique_ptr<TemporaryFolder> folder_;
  inline static std::unique_ptr<Searcher> searcher_;
};

class SharesTest : public ExplainTest, public testing::WithParamInterface<const char*> {};

TEST_P(SharesTest, AddUpToTheScoreThatSearchGives) {
  const SearchRequest request = Request(GetParam());
  const auto found = searcher_->Search(request, GoOn);
  ASSERT_TRUE(found.ok()) << found.status();
  ASSERT_FALSE(found->hits.empty());
  for (const Hit& hit : found->hits) {
    SCOPED_TRACE(hit.paragraph->text);
    const Explanation why = Explained(request, hit.plan_id, hit.paragraph->id);
    EXPECT_TRUE(why.matches);
    EXPECT_NEAR(why.score, hit.score, 1e-9);
    EXPECT_NEAR(Sum(why.terms), hit.score, 1e-9);
    EXPECT_TRUE(std::is_sorted(why.terms.begin(), why.terms.end(),
                               [](const TermShare& a, const TermShare& b) { return a.weight > b.weight; }));
  }
}

INSTANTIATE_TEST_SUITE_P(Queries, SharesTest,
                         testing::Values("hemlöshet", "bostad först", "hemlosheten", "vräkning barn",
                                         "klimat omställning", "\"bostad först\"", "först NÄRA/3 bostad",
                                         "hemlöshet ELLER (barn OCH bibliotek)",
                                         "(bostad OCH kaffe) ELLER hemlöshet", "hemlöshet -bibliotek", "b*",
                                         "hemlöshet nämnd:kultur", "hemlöshet barn kaffe klimat",
                                         "hemlöshet hemlöshet", "hemlöshte", "vad gör nämnden för klimatet"));

TEST_F(ExplainTest, TellsThreeStages) {
  const Explanation why = Explained(Request("bostad -\"ett arbete\" år:2024"));
  EXPECT_EQ(query::DebugString(why.tokens),
            "0-6 WORD bostad\n7-8 MINUS -\n8-20 PHRASE ett arbete\n21-29 FILTER 2024\n");
  EXPECT_EQ(why.tree, "(NOT (ALL (WORD bostad) (FILTER year 2024..2024)) (PHRASE \"ett arbete\"))");
  EXPECT_THAT(why.index_query, AllOf(HasSubstr("AND_NOT"), HasSubstr("Zbost"), HasSubstr("Y2024")));
  EXPECT_EQ(why.total, 1);
  EXPECT_FALSE(why.matches);
  EXPECT_THAT(why.terms, IsEmpty());
}

TEST_F(ExplainTest, SaysOfEachTermWhatKindItIs) {
  const auto labels = [&](const std::string& line, const std::string& text) {
    std::vector<std::string> labels;
    SearchRequest request = Request(line);
    request.correct = false;
    const auto found = searcher_->Search(request, GoOn);
    for (const Hit& hit : found->hits) {
      if (!hit.paragraph->text.starts_with(text)) continue;
      for (const TermShare& term : Explained(request, hit.plan_id, hit.paragraph->id).terms) {
        labels.push_back(term.label);
      }
    }
    return labels;
  };
  EXPECT_THAT(labels("hemlöshet", "Hemlösheten ska"), Contains("böjning"));
  EXPECT_THAT(labels("kok", "Man mal"), Contains("utan å ä ö"));
  EXPECT_THAT(labels("vräkning", "Vräknings"), AllOf(Not(IsEmpty()), Each("del av ord")));
  EXPECT_THAT(labels("hem hemlöshet", "Vi arbetar"), Contains("ovanför"));
  EXPECT_THAT(labels("kaff*", "Man mal"), ElementsAre("ord"));
  EXPECT_THAT(labels("\"bostad först\"", "Bostad"), ElementsAre("fras"));
  EXPECT_THAT(labels("bostad NÄRA först", "Bostad"), ElementsAre("närhet"));
}

TEST_F(ExplainTest, NamesAPhraseByItsWords) {
  SearchRequest request = Request("\"bostad först\"");
  const auto found = searcher_->Search(request, GoOn);
  ASSERT_FALSE(found->hits.empty());
  const Hit& hit = found->hits.front();
  const Explanation why = Explained(request, hit.plan_id, hit.paragraph->id);
  ASSERT_EQ(why.terms.size(), 1U);
  EXPECT_EQ(why.terms.front().term, "”bostad först”");
}

TEST_F(ExplainTest, CountsATermInTheParagraphAndInAll) {
  const SearchRequest request = Request("hemlöshet");
  const auto found = searcher_->Search(request, GoOn);
  ASSERT_TRUE(found.ok());
  const auto hit = std::find_if(found->hits.begin(), found->hits.end(), [](const Hit& candidate) {
    return candidate.paragraph->text.starts_with("Hemlösheten ska");
  });
  ASSERT_NE(hit, found->hits.end());
  const Explanation why = Explained(request, hit->plan_id, hit->paragraph->id);
  EXPECT_THAT(why.terms,
              Contains(testing::AllOf(Field(&TermShare::label, "böjning"), Field(&TermShare::wdf, 2),
                                      Field(&TermShare::frequency, 3))));
}

TEST_F(ExplainTest, WhatIsNoHitHasNoScore) {
  const std::string kaffe = IdOf(searcher_.get(), "plan-b", "Man mal kaffe i barernas kök.");
  const Explanation why = Explained(Request("hemlöshet"), "plan-b", kaffe);
  EXPECT_FALSE(why.matches);
  EXPECT_EQ(why.score, 0);
  EXPECT_THAT(why.terms, IsEmpty());
  SearchRequest elsewhere = Request("kaffe");
  elsewhere.filters = {{query::Field::kPlan, {"plan-a"}}};
  EXPECT_FALSE(Explained(elsewhere, "plan-b", kaffe).matches) << "the filter keeps it out";
}

TEST_F(ExplainTest, SaysWhatWasSearchedForInstead) {
  const Explanation corrected = Explained(Request("hemlöshte"));
  EXPECT_EQ(corrected.corrected_query, "hemlöshet");
  EXPECT_EQ(corrected.tree, "(WORD hemlöshet)");
  SearchRequest exact = Request("hemlöshte");
  exact.correct = false;
  EXPECT_EQ(Explained(exact).corrected_query, "");
  EXPECT_EQ(Explained(exact).total, 0);
}

TEST_F(ExplainTest, UnknownParagraphsAndFiltersAreErrors) {
  const std::string known = IdOf(searcher_.get(), "plan-b", "Man mal kaffe i barernas kök.");
  for (const auto& [plan, paragraph] : {std::pair<std::string, std::string>{"plan-a", known},
                                        {"plan-x", known},
                                        {"plan-b", "0123456789ab"},
                                        {"plan-b", ""}}) {
    EXPECT_EQ(searcher_->Explain(Request("kaffe"), plan, paragraph, GoOn).status().code(),
              absl::StatusCode::kNotFound);
  }
  SearchRequest wrong = Request("kaffe");
  wrong.filters = {{query::Field::kCommittee, {"ingen-namnd"}}};
  EXPECT_EQ(searcher_->Explain(wrong, "", "", GoOn).status().code(), absl::StatusCode::kInvalidArgument);
}

TEST_F(ExplainTest, StopsWithTheCheckpoint) {
  const auto late = [] { return absl::DeadlineExceededError("too late"); };
  EXPECT_EQ(searcher_->Explain(Request("arbete"), "", "", late).status().code(),
            absl::StatusCode::kDeadlineExceeded);
}

TEST_F(ExplainTest, AnswersWhateverIsTyped) {
  for (const char* line : {"", "*", "\"", "(((", "OCH", "100 % ekologiskt", "\xff\xfe", "😀", "och i att"}) {
    const Explanation why = Explained(Request(line));
    EXPECT_FALSE(why.tree.empty()) << line;
    EXPECT_FALSE(why.index_query.empty()) << line;
  }
}

}  // namespace
}  // namespace plansok::index
