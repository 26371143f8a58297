/// The layouts of generated plans, each a function that writes one (plan_generator.h).
#ifndef PLANSOK_TESTS_PLAN_PLAN_LAYOUTS_H_
#define PLANSOK_TESTS_PLAN_PLAN_LAYOUTS_H_

#include "tests/plan/plan_writer.h"

namespace plansok::plan {

// plan_layouts.cc: line by line.
void WriteImplementation(PlanWriter& writer);
void WriteActivity(PlanWriter& writer);
void WriteMarkdown(PlanWriter& writer);
void WriteColumns(PlanWriter& writer);
void WriteForm(PlanWriter& writer);

// plan_page_layouts.cc: whole pages.
void WriteSpaced(PlanWriter& writer);
void WriteTwoColumns(PlanWriter& writer);
void WriteHtml(PlanWriter& writer);

}  // namespace plansok::plan

#endif  // PLANSOK_TESTS_PLAN_PLAN_LAYOUTS_H_
