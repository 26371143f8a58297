/// Words for what a number counts: money, measures, time.
#ifndef PLANSOK_TEXT_UNITS_H_
#define PLANSOK_TEXT_UNITS_H_

#include <string_view>

namespace plansok::text {

/// Whether `word`, in normal form, a base form or a plural, says what a number counts ("1,5 mnkr", "3 år"),
/// rather than what it is about.
bool IsUnit(std::string_view word);

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_UNITS_H_
