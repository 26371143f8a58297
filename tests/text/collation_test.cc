#include "text/collation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace plansok::text {
namespace {

using testing::ElementsAre;

TEST(SwedishOrder, PutsTheThreeLettersLastAndCapitalsBesideSmall) {
  // Ö is before Ä in Unicode's own order, and Z before both; é goes with e.
  EXPECT_THAT(SwedishOrder({"Örgryte", "Älvsborg", "Åby", "Zenit", "angered", "Ezra", "Éva", "Backa"}),
              ElementsAre(7, 6, 5, 4, 0, 3, 2, 1));
}

TEST(SwedishOrder, GivesEqualLabelsOnePlace) {
  EXPECT_THAT(SwedishOrder({"Vård", "Bo", "Vård", "vård"}), ElementsAre(2, 0, 2, 1));
  EXPECT_THAT(SwedishOrder({}), ElementsAre());
}

}  // namespace
}  // namespace plansok::text
