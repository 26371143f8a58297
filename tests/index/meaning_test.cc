// What a word finds beside itself, and how far a query is widened.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "index/searcher.h"
#include "tests/index/test_index.h"

namespace plansok::index {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::UnorderedElementsAre;

class MeaningTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<TemporaryFolder>();
    plan::Paragraph under_heading = MakeParagraph("Fler får eget kontrakt.");
    under_heading.section_path = {"Hemlöshet"};
    Publish(
        folder_->path(),
        {MakePlan("plan-a", "Socialnämnden Nordost", 2024,
                  {MakeParagraph("Hemlösheten ska upphöra."), MakeParagraph("Stöd till hemlösa."),
                   MakeParagraph("Färre avhysningar av barn."), MakeParagraph("Vräkningar ska förebyggas."),
                   MakeParagraph("Hushåll som blir avhysta."), MakeParagraph("Placering på HVB ska minska."),
                   MakeParagraph("Ett hem för vård och boende är sista utvägen."),
                   MakeParagraph("Vård och ett hem för boende."),
                   MakeParagraph("Samarbete med Förvaltnings AB Framtiden."),
                   MakeParagraph("I framtiden bor fler i hyresrätt."), MakeParagraph("Ett AB är ett bolag."),
                   MakeParagraph("Utveckla uppsökande arbete."), MakeParagraph("Verksamheten växer."),
                   MakeParagraph("All verksamhet redovisas."), MakeParagraph("En verksamhet i taget."),
                   MakeParagraph("Barnens röster i nämndernas arbete."), under_heading})});
    searcher_ = std::make_unique<Searcher>(OpenSearcher(folder_->path()));
  }
  static void TearDownTestSuite() {
    searcher_.reset();
    folder_.reset();
  }

  static std::vector<std::string> Found(const std::string& line) {
    return Texts(Find(searcher_.get(), line));
  }

  static std::unique_ptr<TemporaryFolder> folder_;
  static std::unique_ptr<Searcher> searcher_;
};

std::unique_ptr<TemporaryFolder> MeaningTest::folder_;
std::unique_ptr<Searcher> MeaningTest::searcher_;

TEST_F(MeaningTest, AWordTypedTwiceIsOneQuestion) {
  EXPECT_EQ(Found("barn"), Found("barn barn barn"));
  EXPECT_EQ(Find(searcher_.get(), "barn").hits[0].score, Find(searcher_.get(), "barn barn").hits[0].score);
  EXPECT_EQ(Found("stöd till hemlösa"), Found("stöd till hemlösa stöd"));
}

TEST_F(MeaningTest, AWordFindsItsFamilyBelowItself) {
  EXPECT_THAT(Found("hemlösa"), ElementsAre("Stöd till hemlösa.", "Hemlösheten ska upphöra."));
  EXPECT_THAT(Found("hemlöshet"), ElementsAre("Hemlösheten ska upphöra.", "Stöd till hemlösa."));
}

TEST_F(MeaningTest, AWordTypedWithoutItsDotsFindsItsFamilyToo) {
  EXPECT_THAT(Found("hemlosa"), ElementsAre("Stöd till hemlösa.", "Hemlösheten ska upphöra."));
}

TEST(Meaning, AWordTypedWithoutItsDotsIsReadEvenWhereOnlyCompoundsHaveIt) {
  const TemporaryFolder folder;
  Publish(folder.path(),
          {MakePlan("plan-a", "Socialnämnden Nordost", 2024,
                    {MakeParagraph("Fler självhjälpsgrupper."), MakeParagraph("Fler grupper.")})});
  Searcher searcher = OpenSearcher(folder.path());
  EXPECT_THAT(Texts(Find(&searcher, "sjalvhjalp")), ElementsAre("Fler självhjälpsgrupper."));
}

TEST_F(MeaningTest, ASynonymIsFoundBelowTheWordAndItsFamilyToo) {
  const std::vector<std::string> found = Found("vräkning");
  ASSERT_THAT(found, SizeIs(3));
  EXPECT_EQ(found[0], "Vräkningar ska förebyggas.");
  EXPECT_EQ(found[1], "Färre avhysningar av barn.");
  EXPECT_EQ(found[2], "Hushåll som blir avhysta.");
}

TEST_F(MeaningTest, AnAbbreviationAndItsWordsFindEachOtherAsAPhrase) {
  EXPECT_THAT(Found("HVB"),
              ElementsAre("Placering på HVB ska minska.", "Ett hem för vård och boende är sista utvägen."));
  EXPECT_THAT(Found("hem för vård och boende"), Contains("Placering på HVB ska minska."));
}

TEST_F(MeaningTest, ASynonymIsMarkedAndNamed) {
  const SearchResult result = Find(searcher_.get(), "vräkning");
  ASSERT_THAT(result.hits, SizeIs(3));
  EXPECT_THAT(result.hits[0].matched_as, IsEmpty());
  EXPECT_THAT(result.hits[1].matched_as, ElementsAre(MatchedAs{"vräkning", "avhysningar", ""}));
  EXPECT_THAT(result.hits[1].snippet.highlights, ElementsAre(text::Range{6, 17}));
}

TEST_F(MeaningTest, AMinusTakesAwayTheWordAlone) {
  EXPECT_THAT(Found("hushåll -vräkning"), ElementsAre("Hushåll som blir avhysta."));
  EXPECT_THAT(Found("(hemlösa ELLER hemlöshet) -hemlöshet"), ElementsAre("Stöd till hemlösa."));
}

TEST(Meaning, AMinusLeavesCompoundsAndWordsThatOnlyLookAlike) {
  const TemporaryFolder folder;
  Publish(folder.path(),
          {MakePlan("plan-a", "Socialnämnden Nordost", 2024,
                    {MakeParagraph("Barn i familjehem."), MakeParagraph("Barn i ett hem."),
                     MakeParagraph("Kaffe är inget mål."), MakeParagraph("En mal i kaffe.")})});
  Searcher searcher = OpenSearcher(folder.path());
  EXPECT_THAT(Texts(Find(&searcher, "barn -hem")), ElementsAre("Barn i familjehem."));
  EXPECT_THAT(Texts(Find(&searcher, "kaffe -mal")), ElementsAre("Kaffe är inget mål."));
  EXPECT_THAT(Texts(Find(&searcher, "kaffe -mål")), ElementsAre("En mal i kaffe."));
}

TEST_F(MeaningTest, TakingSignsAwayFindsNothingByItself) {
  for (const char* line : {"-%", "-*", "-€", "-😀"}) EXPECT_THAT(Found(line), IsEmpty()) << line;
  EXPECT_THAT(Find(searcher_.get(), "-%").notes, SizeIs(1)) << "nothing stands in the way of nothing";
  EXPECT_THAT(Found("avhysning -%"), Not(IsEmpty()));
}

// A compound that is rarer than its part tells more, and still is not what was asked for.
TEST(Meaning, PartsAndSynonymsRankBelowACommonWord) {
  const TemporaryFolder folder;
  std::vector<plan::Paragraph> paragraphs = {MakeParagraph("Fler familjehem behövs."),
                                             MakeParagraph("Avhysta barn får stöd.")};
  for (int i = 0; i < 30; ++i) {
    paragraphs.push_back(MakeParagraph("Ett hem i den långa raden av alla hem, nummer " + std::to_string(i)));
    paragraphs.push_back(MakeParagraph("Ingen vräkning i detta område under år " + std::to_string(i)));
  }
  Publish(folder.path(), {MakePlan("plan-a", "Socialnämnden Nordost", 2024, paragraphs)});
  Searcher searcher = OpenSearcher(folder.path());
  for (const auto& [line, text] :
       {std::pair("hem", "Fler familjehem behövs."), std::pair("vräkning", "Avhysta barn får stöd.")}) {
    SearchRequest request;
    request.query = query::Parse(line);
    request.limit = 100;
    EXPECT_EQ(Texts(searcher.Search(request, GoOn).value()).back(), text) << line;
  }
}

TEST(Meaning, AllWordsComeBeforeTheRarestOneHoweverOften) {
  const TemporaryFolder folder;
  std::vector<plan::Paragraph> paragraphs = {
      MakeParagraph("Zebror, zebror, zebror och åter zebror."),
      MakeParagraph(
          "En zebra bland andra djur i en mycket lång beskrivning av vad staden har, till sist barn.")};
  for (int i = 0; i < 20; ++i) paragraphs.push_back(MakeParagraph("Barn i del " + std::to_string(i)));
  Publish(folder.path(), {MakePlan("plan-a", "Socialnämnden Nordost", 2024, paragraphs)});
  Searcher searcher = OpenSearcher(folder.path());
  const std::vector<std::string> found = Texts(Find(&searcher, "barn zebra"));
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_THAT(found.front(), HasSubstr("till sist barn"));
}

TEST(Meaning, WordsTogetherAsTypedComeFirstThoughSmallWordsStandBetween) {
  const TemporaryFolder folder;
  Publish(folder.path(), {MakePlan("plan-a", "Socialnämnden Nordost", 2024,
                                   {MakeParagraph("Barn behöver ofta mer stöd."),
                                    MakeParagraph("Stöd till barn är viktigt.")})});
  Searcher searcher = OpenSearcher(folder.path());
  EXPECT_THAT(Texts(Find(&searcher, "stöd till barn")),
              ElementsAre("Stöd till barn är viktigt.", "Barn behöver ofta mer stöd."));
}

TEST(Meaning, ARareCompoundIsFoundInSeveralWordsToo) {
  const TemporaryFolder folder;
  Publish(
      folder.path(),
      {MakePlan("plan-a", "Socialnämnden Nordost", 2024,
                {MakeParagraph("En plan för kompetensförsörjning tas fram."),
                 MakeParagraph("Planen är klar, och i övrigt behöver alla nämnder mer kompetensförsörjning."),
                 MakeParagraph("Kompetensförsörjningsplanen gäller."), MakeParagraph("Alla planer.")})});
  Searcher searcher = OpenSearcher(folder.path());
  const SearchResult result = Find(&searcher, "kompetensförsörjningsplan");
  ASSERT_THAT(Texts(result), SizeIs(3));
  EXPECT_EQ(result.hits[0].paragraph->text, "Kompetensförsörjningsplanen gäller.");
  EXPECT_EQ(result.hits[1].paragraph->text, "En plan för kompetensförsörjning tas fram.");
  EXPECT_THAT(result.hits[1].snippet.highlights, ElementsAre(text::Range{3, 7}, text::Range{12, 32}));
}

TEST(Meaning, ACompoundOfTwoPartsIsNotFoundInTheWordsItIsMadeOf) {
  const TemporaryFolder folder;
  Publish(folder.path(),
          {MakePlan("plan-a", "Socialnämnden Nordost", 2024,
                    {MakeParagraph("Stadsdelen växer."), MakeParagraph("Olika delar av staden."),
                     MakeParagraph("Miljöarbetet fortsätter."), MakeParagraph("Miljön.")})});
  Searcher searcher = OpenSearcher(folder.path());
  EXPECT_THAT(Texts(Find(&searcher, "stadsdelen")), ElementsAre("Stadsdelen växer."));
  EXPECT_THAT(Texts(Find(&searcher, "miljöarbete")), ElementsAre("Miljöarbetet fortsätter."));
}

TEST(Meaning, ALightHeadLeavesTheModifierToAnswer) {
  const TemporaryFolder folder;
  Publish(folder.path(),
          {MakePlan("plan-a", "Socialnämnden Nordost", 2024,
                    {MakeParagraph("Folkhälsan ska bli bättre."),
                     MakeParagraph("Folkhälsoarbetet fortsätter."), MakeParagraph("Arbete.")})});
  Searcher searcher = OpenSearcher(folder.path());
  EXPECT_THAT(Texts(Find(&searcher, "folkhälsoarbete")),
              ElementsAre("Folkhälsoarbetet fortsätter.", "Folkhälsan ska bli bättre."));
}

TEST_F(MeaningTest, ACorrectedWordIsNamedAsItWasTypedInPhrasesToo) {
  const SearchResult result = Find(searcher_.get(), "hem för vård och boennde");
  EXPECT_EQ(result.corrected_query, "hem för vård och boende");
  ASSERT_FALSE(result.hits.empty());
  for (const Hit& hit : result.hits) {
    for (const MatchedAs& match : hit.matched_as) EXPECT_THAT(match.query_word, Not(HasSubstr("boende")));
  }
}

TEST_F(MeaningTest, ANameIsNotItsWords) {
  EXPECT_THAT(Found("AB Framtiden"), ElementsAre(HasSubstr("Förvaltnings")));
}

TEST_F(MeaningTest, AWordThatSaysNearlyAllIsEnoughForATerm) {
  EXPECT_THAT(Found("uppsökande verksamhet"), ElementsAre("Utveckla uppsökande arbete."));
}

TEST_F(MeaningTest, WordsThatAskDoNotDecide) {
  const std::vector<std::string> found = Found("vad gör nämnden mot hemlöshet");
  EXPECT_EQ(found.front(), "Hemlösheten ska upphöra.");
  EXPECT_THAT(found, Not(Contains("Barnens röster i nämndernas arbete.")));
}

TEST_F(MeaningTest, AHeadingAnswersAQuestionButNotATerm) {
  EXPECT_THAT(Found("vad görs mot hemlöshet"), Contains("Fler får eget kontrakt."));
  EXPECT_THAT(Found("hemlöshet"), Not(Contains("Fler får eget kontrakt.")));
}

TEST_F(MeaningTest, WhatBelongsToAMatterAnswersAQuestionBelowWhatNamesItButNoTerm) {
  const std::vector<std::string> found = Found("vad gör staden mot hemlösheten");
  EXPECT_EQ(found.front(), "Hemlösheten ska upphöra.");
  EXPECT_THAT(found, Contains("Vräkningar ska förebyggas."));
  EXPECT_THAT(Found("hemlöshet"), Not(Contains("Vräkningar ska förebyggas.")));
  EXPECT_THAT(Found("vad gör staden mot vräkning"), Not(Contains("Hemlösheten ska upphöra.")));
}

TEST_F(MeaningTest, WordsThatAskAreNamedAsLeftOut) {
  EXPECT_THAT(Find(searcher_.get(), "vad gör nämnden mot hemlöshet").dropped_words,
              ElementsAre("nämnden", "hemlöshet"));
}

TEST_F(MeaningTest, NearTakesBeginningsOfWords) {
  EXPECT_THAT(Found("avhys* NÄRA/2 barn"), ElementsAre("Färre avhysningar av barn."));
  EXPECT_THAT(Found("xyz* NÄRA barn"), IsEmpty());
}

TEST(Meaning, AMillionWordsWithoutASpaceAreCutAndSaidSo) {
  const TemporaryFolder folder;
  Publish(folder.path(),
          {MakePlan("plan-a", "Socialnämnden Nordost", 2024, {MakeParagraph("Barnens rätt.")})});
  Searcher searcher = OpenSearcher(folder.path());
  std::string line = "barn";
  for (int i = 0; i < 20000; ++i) line += ",b";
  const SearchResult result = Find(&searcher, line);
  EXPECT_THAT(result.notes, Contains(HasSubstr("många ord")));
}

TEST(Meaning, ARareCompoundAmongOtherWordsIsAnsweredByWhatItIsAbout) {
  const TemporaryFolder folder;
  std::vector<plan::Paragraph> paragraphs = {MakeParagraph("Arbetstidsförkortning för personal."),
                                             MakeParagraph("Nya arbetstider."),
                                             MakeParagraph("Arbetstidsförkortning prövas.")};
  for (int i = 0; i < 10; ++i) paragraphs.push_back(MakeParagraph("Personal i del " + std::to_string(i)));
  Publish(folder.path(), {MakePlan("plan-a", "Socialnämnden Nordost", 2024, paragraphs)});
  Searcher searcher = OpenSearcher(folder.path());
  const std::vector<std::string> found = Texts(Find(&searcher, "arbetstidsförkortning personal"));
  EXPECT_EQ(found.front(), "Arbetstidsförkortning för personal.");
  EXPECT_EQ(found.back(), "Nya arbetstider.");
  EXPECT_THAT(Texts(Find(&searcher, "arbetstidsförkortning")), Not(Contains("Nya arbetstider.")));
}

TEST_F(MeaningTest, NearLooksPastInflections) {
  EXPECT_THAT(Found("avhysning NÄRA/2 barn"), ElementsAre("Färre avhysningar av barn."));
  EXPECT_THAT(Found("nämnd NÄRA/3 röst"), ElementsAre("Barnens röster i nämndernas arbete."));
}

TEST(Meaning, ACompoundTypedApartFindsWhatItsFirstPartIsAboutWhileThatIsLittle) {
  std::vector<plan::Paragraph> paragraphs = {MakeParagraph("Klimatfrågor följs upp."),
                                             MakeParagraph("Klimatomställningen pågår."),
                                             MakeParagraph("Omställning av arbetssätt.")};
  const TemporaryFolder few;
  Publish(few.path(), {MakePlan("plan-a", "Socialnämnden Nordost", 2024, paragraphs)});
  Searcher searcher = OpenSearcher(few.path());
  EXPECT_THAT(Texts(Find(&searcher, "klimat omställning")),
              ElementsAre("Klimatomställningen pågår.", "Klimatfrågor följs upp."));

  for (int i = 0; i < 60; ++i) paragraphs.push_back(MakeParagraph("Klimatfrågor i del " + std::to_string(i)));
  const TemporaryFolder many;
  Publish(many.path(), {MakePlan("plan-a", "Socialnämnden Nordost", 2024, paragraphs)});
  searcher = OpenSearcher(many.path());
  EXPECT_THAT(Texts(Find(&searcher, "klimat omställning")), Not(Contains("Klimatfrågor följs upp.")));
}

}  // namespace
}  // namespace plansok::index
