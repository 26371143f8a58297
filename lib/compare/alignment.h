/// A longest common subsequence of two sequences of numbers.
///
/// Source: E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986), the greedy
/// algorithm of section 4.
#ifndef PLANSOK_COMPARE_ALIGNMENT_H_
#define PLANSOK_COMPARE_ALIGNMENT_H_

#include <cstdint>
#include <vector>

#include "absl/status/statusor.h"
#include "text/checkpoint.h"

namespace plansok::compare {

/// Positions of equal elements, one in each sequence.
struct Match {
  int a = 0;
  int b = 0;

  friend bool operator==(const Match&, const Match&) = default;
};

/// Beyond so many insertions and deletions two texts have nothing to do with each other: only what they begin
/// and end with is aligned then. Bounds memory to some 16 MiB and time to a few milliseconds.
inline constexpr int kMostEdits = 2000;

/// The matches, ascending in both. Align(b, a) gives the same with a and b changed. Errors: what `checkpoint`
/// returns. Pure but for that.
absl::StatusOr<std::vector<Match>> Align(const std::vector<std::uint32_t>& a,
                                         const std::vector<std::uint32_t>& b,
                                         const text::Checkpoint& checkpoint);

}  // namespace plansok::compare

#endif  // PLANSOK_COMPARE_ALIGNMENT_H_
