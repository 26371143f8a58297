#include "text/ocr_repair.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/text/ocr_damage.h"

namespace plansok::text {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

std::string ReadFile(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> CorpusFiles() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(PLANSOK_SOURCE_DIR "/corpus")) {
    if (entry.path().extension() == ".txt") {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<std::string> Words(const std::string& text) {
  std::istringstream in(text);
  return {std::istream_iterator<std::string>(in), {}};
}

std::unique_ptr<OcrRepairer> LoadRepairer() {
  auto repairer = OcrRepairer::Load(PLANSOK_SOURCE_DIR, LanguageData::FromDataDir(PLANSOK_SOURCE_DIR));
  EXPECT_TRUE(repairer.ok()) << repairer.status();
  return *std::move(repairer);
}

// Knows no plan: only what ships.
class OcrRepairTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { repairer_ = LoadRepairer(); }
  static void TearDownTestSuite() { repairer_.reset(); }

  static std::string Repair(std::string_view text) { return repairer_->Repair(text); }

  static inline std::unique_ptr<OcrRepairer> repairer_;
};

TEST_F(OcrRepairTest, RepairsWordsByTheirNeighbours) {
  EXPECT_EQ(Repair("Kommunen ska f6lja upp mal och ansvara for stod till dldre."),
            "Kommunen ska följa upp mål och ansvara för stöd till äldre.");
  EXPECT_EQ(Repair("Beslutet galler fran och med den 1 januari 2025."),
            "Beslutet gäller från och med den 1 januari 2025.");
}

TEST_F(OcrRepairTest, KeepsSpacingPunctuationAndLines) {
  EXPECT_EQ(Repair("  (forslag/beslut),\t»dtgérder«\r\n\n miljo- och  hdlsa;\n"),
            "  (förslag/beslut),\t»åtgärder«\r\n\n miljö- och  hälsa;\n");
}

TEST_F(OcrRepairTest, KeepsTheCaseThatWasPrinted) {
  EXPECT_EQ(Repair("Forslag FORSLAG forslag"), "Förslag FÖRSLAG förslag");
  EXPECT_EQ(Repair("de har Ioner enligt lag"), "de har löner enligt lag")
      << "a capital that was a small letter";
}

TEST_F(OcrRepairTest, TakesALoneOneForTheWordUnlessItCounts) {
  EXPECT_EQ(Repair("arbetet 1 kommunen"), "arbetet i kommunen");
  EXPECT_EQ(Repair("enligt 5 kap. 1 § samma lag"), "enligt 5 kap. 1 § samma lag");
  EXPECT_EQ(Repair("1 000 kronor, 1,5 procent, 1. Inledning"), "1 000 kronor, 1,5 procent, 1. Inledning");
}

TEST_F(OcrRepairTest, ReadsAWordThatALinesEndCutAsOne) {
  EXPECT_EQ(Repair("hela stadsom-\nrddet och deras erfarenh-\neter"),
            "hela stadsom-\nrådet och deras erfarenh-\neter");
  EXPECT_EQ(Repair("miljo- och hdlsoarbete\n\nbarn-\noch ungdomsvdrd"),
            "miljö- och hälsoarbete\n\nbarn-\noch ungdomsvård");
}

TEST_F(OcrRepairTest, LeavesTheNumberOfAHeadingAlone) {
  EXPECT_EQ(Repair("ndmnden\n\n1 Inledning\n\narbetet 1 kommunen"),
            "nämnden\n\n1 Inledning\n\narbetet i kommunen");
}

TEST_F(OcrRepairTest, LeavesNumbersAbbreviationsAddressesAndNamesAlone) {
  for (const std::string_view text :
       {"2025-11-11 och 1028/19", "HVB, SIS och MAL", "www.goteborg.se och namn@goteborg.se",
        "bolaget BmSS och Qwxzk AB", "projektet Mutual Benefits"}) {
    EXPECT_EQ(Repair(text), text);
  }
}

TEST_F(OcrRepairTest, StandsAnyBytes) {
  for (const std::string_view text : {std::string_view(""), std::string_view("\xFF\xFE f\xF6r \xC3"),
                                      std::string_view("a\0b", 3), std::string_view("\n\n\n")}) {
    EXPECT_EQ(Repair(text), text);
  }
  const std::string long_word(100'000, 'a');
  EXPECT_EQ(Repair(long_word), long_word);
}

TEST_F(OcrRepairTest, AssessesAScanAsDamaged) {
  const Damage damage = repairer_->Assess(
      "Genomforandeplan for ndmnden\n\nPlanen utgér fran budget for 2025 som dr beslutad av "
      "kommunfullméktige. Under\n"
      "rubriken mal finns en beskrivande text for hur ndmnden ska arbeta for att bidra till "
      "maluppfyllelse.\n");
  EXPECT_TRUE(damage.repairable);
  EXPECT_EQ(damage.swedish_letter_share, 0);
  EXPECT_GT(damage.unknown_share, 0.1);
  EXPECT_GT(damage.explained_share, 0.8);
}

TEST_F(OcrRepairTest, LeavesSoundSwedishAndOtherLanguagesUnrepaired) {
  for (const std::string_view text :
       {"Nämnden ska följa upp mål och åtgärder för äldre, så att stödet når fram där det behövs.",
        "The municipality shall provide early support to children and families, and the housing department "
        "must report "
        "every year how many households were evicted and what could have been done about it before they "
        "were.",
        "Die Gemeinde soll Kinder und Familien unterstützen. Das Amt berichtet jedes Jahr, wie viele "
        "Haushalte ihre "
        "Wohnung verloren haben und was man vorher hätte tun sollen, damit es nicht wieder geschieht.",
        "Kommunen skal give tidlig hjælp til børn og familier, og forvaltningen skal hvert år rapportere, "
        "hvor mange "
        "husstande der blev sat ud af deres bolig, og hvad man kunne have gjort for at undgå det.",
        "", "2025 2026 1 2 3", "Namn Namnsson"}) {
    EXPECT_FALSE(repairer_->Assess(text).repairable) << text;
  }
}

TEST_F(OcrRepairTest, NoSoundPlanCountsAsDamagedAndTheScannedOneDoes) {
  for (const fs::path& file : CorpusFiles()) {
    const bool scanned = file.string().find("nordost") != std::string::npos;
    EXPECT_EQ(repairer_->Assess(ReadFile(file)).repairable, scanned) << file;
  }
}

TEST_F(OcrRepairTest, LearnsWordsOfSoundDocuments) {
  const std::unique_ptr<OcrRepairer> repairer = LoadRepairer();
  const std::string_view scanned = "hos Grdbergahojden AB";
  EXPECT_EQ(repairer->Repair(scanned), scanned);
  repairer->Learn("Bolaget Gråbergahöjden finns i staden.");
  EXPECT_EQ(repairer->Repair(scanned), "hos Gråbergahöjden AB");
}

TEST(OcrRepairerTest, NamesMissingData) {
  const auto repairer = OcrRepairer::Load("/no/such/folder", LanguageData::FromDataDir(PLANSOK_SOURCE_DIR));
  EXPECT_EQ(repairer.status().code(), absl::StatusCode::kNotFound);
  EXPECT_THAT(std::string(repairer.status().message()), HasSubstr("/no/such/folder/ocr/"));
  LanguageData language = LanguageData::FromDataDir(PLANSOK_SOURCE_DIR);
  language.dictionary = "/no/such/sv.dic";
  const auto without_dictionary = OcrRepairer::Load(PLANSOK_SOURCE_DIR, language);
  EXPECT_THAT(std::string(without_dictionary.status().message()), HasSubstr("/no/such/sv.dic"));
}

// Each sound plan in turn: damaged, and repaired with what the other plans and the shipped data know.
class LeaveOnePlanOutTest : public ::testing::TestWithParam<fs::path> {};

TEST_P(LeaveOnePlanOutTest, FewWordsStayWrong) {
  const std::unique_ptr<OcrRepairer> repairer = LoadRepairer();
  for (const fs::path& file : CorpusFiles()) {
    if (const std::string text = ReadFile(file); file != GetParam() && !repairer->Assess(text).repairable) {
      repairer->Learn(text);
    }
  }
  const std::string truth = ReadFile(GetParam());
  const std::string scanned = DamageAsScan(truth, 20250101);
  EXPECT_TRUE(repairer->Assess(scanned).repairable);
  const std::vector<std::string> want = Words(truth);
  const std::vector<std::string> before = Words(scanned);
  const std::vector<std::string> after = Words(repairer->Repair(scanned));
  ASSERT_EQ(after.size(), want.size());
  int damaged = 0;
  int wrong = 0;
  int broken = 0;
  for (std::size_t i = 0; i < want.size(); ++i) {
    damaged += before[i] != want[i] ? 1 : 0;
    wrong += after[i] != want[i] ? 1 : 0;
    broken += before[i] == want[i] && after[i] != want[i] ? 1 : 0;
  }
  const auto words = static_cast<double>(want.size());
  RecordProperty("word_error_rate", std::to_string(wrong / words));
  EXPECT_GT(damaged / words, 0.2);
  EXPECT_LE(wrong / words, 0.01) << wrong << " of " << words;
  EXPECT_LE(broken / words, 0.003) << broken << " of " << words;
}

std::vector<fs::path> SoundPlans() {
  std::vector<fs::path> files = CorpusFiles();
  std::erase_if(files,
                [](const fs::path& file) { return file.string().find("nordost") != std::string::npos; });
  return files;
}

INSTANTIATE_TEST_SUITE_P(Corpus, LeaveOnePlanOutTest, ::testing::ValuesIn(SoundPlans()),
                         [](const ::testing::TestParamInfo<fs::path>& info) {
                           return "Plan" + std::to_string(info.index);
                         });

}  // namespace
}  // namespace plansok::text
