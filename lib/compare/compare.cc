#include "compare/compare.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <utility>

#include "compare/items.h"
#include "compare/matching.h"

namespace plansok::compare {
namespace {

/// Word differences made between two looks at the checkpoint.
constexpr int kDifferencesBetweenChecks = 16;

void Count(Change change, Counts& counts) {
  switch (change) {
    case Change::kKept:
      ++counts.kept;
      break;
    case Change::kReworded:
      ++counts.reworded;
      break;
    case Change::kAdded:
      ++counts.added;
      break;
    case Change::kRemoved:
      ++counts.removed;
      break;
  }
}

using MaybeItem = std::optional<std::size_t>;

/// A base item that is gone, and the other item that it is shown after: the successor of what it followed.
struct Gone {
  std::size_t base = 0;
  MaybeItem after;
};

/// The items of a goal.
struct Group {
  std::uint32_t family = kNoGoal;
  std::optional<plan::Goal> goal;
  std::vector<std::size_t> other;  ///< all
  std::vector<Gone> gone;
};

/// Lays items out by goal.
class Layout {
 public:
  Layout(const Items& items, const Matching& matching) : items_(items), matching_(matching) {}

  std::vector<Group> Groups() {
    for (std::size_t i = 0; i < items_.other.size(); ++i) GroupOf(items_.other[i]).other.push_back(i);
    std::unordered_map<std::uint32_t, MaybeItem> last_match;  // by family, of the base items so far
    for (std::size_t i = 0; i < items_.base.size(); ++i) {
      const Item& item = items_.base[i];
      const MaybeItem match = matching_.other_of[i];
      if (!match) {
        GroupOf(item).gone.push_back({i, last_match[item.family]});
      } else if (items_.other[*match].family == item.family) {
        last_match[item.family] = match;
      }
    }
    std::stable_partition(groups_.begin(), groups_.end(),
                          [](const Group& group) { return group.family != kNoGoal; });
    return std::move(groups_);
  }

  /// A group's pairs of items, in order.
  std::vector<std::pair<MaybeItem, MaybeItem>> Order(const Group& group) const {
    std::vector<std::pair<MaybeItem, MaybeItem>> order;
    std::unordered_map<std::size_t, std::vector<std::size_t>> gone_after;  // by other item
    for (const Gone& gone : group.gone) {
      if (gone.after) {
        gone_after[*gone.after].push_back(gone.base);
      } else {
        order.emplace_back(gone.base, std::nullopt);
      }
    }
    for (const std::size_t other : group.other) {
      order.emplace_back(matching_.base_of[other], other);
      for (const std::size_t gone : gone_after[other]) order.emplace_back(gone, std::nullopt);
    }
    return order;
  }

 private:
  Group& GroupOf(const Item& item) {
    const auto [found, is_new] = group_of_.try_emplace(item.family, groups_.size());
    if (is_new) groups_.push_back({item.family, item.paragraph->goal, {}, {}});
    return groups_[found->second];
  }

  const Items& items_;
  const Matching& matching_;
  std::vector<Group> groups_;
  std::unordered_map<std::uint32_t, std::size_t> group_of_;
};

Reading ReadingOf(const Item& item) { return {item.paragraph->text, item.paragraph->repaired_text}; }

class Comparer {
 public:
  Comparer(const Items& items, const text::Analyzer& analyzer, const Checkpoint& checkpoint)
      : items_(items), analyzer_(analyzer), checkpoint_(checkpoint) {}

  Change ChangeOf(MaybeItem base, MaybeItem other) const {
    if (!base) return Change::kAdded;
    if (!other) return Change::kRemoved;
    return items_.base[*base].wording == items_.other[*other].wording ? Change::kKept : Change::kReworded;
  }

  absl::StatusOr<Pair> ToPair(MaybeItem base, MaybeItem other, Change change) {
    Pair pair;
    if (base) pair.base = items_.base[*base].place;
    if (other) pair.other = items_.other[*other].place;
    pair.change = change;
    if (change != Change::kReworded) return pair;
    if (differences_++ % kDifferencesBetweenChecks == 0) {
      if (absl::Status status = checkpoint_(); !status.ok()) return status;
    }
    pair.difference = Difference(ReadingOf(items_.base[*base]), ReadingOf(items_.other[*other]), analyzer_);
    return pair;
  }

 private:
  const Items& items_;
  const text::Analyzer& analyzer_;
  const Checkpoint& checkpoint_;
  int differences_ = 0;
};

}  // namespace

absl::StatusOr<Comparison> Compare(const Side& base, const Side& other, const std::set<Change>& wanted,
                                   const text::Analyzer& analyzer, const Checkpoint& checkpoint) {
  const absl::StatusOr<Items> items = ReadItems(base, other, analyzer, checkpoint);
  if (!items.ok()) return items.status();
  const absl::StatusOr<Matching> matching = MatchItems(*items, checkpoint);
  if (!matching.ok()) return matching.status();
  Layout layout(*items, *matching);
  Comparer comparer(*items, analyzer, checkpoint);
  Comparison comparison;
  for (Group& group : layout.Groups()) {
    GoalComparison& goal = comparison.goals.emplace_back();
    goal.goal = std::move(group.goal);
    for (const auto& [from, to] : layout.Order(group)) {
      const Change change = comparer.ChangeOf(from, to);
      Count(change, goal.counts);
      Count(change, comparison.counts);
      if (!wanted.contains(change)) continue;
      absl::StatusOr<Pair> pair = comparer.ToPair(from, to, change);
      if (!pair.ok()) return pair.status();
      goal.pairs.push_back(*std::move(pair));
    }
  }
  return comparison;
}

}  // namespace plansok::compare
