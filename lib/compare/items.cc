#include "compare/items.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>
#include <utility>

namespace plansok::compare {
namespace {

/// Weights are logarithms in units of this.
constexpr double kWeightUnit = 1.0 / 1024;

using Numbers = std::unordered_map<std::string, std::uint32_t>;

std::uint32_t NumberOf(Numbers& numbers, std::string text) {
  return numbers.try_emplace(std::move(text), static_cast<std::uint32_t>(numbers.size())).first->second;
}

Role RoleOf(const plan::Paragraph& paragraph) {
  switch (paragraph.kind) {
    case plan::Kind::kAssignment:
      return Role::kAssignment;
    case plan::Kind::kResponse:
      return Role::kAnswer;
    default:
      return Role::kOther;
  }
}

bool BeginsWithDigit(std::string_view word) {
  return !word.empty() && word.front() >= '0' && word.front() <= '9';
}

class Reader {
 public:
  Reader(const text::Analyzer& analyzer, const text::Checkpoint& checkpoint)
      : analyzer_(analyzer), checkpoint_(checkpoint) {
    goals_.emplace("", kNoGoal);
    families_.emplace("", kNoGoal);
  }

  absl::Status Read(const Side& side, std::vector<Item>& items) {
    for (std::size_t plan = 0; plan < side.size(); ++plan) {
      const std::size_t first = items.size();
      for (std::size_t at = 0; at < side[plan].paragraphs.size(); ++at) {
        if (absl::Status status = checkpoint_(); !status.ok()) return status;
        items.push_back(ReadItem(side[plan].paragraphs[at], {plan, at}));
      }
      LinkCounterparts(first, items);
    }
    return absl::OkStatus();
  }

  /// Numbers the terms by alphabet and weighs them.
  void Finish(Items& items) {
    std::vector<std::string> stems(stems_.size());
    for (const auto& [stem, number] : stems_) stems[number] = stem;
    const std::map<std::string, std::uint32_t> ordered(stems_.begin(), stems_.end());
    std::vector<std::uint32_t> rank(stems.size());
    std::uint32_t next = 0;
    for (const auto& [stem, number] : ordered) rank[number] = next++;
    std::vector<std::uint32_t> frequency(stems.size());
    for (std::vector<Item>* side : {&items.base, &items.other}) {
      for (Item& item : *side) Renumber(rank, item, frequency);
    }
    const auto total = static_cast<double>(items.base.size() + items.other.size());
    items.term_weight.resize(stems.size());
    for (const auto& [stem, number] : stems_) {
      const std::uint32_t place = rank[number];
      items.term_weight[place] = WeightOf(stem, total / frequency[place]);
    }
    for (std::vector<Item>* side : {&items.base, &items.other}) {
      for (Item& item : *side) {
        for (const Term& term : item.terms) item.weight += items.term_weight[term.number] * term.count;
      }
    }
  }

 private:
  Item ReadItem(const plan::Paragraph& paragraph, Place place) {
    Item item;
    item.paragraph = &paragraph;
    item.place = place;
    item.role = RoleOf(paragraph);
    if (paragraph.goal) {
      const plan::Goal& goal = *paragraph.goal;
      item.goal = NumberOf(goals_, goal.id);
      item.family = NumberOf(families_, goal.family.empty() ? goal.id : goal.family);
    }
    ReadWords(ComparedText(paragraph), item);
    return item;
  }

  void ReadWords(std::string_view text, Item& item) {
    std::string wording;
    std::map<std::uint32_t, std::uint32_t> counts;
    for (const text::Word& word : analyzer_.Analyze(text)) {
      wording += word->surface;
      wording += ' ';
      ++counts[NumberOf(stems_, word->stem)];
      ++item.word_count;
    }
    // A text of signs alone is its signs.
    item.wording = NumberOf(wordings_, wording.empty() ? std::string(text) : std::move(wording));
    for (const auto& [number, count] : counts) item.terms.push_back({number, count});
  }

  /// Of one plan, whose items begin at `first`: ids are unique in it.
  static void LinkCounterparts(std::size_t first, std::vector<Item>& items) {
    std::unordered_map<std::string_view, std::size_t> item_of;
    for (std::size_t i = first; i < items.size(); ++i) item_of.emplace(items[i].paragraph->id, i);
    for (std::size_t i = first; i < items.size(); ++i) {
      const auto found = item_of.find(items[i].paragraph->counterpart_id);
      if (found != item_of.end()) items[i].counterpart = found->second;
    }
  }

  static void Renumber(const std::vector<std::uint32_t>& rank, Item& item,
                       std::vector<std::uint32_t>& frequency) {
    for (Term& term : item.terms) {
      term.number = rank[term.number];
      ++frequency[term.number];
    }
    std::sort(item.terms.begin(), item.terms.end(),
              [](const Term& a, const Term& b) { return a.number < b.number; });
  }

  /// ln(1 + paragraphs / paragraphs with it). A number weighs as little as a word of every paragraph: years,
  /// sums and counts are what a new year changes.
  static std::uint64_t WeightOf(std::string_view stem, double rarity) {
    return static_cast<std::uint64_t>(
        std::llround(std::log1p(BeginsWithDigit(stem) ? 1.0 : rarity) / kWeightUnit));
  }

  const text::Analyzer& analyzer_;
  const text::Checkpoint& checkpoint_;
  Numbers stems_;
  Numbers wordings_;
  Numbers goals_;
  Numbers families_;
};

}  // namespace

std::string_view ComparedText(const plan::Paragraph& paragraph) {
  return paragraph.repaired_text.empty() ? paragraph.text : paragraph.repaired_text;
}

absl::StatusOr<Items> ReadItems(const Side& base, const Side& other, const text::Analyzer& analyzer,
                                const text::Checkpoint& checkpoint) {
  Items items;
  Reader reader(analyzer, checkpoint);
  if (absl::Status status = reader.Read(base, items.base); !status.ok()) return status;
  if (absl::Status status = reader.Read(other, items.other); !status.ok()) return status;
  reader.Finish(items);
  return items;
}

double Similarity(const Item& a, const Item& b, const std::vector<std::uint64_t>& term_weight) {
  std::uint64_t shared = 0;
  for (auto x = a.terms.begin(), y = b.terms.begin(); x != a.terms.end() && y != b.terms.end();) {
    if (x->number == y->number) {
      shared += term_weight[x->number] * std::min(x->count, y->count);
      ++x;
      ++y;
    } else if (x->number < y->number) {
      ++x;
    } else {
      ++y;
    }
  }
  const std::uint64_t both = a.weight + b.weight;
  return both == 0 ? 0 : 2.0 * static_cast<double>(shared) / static_cast<double>(both);
}

}  // namespace plansok::compare
