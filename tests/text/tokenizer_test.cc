#include "text/tokenizer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "text/normalize.h"

namespace plansok::text {
namespace {

using testing::ElementsAreArray;

std::vector<std::string> Words(std::string_view text) {
  std::vector<std::string> words;
  for (const Token& token : Tokenize(text)) words.push_back(token.word);
  return words;
}

struct Case {
  std::string_view text;
  std::vector<std::string> words;
};

class TokenizerWords : public testing::TestWithParam<Case> {};

TEST_P(TokenizerWords, AreThese) { EXPECT_THAT(Words(GetParam().text), ElementsAreArray(GetParam().words)); }

INSTANTIATE_TEST_SUITE_P(
    Running, TokenizerWords,
    testing::Values(Case{"", {}}, Case{" \n\t–…", {}},
                    Case{"Nämnden ska, enligt mål 3.", {"nämnden", "ska", "enligt", "mål", "3"}},
                    Case{"och/eller", {"och", "eller"}},
                    Case{"tjej- och kvinnojourer", {"tjej", "och", "kvinnojourer"}},
                    Case{"socialnämnd-nordost", {"socialnämnd", "nordost"}},
                    Case{"_kursiv_ **fet**", {"kursiv", "fet"}}, Case{"slut.Nästa", {"slut", "nästa"}},
                    Case{"t.ex. bl.a.", {"t.ex", "bl.a"}}, Case{"www.goteborg.se", {"www.goteborg.se"}},
                    Case{"Rosengren’s d'Arc", {"rosengren's", "d'arc"}},
                    Case{"•Bostad först", {"bostad", "först"}}, Case{"🙂 hej 👨‍👩‍👧", {"hej"}},
                    Case{"日本", {"日", "本"}}, Case{"שלום עולם", {"שלום", "עולם"}},
                    Case{"vräk\u00ADnings\u00ADförebyggande", {"vräkningsförebyggande"}}));

INSTANTIATE_TEST_SUITE_P(Signs, TokenizerWords,
                         testing::Values(Case{"C++, C# och A+B", {"c++", "c#", "och", "a", "b"}},
                                         Case{"HBTQI+-frågor", {"hbtqi+", "frågor"}},
                                         Case{"HBTQI+ personer", {"hbtqi+", "personer"}},
                                         Case{"e-post, E-tjänst", {"e-post", "e-tjänst"}},
                                         Case{"a-c IT-system", {"a", "c", "it", "system"}},
                                         Case{"EU:s HVB:n S:ta", {"eu:s", "hvb:n", "s:ta"}},
                                         Case{"mål:attraktiv", {"mål", "attraktiv"}}, Case{"+ ++ # -", {}}));

INSTANTIATE_TEST_SUITE_P(
    Numbers, TokenizerWords,
    testing::Values(
        Case{"1,5 mnkr och 1.5", {"1,5", "mnkr", "och", "1.5"}}, Case{"3, 4.", {"3", "4"}},
        Case{"772 570 kr", {"772570", "kr"}}, Case{"772\u00A0570", {"772570"}},
        Case{"1\u202F234\u2009567,8", {"1234567,8"}}, Case{"12 3456", {"12", "3456"}},
        Case{"år 2023 100 personer", {"år", "2023", "100", "personer"}}, Case{"012 345", {"012", "345"}},
        Case{"100 200 300 400 500", {"100", "200", "300", "400", "500"}}, Case{"5 100m", {"5", "100m"}},
        Case{"1,5mnkr 20KR 3G 3M", {"1,5", "mnkr", "20", "kr", "3g", "3m"}}, Case{"30dagar", {"30", "dagar"}},
        Case{"5 100kr", {"5100", "kr"}}, Case{"dnr 1028/19", {"dnr", "1028/19"}},
        Case{"2006:637", {"2006:637"}}, Case{"2024/2025", {"2024", "2025"}},
        Case{"2019–2022 2019-2022", {"2019", "2022", "2019", "2022"}},
        Case{"2022-11-17", {"2022", "11", "17"}}, Case{"kl. 10:30", {"kl", "10:30"}},
        Case{"16-åring", {"16", "åring"}}, Case{"3G covid19 39a", {"3g", "covid19", "39a"}},
        Case{"100 % ekologiskt", {"100", "ekologiskt"}}, Case{"1.2.3", {"1.2.3"}}));

INSTANTIATE_TEST_SUITE_P(Sections, TokenizerWords,
                         testing::Values(Case{"§ 39", {"§39"}}, Case{"§39", {"§39"}}, Case{"39 §", {"§39"}},
                                         Case{"5§.", {"§5"}}, Case{"§§ 3–5", {"§3", "5"}},
                                         Case{"2022-11-17 § 39", {"2022", "11", "17", "§39"}},
                                         Case{"§\u00A0"
                                              "39a",
                                              {"§39a"}},
                                         Case{"§ och § §", {"och"}}, Case{"§", {}}));

TEST(Tokenizer, OffsetsAreThePrintedWords) {
  const std::string_view text = "Å 772 570, e-post § 5 mål.";
  std::vector<std::string> printed;
  for (const Token& token : Tokenize(text))
    printed.emplace_back(text.substr(token.begin, token.end - token.begin));
  EXPECT_THAT(printed, testing::ElementsAre("Å", "772 570", "e-post", "§ 5", "mål"));
}

TEST(Tokenizer, DecomposedTextGivesTheSameWords) {
  const std::string_view composed = "Åtgärder för hemlösa: På gården är Ögat é.";
  const std::string decomposed =
      "A\u030Atga\u0308rder fo\u0308r hemlo\u0308sa: Pa\u030A ga\u030Arden a\u0308r O\u0308gat e\u0301.";
  EXPECT_EQ(Words(decomposed), Words(composed));
  for (const Token& token : Tokenize(decomposed)) {
    EXPECT_EQ(NormalizeWord(std::string_view(decomposed).substr(token.begin, token.end - token.begin)),
              token.word);
  }
}

TEST(Tokenizer, IllFormedBytesSeparateWords) {
  EXPECT_THAT(Words("m\xE5l och \xFF\xFEmer\xC3"), testing::ElementsAre("m", "l", "och", "mer"));
  EXPECT_THAT(Words(std::string_view("a\0b", 3)), testing::ElementsAre("a", "b"));
}

bool IsBoundary(std::string_view text, std::size_t offset) {
  return offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80U;
}

void ExpectSound(std::string_view text) {
  std::size_t last = 0;
  for (const Token& token : Tokenize(text)) {
    ASSERT_LE(last, token.begin);
    ASSERT_LT(token.begin, token.end);
    ASSERT_LE(token.end, text.size());
    ASSERT_FALSE(token.word.empty());
    ASSERT_TRUE(IsValidUtf8(token.word));
    ASSERT_TRUE(IsValidUtf8(text.substr(token.begin, token.end - token.begin)));
    if (IsValidUtf8(text)) {
      ASSERT_TRUE(IsBoundary(text, token.begin) && IsBoundary(text, token.end));
    }
    last = token.end;
  }
}

TEST(Tokenizer, AnyBytesGiveSoundTokens) {
  std::mt19937 random(20190101);  // any seed, but the same each run
  std::uniform_int_distribution<int> byte(0, 255);
  for (int round = 0; round < 2000; ++round) {
    std::string text(static_cast<std::size_t>(round % 64), '\0');
    for (char& c : text) c = static_cast<char>(byte(random));
    ExpectSound(text);
  }
}

TEST(Tokenizer, AnyMixOfSignsGivesSoundTokens) {
  const std::vector<std::string_view> pieces = {
      "a", "Å", "ö", "\u0308", "\u00AD", "5", "100", " ",  "\u00A0", "\u202F", "-",      "\u2010", "§",   "+",
      "#", ",", ".", "/",      ":",      "'", "s",   "\n", "日",     "🙂",   "\u200D", "\u0660", "\xC3"};
  std::mt19937 random(4711);
  std::uniform_int_distribution<std::size_t> piece(0, pieces.size() - 1);
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (int i = 0; i < round % 24; ++i) text += pieces[piece(random)];
    ExpectSound(text);
  }
}

}  // namespace
}  // namespace plansok::text
