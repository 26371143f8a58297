#include "compare/compare.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "compare/items.h"
#include "compare/matching.h"

namespace plansok::compare {
namespace {

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

/// A base item that is not the match of its match: gone, or a goal's sentence printed again.
struct Leftover {
  std::size_t base = 0;
  MaybeItem other;  ///< what the sentence is beside
  MaybeItem after;  ///< the other item that it is shown after: the successor of what it followed
};

/// The items of a goal.
struct Group {
  std::optional<plan::Goal> goal;
  std::vector<std::size_t> other;  ///< all
  std::vector<Leftover> leftovers;
};

/// Lays items out by goal.
class Layout {
 public:
  Layout(const Items& items, const Matching& matching) : items_(items), matching_(matching) {}

  std::vector<Group> Groups() {
    for (std::size_t i = 0; i < items_.other.size(); ++i) GroupOf(items_.other[i]).other.push_back(i);
    FindHeirs();
    std::unordered_map<std::uint32_t, MaybeItem> last_match;  // by goal of other, of the base items so far
    for (std::size_t i = 0; i < items_.base.size(); ++i) {
      const Item& item = items_.base[i];
      const MaybeItem match = matching_.other_of[i];
      if (!match) {
        const Item& heir = HeirOf(item);
        GroupOf(heir).leftovers.push_back({i, std::nullopt, last_match[heir.goal]});
      } else if (matching_.base_of[*match] != i) {
        GroupOf(items_.other[*match]).leftovers.push_back({i, match, match});
      } else if (items_.other[*match].family == item.family) {
        last_match[items_.other[*match].goal] = match;
      }
    }
    std::stable_partition(groups_.begin(), groups_.end(),
                          [](const Group& group) { return group.goal.has_value(); });
    return std::move(groups_);
  }

  /// A group's pairs of items, in order.
  std::vector<std::pair<MaybeItem, MaybeItem>> Order(const Group& group) const {
    std::vector<std::pair<MaybeItem, MaybeItem>> order;
    std::unordered_map<std::size_t, std::vector<Leftover>> after;  // by other item
    for (const Leftover& leftover : group.leftovers) {
      if (leftover.after) {
        after[*leftover.after].push_back(leftover);
      } else {
        order.emplace_back(leftover.base, std::nullopt);
      }
    }
    for (const std::size_t other : group.other) {
      order.emplace_back(matching_.base_of[other], other);
      for (const Leftover& leftover : after[other]) order.emplace_back(leftover.base, leftover.other);
    }
    return order;
  }

 private:
  /// Which goal of other each family's goals of base went to: that of most matches, or else the first.
  void FindHeirs() {
    for (const Item& item : items_.other) {
      own_.insert(item.goal);
      first_of_family_.try_emplace(item.family, &item);
    }
    std::unordered_map<std::uint32_t, std::map<std::uint32_t, int>> moves;  // by goal of base, then of other
    for (std::size_t i = 0; i < items_.base.size(); ++i) {
      const MaybeItem match = matching_.other_of[i];
      if (!match || items_.other[*match].family != items_.base[i].family) continue;
      const Item& successor = items_.other[*match];
      const int times = ++moves[items_.base[i].goal][successor.goal];
      auto& [most, heir] = heirs_[items_.base[i].goal];
      if (times > most) {
        most = times;
        heir = &successor;
      }
    }
  }

  /// An item of the goal under which what is gone stands: its own, where other has it or has none of its
  /// family.
  const Item& HeirOf(const Item& gone) const {
    if (own_.contains(gone.goal)) return gone;
    const auto heir = heirs_.find(gone.goal);
    if (heir != heirs_.end()) return *heir->second.second;
    const auto first = first_of_family_.find(gone.family);
    return first == first_of_family_.end() ? gone : *first->second;
  }

  Group& GroupOf(const Item& item) {
    const auto [found, is_new] = group_of_.try_emplace(item.goal, groups_.size());
    if (is_new) groups_.push_back({item.paragraph->goal, {}, {}});
    return groups_[found->second];
  }

  const Items& items_;
  const Matching& matching_;
  std::vector<Group> groups_;
  std::unordered_map<std::uint32_t, std::size_t> group_of_;  // by goal
  std::unordered_set<std::uint32_t> own_;                    // goals that other has
  std::unordered_map<std::uint32_t, const Item*> first_of_family_;
  std::unordered_map<std::uint32_t, std::pair<int, const Item*>> heirs_;  // by goal of base, with the matches
};

Reading ReadingOf(const Item& item) { return {item.paragraph->text, item.paragraph->repaired_text}; }

class Comparer {
 public:
  Comparer(const Items& items, const text::Analyzer& analyzer, const text::Checkpoint& checkpoint)
      : items_(items), analyzer_(analyzer), checkpoint_(checkpoint) {}

  Change ChangeOf(MaybeItem base, MaybeItem other) const {
    if (!base) return Change::kAdded;
    if (!other) return Change::kRemoved;
    return items_.base[*base].wording == items_.other[*other].wording ? Change::kKept : Change::kReworded;
  }

  absl::StatusOr<Pair> ToPair(MaybeItem base, MaybeItem other, Change change) const {
    Pair pair;
    if (base) pair.base = items_.base[*base].place;
    if (other) pair.other = items_.other[*other].place;
    pair.change = change;
    if (change != Change::kReworded) return pair;
    auto difference =
        Difference(ReadingOf(items_.base[*base]), ReadingOf(items_.other[*other]), analyzer_, checkpoint_);
    if (!difference.ok()) return difference.status();
    pair.difference = *std::move(difference);
    return pair;
  }

 private:
  const Items& items_;
  const text::Analyzer& analyzer_;
  const text::Checkpoint& checkpoint_;
};

}  // namespace

absl::StatusOr<Comparison> Compare(const Side& base, const Side& other, const std::set<Change>& wanted,
                                   const text::Analyzer& analyzer, const text::Checkpoint& checkpoint) {
  const absl::StatusOr<Items> items = ReadItems(base, other, analyzer, checkpoint);
  if (!items.ok()) return items.status();
  const absl::StatusOr<Matching> matching = MatchItems(*items, checkpoint);
  if (!matching.ok()) return matching.status();
  Layout layout(*items, *matching);
  const Comparer comparer(*items, analyzer, checkpoint);
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
