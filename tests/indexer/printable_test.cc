#include "indexer/printable.h"

#include <gtest/gtest.h>

namespace plansok::indexer {
namespace {

TEST(Printable, LetsNothingCommandATerminal) {
  EXPECT_EQ("Bostad först\n\t§ 5", Printable("Bostad först\n\t§ 5"));
  EXPECT_EQ("\uFFFD[31mröd", Printable("\x1b[31mröd"));
  EXPECT_EQ("a\uFFFDb\uFFFDc", Printable("a\u009Bb\u202Ec"));
  EXPECT_EQ("x\uFFFDy", Printable("x\xffy"));
  EXPECT_EQ("😀", Printable("😀"));
}

}  // namespace
}  // namespace plansok::indexer
