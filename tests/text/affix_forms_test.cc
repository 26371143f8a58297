#include "text/affix_forms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace plansok::text {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class AffixFormsTest : public ::testing::Test {
 protected:
  AffixFormsTest() { std::filesystem::create_directories(folder_); }
  ~AffixFormsTest() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path Write(const std::string& name, std::string_view text) const {
    std::ofstream(folder_ / name) << text;
    return folder_ / name;
  }

  // "word" for a word, "word-" for a modifier only, "word+" for both.
  static std::vector<std::string> Marked(const std::vector<AffixForm>& forms) {
    std::vector<std::string> result;
    for (const AffixForm& form : forms) {
      result.push_back(form.spelling + (form.modifier ? (form.word ? "+" : "-") : ""));
    }
    return result;
  }

  std::filesystem::path folder_ =
      std::filesystem::path(::testing::TempDir()) /
      (std::string("affix_forms_") + ::testing::UnitTest::GetInstance()->current_test_info()->name());
};

TEST_F(AffixFormsTest, AppliesSuffixesWhereTheirConditionHolds) {
  const auto affixes = Write("x.aff",
                             "SET UTF-8\nFORBIDDENWORD %\nNEEDAFFIX !\nONLYINCOMPOUND Z\nCOMPOUNDBEGIN X\n"
                             "SFX D Y 2\nSFX D 0 en [^ae]\nSFX D a an a\n"
                             "SFX v Y 1\nSFX v 0 s/XZ .\n");
  const auto words = Write("x.dic", "7\nplan/Dv\nskola/D\ngata\nfel/%D\nstam/!D\nbl.a.\nang.\n3G/D\n");
  const auto forms = ExpandDictionary(affixes, words);
  ASSERT_TRUE(forms.ok()) << forms.status();
  EXPECT_THAT(Marked(*forms),
              ElementsAre("ang", "gata", "plan", "planen", "plans-", "skola", "skolan", "stamen"));
}

TEST_F(AffixFormsTest, MergesASpellingThatIsMadeTwice) {
  const auto affixes =
      Write("x.aff", "SET UTF-8\nONLYINCOMPOUND Z\nCOMPOUNDBEGIN X\nSFX v Y 1\nSFX v 0 s/XZ .\n");
  const auto forms = ExpandDictionary(affixes, Write("x.dic", "2\nlov/v\nlovs\n"));
  ASSERT_TRUE(forms.ok()) << forms.status();
  EXPECT_THAT(Marked(*forms), ElementsAre("lov", "lovs+"));
}

TEST_F(AffixFormsTest, NamesWhatItCannotRead) {
  const auto dictionary = Write("x.dic", "1\nplan\n");
  const auto missing = ExpandDictionary(folder_ / "none.aff", dictionary);
  EXPECT_EQ(missing.status().code(), absl::StatusCode::kNotFound);
  EXPECT_THAT(std::string(missing.status().message()), HasSubstr("none.aff"));
  const auto latin = ExpandDictionary(Write("x.aff", "SET ISO8859-1\n"), dictionary);
  EXPECT_EQ(latin.status().code(), absl::StatusCode::kInvalidArgument);
}

TEST(AffixFormsOfSwedishTest, HoldInflectionsAndModifiers) {
  const auto forms = ExpandDictionary("/usr/share/hunspell/sv_SE.aff", "/usr/share/hunspell/sv_SE.dic");
  ASSERT_TRUE(forms.ok()) << forms.status();
  const auto find = [&forms](std::string_view spelling) {
    const auto place =
        std::lower_bound(forms->begin(), forms->end(), spelling,
                         [](const AffixForm& form, std::string_view s) { return form.spelling < s; });
    return place != forms->end() && place->spelling == spelling ? *place : AffixForm{};
  };
  for (const std::string_view word : {"n\xE4mnden", "n\xE4mndernas", "skolorna", "f\xF6ljer"}) {
    EXPECT_TRUE(find(word).word) << word;
  }
  EXPECT_TRUE(find("bostads").modifier);
  EXPECT_TRUE(find("skol").modifier);
  EXPECT_FALSE(find("n\xE4mndens").modifier);
}

}  // namespace
}  // namespace plansok::text
