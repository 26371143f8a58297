#include "text/edit_distance.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace plansok::text {
namespace {

// By the definition, cell by cell.
std::size_t WholeTable(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> cell(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        cell[i][j] = i + j;
        continue;
      }
      const std::size_t changed = cell[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      cell[i][j] = std::min({cell[i - 1][j] + 1, cell[i][j - 1] + 1, changed});
    }
  }
  return cell[a.size()][b.size()];
}

TEST(EditDistance, CountsLettersChangedMissingAndTooMany) {
  EXPECT_EQ(EditDistance("", ""), 0U);
  EXPECT_EQ(EditDistance("nordost", ""), 7U);
  EXPECT_EQ(EditDistance("nordost", "nordvast"), 2U);
  EXPECT_EQ(EditDistance("centrum", "centrom"), 1U);
}

TEST(EditDistance, WithinABoundIsWhatItIsWithout) {
  std::mt19937 random(7);
  const auto made_up = [&random] {
    std::string word(random() % 12, 'a');
    for (char& letter : word) letter = static_cast<char>('a' + random() % 3);
    return word;
  };
  for (int i = 0; i < 5000; ++i) {
    const std::string a = made_up();
    const std::string b = made_up();
    const std::size_t distance = WholeTable(a, b);
    EXPECT_EQ(EditDistance(a, b), distance) << a << ' ' << b;
    for (std::size_t most = 0; most < 14; ++most) {
      EXPECT_EQ(EditDistance(a, b, most), std::min(distance, most + 1)) << a << ' ' << b << ' ' << most;
    }
  }
}

}  // namespace
}  // namespace plansok::text
