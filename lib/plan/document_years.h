/// The years a document is for.
#ifndef PLANSOK_PLAN_DOCUMENT_YEARS_H_
#define PLANSOK_PLAN_DOCUMENT_YEARS_H_

#include <span>
#include <string_view>
#include <vector>

#include "plan/first_pages.h"

namespace plansok::plan {

/// The years of the title, or those that the first pages introduce as the document's own; ascending, empty
/// where they do not tell.
std::vector<int> DocumentYears(std::string_view title, std::string_view kind,
                               std::span<const PageLine> pages);

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_DOCUMENT_YEARS_H_
