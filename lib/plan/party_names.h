/// Lines that name political parties: under a motion, who moved it.
#ifndef PLANSOK_PLAN_PARTY_NAMES_H_
#define PLANSOK_PLAN_PARTY_NAMES_H_

#include <string_view>

namespace plansok::plan {

/// Whether a line holds nothing but names of political parties; a scanning error or two pass.
bool IsPartyNames(std::string_view line);

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_PARTY_NAMES_H_
