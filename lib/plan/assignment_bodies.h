/// Who does what in an assignment's sentence.
#ifndef PLANSOK_PLAN_ASSIGNMENT_BODIES_H_
#define PLANSOK_PLAN_ASSIGNMENT_BODIES_H_

#include <vector>

#include "plan/letters.h"
#include "plan/name_index.h"
#include "plan/plan.h"

namespace plansok::plan {

/// A name and its part in the assignment.
struct BodyHit {
  int name = -1;
  BodyRole role = BodyRole::kUnspecified;
};

/// The parts that `names` (in order) play in `assignment`. Left out: those that only give it, are reported
/// to, or are otherwise just mentioned.
std::vector<BodyHit> RolesIn(const Letters& assignment, const std::vector<NameHit>& names);

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_ASSIGNMENT_BODIES_H_
