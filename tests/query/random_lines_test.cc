// Holds what Parse promises of any bytes, over lines drawn from what people type and from what nobody should.
#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <string_view>

#include "query/parser.h"
#include "tests/query/promises.h"

namespace plansok::query {
namespace {

constexpr std::array<std::string_view, 44> kPieces = {
    "bostad",   "först",     "vräk*",   "*",    "**",       " ",
    " ",        " ",         "\t",      "(",    ")",        "-",
    "--",       "–",         "\"",      "”",    "»",        "«",
    " OCH ",    " ELLER ",   " INTE ",  "AND",  "OR",       "NOT",
    " NÄRA/5 ", "NEAR/0",    "NÄRA/-3", "mål:", "nämnd:\"", "år:2025..2023",
    "år:",      "2023–2025", ":",       "..",   "http://x", "%",
    "😀",        "\u0301",    "\u202e",  "א",    "\xff",     "\xc3",
    "\x1b[31m", "§"};

std::string RandomLine(std::mt19937& random) {
  std::string line;
  const auto pieces = std::uniform_int_distribution<int>(0, 40)(random);
  for (int i = 0; i < pieces; ++i) {
    if (random() % 16 == 0) {
      line += static_cast<char>(random() % 256);
    } else {
      line += kPieces[random() % kPieces.size()];
    }
  }
  return line;
}

TEST(RandomLinesTest, KeepThePromises) {
  constexpr int kLines = 20'000;
  std::mt19937 random(20'251'122);  // fixed: a failure must come back
  for (int i = 0; i < kLines; ++i) {
    const std::string line = RandomLine(random);
    ASSERT_EQ(BrokenPromise(line), "") << ::testing::PrintToString(line);
  }
}

}  // namespace
}  // namespace plansok::query
