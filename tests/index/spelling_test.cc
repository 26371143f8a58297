#include "index/spelling.h"

#include <gtest/gtest.h>

namespace plansok::index {
namespace {

int Distance(std::u32string_view typed, std::u32string_view word, int max_distance = 2) {
  const int cost = SpellingCost(typed, word, max_distance);
  return cost == kTooFar ? -1 : cost / kEdit;
}

TEST(Spelling, CountsEdits) {
  EXPECT_EQ(0, Distance(U"skola", U"skola"));
  EXPECT_EQ(1, Distance(U"skoal", U"skola"));
  EXPECT_EQ(1, Distance(U"sola", U"skola"));
  EXPECT_EQ(1, Distance(U"sskola", U"skola"));
  EXPECT_EQ(1, Distance(U"skolan", U"skola"));
  EXPECT_EQ(1, Distance(U"kola", U"skola"));
  EXPECT_EQ(1, Distance(U"segragation", U"segregation"));
  EXPECT_EQ(2, Distance(U"segragatoin", U"segregation"));
  EXPECT_EQ(2, Distance(U"ab", U""));
  EXPECT_EQ(-1, Distance(U"skola", U"sola", 0));
  EXPECT_EQ(-1, Distance(U"ksoal", U"skola", 1));
  EXPECT_EQ(-1, Distance(U"hemlöshet", U"lekplats"));
}

TEST(Spelling, IsAlikeBothWays) {
  for (const auto& [a, b] : {std::pair(U"nämnden", U"nämdnen"), std::pair(U"samverkan", U"sammvärkan"),
                             std::pair(U"upphandling", U"uphandlign"), std::pair(U"abc", U"ca")}) {
    EXPECT_EQ(Distance(a, b), Distance(b, a));
  }
}

TEST(Spelling, SlipsThatSwedishInvitesCostLess) {
  const auto cost = [](std::u32string_view typed, std::u32string_view word) {
    return SpellingCost(typed, word, 1);
  };
  const int other = cost(U"tragg", U"trygg");
  for (const auto& [typed, word] :
       {std::pair(U"tryg", U"trygg"), std::pair(U"tryygg", U"trygg"), std::pair(U"mäl", U"mål"),
        std::pair(U"trgyg", U"trygg"), std::pair(U"läkä", U"läka")}) {
    EXPECT_EQ(kEdit, cost(typed, word));
    EXPECT_LT(cost(typed, word), other);
  }
}

TEST(Spelling, LettersTypedBareAreNoEditsWhereAllAre) {
  EXPECT_EQ(1, Distance(U"hemlohset", U"hemlöshet", 1));
  EXPECT_EQ(1, Distance(U"hallbraht", U"hållbarht"));
  EXPECT_EQ(2, Distance(U"hållbarhät", U"hällbarhet"));
}

TEST(Spelling, NeverComparesWhatIsTooLong) {
  const std::u32string longest(kMaxSpellingLength, U'a');
  EXPECT_EQ(0, SpellingCost(longest, longest, 2));
  EXPECT_EQ(kTooFar, SpellingCost(longest + U'a', longest, 2));
}

TEST(Spelling, KnowsSwedishLetters) {
  EXPECT_TRUE(IsSwedishLetters(U"åäöaz"));
  for (const auto* word : {U"2028", U"1,5", U"e-post", U"муж", U"Stad"}) EXPECT_FALSE(IsSwedishLetters(word));
}

}  // namespace
}  // namespace plansok::index
