/// What announces a list: "De lokala miljömålen är:" above its items.
///
/// An item quoted alone ("Blandat avfall ska vara nära noll 2026") does not say what it is one of.
#ifndef PLANSOK_PLAN_LEAD_IN_H_
#define PLANSOK_PLAN_LEAD_IN_H_

#include <string>

#include "plan/document.h"

namespace plansok::plan {

/// Follows a document's blocks from first to last.
class LeadIn {
 public:
  /// Takes the next block. What announces the list that it is an item of, as printed: the last sentence of
  /// the block above the list, which ends in a colon; "" where it is no item of such a list.
  std::string Of(const Block& block);

  /// A heading ends a list.
  void End() { sentence_.clear(); }

 private:
  std::string sentence_;  // of the list that may go on
};

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_LEAD_IN_H_
