#include "text/units.h"

#include <algorithm>
#include <array>

namespace plansok::text {

bool IsUnit(std::string_view word) {
  static constexpr std::array<std::string_view, 26> kUnits = {
      "kr",    "krona",     "tkr",     "mkr",     "mnkr",     "mdkr",  "sek",    "tsek", "msek",
      "tusen", "miljon",    "miljard", "procent", "promille", "st",    "stycke", "m",    "meter",
      "km",    "kilometer", "kvm",     "timme",   "dag",      "vecka", "månad",  "år"};
  return std::find(kUnits.begin(), kUnits.end(), word) != kUnits.end();
}

}  // namespace plansok::text
