#include "text/language_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "text/analyzer.h"
#include "text/word_list.h"

namespace plansok::text {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class LanguageDataTest : public testing::Test {
 protected:
  LanguageDataTest() {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  ~LanguageDataTest() override { fs::remove_all(folder_); }

  static void Write(const fs::path& file, std::string_view content) {
    std::ofstream(file, std::ios::binary) << content;
  }

  const LanguageData source_ = LanguageData::FromDataDir(PLANSOK_SOURCE_DIR);
  const fs::path folder_ =
      fs::path(testing::TempDir()) / testing::UnitTest::GetInstance()->current_test_info()->name();
};

TEST_F(LanguageDataTest, ACopyHasTheSameFingerprintAndAnalyzesAlike) {
  ASSERT_TRUE(source_.CopyTo(folder_).ok());
  const LanguageData copy = LanguageData::FromFolder(folder_);
  EXPECT_EQ(copy.Fingerprint().value(), source_.Fingerprint().value());
  const auto analyzer = Analyzer::Load(copy);
  ASSERT_TRUE(analyzer.ok()) << analyzer.status();
  EXPECT_EQ((*analyzer)->Analyze("bostäderna").front()->stem, (*analyzer)->Analyze("bostad").front()->stem);
}

TEST_F(LanguageDataTest, AnyChangeChangesTheFingerprint) {
  ASSERT_TRUE(source_.CopyTo(folder_).ok());
  const LanguageData copy = LanguageData::FromFolder(folder_);
  std::ofstream(copy.stopwords, std::ios::app) << "\nhej\n";
  EXPECT_NE(copy.Fingerprint().value(), source_.Fingerprint().value());
}

TEST_F(LanguageDataTest, AMissingFileIsNamed) {
  ASSERT_TRUE(source_.CopyTo(folder_).ok());
  const LanguageData copy = LanguageData::FromFolder(folder_);
  for (const fs::path& file :
       {copy.affix, copy.dictionary, copy.stopwords, copy.lemma_exceptions, copy.compound_exceptions}) {
    fs::rename(file, file.string() + ".away");
    for (const absl::Status& status :
         {copy.Fingerprint().status(), Analyzer::Load(copy).status(), copy.CopyTo(testing::TempDir())}) {
      EXPECT_EQ(status.code(), absl::StatusCode::kNotFound);
      EXPECT_THAT(std::string(status.message()), HasSubstr(file.string()));
    }
    fs::rename(file.string() + ".away", file);
  }
}

TEST_F(LanguageDataTest, AForeignFileIsRefused) {
  ASSERT_TRUE(source_.CopyTo(folder_).ok());
  const LanguageData copy = LanguageData::FromFolder(folder_);
  const std::pair<fs::path, std::string_view> wrong[] = {
      {copy.affix, "hello\n"},
      {copy.dictionary, "not a count\nord\n"},
      {copy.stopwords, "och eller\n"},
      {copy.stopwords, "m\xE5l\n"},
      {copy.lemma_exceptions, "bostäder\n"},
      {copy.lemma_exceptions, "bostäder bostad\nbostäder bo\n"},
      {copy.derivations, "-het\n"},
      {copy.synonyms, "avhysning vräkning\n"},
      {copy.question_words, "vad gör\n"},
  };
  for (const auto& [file, content] : wrong) {
    ASSERT_TRUE(source_.CopyTo(folder_).ok());
    Write(file, content);
    const absl::Status status = Analyzer::Load(copy).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << content;
    EXPECT_THAT(std::string(status.message()), HasSubstr(file.string()));
  }
}

TEST_F(LanguageDataTest, CopyingNowhereFails) {
  EXPECT_EQ(source_.CopyTo(folder_ / "missing").code(), absl::StatusCode::kInternal);
}

TEST_F(LanguageDataTest, WordListsHaveCommentsAndNormalForms) {
  const fs::path file = folder_ / "list.txt";
  Write(file, "# comment\n\n  Åt # at the end\r\nO\u0308ver\n");
  EXPECT_THAT(ReadWordSet(file).value(), testing::UnorderedElementsAre("åt", "över"));
}

// A dictionary in Latin-1 must be asked and answer in UTF-8.
TEST_F(LanguageDataTest, ADictionaryInLatin1Works) {
  ASSERT_TRUE(source_.CopyTo(folder_).ok());
  const LanguageData copy = LanguageData::FromFolder(folder_);
  Write(copy.affix, "SET ISO8859-1\nSFX D Y 1\nSFX D 0 en .\n");
  Write(copy.dictionary, "1\n\xE5lg\xE5rd/D\n");
  const auto analyzer = Analyzer::Load(copy);
  ASSERT_TRUE(analyzer.ok()) << analyzer.status();
  EXPECT_TRUE((*analyzer)->Knows("ålgården"));
  EXPECT_FALSE((*analyzer)->Knows("αβγ"));
  EXPECT_EQ((*analyzer)->Analyze("ålgården").front()->stem, "ålgård");
}

}  // namespace
}  // namespace plansok::text
