#include "text/analyzer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "tests/text/swedish.h"
#include "text/normalize.h"

namespace plansok::text {
namespace {

using testing::ElementsAre;

std::string StemOf(std::string_view word) {
  const std::vector<Word> words = Swedish().Analyze(word);
  return words.size() == 1 ? words.front()->stem : "not one word";
}

std::vector<std::string> Surfaces(std::string_view text) {
  std::vector<std::string> surfaces;
  for (const Word& word : Swedish().Analyze(text)) surfaces.push_back(word->surface);
  return surfaces;
}

// One lexeme a case: all its forms must share a stem.
class Lexeme : public testing::TestWithParam<const char*> {};

TEST_P(Lexeme, HasOneStem) {
  std::istringstream forms(GetParam());
  std::string first;
  forms >> first;
  for (std::string form; forms >> form;) EXPECT_EQ(StemOf(form), StemOf(first)) << form;
}

INSTANTIATE_TEST_SUITE_P(
    Nouns, Lexeme,
    testing::Values("bostad bostads bostaden bostadens bostäder bostäderna bostädernas",
                    "stad staden städer städerna städernas", "studentbostad studentbostäder",
                    "verkstad verkstäderna", "skola skolan skolor skolorna skolornas",
                    "nämnd nämnden nämnder nämndernas Nämndens", "socialnämnd socialnämnden socialnämnderna",
                    "plats platsen platser platserna", "mål målen målet målens",
                    "uppdrag uppdraget uppdragen uppdragens", "klimat klimatet", "miljö miljön miljöer",
                    "barn barnen barnens barns", "män männen mäns männens mannen",
                    "tjänsteman tjänstemannen tjänstemän tjänstemännen", "hand handen",
                    "bok boken böcker böckerna", "ledamot ledamöter ledamöterna",
                    "förälder föräldern föräldrar föräldrarna föräldrarnas",
                    "insats insatsen insatser insatserna", "åtgärd åtgärden åtgärder åtgärderna",
                    "boende boendet boenden", "medarbetare medarbetaren medarbetarna medarbetarnas",
                    "lärare läraren lärarna lärarnas", "göteborgsbo göteborgsbor göteborgsborna",
                    "kommunfullmäktige kommunfullmäktiges", "familjehem familjehemmet familjehemmen",
                    "familjehemsarvode familjehemsarvoden", "vräkning vräkningar vräkningen",
                    "bostadskö bostadskön bostadsköerna", "politiker politikern"));

INSTANTIATE_TEST_SUITE_P(Adjectives, Lexeme,
                         testing::Values("hemlös hemlöst hemlösa hemlösas", "ung unga ungas",
                                         "trygg tryggt trygga tryggare", "säker säkert säkra",
                                         "hållbar hållbart hållbara", "egen egna", "äldre äldres"));

INSTANTIATE_TEST_SUITE_P(Verbs, Lexeme,
                         testing::Values("arbeta arbetar arbetade arbetat",
                                         "rikta riktar riktade riktas riktad riktat",
                                         "ställa ställer ställs ställde", "stödja stöder stöds stödjer"));

INSTANTIATE_TEST_SUITE_P(Names, Lexeme,
                         testing::Values("Göteborg Göteborgs göteborgs", "Angered Angereds", "HVB HVB:s",
                                         "EU EU:s", "HBTQI HBTQI+"));

TEST(Analyzer, DifferentWordsKeepDifferentStems) {
  const std::pair<const char*, const char*> pairs[] = {
      {"hemlös", "hemlöshet"}, {"mål", "mal"},           {"män", "man"},      {"kön", "kö"},
      {"lärare", "lära"},      {"politiker", "politik"}, {"allmän", "alla"},  {"göteborgare", "Göteborg"},
      {"2028", "2018"},        {"1,5", "15,5"},          {"andra", "andrum"}, {"barn", "barr"},
      {"demens", "dem"},
  };
  for (const auto& [one, other] : pairs) EXPECT_NE(StemOf(one), StemOf(other)) << one << ' ' << other;
}

TEST(Analyzer, FoldedStemsMatchWhatIsTypedWithoutDiacritics) {
  const std::pair<const char*, const char*> pairs[] = {{"hemlöshet", "hemloshet"},
                                                       {"fritidsgårdar", "fritidsgardar"},
                                                       {"åtgärder", "atgarder"},
                                                       {"Malmö", "malmo"}};
  for (const auto& [printed, typed] : pairs) {
    EXPECT_EQ(Swedish().Analyze(printed).front()->folded_stem, Swedish().Analyze(typed).front()->folded_stem)
        << printed;
  }
}

TEST(Analyzer, NumbersAreLeftAlone) {
  for (const std::string_view number : {"2025", "772 570", "1028/19", "2006:637", "1,5", "§ 39"}) {
    const Word word = Swedish().Analyze(number).front();
    EXPECT_EQ(word->stem, word->surface);
    EXPECT_EQ(word->folded_stem, word->surface);
  }
}

TEST(Analyzer, FlagsStopwordsAndKeepsThem) {
  const std::vector<Word> words = Swedish().Analyze("Vad gör nämnden mot hemlöshet, och varför?");
  std::vector<bool> stops;
  for (const Word& word : words) stops.push_back(word->stopword);
  EXPECT_THAT(stops, ElementsAre(true, true, false, true, false, true, true));
}

TEST(Analyzer, JoinsWordsCutAtALineEnd) {
  EXPECT_THAT(Surfaces("vräknings- förebyggande arbete"), ElementsAre("vräkningsförebyggande", "arbete"));
  EXPECT_THAT(Surfaces("vräknings-\nförebyggande"), ElementsAre("vräkningsförebyggande"));
  EXPECT_THAT(Surfaces("vräknings\u00AD\nförebyggande"), ElementsAre("vräkningsförebyggande"));
  EXPECT_THAT(Surfaces("social-nämnderna"), ElementsAre("socialnämnderna"));
  EXPECT_THAT(Surfaces("vo\u0308r-ord fo\u0308r-skola"), ElementsAre("vör", "ord", "förskola"));
  EXPECT_THAT(Surfaces("Bestäm- melser"), ElementsAre("bestämmelser"));
}

TEST(Analyzer, LeavesOtherHyphensBe) {
  EXPECT_THAT(Surfaces("barn- och ungdomsvård"), ElementsAre("barn", "och", "ungdomsvård"));
  EXPECT_THAT(Surfaces("för- till"), ElementsAre("för", "till"));
  EXPECT_THAT(Surfaces("skol- fritids- och"), ElementsAre("skol", "fritids", "och"));
  EXPECT_THAT(Surfaces("HVB-hem IT-stöd"), ElementsAre("hvb", "hem", "it", "stöd"));
  EXPECT_THAT(Surfaces("skola - hem"), ElementsAre("skola", "hem"));
  EXPECT_THAT(Surfaces("xyz- qwv"), ElementsAre("xyz", "qwv"));
  EXPECT_THAT(Surfaces("2019-2022"), ElementsAre("2019", "2022"));
  EXPECT_THAT(Surfaces("Örgryte-Härlanda"), ElementsAre("örgryte", "härlanda"));
}

TEST(Analyzer, AJoinedWordSpansBothHalves) {
  const std::string_view text = "det vräknings- förebyggande arbetet";
  const Word word = Swedish().Analyze(text)[1];
  EXPECT_EQ(text.substr(word.begin, word.end - word.begin), "vräknings- förebyggande");
}

TEST(Analyzer, DecomposedTextGivesTheSameTerms) {
  const std::vector<Word> composed = Swedish().Analyze("Åtgärder för hemlösa på Öckerö");
  const std::vector<Word> decomposed =
      Swedish().Analyze("A\u030Atga\u0308rder fo\u0308r hemlo\u0308sa pa\u030A O\u0308ckero\u0308");
  ASSERT_EQ(composed.size(), decomposed.size());
  for (std::size_t i = 0; i < composed.size(); ++i) {
    EXPECT_EQ(composed[i]->surface, decomposed[i]->surface);
    EXPECT_EQ(composed[i]->stem, decomposed[i]->stem);
    EXPECT_EQ(composed[i]->folded_stem, decomposed[i]->folded_stem);
    EXPECT_EQ(composed[i]->stopword, decomposed[i]->stopword);
  }
}

TEST(Analyzer, KnowsFormsCompoundsAndNames) {
  for (const std::string_view word : {"nämndernas", "familjehemsarvoden", "göteborgs", "ängelholm", "är"}) {
    EXPECT_TRUE(Swedish().Knows(word)) << word;
  }
  for (const std::string_view word : {"", "ndmnden", "qwv", "barntill"})
    EXPECT_FALSE(Swedish().Knows(word)) << word;
}

TEST(Analyzer, BearsAnyBytes) {
  std::mt19937 random(2023);
  std::uniform_int_distribution<int> byte(0, 255);
  for (int round = 0; round < 300; ++round) {
    std::string text(static_cast<std::size_t>(round), '\0');
    for (char& c : text) c = static_cast<char>(byte(random));
    std::size_t last = 0;
    for (const Word& word : Swedish().Analyze(text)) {
      ASSERT_TRUE(last <= word.begin && word.begin < word.end && word.end <= text.size());
      ASSERT_TRUE(IsValidUtf8(word->surface) && IsValidUtf8(word->stem) && IsValidUtf8(word->folded_stem));
      last = word.end;
    }
  }
}

TEST(Analyzer, BearsEndlessWords) {
  const std::string letters(100'000, 'a');
  ASSERT_EQ(Swedish().Analyze(letters).size(), 1U);
  std::string hyphens;
  for (int i = 0; i < 10'000; ++i) hyphens += "ab- ";
  EXPECT_EQ(Swedish().Analyze(hyphens).size(), 10'000U);
}

TEST(Analyzer, ManyThreadsGetTheSameTerms) {
  std::vector<std::string> texts;
  for (const char* head : {"bostad", "skola", "nämnd", "plan", "hem", "vård", "lag"}) {
    for (const char* modifier : {"barn", "stads", "social", "kommun", "familje", "miljö"}) {
      texts.push_back(std::string(modifier) + head + "erna och " + head + "en");
    }
  }
  const auto stems = [&texts](const Analyzer& analyzer) {
    std::string all;
    for (const std::string& text : texts) {
      for (const Word& word : analyzer.Analyze(text)) all += word->stem + ' ' + word->folded_stem + '\n';
    }
    return all;
  };
  // A fresh analyzer, so that the threads meet in an empty cache.
  const auto fresh = Analyzer::Load(LanguageData::FromDataDir(PLANSOK_SOURCE_DIR)).value();
  std::vector<std::string> results(8);
  std::vector<std::thread> threads;
  threads.reserve(results.size());
  for (std::string& result : results) threads.emplace_back([&] { result = stems(*fresh); });
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(results, testing::Each(stems(Swedish())));
}

// Hunspell 1.7 does not outlive the analysis of these.
TEST(Analyzer, AStrayLetterInFrontOfACompoundIsAnUnknownWord) {
  for (const char* word : {"xuppdragsgivare", "xarbetslöshetsersättning", "Xregeringssamarbete",
                           "XAFFÄRSFOLK", "xnederbördsfattig", "xackordsättning"}) {
    EXPECT_EQ(Surfaces(word).size(), 1U) << word;
  }
}

}  // namespace
}  // namespace plansok::text
