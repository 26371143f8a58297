#include "tests/plan/plan_generator.h"

#include <utility>

#include "tests/plan/plan_layouts.h"

namespace plansok::plan {

GeneratedPlan GeneratePlan(std::uint32_t seed) {
  PlanWriter writer(seed, kLayouts);
  switch (writer.plan().layout) {
    case Layout::kImplementation:
      WriteImplementation(writer);
      break;
    case Layout::kActivity:
      WriteActivity(writer);
      break;
    case Layout::kMarkdown:
      WriteMarkdown(writer);
      break;
    case Layout::kColumns:
      WriteColumns(writer);
      break;
    case Layout::kForm:
      WriteForm(writer);
      break;
    case Layout::kSpaced:
      WriteSpaced(writer);
      break;
    case Layout::kTwoColumns:
      WriteTwoColumns(writer);
      break;
    case Layout::kHtml:
      WriteHtml(writer);
      break;
  }
  return std::move(writer.plan());
}

}  // namespace plansok::plan
