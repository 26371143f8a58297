#include "compare/matching.h"

#include <algorithm>
#include <map>
#include <utility>

#include "compare/similar_pairs.h"

namespace plansok::compare {
namespace {

/// What leftovers are gathered by: wording and goal family, or one of them and nothing.
using Key = std::pair<std::uint32_t, std::uint32_t>;

/// Those without a match on both sides that may be each other's.
struct Leftovers {
  ItemList base;
  ItemList other;
};

class Matcher {
 public:
  Matcher(const Items& items, const text::Checkpoint& checkpoint) : items_(items), checkpoint_(checkpoint) {
    matching_.other_of.resize(items.base.size());
    matching_.base_of.resize(items.other.size());
  }

  absl::Status Match(Role role) {
    MatchEqual(role, true);
    MatchEqual(role, false);
    const auto by_goal = [](const Item& item) { return Key(0, item.family); };
    for (const auto& [goal, left] : LeftoversBy(role, by_goal)) {
      if (absl::Status status = MatchSimilar(left, kSimilarUnderGoal); !status.ok()) return status;
    }
    for (const auto& [all, left] : LeftoversBy(role, [](const Item&) { return Key(0, 0); })) {
      if (absl::Status status = MatchSimilar(left, kSimilarElsewhere); !status.ok()) return status;
    }
    return absl::OkStatus();
  }

  /// Answers of matched assignments. Of assignments that share an answer, the more similar answers win.
  void MatchAnswers() {
    std::vector<std::pair<double, ItemPair>> answers;
    for (std::size_t base = 0; base < items_.base.size(); ++base) {
      const auto other = matching_.other_of[base];
      if (items_.base[base].role != Role::kAssignment || !other) continue;
      const auto base_answer = items_.base[base].counterpart;
      const auto other_answer = items_.other[*other].counterpart;
      if (!base_answer || !other_answer) continue;
      const Item& a = items_.base[*base_answer];
      const Item& b = items_.other[*other_answer];
      if (a.role != Role::kAnswer || b.role != Role::kAnswer) continue;
      answers.push_back({Similarity(a, b, items_.term_weight), {*base_answer, *other_answer}});
    }
    std::stable_sort(answers.begin(), answers.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    for (const auto& [similarity, pair] : answers) Join(pair);
  }

  /// A goal's sentence that is printed again has the match of the one that has any.
  void FollowRepetitions() {
    Follow(items_.base, matching_.other_of);
    Follow(items_.other, matching_.base_of);
  }

  Matching Take() { return std::move(matching_); }

 private:
  /// The first with the first, the second with the second, where several have the same words.
  void MatchEqual(Role role, bool same_goal) {
    const auto key = [same_goal](const Item& item) {
      return Key(item.wording, same_goal ? item.family : kNoGoal);
    };
    for (const auto& [wording, left] : LeftoversBy(role, key)) {
      const std::size_t count = std::min(left.base.size(), left.other.size());
      if (count == 0) continue;
      if (!same_goal && items_.base[left.base.front()].word_count < kTellingWords) continue;
      for (std::size_t i = 0; i < count; ++i) Join({left.base[i], left.other[i]});
    }
  }

  absl::Status MatchSimilar(const Leftovers& left, double threshold) {
    const auto pairs = SimilarPairs(items_, left.base, left.other, threshold, checkpoint_);
    if (!pairs.ok()) return pairs.status();
    for (const ItemPair& pair : *pairs) Join(pair);
    return absl::OkStatus();
  }

  static void Follow(const std::vector<Item>& items, std::vector<std::optional<std::size_t>>& matches) {
    std::map<Key, std::size_t> match_of;  // by goal and wording
    const auto is_goal = [](const Item& item) { return item.paragraph->kind == plan::Kind::kGoal; };
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (is_goal(items[i]) && matches[i])
        match_of.emplace(Key(items[i].goal, items[i].wording), *matches[i]);
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
      const auto found = match_of.find(Key(items[i].goal, items[i].wording));
      if (is_goal(items[i]) && !matches[i] && found != match_of.end()) matches[i] = found->second;
    }
  }

  template <class KeyOf>
  std::map<Key, Leftovers> LeftoversBy(Role role, const KeyOf& key) const {
    std::map<Key, Leftovers> left;
    for (std::size_t i = 0; i < items_.base.size(); ++i) {
      const Item& item = items_.base[i];
      if (item.role == role && !matching_.other_of[i]) left[key(item)].base.push_back(i);
    }
    for (std::size_t i = 0; i < items_.other.size(); ++i) {
      const Item& item = items_.other[i];
      if (item.role == role && !matching_.base_of[i]) left[key(item)].other.push_back(i);
    }
    return left;
  }

  void Join(const ItemPair& pair) {
    if (matching_.other_of[pair.first] || matching_.base_of[pair.second]) return;
    matching_.other_of[pair.first] = pair.second;
    matching_.base_of[pair.second] = pair.first;
  }

  const Items& items_;
  const text::Checkpoint& checkpoint_;
  Matching matching_;
};

}  // namespace

absl::StatusOr<Matching> MatchItems(const Items& items, const text::Checkpoint& checkpoint) {
  Matcher matcher(items, checkpoint);
  if (absl::Status status = matcher.Match(Role::kAssignment); !status.ok()) return status;
  matcher.MatchAnswers();
  for (const Role role : {Role::kAnswer, Role::kOther}) {
    if (absl::Status status = matcher.Match(role); !status.ok()) return status;
  }
  matcher.FollowRepetitions();
  return matcher.Take();
}

}  // namespace plansok::compare
