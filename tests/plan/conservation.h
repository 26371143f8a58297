/// Whether all that a generated plan prints is found again in what was read.
#ifndef PLANSOK_TESTS_PLAN_CONSERVATION_H_
#define PLANSOK_TESTS_PLAN_CONSERVATION_H_

#include <string>
#include <string_view>

#include "plan/reader.h"
#include "tests/plan/plan_generator.h"

namespace plansok::plan {

/// Whether each letter stands as often in what was read, paragraphs and furniture, as in the plan. Numbers in
/// front, bullets and table rules may go.
bool Conserves(const GeneratedPlan& truth, const ReadPlan& read);

/// Whether each line, and each cell of a table's line, stands in exactly one paragraph or piece of furniture.
bool ConservesLines(const GeneratedPlan& truth, const ReadPlan& read);

/// Without spaces, line breaks and hyphens: hyphens of line ends stay in a paragraph's text; the analyzer
/// joins their words.
std::string WithoutSpace(std::string_view text);

}  // namespace plansok::plan

#endif  // PLANSOK_TESTS_PLAN_CONSERVATION_H_
