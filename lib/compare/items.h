/// The paragraphs of both sides, ready to be matched. For this room only.
#ifndef PLANSOK_COMPARE_ITEMS_H_
#define PLANSOK_COMPARE_ITEMS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "compare/compare.h"

namespace plansok::compare {

/// Assignments succeed assignments and answers succeed answers; what else a paragraph is may be read
/// differently out of next year's layout.
enum class Role { kAssignment, kAnswer, kOther };

/// A stem of a paragraph. Numbers are by alphabet, so that both directions of a comparison agree.
struct Term {
  std::uint32_t number = 0;
  std::uint32_t count = 0;
};

/// A paragraph.
struct Item {
  const plan::Paragraph* paragraph = nullptr;
  Place place;
  Role role = Role::kOther;
  std::uint32_t goal = 0;     ///< its own; kNoGoal: of none
  std::uint32_t family = 0;   ///< of its goal; kNoGoal: of none
  std::uint32_t wording = 0;  ///< the same words in the same order, the same number
  std::uint32_t word_count = 0;
  std::vector<Term> terms;                 ///< by number
  std::uint64_t weight = 0;                ///< of all its terms
  std::optional<std::size_t> counterpart;  ///< an assignment's answer, or the other way round: an item
};

inline constexpr std::uint32_t kNoGoal = 0;

/// Both sides, and how telling each term is among all their paragraphs.
struct Items {
  std::vector<Item> base;
  std::vector<Item> other;
  std::vector<std::uint64_t> term_weight;  ///< by number; whole numbers, so that sums know no order
};

/// The text that is compared: repaired where it was repaired.
std::string_view ComparedText(const plan::Paragraph& paragraph);

/// The sides must outlive the items. Errors: what `checkpoint` returns.
absl::StatusOr<Items> ReadItems(const Side& base, const Side& other, const text::Analyzer& analyzer,
                                const text::Checkpoint& checkpoint);

/// How much two paragraphs have in common, 0 to 1: twice the weight of the terms that both have, of the
/// weight of all (the Dice coefficient, weighted). The same both ways.
double Similarity(const Item& a, const Item& b, const std::vector<std::uint64_t>& term_weight);

}  // namespace plansok::compare

#endif  // PLANSOK_COMPARE_ITEMS_H_
