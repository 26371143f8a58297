/// The title that a document prints on its first pages, or in its running headers and footers.
#ifndef PLANSOK_PLAN_DOCUMENT_TITLE_H_
#define PLANSOK_PLAN_DOCUMENT_TITLE_H_

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "plan/first_pages.h"
#include "plan/vocabulary.h"

namespace plansok::plan {

struct Title {
  std::string text;
  std::size_t first = 0;  ///< of the first pages' lines; their number where it stands on none of them
  std::size_t last = 0;   ///< inclusive
  double score = 0;       ///< higher is more of a title; 0: none
};

/// The title of the document of these lines, with these first pages.
std::optional<Title> FindTitle(std::span<const std::string> lines, std::span<const PageLine> pages,
                               const Vocabulary& vocabulary);

/// "Göteborgs Stads plan för ...": whether a title says that the document is the whole city's.
bool IsCityWide(std::string_view title);

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_DOCUMENT_TITLE_H_
