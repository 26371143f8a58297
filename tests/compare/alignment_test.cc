#include "compare/alignment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <random>

namespace plansok::compare {
namespace {

std::vector<Match> AlignNow(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  return Align(a, b, [] { return absl::OkStatus(); }).value();
}

using Numbers = std::vector<std::uint32_t>;

// The textbook's table, as a reference.
std::size_t LongestCommonLength(const Numbers& a, const Numbers& b) {
  std::vector<std::vector<std::size_t>> length(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      length[i][j] =
          a[i - 1] == b[j - 1] ? length[i - 1][j - 1] + 1 : std::max(length[i - 1][j], length[i][j - 1]);
    }
  }
  return length[a.size()][b.size()];
}

Numbers Random(std::mt19937& random, std::size_t longest, std::uint32_t letters) {
  Numbers numbers(random() % (longest + 1));
  for (std::uint32_t& number : numbers) number = static_cast<std::uint32_t>(random()) % letters;
  return numbers;
}

void ExpectAscendingAndEqual(const Numbers& a, const Numbers& b, const std::vector<Match>& matches) {
  Match before{-1, -1};
  for (const Match& match : matches) {
    ASSERT_LT(before.a, match.a);
    ASSERT_LT(before.b, match.b);
    ASSERT_EQ(a.at(static_cast<std::size_t>(match.a)), b.at(static_cast<std::size_t>(match.b)));
    before = match;
  }
}

TEST(Alignment, IsALongestCommonSubsequenceOfAnyTwoSequences) {
  std::mt19937 random(1);
  for (int round = 0; round < 5000; ++round) {
    const std::uint32_t letters = 1 + static_cast<std::uint32_t>(round) % 6;
    const Numbers a = Random(random, 25, letters);
    const Numbers b = Random(random, 25, letters);
    const std::vector<Match> matches = AlignNow(a, b);
    ExpectAscendingAndEqual(a, b, matches);
    ASSERT_EQ(LongestCommonLength(a, b), matches.size()) << "round " << round;
  }
}

TEST(Alignment, IsTheSameBothWays) {
  std::mt19937 random(2);
  for (int round = 0; round < 2000; ++round) {
    const Numbers a = Random(random, 30, 3);
    const Numbers b = Random(random, 30, 3);
    std::vector<Match> mirrored = AlignNow(b, a);
    for (Match& match : mirrored) std::swap(match.a, match.b);
    ASSERT_EQ(mirrored, AlignNow(a, b)) << "round " << round;
  }
}

TEST(Alignment, OfNothingIsNothing) {
  EXPECT_TRUE(AlignNow({}, {}).empty());
  EXPECT_TRUE(AlignNow({1, 2}, {}).empty());
  EXPECT_TRUE(AlignNow({}, {1, 2}).empty());
}

TEST(Alignment, OfTextsThatDifferTooMuchIsTheirBeginningAndEnd) {
  Numbers a = {1, 2};
  Numbers b = {1, 2};
  for (std::uint32_t i = 0; i < 5000; ++i) {
    a.push_back(10 + i);
    b.push_back(100'000 + i);
    if (i % 100 == 0) {  // in common, but out of reach
      a.push_back(5);
      b.push_back(5);
    }
  }
  a.push_back(3);
  b.push_back(3);
  const std::vector<Match> matches = AlignNow(a, b);
  ExpectAscendingAndEqual(a, b, matches);
  EXPECT_EQ(3U, matches.size());
}

}  // namespace
}  // namespace plansok::compare
