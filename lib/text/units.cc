#include "text/units.h"

#include <algorithm>
#include <array>

namespace plansok::text {

bool IsUnit(std::string_view word) {
  static constexpr std::array kUnits = std::to_array<std::string_view>(
      {"kr",     "krona",   "kronor", "tkr",      "mkr",     "mnkr",      "mdkr",    "sek",      "tsek",
       "msek",   "tusen",   "miljon", "miljoner", "miljard", "miljarder", "procent", "promille", "st",
       "stycke", "stycken", "m",      "meter",    "km",      "kilometer", "kvm",     "timme",    "timmar",
       "dag",    "dagar",   "vecka",  "veckor",   "månad",   "månader",   "år"});
  return std::find(kUnits.begin(), kUnits.end(), word) != kUnits.end();
}

}  // namespace plansok::text
