/// The kinds of steering documents, in Göteborg's terms: genomförandeplan, verksamhetsplan, program …
#ifndef PLANSOK_PLAN_DOCUMENT_KIND_H_
#define PLANSOK_PLAN_DOCUMENT_KIND_H_

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "plan/first_pages.h"
#include "plan/letters.h"
#include "plan/name_index.h"

namespace plansok::plan {

/// All of them, more telling ones first: a "genomförandeplan för budget" is no budget.
std::span<const std::string_view> DocumentKinds();

/// The first kind that a line names, and where; NameHit::name is an index into DocumentKinds(). Compounds
/// ("avfallsplan", "folkhälsoprogram") are of their last part's kind. A budget only where nothing else is
/// named: "Budget och verksamhetsplan 2028" is a verksamhetsplan that holds a budget.
std::optional<NameHit> KindIn(const Letters& letters);

/// The name of the kind that KindIn() found.
std::string_view KindOf(const NameHit& hit);

/// Whether a kind, or the one that KindIn() found, is the budget, which other documents hold or follow.
bool IsBudget(std::string_view kind);
bool IsBudget(const NameHit& hit);

/// Whether committees plan, report and budget by documents of this kind, or it is not known; the rest is
/// steered by the council.
bool IsCommitteesKind(std::string_view kind);

/// The kind of a document: its title's, or the one that its first pages name most often; "" for none.
std::string DocumentKind(std::string_view title, std::span<const PageLine> pages);

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_DOCUMENT_KIND_H_
