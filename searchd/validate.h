/// Requests checked field by field and turned into the index's own values, before any work is done for them.
///
/// Every function gathers all violations of a request, not the first alone, into one INVALID_ARGUMENT.
#ifndef PLANSOK_SEARCHD_VALIDATE_H_
#define PLANSOK_SEARCHD_VALIDATE_H_

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "index/searcher.h"
#include "plansok/v1/plan_search_service.pb.h"
#include "query/limits.h"
#include "query/parser.h"
#include "searchd/page_token.h"
#include "searchd/resource_name.h"
#include "searchd/validate_fields.h"

namespace plansok::searchd {

/// The limits that the contract (plan_search_service.proto) documents.
inline constexpr std::size_t kMaxQueryBytes = query::kMaxLineBytes;
inline constexpr int kMaxPageSize = 1000;
inline constexpr int kDefaultPageSize = 10;
inline constexpr int kDefaultPlansPageSize = 100;
inline constexpr int kMaxFilterValues = 256;
inline constexpr int kMinSnippetLength = 40;
inline constexpr int kMaxSnippetLength = 2000;
inline constexpr int kMaxContext = 50;
inline constexpr int kMaxSuggestions = 50;
inline constexpr int kDefaultSuggestions = 8;
inline constexpr int kMaxSimilar = 100;
inline constexpr int kDefaultSimilar = 10;
/// Paragraphs a side of a comparison: many times a plan of real length, and some seconds of a core.
inline constexpr int kMaxComparedParagraphs = 50'000;

/// A search, ready for the index, and what its page tokens are bound to.
struct CheckedSearch {
  index::SearchRequest request;
  PageScope scope;
};

/// What has been typed so far, and how many suggestions are wanted.
struct CheckedSuggest {
  std::string line;
  int limit = 0;
};

/// Whose like are wanted, and how many of them.
struct CheckedSimilar {
  ParagraphName paragraph;
  int limit = 0;
};

/// A search to explain, and the paragraph whose rank is asked for.
struct CheckedExplain {
  index::SearchRequest request;
  std::optional<ParagraphName> paragraph;
};

/// What is to be compared: two plans, or a committee's plans of two years; the other form is empty.
struct CheckedComparison {
  std::string base;  ///< an id: of a plan, or one that no plan has
  std::string other;
  std::vector<std::string> committees;  ///< ids; several where they share a label
  int base_year = 0;
  int other_year = 0;
  std::set<int> changes;  ///< v1::ParagraphPair::Change; empty: all
};

/// A page of plans: positions in the sorted list.
struct CheckedPlansPage {
  int offset = 0;
  int limit = 0;
};

/// `generation` is the one that will answer: it stands in page tokens. `find` knows its values.
absl::StatusOr<CheckedSearch> Validate(const v1::SearchRequest& request, const std::string& generation,
                                       const ValueFinder& find);
absl::StatusOr<index::TableRequest> Validate(const v1::TabulateRequest& request, const ValueFinder& find);
absl::StatusOr<index::ExportRequest> Validate(const v1::ExportRequest& request, const ValueFinder& find);
absl::StatusOr<ParagraphName> Validate(const v1::GetParagraphRequest& request);
absl::StatusOr<CheckedSuggest> Validate(const v1::SuggestRequest& request);
absl::StatusOr<CheckedSimilar> Validate(const v1::FindSimilarRequest& request);
absl::StatusOr<CheckedExplain> Validate(const v1::ExplainRequest& request, const ValueFinder& find);
absl::StatusOr<std::string> Validate(const v1::GetPlanRequest& request);  ///< the plan's id
absl::StatusOr<CheckedPlansPage> Validate(const v1::ListPlansRequest& request, const std::string& generation);

absl::StatusOr<CheckedComparison> Validate(const v1::ComparePlansRequest& request, const ValueFinder& find);

/// What the pages of ListPlans are bound to.
PageScope PlansPageScope(const std::string& generation);

}  // namespace plansok::searchd

#endif  // PLANSOK_SEARCHD_VALIDATE_H_
