/// Owners of plans that no vocabulary knows, by how committees and companies are named.
#ifndef PLANSOK_PLAN_WORDED_OWNER_H_
#define PLANSOK_PLAN_WORDED_OWNER_H_

#include <optional>
#include <string_view>

#include "plan/plan.h"

namespace plansok::plan {

/// The committee or company that a line of a cover, or the end of a title, names: "Valnämnden", "Nämnden för
/// konsument- och medborgarservice", "Verksamhetsplan 2024 för Valnämnden", "Valnämndens verksamhetsplan",
/// "Grefab AB". Labelled as printed, in the nominative. Nothing for a line that merely mentions one.
std::optional<Named> WordedOwner(std::string_view line);

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_WORDED_OWNER_H_
