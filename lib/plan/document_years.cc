#include "plan/document_years.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include "plan/document_kind.h"
#include "plan/letters.h"
#include "plan/name_index.h"
#include "plan/years.h"

namespace plansok::plan {
namespace {

struct Introduction {
  std::string kind;  // of a document, where the introduction names one
  int weight = 0;    // where that is not this document's kind
};
struct IntroductionTable {
  NameIndex index;
  std::vector<Introduction> values;

  void Add(const std::string& words, Introduction value) {
    index.Add(words, static_cast<int>(values.size()));
    values.push_back(std::move(value));
  }
};

const IntroductionTable& Introductions() {
  static const IntroductionTable table = [] {
    IntroductionTable introductions;
    for (std::string_view link : {"", " för", " för år", " år"}) {
      for (std::string_view kind : DocumentKinds()) {
        introductions.Add(fmt::format("{}{}", kind, link), {std::string(kind), IsBudget(kind) ? 3 : 0});
      }
    }
    introductions.Add("giltighetstid", {"-", 12});
    for (const char* words :
         {"gäller för perioden", "gäller för åren", "planperiod", "planperioden", "avser år", "avser"}) {
      introductions.Add(words, {"-", 8});
    }
    introductions.Add("under", {"-", 1});
    return introductions;
  }();
  return table;
}

// How much the words before a year say that it is the document's own: "Giltighetstid: 2019–2022",
// "verksamhetsplan 2024", "budget för 2025". A year without such words is merely mentioned.
int WeightOf(std::string_view before, std::string_view kind) {
  constexpr int kOwnKind = 5;
  constexpr std::size_t kTail = 60;  // bytes that can hold an introduction
  const Letters words = Squeeze(before.substr(before.size() - std::min(before.size(), kTail)));
  const std::vector<NameHit> hits = Introductions().index.In(words);
  if (hits.empty() || hits.back().end != words.size()) return 0;
  const Introduction& introduction = Introductions().values[static_cast<std::size_t>(hits.back().name)];
  return introduction.kind == kind ? kOwnKind : introduction.weight;
}

}  // namespace

std::vector<int> DocumentYears(std::string_view title, std::string_view kind,
                               std::span<const PageLine> pages) {
  for (const YearSpan& span : YearSpansIn(title)) {
    if (!span.dated) return span.Years();
  }
  std::map<std::pair<int, int>, int> votes;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    constexpr int kOwnLine = 6;
    const std::vector<YearSpan> spans = YearSpansIn(pages[i].text);
    for (const YearSpan& span : spans) {
      const bool alone = i < kCoverLines && IsYearAlone(pages[i].text) && !pages[i].raw.ends_with('.');
      const int weight = alone ? kOwnLine : WeightOf(pages[i].text.substr(0, span.begin), kind);
      if (weight > 0 && !span.dated) votes[{span.first, span.last}] += weight;
    }
  }
  const auto most = std::ranges::max_element(votes, {}, [](const auto& vote) { return vote.second; });
  return most == votes.end() ? std::vector<int>{} : YearSpan{most->first.first, most->first.second}.Years();
}

}  // namespace plansok::plan
