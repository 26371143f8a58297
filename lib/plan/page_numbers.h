/// Pages by their printed numbers, for files that came without form feeds.
#ifndef PLANSOK_PLAN_PAGE_NUMBERS_H_
#define PLANSOK_PLAN_PAGE_NUMBERS_H_

#include <string_view>
#include <vector>

#include "plan/document.h"

namespace plansok::plan {

/// The page that a line of furniture prints: "Sida 3 av 20" -> 3, "Verksamhetsplan 2024 6 (17)" -> 6,
/// "- 12 -" -> 12; 0 where it prints none.
int PrintedPage(std::string_view line);

/// Sets the page of every line, once the furniture is marked. Only numbers that rise, most of them by one,
/// are believed; where they leave a page out, the lines between are on no known page.
void NumberPages(std::vector<Line>& lines);

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_PAGE_NUMBERS_H_
