#include "client/terminal.h"

#include <gtest/gtest.h>

#include <string>

#include "client/suggestion.h"

namespace plansok::client {
namespace {

TEST(PrintableTest, KeepsTextAndTheNumberOfItsCodePoints) {
  EXPECT_EQ(Printable("Bostad först 😀"), "Bostad först 😀");
  EXPECT_EQ(Printable("a\tb\nc\u00a0d"), "a b c\u00a0d");
  EXPECT_EQ(Printable("\x1b[31m\x7f\xc2\x9b\xe2\x80\xae"), "\uFFFD[31m\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(Printable("f\xf6rst"), "f\uFFFDrst");
  EXPECT_EQ(Cells("å\x1b\n😀").size(), 4U);
}

TEST(WidthTest, CountsColumns) {
  EXPECT_EQ(Width("först"), 5);
  EXPECT_EQ(Width("fo\u0308rst"), 5);
  EXPECT_EQ(Width("日本"), 4);
  EXPECT_EQ(Width("😀"), 2);
}

TEST(ShortenedTest, EndsInAnEllipsisWhereSomethingIsCut) {
  EXPECT_EQ(Shortened("nämnden", 7), "nämnden");
  EXPECT_EQ(Shortened("nämnden", 4), "näm…");
  EXPECT_EQ(Shortened("日本語", 4), "日…");
}

TEST(WrappedTest, BreaksAtSpaces) {
  const Terminal terminal = {24, false};
  EXPECT_EQ(Wrapped(terminal, 2, "alla barn har rätt till en trygg uppväxt"),
            "  alla barn har rätt\n  till en trygg uppväxt\n");
  EXPECT_EQ(Wrapped(terminal, 0, "exakt tjugofyra tecken, x"), "exakt tjugofyra tecken,\nx\n");
  EXPECT_EQ(Wrapped(terminal, 0, std::string(50, 'x')),
            std::string(24, 'x') + '\n' + std::string(24, 'x') + "\nxx\n");
  EXPECT_EQ(Wrapped(terminal, 2, ""), "");
}

TEST(WrappedTest, AMatchOverALineBreakIsSetOffOnBothLines) {
  std::vector<Cell> cells = Cells("en trygg uppväxt för barn");
  for (std::size_t i = 9; i < 20; ++i) cells[i].marked = true;
  EXPECT_EQ(Wrapped({20, true}, 0, cells), "en trygg \x1b[1;4;33muppväxt för\x1b[0m\nbarn\n");
  EXPECT_EQ(Wrapped({24, true}, 4, cells), "    en trygg \x1b[1;4;33muppväxt för\x1b[0m\n    barn\n");
}

TEST(NearestTest, FindsWhatWasMeant) {
  EXPECT_EQ(Nearest("serach", {"search", "show", "status"}), "search");
  EXPECT_EQ(Nearest("mal", {"mål", "typ"}), "mål");
  EXPECT_EQ(Nearest("xyz", {"search", "show"}), "");
  EXPECT_EQ(Nearest(std::string(10'000, 'x'), {"search"}), "");
}

}  // namespace
}  // namespace plansok::client
