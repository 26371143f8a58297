/// Made-up plans with known truth: layout × committee × years × goals × line width, by seed. Words are
/// hyphenated at line ends, and pages break in mid-sentence.
///
/// Each paragraph holds a code word that stands nowhere else, so that it can be found again whatever the
/// reader made of the page. The same seed gives the same plan on every platform.
#ifndef PLANSOK_TESTS_PLAN_PLAN_GENERATOR_H_
#define PLANSOK_TESTS_PLAN_PLAN_GENERATOR_H_

#include <cstdint>
#include <string>
#include <vector>

#include "plan/plan.h"

namespace plansok::plan {

/// How a generated plan is laid out.
enum class Layout {
  kImplementation,  ///< "Mål:", numbered goals, "Inriktningar:", bulleted "Uppdrag:"
  kActivity,        ///< numbered headings, areas, tables of tab-separated cells, running footers
  kMarkdown,        ///< "#" headings, pipe tables with and without pipes at the edges, columns in two orders
  kColumns,         ///< numbered headings; columns torn into lines, the year fused to the answer
  kForm,            ///< "1." chapters; "Uppdrag:", "Uppdragsår:", "Svar:" in front of each part
  kSpaced,          ///< pages as `pdftotext -layout` gives them: columns parted by spaces, cells wrapped
  kTwoColumns,      ///< running text in two columns side by side
  kHtml,            ///< a whole page of HTML, with and without named letters
};
inline constexpr int kLayouts = 8;

struct GeneratedParagraph {
  std::string code;  ///< found in this paragraph alone
  std::string text;  ///< in one line, without bullets
  Kind kind = Kind::kText;
  std::string goal;  ///< label; "" for none
  int assignment_year = 0;
  Origin origin = Origin::kUnspecified;
};

struct GeneratedPlan {
  Layout layout = Layout::kImplementation;
  std::string text;       ///< the file
  std::string committee;  ///< label
  std::vector<int> years;
  std::string document_kind;
  std::vector<GeneratedParagraph> paragraphs;
};

/// The plan of a seed.
GeneratedPlan GeneratePlan(std::uint32_t seed);

}  // namespace plansok::plan

#endif  // PLANSOK_TESTS_PLAN_PLAN_GENERATOR_H_
