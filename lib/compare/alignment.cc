#include "compare/alignment.h"

#include <algorithm>
#include <cstddef>
#include <span>

namespace plansok::compare {
namespace {

/// Steps of one edit made between two looks at the checkpoint.
constexpr int kStepsBetweenChecks = 16;

using Sequence = std::span<const std::uint32_t>;

/// Where the furthest paths stand after d edits, by diagonal -d..d: how far they are in `a`.
using Frontier = std::vector<int>;

int& At(Frontier& frontier, int diagonal) {
  return frontier[static_cast<std::size_t>(diagonal) + frontier.size() / 2];
}
int At(const Frontier& frontier, int diagonal) {
  return frontier[static_cast<std::size_t>(diagonal) + frontier.size() / 2];
}

class Search {
 public:
  Search(Sequence a, Sequence b) : a_(a), b_(b) {}

  absl::StatusOr<std::vector<Match>> Run(const text::Checkpoint& checkpoint) {
    const int longest = std::min(static_cast<int>(a_.size() + b_.size()), kMostEdits);
    for (int edits = 0; edits <= longest; ++edits) {
      if (edits % kStepsBetweenChecks == 0) {
        if (absl::Status status = checkpoint(); !status.ok()) return status;
      }
      if (Advance(edits)) return Backtrack(edits);
    }
    return std::vector<Match>();
  }

 private:
  /// Whether the step to `diagonal` with one edit more comes from the diagonal above: an element of b.
  static bool ComesDown(const Frontier& before, int edits, int diagonal) {
    if (diagonal == -edits) return true;
    if (diagonal == edits) return false;
    const int above = diagonal + 1 <= edits - 1 ? At(before, diagonal + 1) : -1;
    const int left = diagonal - 1 >= -(edits - 1) ? At(before, diagonal - 1) : -1;
    return left < above;
  }

  static int Start(const Frontier& before, int edits, int diagonal) {
    if (edits == 0) return 0;
    return ComesDown(before, edits, diagonal) ? At(before, diagonal + 1) : At(before, diagonal - 1) + 1;
  }

  /// One edit more on every diagonal; true when the end is reached.
  bool Advance(int edits) {
    Frontier frontier(2 * static_cast<std::size_t>(edits) + 1, -1);
    const Frontier none;
    const Frontier& before = edits == 0 ? none : frontiers_.back();
    const int n = static_cast<int>(a_.size());
    const int m = static_cast<int>(b_.size());
    bool reached = false;
    for (int diagonal = -edits; diagonal <= edits && !reached; diagonal += 2) {
      int x = Start(before, edits, diagonal);
      while (x < n && x - diagonal < m && x >= 0 && x - diagonal >= 0 && Equal(x, x - diagonal)) ++x;
      At(frontier, diagonal) = x;
      reached = x >= n && x - diagonal >= m;
    }
    frontiers_.push_back(std::move(frontier));
    return reached;
  }

  std::vector<Match> Backtrack(int edits) const {
    std::vector<Match> matches;
    int x = static_cast<int>(a_.size());
    int y = static_cast<int>(b_.size());
    for (; edits >= 0; --edits) {
      const Frontier none;
      const Frontier& before = edits == 0 ? none : frontiers_[static_cast<std::size_t>(edits) - 1];
      const int diagonal = x - y;
      const int start = Start(before, edits, diagonal);
      while (x > start) matches.push_back({--x, --y});
      if (edits == 0) break;
      if (ComesDown(before, edits, diagonal)) {
        --y;
      } else {
        --x;
      }
    }
    std::reverse(matches.begin(), matches.end());
    return matches;
  }

  bool Equal(int x, int y) const {
    return a_[static_cast<std::size_t>(x)] == b_[static_cast<std::size_t>(y)];
  }

  Sequence a_;
  Sequence b_;
  std::vector<Frontier> frontiers_;  // by number of edits
};

/// Of the sequences' common beginning, or, reversed, end.
template <class Iterator>
int CommonLength(Iterator a, Iterator a_end, Iterator b, Iterator b_end) {
  return static_cast<int>(std::mismatch(a, a_end, b, b_end).first - a);
}

absl::StatusOr<std::vector<Match>> AlignOrdered(const std::vector<std::uint32_t>& a,
                                                const std::vector<std::uint32_t>& b,
                                                const text::Checkpoint& checkpoint) {
  const int n = static_cast<int>(a.size());
  const int m = static_cast<int>(b.size());
  const int head = CommonLength(a.begin(), a.end(), b.begin(), b.end());
  const int tail = CommonLength(a.rbegin(), a.rend() - head, b.rbegin(), b.rend() - head);
  std::vector<Match> matches;
  for (int i = 0; i < head; ++i) matches.push_back({i, i});
  const auto middle = [head, tail](const std::vector<std::uint32_t>& whole) {
    return Sequence(whole).subspan(static_cast<std::size_t>(head),
                                   whole.size() - static_cast<std::size_t>(head + tail));
  };
  const auto between = Search(middle(a), middle(b)).Run(checkpoint);
  if (!between.ok()) return between.status();
  for (const Match& match : *between) matches.push_back({match.a + head, match.b + head});
  for (int i = tail; i > 0; --i) matches.push_back({n - i, m - i});
  return matches;
}

}  // namespace

absl::StatusOr<std::vector<Match>> Align(const std::vector<std::uint32_t>& a,
                                         const std::vector<std::uint32_t>& b,
                                         const text::Checkpoint& checkpoint) {
  // Where several subsequences are longest, the algorithm prefers deletions: so that both directions agree,
  // the pair is always taken in one order.
  if (a <= b) return AlignOrdered(a, b, checkpoint);
  absl::StatusOr<std::vector<Match>> matches = AlignOrdered(b, a, checkpoint);
  if (!matches.ok()) return matches;
  for (Match& match : *matches) std::swap(match.a, match.b);
  return matches;
}

}  // namespace plansok::compare
