#include "query/lexer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "query/limits.h"

namespace plansok::query {
namespace {

std::string Lexed(std::string_view line) {
  Notes notes;
  return DebugString(Lex(line, notes));
}

TEST(LexerTest, PrintsTokensWithTheirBytes) {
  EXPECT_EQ(Lexed("först (\"bostad  först\") -vräk*"),
            "0-6 WORD först\n"
            "7-8 OPEN (\n"
            "8-24 PHRASE bostad först\n"
            "24-25 CLOSE )\n"
            "26-27 MINUS -\n"
            "27-33 WORD vräk*\n");
}

TEST(LexerTest, OperatorsAreOperatorsInCapitalsOnly) {
  EXPECT_EQ(Lexed("OCH och Or OR"), "0-3 AND OCH\n4-7 WORD och\n8-10 WORD Or\n11-13 OR OR\n");
}

TEST(LexerTest, AParenthesisInsideAWordIsTheWordsOwn) {
  EXPECT_EQ(Lexed("(medborgare(n))"), "0-1 OPEN (\n1-14 WORD medborgare(n)\n14-15 CLOSE )\n");
}

TEST(LexerTest, AFiltersSpanHoldsNameAndQuotes) {
  EXPECT_EQ(Lexed("x nämnd:\"Nord Ost\"y"), "0-1 WORD x\n2-19 FILTER Nord Ost\n19-20 WORD y\n");
}

TEST(LexerTest, ReadsTheFirstWordsOfManyInPhrasesToo) {
  std::string phrase = "\"";
  for (std::size_t i = 0; i < 2 * kMaxWords; ++i) phrase += "ord ";
  Notes notes;
  const std::vector<Token> tokens = Lex(phrase + "\" och mer", notes);
  ASSERT_EQ(tokens.size(), 1U);
  EXPECT_EQ(tokens[0].text.size(), 4 * kMaxWords - 1);
  EXPECT_EQ(notes.Take().size(), 1U);
}

TEST(LexerTest, ReadsTheFirstTokensOfManySigns) {
  Notes notes;
  EXPECT_EQ(Lex(std::string(2 * kMaxTokens, '('), notes).size(), kMaxTokens);
  EXPECT_THAT(notes.Take(), testing::ElementsAre(kNoteLineTooLong));
}

TEST(LexerTest, ANoteQuotesTheBeginningOfALongValue) {
  Notes notes;
  Lex("år:" + std::string(1000, 'x'), notes);
  const std::vector<std::string> made = notes.Take();
  ASSERT_EQ(made.size(), 1U);
  EXPECT_NE(made[0].find("”" + std::string(kMaxShownLetters, 'x') + "…”"), std::string::npos) << made[0];
}

TEST(LexerTest, ALineTooLongIsCutBetweenCharacters) {
  const std::string line = "x" + std::string(kMaxLineBytes - 2, 'a') + "ååå";
  Notes notes;
  const std::vector<Token> tokens = Lex(line, notes);
  ASSERT_EQ(tokens.size(), 1U);
  EXPECT_EQ(tokens[0].span.end, kMaxLineBytes - 1);  // the first å would end one byte too late
  EXPECT_EQ(notes.Take().size(), 1U);
}

struct Unknown {
  const char* line;
  const char* note;  // "" for none
};

TEST(LexerTest, AWordThatLooksLikeAFieldIsSaidToBeNone) {
  for (const Unknown& row :
       {Unknown{"nämd:nordost", "Det finns inget fält ”nämd”: det läses som text. Menade du nämnd:?"},
        Unknown{"namd:nordost", "Det finns inget fält ”namd”: det läses som text. Menade du nämnd:?"},
        Unknown{"comittee:x", "Det finns inget fält ”comittee”: det läses som text. Menade du nämnd:?"},
        Unknown{"områd:\"tidiga insatser\"",
                "Det finns inget fält ”områd”: det läses som text. Menade du område:?"},
        Unknown{"foo:bar", "Det finns inget fält ”foo”: det läses som text."}, Unknown{"nämnd:nordost", ""},
        Unknown{"10:30", ""}, Unknown{"kl:10", ""}, Unknown{"https://goteborg.se", ""},
        Unknown{"mailto:a@b.se", ""}, Unknown{"VGR:s", ""}, Unknown{"EU:direktiv", ""}, Unknown{"tv:n", ""},
        Unknown{"hvb:erna", ""}, Unknown{"exempel: skola", ""}, Unknown{"skola:", ""}, Unknown{":skola", ""},
        Unknown{"1:a", ""}, Unknown{"agenda2030:mål", ""}}) {
    Notes notes;
    Lex(row.line, notes);
    const std::vector<std::string> said = notes.Take();
    EXPECT_EQ(said.empty() ? "" : said.front(), row.note) << row.line;
  }
}

TEST(OpenQuote, IsTheFirstThatIsNeverClosed) {
  EXPECT_EQ(OpenQuote("barn \"unga"), 5U);
  EXPECT_EQ(OpenQuote("\"barn\" \"unga »x"), 7U);
  EXPECT_EQ(OpenQuote("nämnd:\"social nord"), 7U);  // bytes
  EXPECT_EQ(OpenQuote("»barn \"mänskliga r"), 0U);
  EXPECT_EQ(OpenQuote("\"barn och unga\""), std::nullopt);
  EXPECT_EQ(OpenQuote("5\" barn"), std::nullopt);
  EXPECT_EQ(OpenQuote(""), std::nullopt);
}

}  // namespace
}  // namespace plansok::query
