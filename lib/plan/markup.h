/// The markup that converters leave in the rows of tables.
#ifndef PLANSOK_PLAN_MARKUP_H_
#define PLANSOK_PLAN_MARKUP_H_

#include <string>
#include <string_view>
#include <vector>

namespace plansok::plan {

/// The cells of a row, parted by tabs, or by pipes where it begins with one. Tags and entities still stand.
std::vector<std::string_view> SplitCells(std::string_view row);

/// The paragraphs and bullets inside a cell, each without markup and bullet; never empty strings. Tags may be
/// left open or missing; bullets run together in one line are parted ("• a • b", "<ul>- a- b").
std::vector<std::string> CellParts(std::string_view cell);

/// Whether a row of pipes is nothing but the rule under the titles: "|---|:--|".
bool IsPipeRule(std::string_view row);

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_MARKUP_H_
