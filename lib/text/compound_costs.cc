#include "text/compound_costs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

#include "text/normalize.h"

namespace plansok::text {
namespace {

// Chosen on 300 hand-split words, coarsely: neighbours do as well.
constexpr double kWholeBase = 4;        // a word that is no compound: this and
constexpr double kWholeLetter = 1.8;    // a letter, for words of the dictionary
constexpr double kUnknownLetter = 2.5;  // and for others
constexpr double kUnlicensed = 4;       // a modifier by general rule
constexpr double kUnlicensedHead = 3;   // a head that the dictionary does not mark as one
constexpr double kVerbHead = 4;
constexpr double kShort = 1;       // a part of three letters, or of two
constexpr double kSmooth = 0.3;    // pseudo-count of a part never seen
constexpr double kDiscount = 1;    // taken off the count of forms by general rule, which are often chance
constexpr double kFirstGuess = 9;  // of any part, before the first round
constexpr int kRounds = 3;

constexpr std::array<std::string_view, 10> kTwoLetterWords = {"år", "el", "by", "bo", "kö",
                                                              "öl", "is", "ek", "ål", "ö"};

double ShortCost(std::string_view part) {
  const std::size_t letters = CodePointCount(part);
  if (letters >= 4) return 0;
  if (letters == 3) return kShort;
  return std::find(kTwoLetterWords.begin(), kTwoLetterWords.end(), part) != kTwoLetterWords.end() ? kShort
                                                                                                  : kNever;
}

// One way to split a word of the dictionary in two.
struct Halves {
  Modifier* modifier;
  Head* head;
};

// A word of the dictionary that can be split.
struct Splittable {
  double whole_cost;
  std::vector<Halves> ways;
};

bool IsLetterStart(std::string_view word, std::size_t at) {
  return (static_cast<unsigned char>(word[at]) & 0xC0U) != 0x80U;
}

std::vector<Halves> WaysToSplit(std::string_view word, CompoundLexicon* lexicon) {
  std::vector<Halves> ways;
  for (std::size_t cut = 2; cut + 2 <= word.size(); ++cut) {
    if (!IsLetterStart(word, cut)) continue;
    const auto head = lexicon->heads.find(word.substr(cut));
    if (head == lexicon->heads.end() || head->second.cost.fixed >= kNever) continue;
    const auto modifier = lexicon->modifiers.find(word.substr(0, cut));
    if (modifier == lexicon->modifiers.end() || modifier->second.cost.fixed >= kNever) continue;
    ways.push_back({&modifier->second, &head->second});
  }
  return ways;
}

void SetFixedCosts(CompoundLexicon* lexicon) {
  for (auto& [form, modifier] : lexicon->modifiers) modifier.cost.fixed = ShortCost(form) + kBoundaryCost;
  for (auto& [lemma, head] : lexicon->heads) {
    head.cost.fixed = ShortCost(lemma) + (head.verb ? kVerbHead : 0) + (head.licensed ? 0 : kUnlicensedHead);
  }
}

void SetFirstCosts(CompoundLexicon* lexicon) {
  for (auto& [form, modifier] : lexicon->modifiers) {
    modifier.cost.total = modifier.cost.fixed + kFirstGuess + (modifier.licensed ? 0 : kUnlicensed);
  }
  for (auto& [lemma, head] : lexicon->heads) head.cost.total = head.cost.fixed + kFirstGuess;
}

// Splits every word where that is cheapest, if it is cheaper than the whole; how many were split.
double CountUses(const std::vector<Splittable>& words) {
  double split = 0;
  for (const Splittable& word : words) {
    const Halves* best = nullptr;
    double best_cost = word.whole_cost;
    for (const Halves& way : word.ways) {
      const double cost = way.modifier->cost.total + way.head->cost.total;
      if (cost >= best_cost) continue;
      best_cost = cost;
      best = &way;
    }
    if (best == nullptr) continue;
    ++best->modifier->cost.uses;
    ++best->head->cost.uses;
    ++split;
  }
  return split;
}

void SetCountedCosts(double split, CompoundLexicon* lexicon) {
  const double all = std::log(std::max(split, 1.0));
  for (auto& [form, modifier] : lexicon->modifiers) {
    PartCost& cost = modifier.cost;
    const double counted = modifier.licensed ? cost.uses : std::max(0.0, cost.uses - kDiscount);
    const double unseen = kSmooth * (modifier.licensed ? 1 : std::exp(-kUnlicensed));
    cost.total = cost.fixed + all - std::log(counted + unseen);
    cost.uses = 0;
  }
  for (auto& [lemma, head] : lexicon->heads) {
    head.cost.total = head.cost.fixed + all - std::log(head.cost.uses + kSmooth);
    head.cost.uses = 0;
  }
}

}  // namespace

double WholeCost(std::string_view word, bool known) {
  return kWholeBase + static_cast<double>(CodePointCount(word)) * (known ? kWholeLetter : kUnknownLetter);
}

void EstimateCosts(CompoundLexicon* lexicon) {
  SetFixedCosts(lexicon);
  std::vector<Splittable> words;
  for (const auto& [word, head] : lexicon->heads) {
    std::vector<Halves> ways = WaysToSplit(word, lexicon);
    if (!ways.empty()) words.push_back({WholeCost(word, true), std::move(ways)});
  }
  SetFirstCosts(lexicon);
  for (int round = 0; round < kRounds; ++round) SetCountedCosts(CountUses(words), lexicon);
}

}  // namespace plansok::text
