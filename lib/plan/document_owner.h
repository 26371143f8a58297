/// Whose plan a document is.
#ifndef PLANSOK_PLAN_DOCUMENT_OWNER_H_
#define PLANSOK_PLAN_DOCUMENT_OWNER_H_

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "plan/document_title.h"
#include "plan/first_pages.h"
#include "plan/vocabulary.h"

namespace plansok::plan {

/// The committees or companies whose plan a document of this title and kind is, in order; empty where it does
/// not tell.
std::vector<Named> DocumentOwners(const std::optional<Title>& title, std::string_view kind,
                                  std::span<const PageLine> pages, const Vocabulary& vocabulary);

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_DOCUMENT_OWNER_H_
