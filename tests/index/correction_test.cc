// Correction over a small generation: what is corrected, to what, and what is left alone.
#include "index/correction.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "index/generation.h"
#include "index/searcher.h"
#include "index/writer.h"
#include "text/language_data.h"

namespace plansok::index {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

plan::Plan MakePlan(const std::string& id, const std::vector<std::string>& texts) {
  plan::Plan plan;
  plan.id = plan.title = id;
  plan.committees = {{"namnd", "Nämnd"}};
  plan.years = {2024};
  for (const std::string& text : texts) {
    plan::Paragraph& paragraph = plan.paragraphs.emplace_back();
    paragraph.id = fmt::format("{:012x}", plan.paragraphs.size());
    paragraph.text = text;
    paragraph.kind = plan::Kind::kText;
    paragraph.committees = plan.committees;
    paragraph.years = plan.years;
  }
  return plan;
}

plan::Plan SoundPlan() {
  return MakePlan("sound", {"Segregationen ska minska genom upphandling av bostäder 2018.",
                            "Samverkan mot hemlöshet i Göteborg kostar 15,5 mnkr.",
                            "HBV och trygghet är viktigt för barn.", "Trygghet och hållbarhet för alla barn.",
                            "Stadens budget för skolan.", "Budgeten fördelas till skolan.",
                            "En vision för integration och planering.", "Vi följer barnkonventionsarbetet.",
                            "Mer om barnkonventionsarbetet.", "Allt barnkonventionsarbetet kräver.",
                            "Lagen om bost och kost.", "Ge stöd till mödrar.", "Fäders stöd till barn.",
                            "Hon stod kvar.", "Läs mer i kvirrboken.", "Se kvirrboken, och flarkboken."});
}

/// A scan whose words came out wrong, often in the same way.
plan::Plan DamagedPlan() {
  plan::Plan plan = MakePlan("damaged", {"Ndmnder for klimqtet", "Ndmnder och klimqtet", "Ndmnder klimqtet"});
  for (plan::Paragraph& paragraph : plan.paragraphs) paragraph.repaired_text = "Nämnder för klimatet";
  plan.paragraphs[1].repaired_text = "Nämnder och klimatet";
  plan.paragraphs[2].repaired_text = "Nämnder klimatet";
  return plan;
}

class CorrectionTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::filesystem::temp_directory_path() / fmt::format("plansok-correction-{}", getpid());
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    const auto language = text::LanguageData::FromDataDir(PLANSOK_SOURCE_DIR);
    auto builder = GenerationBuilder::Begin(folder_);
    ASSERT_TRUE(builder.ok()) << builder.status();
    const Generation generation = builder->generation();
    std::filesystem::create_directories(generation.language());
    ASSERT_TRUE(language.CopyTo(generation.language()).ok());
    auto writer = Writer::Create(generation.database(), text::Analyzer::Load(language).value(),
                                 language.Fingerprint().value());
    ASSERT_TRUE(writer.ok()) << writer.status();
    for (const plan::Plan& plan : {SoundPlan(), DamagedPlan()}) ASSERT_TRUE(writer->Add(plan).ok());
    ASSERT_TRUE(writer->Finish().ok());
    ASSERT_TRUE(builder->Publish().ok());
    const auto current = CurrentGeneration(folder_);
    ASSERT_TRUE(current.ok()) << current.status();
    snapshot_ = Snapshot::Open(*current).value();
  }

  static void TearDownTestSuite() {
    snapshot_.reset();
    std::filesystem::remove_all(folder_);
  }

  static SearchResult Search(const std::string& line, bool correct = true) {
    SearchRequest request;
    request.query = query::Parse(line);
    request.correct = correct;
    return Searcher::Open(snapshot_)->Search(request, [] { return absl::OkStatus(); }).value();
  }

  static inline std::filesystem::path folder_;
  static inline std::shared_ptr<const Snapshot> snapshot_;
};

struct Corrected {
  const char* typed;
  const char* searched;
};

TEST_F(CorrectionTest, MistypedWordsBecomeThePlansWords) {
  for (const auto& [typed, searched] : {
           Corrected{"segragationen", "segregationen"},
           Corrected{"segragation", "segregation"},  // printed in another form
           Corrected{"upphandlign", "upphandling"},
           Corrected{"Uphandling", "upphandling"},
           Corrected{"hemlohset", "hemlöshet"},
           Corrected{"samvärkan", "samverkan"},
           Corrected{"tryghett", "trygghet"},
           Corrected{"rtygghet", "trygghet"},
           Corrected{"bugdet", "budget"},
           Corrected{"barnkonvensionsarbetet", "barnkonventionsarbetet"},
           Corrected{"segragationen, upphandlign?", "segregationen, upphandling?"},
           Corrected{"skolan segragationen år:2024", "skolan segregationen år:2024"},
           Corrected{"skolan ELLER segragationen", "skolan ELLER segregationen"},
           Corrected{"(segragationen budget)", "(segregationen budget)"},
           Corrected{"segragationen -skolan", "segregationen -skolan"},
           Corrected{"klimated", "klimatet"},
           Corrected{"segragationen NÄRA/3 upphandlign", "segregationen NÄRA/3 upphandling"},
           Corrected{"skollan", "skolan"},        // no skollån
           Corrected{"kvirboken", "kvirrboken"},  // the city's own word, printed twice
       }) {
    EXPECT_EQ(searched, Search(typed).corrected_query) << typed;
  }
}

TEST_F(CorrectionTest, APhraseGetsItsLettersBackWhereThatMakesItFound) {
  EXPECT_EQ("\"stöd till mödrar\"", Search("\"stod till modrar\"").corrected_query);
  EXPECT_EQ(1, Search("\"stod till modrar\"").total);
  EXPECT_EQ("barn \"stöd till barn\"", Search("barn  \"stod till barn\"", true).corrected_query.erase(4, 1));
  EXPECT_EQ("", Search("\"stod till modrar\"", false).corrected_query);
  EXPECT_EQ(0, Search("\"stod till modrar\"", false).total);
  for (const char* typed : {"\"hon stod\"", "\"stod till fäder\"", "\"samverkan mot hemloshet\""}) {
    EXPECT_EQ("", Search(typed).corrected_query) << typed;
  }
  EXPECT_EQ("\"nämnder för klimatet\"", Search("\"namnder for klimatet\"").corrected_query);
  EXPECT_EQ(1, Search("\"samverkan mot hemloshet\"").total);  // can only be hemlöshet
  EXPECT_EQ(1, Search("hemloshet NÄRA/3 samverkan").total);
}

TEST_F(CorrectionTest, WhatMayBeRightIsLeftAlone) {
  for (const char* typed : {
           "",
           "%",
           "2028",
           "2017",
           "1,5",
           "15,4",
           "HVB",
           "hvb",  // numbers, abbreviations
           "SEGRAGATION",
           "eBudgte",  // capitals inside
           "budget",
           "budgeten",
           "skolor",
           "hemloshet",
           "bost",  // in the index, in some reading
           "Ndmnder",
           "klimqtet",  // as printed in a bad scan
           "visioner",
           "vispen",
           "häst",  // Swedish words, though in no plan
           "homelessness",
           "schools",
           "Lindqvist",
           "Zlatan",
           "муж",  // other languages, names
           "\"segragationen\"",
           "segragat*",
           "-segragationen",  // written with care
           "mål:segragationen",
           "skolan INTE segragationen",
           "ndmndre",  // near damage only, or too far
           "qqqqqqqq",
           "flarrkboken",  // near what is printed once, and no word
           "och",
       }) {
    EXPECT_EQ("", Search(typed).corrected_query) << typed;
  }
}

TEST_F(CorrectionTest, CorrectsBeforeItCountsWhichWordsMatch) {
  const SearchResult result = Search("segragationen upphandling");
  EXPECT_EQ(1, result.total);
  EXPECT_THAT(result.dropped_words, IsEmpty());
  EXPECT_THAT(result.notes, IsEmpty());
}

TEST_F(CorrectionTest, AHitSaysWhichTypedWordItAnswers) {
  const SearchResult result = Search("segragation upphandling");
  EXPECT_EQ("segregation upphandling", result.corrected_query);
  ASSERT_EQ(1U, result.hits.size());
  EXPECT_THAT(result.hits[0].matched_as, ElementsAre(MatchedAs{"segragation", "Segregationen", ""}));
  EXPECT_THAT(result.hits[0].snippet.highlights, Contains(text::Range{0, 13}));
}

TEST_F(CorrectionTest, SearchesAsTypedWhereThatIsWanted) {
  const SearchResult result = Search("segragationen", false);
  EXPECT_EQ(0, result.total);
  EXPECT_EQ("", result.corrected_query);
}

TEST_F(CorrectionTest, CorrectsOnlyTheFirstWordsOfALineOfNonsense) {
  std::string line;
  for (int i = 0; i < 100; ++i) line += "segragationen ";
  const std::string corrected = Search(line).corrected_query;
  EXPECT_TRUE(corrected.starts_with("segregationen ")) << corrected;
  EXPECT_TRUE(corrected.ends_with("segragationen ")) << corrected;
}

TEST(CorrectedLine, KeepsWhatStandsAroundTheWords) {
  const std::vector<Correction> corrections = {{"ab", "abba", {1, 4}}, {"cd", "c", {6, 8}}};
  EXPECT_EQ("(abba,  c)", CorrectedLine("(ab,  cd)", corrections));
  EXPECT_EQ("", CorrectedLine("(ab,  cd)", {}));
  EXPECT_EQ("abba", CorrectedLine("a\xc2\xad"
                                  "b",
                                  {{"ab", "abba", {0, 4}}}));
}

}  // namespace
}  // namespace plansok::index
