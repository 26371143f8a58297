#include "plan/document_kind.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>

namespace plansok::plan {
namespace {

constexpr std::string_view kBudget = "budget";

constexpr std::array<std::string_view, 14> kKinds = {
    "genomförandeplan", "verksamhetsplan", "handlingsplan", "affärsplan", "årsrapport",
    "delårsrapport",    "barnrättsplan",   "program",       "plan",       "policy",
    "riktlinje",        "reglemente",      "strategi",      kBudget};

const NameIndex& KindIndex() {
  static const NameIndex index = [] {
    NameIndex kinds;
    for (std::size_t i = 0; i < kKinds.size(); ++i) {
      for (std::string_view ending : {"", "en", "er", "et"}) {
        kinds.Add(fmt::format("{}{}", kKinds[i], ending), static_cast<int>(i));
      }
    }
    return kinds;
  }();
  return index;
}

}  // namespace

std::span<const std::string_view> DocumentKinds() { return kKinds; }

std::optional<NameHit> KindIn(const Letters& letters) {
  std::optional<NameHit> budget;
  for (std::size_t at = 0; at < letters.size(); ++at) {
    if (!letters.word_start[at]) continue;
    const auto hit = KindIndex().StartingAt(letters, at);
    if (hit && !IsBudget(*hit)) return hit;
    if (hit && !budget) budget = hit;
  }
  return budget;
}

std::string_view KindOf(const NameHit& hit) { return kKinds[static_cast<std::size_t>(hit.name)]; }

bool IsBudget(std::string_view kind) { return kind == kBudget; }
bool IsBudget(const NameHit& hit) { return IsBudget(KindOf(hit)); }

bool IsCommitteesKind(std::string_view kind) {
  return kind == "genomförandeplan" || kind == "verksamhetsplan" || kind == "affärsplan" ||
         kind == "årsrapport" || kind == "delårsrapport" || IsBudget(kind) || kind == "handlingsplan" ||
         kind.empty();
}

std::string DocumentKind(std::string_view title, std::span<const PageLine> pages) {
  if (const auto hit = KindIn(Squeeze(title))) return std::string(KindOf(*hit));
  std::map<int, int> votes;
  for (const PageLine& line : pages) {
    if (const auto hit = KindIn(Squeeze(line.text))) ++votes[hit->name];
  }
  const auto most = std::ranges::max_element(votes, {}, [](const auto& vote) { return vote.second; });
  return most == votes.end() ? "" : std::string(kKinds[static_cast<std::size_t>(most->first)]);
}

}  // namespace plansok::plan
