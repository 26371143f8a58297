#include "text/normalize.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace plansok::text {
namespace {

struct Case {
  std::string_view input;
  std::string_view normal;
  std::string_view folded;
};

TEST(Normalize, WordsHaveANormalAndAFoldedForm) {
  const Case cases[] = {
      {"", "", ""},
      {"Mål", "mål", "mal"},
      {"HEMLÖSHET", "hemlöshet", "hemloshet"},
      {"ÅÄÖåäö", "åäöåäö", "aaoaao"},
      {"A\u030Atga\u0308rd", "åtgärd", "atgard"},  // decomposed
      {"O\u0308\u0323rn", "örn", "orn"},           // a second, foreign mark
      {"idé", "ide", "ide"},
      {"ide\u0301", "ide", "ide"},
      {"Müller", "muller", "muller"},
      {"Łódź", "lodz", "lodz"},
      {"façade", "facade", "facade"},
      {"Ærø", "ärö", "aro"},
      {"Straße", "strasse", "strasse"},
      {"vräknings\u00ADförebyggande", "vräkningsförebyggande", "vrakningsforebyggande"},
      {"of\uFB01ciell", "officiell", "officiell"},  // ligature fi
      {"m²", "m2", "m2"},
      {"e\u2011post", "e-post", "e-post"},
      {"ΑΘΉΝΑ", "αθηνα", "αθηνα"},
      {"1028/19", "1028/19", "1028/19"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(NormalizeWord(c.input), c.normal) << c.input;
    EXPECT_EQ(FoldWord(c.input), c.folded) << c.input;
  }
}

TEST(Normalize, NormalFormIsItsOwnNormalForm) {
  // Every letter that may stand in a word of a language written in Latin letters.
  for (char32_t code = 0x41; code < 0x250; ++code) {
    std::string letter;
    if (code < 0x80) {
      letter = static_cast<char>(code);
    } else {
      letter = {static_cast<char>(0xC0U | (code >> 6U)), static_cast<char>(0x80U | (code & 0x3FU))};
    }
    const std::string normal = NormalizeWord(letter);
    EXPECT_EQ(NormalizeWord(normal), normal) << letter;
    // A Greek letter sends the word the way of ICU, which must agree with the short way.
    EXPECT_EQ(NormalizeWord(letter + "α"), normal + "α") << letter;
    EXPECT_EQ(FoldWord(normal), FoldWord(letter)) << letter;
  }
}

TEST(Normalize, NfcKeepsCaseAndPunctuation) {
  EXPECT_EQ(ToNfc("A\u030A, O\u0308!"), "Å, Ö!");
  EXPECT_EQ(ToNfc("§ 39 – Mål"), "§ 39 – Mål");
  EXPECT_EQ(ToNfc(""), "");
}

TEST(Normalize, IllFormedBytesBecomeTheReplacementCharacter) {
  EXPECT_EQ(ToNfc("a\xFF"), "a\uFFFD");
  EXPECT_EQ(NormalizeWord("m\xE5l"), "m\uFFFDl");
}

TEST(Normalize, TellsUtf8) {
  EXPECT_TRUE(IsValidUtf8(""));
  EXPECT_TRUE(IsValidUtf8("mål 🙂"));
  for (const std::string_view bytes :
       {"m\xE5l", "\xC3", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\x80", "\xC0\xAF"}) {
    EXPECT_FALSE(IsValidUtf8(bytes));
  }
}

TEST(Normalize, CapitalizesNames) {
  EXPECT_EQ(Capitalized("göteborg"), "Göteborg");
  EXPECT_EQ(Capitalized("örgryte"), "Örgryte");
  EXPECT_EQ(Capitalized("åre"), "Åre");
  EXPECT_EQ(Capitalized("1028"), "1028");
  EXPECT_EQ(Capitalized(""), "");
}

TEST(Normalize, CountsCodePoints) {
  EXPECT_EQ(CodePointCount(""), 0U);
  EXPECT_EQ(CodePointCount("mål"), 3U);
  EXPECT_EQ(CodePointCount("🙂…"), 2U);
}

TEST(StartsWithCapital, KnowsNamesAndAbbreviations) {
  for (const char* word : {"AB", "SSPF", "Éva", "Öckerö", "A", "E\u0301va"})
    EXPECT_TRUE(StartsWithCapital(word)) << word;
  for (const char* word : {"", "ab", "éva", "öckerö", "§", "39", "\xC3"})
    EXPECT_FALSE(StartsWithCapital(word)) << word;
}

}  // namespace
}  // namespace plansok::text
