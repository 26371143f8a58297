// What a line that is being typed may become.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "query/limits.h"
#include "query/parser.h"
#include "tests/index/test_index.h"

namespace plansok::index {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;
using testing::UnorderedElementsAre;

plan::Paragraph Repaired(const std::string& text, const std::string& repaired) {
  plan::Paragraph paragraph = MakeParagraph(text);
  paragraph.repaired_text = repaired;
  return paragraph;
}

plan::Paragraph WithGoal(const std::string& text, const std::string& id, const std::string& label) {
  plan::Paragraph paragraph = MakeParagraph(text);
  paragraph.goal = plan::Goal{id, label, id};
  return paragraph;
}

class SuggestTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<TemporaryFolder>();
    Publish(
        folder_->path(),
        {MakePlan(
             "plan-a", "Socialnämnden Nordost", 2024,
             {MakeParagraph("Hemlösheten ska minska."), MakeParagraph("Hemlöshet bland barn ska upphöra."),
              MakeParagraph("Den hemlöse får ett hem."),
              MakeParagraph("Mänskliga rättigheter gäller alla i Göteborg."),
              MakeParagraph("Barns mänskliga rättigheter i skolan."),
              MakeParagraph("Skolan följer mänskliga rättigheter, mål och plan."),
              MakeParagraph("En man mal kaffe."), MakeParagraph("Barn och unga i SSPF."),
              MakeParagraph("Stöd till barn och unga."), MakeParagraph("Fler barn och unga deltar.")}),
         MakePlan("plan-b", "Kulturnämnden", 2025,
                  {WithGoal("Biblioteken ska ha öppet.", "minska-hemlosheten", "Minska hemlösheten"),
                   MakeParagraph("Biblioteken i Göteborg."), MakeParagraph("Ett öppet bibliotek.")}),
         MakePlan("plan-c", "Socialnämnden Centrum", 2022,
                  {Repaired("Bibhoteken i ndmnden vraknings.", "Biblioteken i nämnden vräknings."),
                   MakeParagraph("Bibllo hemlqs hemlqs."), MakeParagraph("Hemlqs och vidmakthålla."),
                   MakeParagraph("Att vidmakthålla.")})});
    searcher_ = std::make_unique<Searcher>(OpenSearcher(folder_->path()));
  }
  static void TearDownTestSuite() {
    searcher_.reset();
    folder_.reset();
  }

  static std::vector<Suggestion> Suggest(const std::string& line, int limit = 50) {
    auto suggestions = searcher_->Suggest(line, limit, GoOn);
    EXPECT_TRUE(suggestions.ok()) << suggestions.status();
    return suggestions.value_or(std::vector<Suggestion>());
  }

  /// The queries from one source, in order.
  static std::vector<std::string> Queries(const std::string& line, const std::string& source) {
    std::vector<std::string> queries;
    for (const Suggestion& suggestion : Suggest(line)) {
      if (suggestion.source == source) queries.push_back(suggestion.query);
    }
    return queries;
  }

  static int TotalOf(const std::string& line) {
    SearchRequest request;
    request.query = query::Parse(line);
    request.limit = 0;
    request.correct = false;
    return searcher_->Search(request, GoOn)->total;
  }

  inline static std::unique_ptr<TemporaryFolder> folder_;
  inline static std::unique_ptr<Searcher> searcher_;
};

TEST_F(SuggestTest, CompletesAWordOncePerStemCommonestFirst) {
  const std::vector<Suggestion> words = Suggest("hemlös");
  EXPECT_THAT(Queries("hemlöshe", "word"), SizeIs(1)) << "hemlöshet and hemlösheten are one word";
  const std::vector<std::string> queries = Queries("b", "word");
  ASSERT_GE(queries.size(), 2U);
  EXPECT_EQ(queries[0], "barn");
  EXPECT_THAT(words, Each(Field(&Suggestion::count, testing::Gt(0))));
}

TEST_F(SuggestTest, LettersWithoutDotsStandForThoseWithThemAndNotTheOtherWay) {
  EXPECT_THAT(Queries("hemlosh", "word"), Contains(StartsWith("hemlöshet")));
  EXPECT_THAT(Queries("HEMLÖSH", "word"), Contains(StartsWith("hemlöshet")));
  EXPECT_THAT(Queries("hemlo\xCC\x88sh", "word"), Contains(StartsWith("hemlöshet"))) << "NFD";
  EXPECT_THAT(Queries("mal", "word"), testing::UnorderedElementsAre("mal", "mål"));
  EXPECT_THAT(Queries("mål", "word"), ElementsAre("mål"));
}

TEST_F(SuggestTest, TheWordThatIsThereAlreadyComesFirst) {
  EXPECT_THAT(Queries("mal", "word").front(), "mal");
}

TEST_F(SuggestTest, ShowsNamesAndAbbreviationsAsTheyArePrinted) {
  EXPECT_THAT(Suggest("göt"),
              Contains(AllOf(Field(&Suggestion::label, "Göteborg"), Field(&Suggestion::query, "göteborg"))));
  EXPECT_THAT(Suggest("ssp"), Contains(Field(&Suggestion::label, "SSPF")));
  EXPECT_THAT(Suggest("bibl"), Not(Contains(Field(&Suggestion::label, "Bibl"))));
}

TEST_F(SuggestTest, SuggestsPhrasesThatSeveralParagraphsHave) {
  EXPECT_THAT(Queries("mäns", "phrase"), ElementsAre("\"mänskliga rättigheter\""));
  EXPECT_THAT(Queries("manskliga r", "phrase"), ElementsAre("\"mänskliga rättigheter\""));
  EXPECT_THAT(Queries("mänskliga ", "phrase"), ElementsAre("\"mänskliga rättigheter\""));
  EXPECT_THAT(Queries("\"mänskliga r", "phrase"), ElementsAre("\"mänskliga rättigheter\""));
  EXPECT_THAT(Queries("barn o", "phrase"), ElementsAre("\"barn och unga\""));
  EXPECT_THAT(Queries("hemlöshet b", "phrase"), Not(Contains("\"hemlöshet bland barn\""))) << "one paragraph";
}

TEST_F(SuggestTest, APhrasesCountIsWhatSearchFinds) {
  for (const Suggestion& suggestion : Suggest("m")) {
    if (suggestion.source != "phrase") continue;
    EXPECT_EQ(TotalOf(suggestion.query), suggestion.count) << suggestion.query;
  }
  EXPECT_EQ(Suggest("mänskliga r").front().count, 3);
}

TEST_F(SuggestTest, CompletesCommitteesAndGoalsByAnyWordOfTheirNames) {
  EXPECT_THAT(Queries("nord", "committee"), ElementsAre(StartsWith("nämnd:")));
  EXPECT_THAT(Queries("socialnamnden n", "committee"), SizeIs(1));
  EXPECT_THAT(Queries("hemlos", "goal"), ElementsAre("mål:minska-hemlosheten"));
  EXPECT_THAT(Queries("minska h", "goal"), Contains("mål:minska-hemlosheten"));
  EXPECT_THAT(Queries("nämnd:cent", "committee"), SizeIs(1));
  EXPECT_THAT(Queries("barn nämnd:nord", "committee"), ElementsAre(StartsWith("barn nämnd:")));
  EXPECT_THAT(Queries("barn nämnd:kult", "committee"), IsEmpty()) << "no paragraph of theirs has barn";
}

TEST_F(SuggestTest, AfterAKnownFieldsColonStandTheFieldsValues) {
  EXPECT_THAT(Queries("år:20", "year"), UnorderedElementsAre("år:2022", "år:2024", "år:2025"));
  EXPECT_THAT(Queries("år:2024", "year"), ElementsAre("år:2024"));
  EXPECT_THAT(Queries("typ:t", "kind"), ElementsAre("typ:Text"));
  EXPECT_THAT(Queries("typ:", "kind"), ElementsAre("typ:Text"));
  EXPECT_THAT(Queries("nämnd:", "committee"), SizeIs(3));
  EXPECT_THAT(Queries("nämnd:\"Socialnämnden N", "committee"), ElementsAre("nämnd:socialnamnden-nordost"));
  EXPECT_THAT(Queries("nämnd:\"Socialnämnden ", "committee"), SizeIs(2));
  EXPECT_THAT(Queries("plan:plan-", "plan"), SizeIs(3));
  EXPECT_THAT(Queries("biblioteken plan:", "plan"),
              UnorderedElementsAre("biblioteken plan:plan-b", "biblioteken plan:plan-c"));
  for (const char* line :
       {"år:20", "barn -år:20", "år:2022..202", "typ:t", "typ:", "plan:", "nämnd:xyz", "år:mål"}) {
    EXPECT_THAT(Queries(line, "word"), IsEmpty()) << line;
    EXPECT_THAT(Queries(line, "phrase"), IsEmpty()) << line;
  }
  for (const char* line : {"barn -år:20", "år:2022..202", "år:2022-20"}) {
    EXPECT_THAT(Queries(line, "year"), IsEmpty()) << line << ": a year's own count is not the line's";
  }
}

TEST_F(SuggestTest, EveryFieldsValuesAreSuggestedAsTheyMayBeTyped) {
  for (const query::Field field : query::kAllFields) {
    const std::string typed = std::string(query::SwedishFieldName(field)) + ":";
    SearchRequest request;
    request.query = query::Parse("");
    request.facets = {field};
    request.limit = 0;
    const auto all = searcher_->Search(request, GoOn);
    const std::vector<Suggestion> suggestions = Suggest(typed);
    EXPECT_EQ(suggestions.size(), all->facets[0].values.size()) << typed;
    for (const Suggestion& suggestion : suggestions) {
      EXPECT_EQ(TotalOf(suggestion.query), suggestion.count) << suggestion.query;
    }
  }
}

TEST_F(SuggestTest, AnUnknownFieldIsAWord) {
  EXPECT_THAT(Queries("foo:biblio", "word"), Not(IsEmpty()));
  EXPECT_THAT(Queries("foo:2", "year"), IsEmpty());
}

TEST_F(SuggestTest, WhatComesAfterOtherWordsStandsWithThem) {
  EXPECT_THAT(Queries("skolan r", "word"), ElementsAre("skolan rättigheter"));
  EXPECT_THAT(Queries("kaffe hem", "word"), IsEmpty()) << "nobody wrote of both";
  EXPECT_THAT(Queries("biblioteken nord", "committee"), IsEmpty());
  EXPECT_THAT(Queries("zzzz hemlösh", "word"), SizeIs(1)) << "what finds nothing excludes nothing";
}

TEST_F(SuggestTest, WordsOfABadScanAreSuggestedOnlyWhereTheyAreWords) {
  EXPECT_THAT(Queries("bibh", "word"), IsEmpty());
  EXPECT_THAT(Queries("bibll", "word"), IsEmpty());
  EXPECT_THAT(Queries("hemlq", "word"), IsEmpty()) << "frequent, but no word";
  EXPECT_THAT(Queries("vidmakt", "word"), ElementsAre("vidmakthålla"));
  EXPECT_THAT(Queries("ndmn", "word"), IsEmpty());
}

TEST_F(SuggestTest, EverySuggestionFindsSomething) {
  for (const char* line : {"b",
                           "h",
                           "m",
                           "s",
                           "g",
                           "barn ",
                           "barn o",
                           "skolan m",
                           "hemlös",
                           "nord",
                           "social",
                           "(barn",
                           "barn ELLER sk",
                           "barn -sk",
                           "\"barn o",
                           "nämnd:s",
                           "nämnd:nordost b",
                           "\"barn och unga\" s",
                           "(barn s",
                           "(barn ELLER skolan) s",
                           "barn\"nord",
                           "skolan\"nord",
                           "barn -skolan s",
                           "barn NÄRA unga s"}) {
    for (const Suggestion& suggestion : Suggest(line)) {
      if (std::string(line) == "barn -sk") continue;  // what is excluded may be all there is
      EXPECT_GT(TotalOf(suggestion.query), 0) << line << " -> " << suggestion.query;
      EXPECT_FALSE(suggestion.label.empty());
    }
  }
}

TEST_F(SuggestTest, OperatorsAndPlacesAreKept) {
  EXPECT_THAT(Queries("barn ELLER kaf", "word"), ElementsAre("barn ELLER kaffe"));
  EXPECT_THAT(Queries("barn -kaf", "word"), Each(StartsWith("barn -")));
  EXPECT_THAT(Queries("(kaf", "word"), ElementsAre("(kaffe"));
}

TEST_F(SuggestTest, AMarkInsideAWordOpensNoPhrase) {
  EXPECT_THAT(Queries("5\" kaf", "word"), ElementsAre("5\" kaffe"));
  EXPECT_THAT(Queries("barn 5\" nämnd:nord", "committee"), Not(IsEmpty()));
  EXPECT_THAT(Queries("»barn \"kaf", "word"), IsEmpty()) << "inside a phrase";
}

TEST_F(SuggestTest, AfterNaraNothingIsOffered) {
  EXPECT_THAT(Suggest("barn NÄRA kaf"), IsEmpty());
  EXPECT_THAT(Suggest("barn NÄRA/3 "), IsEmpty());
}

TEST_F(SuggestTest, KeepsToItsLimitAndSharesItsPlaces) {
  EXPECT_THAT(Suggest("b", 1), SizeIs(1));
  EXPECT_THAT(Suggest("b", 0), IsEmpty());
  std::vector<std::string> sources;
  for (const Suggestion& suggestion : Suggest("barn", 4)) sources.push_back(suggestion.source);
  EXPECT_THAT(sources, AllOf(Contains("word"), Contains("phrase")));
  EXPECT_EQ(searcher_->Suggest("b", -1, GoOn).status().code(), absl::StatusCode::kInvalidArgument);
}

TEST_F(SuggestTest, NothingToCompleteIsNoError) {
  for (const std::string& line :
       {std::string(), std::string(" "), std::string("*"), std::string("hem*"), std::string("\"barn och\""),
        std::string("barn,"), std::string("😀"), std::string("2025"), std::string("OCH"), std::string("((("),
        std::string("\xff\xfe"), std::string("مرحبا"), std::string("år:2024"), std::string("nämnd:"),
        std::string(query::kMaxLineBytes, 'b'), std::string(query::kMaxLineBytes, '"'),
        std::string("a\0b", 3)}) {
    EXPECT_THAT(Suggest(line), Not(Contains(Field(&Suggestion::count, 0))));
  }
  EXPECT_THAT(Suggest(""), IsEmpty());
  EXPECT_THAT(Suggest(std::string(query::kMaxLineBytes, 'b')), IsEmpty());
}

TEST_F(SuggestTest, StopsWithTheCheckpoint) {
  const auto late = [] { return absl::DeadlineExceededError("too late"); };
  EXPECT_EQ(searcher_->Suggest("unga barn", 8, late).status().code(), absl::StatusCode::kDeadlineExceeded);
}

}  // namespace
}  // namespace plansok::index
