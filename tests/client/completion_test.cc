// plansok __complete, which the shells' completion scripts ask.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "tests/client/run_fixture.h"

namespace plansok::client {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

class CompletionTest : public RunTest {
 protected:
  // The words of the candidates, without what describes them.
  static std::vector<std::string> WordsOf(const Ended& ended) {
    EXPECT_EQ(ended.code, ExitCode::kFound);
    EXPECT_EQ(ended.err, "");
    std::vector<std::string> words;
    std::istringstream lines(ended.out);
    for (std::string line; std::getline(lines, line);) words.push_back(line.substr(0, line.find('\t')));
    return words;
  }

  static std::vector<std::string> Complete(std::vector<std::string> words) {
    words.insert(words.begin(), "__complete");
    return WordsOf(RunAt("127.0.0.1:1", words));
  }

  std::vector<std::string> CompleteFromServer(std::vector<std::string> words) const {
    words.insert(words.begin(), "__complete");
    return WordsOf(RunWith(words));
  }
};

TEST_F(CompletionTest, CommandsComeFirst) {
  EXPECT_THAT(Complete({""}), AllOf(Contains("search"), Contains("plans"), Not(Contains("__complete"))));
  EXPECT_THAT(Complete({"sea"}), ElementsAre("search"));
  EXPECT_THAT(Complete({"--json", "sea"}), ElementsAre("search"));
  EXPECT_THAT(Complete({"--server", "sea"}), IsEmpty());
  EXPECT_THAT(Complete({}), Contains("search"));
}

TEST_F(CompletionTest, FlagsAreThoseOfTheCommand) {
  EXPECT_THAT(Complete({"search", "--fa"}), ElementsAre("--facet"));
  EXPECT_THAT(Complete({"show", "--"}),
              AllOf(Contains("--context"), Contains("--json"), Not(Contains("--facet"))));
  EXPECT_THAT(Complete({"--ver"}), ElementsAre("--version"));
  EXPECT_THAT(Complete({"search", "--", "--fa"}), IsEmpty());
}

TEST_F(CompletionTest, NamesOfTheContractAreKnownInBothLanguages) {
  EXPECT_THAT(Complete({"search", "--facet", ""}),
              AllOf(Contains("goal_family"), Not(Contains("målfamilj"))));
  EXPECT_THAT(Complete({"search", "--facet", "målf"}), ElementsAre("målfamilj"));
  EXPECT_THAT(Complete({"search", "x", "--kind", "upp"}), ElementsAre("uppdrag"));
  EXPECT_THAT(Complete({"search", "--kind=upp"}), ElementsAre("--kind=uppdrag"));
  EXPECT_THAT(Complete({"search", "--kind", "ass"}), ElementsAre("assignment"));
  EXPECT_THAT(Complete({"search", "--origin", ""}), ElementsAre("kommunfullmäktige", "nämnden"));
  EXPECT_THAT(Complete({"plans", "--color", "a"}), ElementsAre("auto", "always"));
}

TEST_F(CompletionTest, IdsComeFromTheServer) {
  service_.on_search = [](const v1::SearchRequest& request, v1::SearchResponse& response) {
    EXPECT_EQ(request.page_size(), 0);
    v1::Facet& facet = *response.add_facets();
    facet.set_field(request.facets(0));
    for (const char* id : {"nordost", "nordvast", "centrum"}) {
      v1::FacetValue& value = *facet.add_values();
      value.set_value(id);
      value.set_label(request.facets(0) + " \x1b[31m" + id);
    }
    return grpc::Status::OK;
  };
  EXPECT_THAT(CompleteFromServer({"search", "--committee", "nord"}), ElementsAre("nordost", "nordvast"));
  EXPECT_THAT(CompleteFromServer({"search", "--goal", "c"}), ElementsAre("centrum"));
  EXPECT_THAT(CompleteFromServer({"show", "plans/c"}), ElementsAre("plans/centrum"));
  EXPECT_THAT(Complete({"--server", service_.address(), "export", "--plan", "c"}), ElementsAre("centrum"));
  EXPECT_THAT(Complete({"export", "--server=" + service_.address(), "--plan", "c"}), ElementsAre("centrum"));
  EXPECT_EQ(RunWith({"__complete", "search", "--area", "c"}).out, "centrum\tarea \uFFFD[31mcentrum\n");
}

TEST_F(CompletionTest, ValuesGoByTheWordsOfTheirLabelsToo) {
  service_.on_search = [](const v1::SearchRequest& request, v1::SearchResponse& response) {
    v1::Facet& facet = *response.add_facets();
    facet.set_field(request.facets(0));
    for (const auto& [id, label] :
         std::vector<std::pair<std::string, std::string>>{{"socialnamnden-nordost", "Socialnämnden Nordost"},
                                                          {"socialnamnden-centrum", "Socialnämnden Centrum"},
                                                          {"mal-1", "En jämlik stad"}}) {
      v1::FacetValue& value = *facet.add_values();
      value.set_value(id);
      value.set_label(label);
    }
    return grpc::Status::OK;
  };
  EXPECT_THAT(CompleteFromServer({"search", "--committee", "nord"}), ElementsAre("socialnamnden-nordost"));
  EXPECT_THAT(CompleteFromServer({"search", "--committee", "NORD"}), ElementsAre("socialnamnden-nordost"));
  EXPECT_THAT(CompleteFromServer({"search", "--committee", "soc"}),
              ElementsAre("socialnamnden-nordost", "socialnamnden-centrum"));
  EXPECT_THAT(CompleteFromServer({"search", "--committee", "soc cen"}), ElementsAre("socialnamnden-centrum"));
  EXPECT_THAT(CompleteFromServer({"search", "--goal=jäm"}), ElementsAre("--goal=mal-1"));
  EXPECT_THAT(CompleteFromServer({"show", "plans/stad"}), ElementsAre("plans/mal-1"));
  EXPECT_THAT(CompleteFromServer({"show", "nord"}), ElementsAre("plans/socialnamnden-nordost"));
  EXPECT_THAT(CompleteFromServer({"search", "--committee", "ost"}), IsEmpty());
  EXPECT_THAT(Complete({"search", "--kind", "mal"}), ElementsAre("mål"));
  EXPECT_THAT(Complete({"count"}), IsEmpty());
  EXPECT_THAT(Complete({"help", "sea"}), ElementsAre("search"));
}

TEST_F(CompletionTest, PlansAreNotOfferedWhereAParagraphIsWanted) {
  service_.on_search = [](const v1::SearchRequest& request, v1::SearchResponse& response) {
    v1::Facet& facet = *response.add_facets();
    facet.set_field(request.facets(0));
    facet.add_values()->set_value("centrum");
    return grpc::Status::OK;
  };
  EXPECT_THAT(CompleteFromServer({"show", "p"}), ElementsAre("plans/centrum"));
  EXPECT_THAT(CompleteFromServer({"similar", ""}), IsEmpty());
  EXPECT_THAT(CompleteFromServer({"explain", "x", "--hit", ""}), IsEmpty());
}

TEST_F(CompletionTest, ComparisonsAreOfPlansOrOfACommitteesYears) {
  service_.on_search = [](const v1::SearchRequest& request, v1::SearchResponse& response) {
    v1::Facet& facet = *response.add_facets();
    facet.set_field(request.facets(0));
    const bool of_committee = request.filters().committees_size() == 1;
    facet.add_values()->set_value(request.facets(0) == "year" && of_committee ? "2024" : "plan-a");
    return grpc::Status::OK;
  };
  EXPECT_THAT(CompleteFromServer({"compare", ""}), ElementsAre("plan-a"));
  EXPECT_THAT(CompleteFromServer({"compare", "plan-b", "p"}), ElementsAre("plan-a"));
  EXPECT_THAT(CompleteFromServer({"compare", "--committee", "centrum", ""}), ElementsAre("2024"));
  EXPECT_THAT(CompleteFromServer({"compare", "--committee=centrum", "2023", "20"}), ElementsAre("2024"));
  EXPECT_THAT(CompleteFromServer({"compare", "a", "b", ""}), IsEmpty());
}

TEST_F(CompletionTest, AListGoesOnWithWhatItHasNot) {
  EXPECT_THAT(Complete({"compare", "--only", "re"}), ElementsAre("reworded"));
  EXPECT_THAT(Complete({"compare", "--only", "new,"}), ElementsAre("new,kept", "new,reworded", "new,gone"));
  EXPECT_THAT(Complete({"compare", "--only=new,gone,k"}), ElementsAre("--only=new,gone,kept"));
  EXPECT_THAT(Complete({"compare", "--only", "bo"}), ElementsAre("borta"));
  EXPECT_THAT(Complete({"compare", "--only", "borta,n"}), ElementsAre("borta,new"));
  EXPECT_THAT(Complete({"compare", "--only", "borta,ny"}), ElementsAre("borta,nya"));
}

TEST_F(CompletionTest, NothingIsSaidWhereThereIsNothingToOffer) {
  EXPECT_THAT(Complete({"search", "--committee", ""}), IsEmpty());
  EXPECT_THAT(Complete({"search", "--no-such-flag", ""}), IsEmpty());
  EXPECT_THAT(Complete({"serch", "x", ""}), Contains("search"));
  EXPECT_THAT(Complete({"plans", ""}), IsEmpty());
  EXPECT_THAT(Complete({"search", "--limit", ""}), IsEmpty());
  EXPECT_THAT(Complete({"show", "a", "b"}), IsEmpty());
}

}  // namespace
}  // namespace plansok::client
