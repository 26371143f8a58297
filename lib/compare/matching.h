/// Who is whose successor. For this room only.
///
/// From the surest to the boldest, and never twice: the same words under the same goal; the same words
/// elsewhere; similar words under the same goal; similar words elsewhere. Assignments go first, and their
/// answers follow them: what is answered is the same, however new the answer. Last, a goal that one side
/// prints oftener than the other (in its list of goals, and above its text) is each time matched as its match
/// is.
#ifndef PLANSOK_COMPARE_MATCHING_H_
#define PLANSOK_COMPARE_MATCHING_H_

#include <cstddef>
#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "compare/items.h"

namespace plansok::compare {

/// Similar enough under the same goal: half of what both say, by weight, is the same. Where less is, readers
/// see two paragraphs.
inline constexpr double kSimilarUnderGoal = 0.5;
/// Under another goal nothing but the words speaks for it, so two thirds must be the same.
inline constexpr double kSimilarElsewhere = 0.67;
/// Shorter paragraphs ("Uppdraget pågår") say the same under any goal: that they stand elsewhere, too, is no
/// sign that they moved.
inline constexpr std::uint32_t kTellingWords = 5;

/// Each item's match on the other side; nullopt: new or gone. A match's match is the item itself, but for the
/// repetitions of a goal, which share one.
struct Matching {
  std::vector<std::optional<std::size_t>> other_of;  ///< by base item
  std::vector<std::optional<std::size_t>> base_of;   ///< by other item
};

/// Errors: what `checkpoint` returns.
absl::StatusOr<Matching> MatchItems(const Items& items, const text::Checkpoint& checkpoint);

}  // namespace plansok::compare

#endif  // PLANSOK_COMPARE_MATCHING_H_
