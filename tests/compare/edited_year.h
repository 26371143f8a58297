/// A plan as it might look next year, with known truth: paragraphs kept, reworded, dropped, added and moved.
#ifndef PLANSOK_TESTS_COMPARE_EDITED_YEAR_H_
#define PLANSOK_TESTS_COMPARE_EDITED_YEAR_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "plan/plan.h"

namespace plansok::compare {

struct EditedYear {
  plan::Plan plan;
  std::map<std::size_t, std::size_t> base_of;  ///< paragraph of `plan` -> paragraph it was made from
};

/// The same seed gives the same year on every platform. A reworded paragraph has a tenth to a third of its
/// words replaced by others of `strangers`, left out, or one more beside them; added ones are strangers.
EditedYear EditPlan(const plan::Plan& base, const std::vector<plan::Paragraph>& strangers,
                    std::uint32_t seed);

}  // namespace plansok::compare

#endif  // PLANSOK_TESTS_COMPARE_EDITED_YEAR_H_
