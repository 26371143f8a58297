/// ComparePlans as a plain function, as those of handlers.h.
#ifndef PLANSOK_SEARCHD_COMPARE_PLANS_H_
#define PLANSOK_SEARCHD_COMPARE_PLANS_H_

#include <cstddef>
#include <cstdint>

#include "absl/status/statusor.h"
#include "index/searcher.h"
#include "plansok/v1/plan_search_service.pb.h"
#include "searchd/validate.h"

namespace plansok::searchd {

/// The largest answer the contract promises: far above two plans of real length, and what a server can build
/// for several callers at once.
inline constexpr std::size_t kMaxComparisonBytes = std::size_t{128} << 20U;

struct ComparisonLimits {
  std::size_t max_bytes = kMaxComparisonBytes;
  std::int64_t max_paragraphs = kMaxComparedParagraphs;  ///< a side
};

/// Answers with the number of pairs, for the log. NotFound: a plan, or a committee's plan of a year.
/// ResourceExhausted: a side of more than `max_paragraphs` (nothing is read then), or an
/// answer of more than `max_bytes`.
absl::StatusOr<int> ComparePlans(index::Searcher& searcher, const v1::ComparePlansRequest& request,
                                 const index::Checkpoint& checkpoint, v1::ComparePlansResponse& response,
                                 const ComparisonLimits& limits = {});

}  // namespace plansok::searchd

#endif  // PLANSOK_SEARCHD_COMPARE_PLANS_H_
