/// What became of one plan in another: which paragraphs were kept, reworded, added and removed, goal by goal.
///
///     paragraphs -> words and stems (items.h) -> who is whose successor (matching.h)
///                -> word by word (word_difference.h) -> by goal
///
/// Every paragraph of both sides stands in exactly one pair (of those that are not wanted, none is made), but
/// for a goal's sentence that the other side prints oftener: it stands beside each. Comparing the other way
/// round gives the same pairs with their sides changed.
#ifndef PLANSOK_COMPARE_COMPARE_H_
#define PLANSOK_COMPARE_COMPARE_H_

#include <array>
#include <cstddef>
#include <optional>
#include <set>
#include <vector>

#include "absl/status/statusor.h"
#include "compare/word_difference.h"
#include "plan/plan.h"
#include "text/analyzer.h"
#include "text/checkpoint.h"

namespace plansok::compare {

/// What is compared: most often one plan; a committee's year may have several.
using Side = std::vector<plan::Plan>;

enum class Change {
  kKept,      ///< word for word, but for case, punctuation and line breaks
  kReworded,  ///< the same paragraph in other words
  kAdded,
  kRemoved,
};

inline constexpr std::array kAllChanges = {Change::kKept, Change::kReworded, Change::kAdded,
                                           Change::kRemoved};

/// A paragraph of a side: side[plan].paragraphs[paragraph].
struct Place {
  std::size_t plan = 0;
  std::size_t paragraph = 0;

  friend bool operator==(const Place&, const Place&) = default;
};

/// A paragraph and its successor; one of them is missing where it is new or gone.
struct Pair {
  std::optional<Place> base;
  std::optional<Place> other;
  Change change = Change::kKept;
  std::vector<Span> difference;  ///< where it is reworded; as printed, matched as read (word_difference.h)
};

struct Counts {
  int kept = 0;
  int reworded = 0;
  int added = 0;
  int removed = 0;

  friend bool operator==(const Counts&, const Counts&) = default;
};

struct GoalComparison {
  /// Other's own, or one that neither other nor a goal of its family in other succeeds; nullopt: of no goal.
  std::optional<plan::Goal> goal;
  std::vector<Pair> pairs;  ///< those wanted, in other's order, with what is gone where it stood
  Counts counts;            ///< over all, wanted or not
};

struct Comparison {
  std::vector<GoalComparison> goals;  ///< in other's order, then base's own; of no goal last
  Counts counts;
};

/// Compares. Takes time in proportion to the words on both sides: 4 s of one core for
/// 2 x 20,000 paragraphs of 39 words (11 s with a cold analyzer), a quarter of them reworded.
/// Only pairs of the changes `wanted` are made, and nothing is compared word by word for the others.
/// Errors: what `checkpoint` returns. Thread-safe.
absl::StatusOr<Comparison> Compare(const Side& base, const Side& other, const std::set<Change>& wanted,
                                   const text::Analyzer& analyzer, const text::Checkpoint& checkpoint);

}  // namespace plansok::compare

#endif  // PLANSOK_COMPARE_COMPARE_H_
