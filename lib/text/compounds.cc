#include "text/compounds.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "text/compound_costs.h"
#include "text/normalize.h"
#include "text/word_limits.h"

namespace plansok::text {
namespace {

constexpr double kTripledCost = 3;  // tvätt + tid: tvättid

bool IsLetterStart(std::string_view word, std::size_t at) {
  return at == word.size() || (static_cast<unsigned char>(word[at]) & 0xC0U) != 0x80U;
}

// "glas+öga" in the list of exceptions; "-" is no compound.
std::vector<CompoundPart> PartsOf(std::string_view joined) {
  std::vector<CompoundPart> parts;
  std::size_t begin = 0;
  while (joined != "-" && !joined.empty()) {
    const std::size_t plus = std::min(joined.find('+'), joined.size());
    parts.push_back({std::string(joined.substr(0, plus)), begin});
    begin += plus;
    joined.remove_prefix(std::min(plus + 1, joined.size()));
  }
  return parts;
}

// What the letters of an inflection's ending add to the cost of the whole, and so must add to that of the
// parts: passalen is split only if passal would be.
double EndingCost(std::string_view form, std::string_view lemma) {
  return std::max(0.0, WholeCost(form, false) - WholeCost(lemma, false));
}

}  // namespace

// The cheapest way to a place within a word.
struct CompoundSplitter::Step {
  double cost = kNever;
  std::size_t from = 0;
  const std::string* lemma = nullptr;
};

// The cheapest last part.
struct CompoundSplitter::Ending {
  double cost = kNever;
  std::size_t begin = 0;
  std::string lemma = {};
};

absl::Status CheckExceptions(const WordMap& exceptions, const std::filesystem::path& file) {
  for (const auto& [word, joined] : exceptions) {
    const std::vector<CompoundPart> parts = PartsOf(joined);
    if (parts.empty() || parts.back().begin < word.size()) continue;
    return absl::InvalidArgumentError(
        fmt::format("{}: the parts of {} are longer than it: {}", file.string(), word, joined));
  }
  return absl::OkStatus();
}

CompoundSplitter::CompoundSplitter(CompoundLexicon lexicon, WordMap exceptions)
    : lexicon_(std::move(lexicon)), exceptions_(std::move(exceptions)) {
  for (const auto& [key, parts] : exceptions_) {
    if (key.ends_with('-')) lexicon_.modifiers.erase(key.substr(0, key.size() - 1));
    if (key.starts_with('-')) lexicon_.heads.erase(key.substr(1));
  }
  EstimateCosts(&lexicon_);
}

std::vector<CompoundPart> CompoundSplitter::Split(std::string_view lemma, const LemmaOf& lemma_of) const {
  std::vector<CompoundPart> fine;
  for (const CompoundPart& part : SplitOnce(lemma, lemma_of)) Refine(part, lemma.size(), &fine);
  return fine;
}

// A part whose base form is no shorter than the word it came from would go round in circles.
void CompoundSplitter::Refine(const CompoundPart& part, std::size_t size_of_whole,
                              std::vector<CompoundPart>* fine) const {
  const auto inner =
      part.lemma.size() < size_of_whole ? SplitOnce(part.lemma, nullptr) : std::vector<CompoundPart>();
  if (inner.empty()) fine->push_back(part);
  for (const CompoundPart& finer : inner) {
    Refine({finer.lemma, part.begin + finer.begin}, part.lemma.size(), fine);
  }
}

std::vector<CompoundPart> CompoundSplitter::SplitOnce(std::string_view lemma, const LemmaOf& lemma_of) const {
  if (const auto told = exceptions_.find(lemma); told != exceptions_.end()) return PartsOf(told->second);
  if (lemma.size() > kLongestWord) return {};
  std::vector<Step> steps(lemma.size() + 1);
  steps.front().cost = 0;
  Ending best{.cost = WholeCost(lemma, lexicon_.heads.contains(lemma))};
  for (std::size_t begin = 0; begin < lemma.size(); ++begin) {
    if (steps[begin].cost >= kNever) continue;
    if (begin > 0) TryEnding(lemma, begin, steps[begin].cost, lemma_of, &best);
    TryModifiers(lemma, begin, &steps);
  }
  if (best.begin == 0) return {};
  std::vector<CompoundPart> parts = {{best.lemma, best.begin}};
  for (std::size_t at = best.begin; at > 0; at = steps[at].from) {
    parts.push_back({*steps[at].lemma, steps[at].from});
  }
  std::reverse(parts.begin(), parts.end());
  return parts;
}

void CompoundSplitter::TryModifiers(std::string_view lemma, std::size_t begin,
                                    std::vector<Step>* steps) const {
  for (std::size_t end = begin + 1; end < lemma.size(); ++end) {
    if (!IsLetterStart(lemma, end)) continue;
    const auto modifier = lexicon_.modifiers.find(lemma.substr(begin, end - begin));
    if (modifier == lexicon_.modifiers.end()) continue;
    const double cost = (*steps)[begin].cost + modifier->second.cost.total;
    if (cost < (*steps)[end].cost) (*steps)[end] = {cost, begin, &modifier->second.lemma};
  }
}

void CompoundSplitter::TryEnding(std::string_view lemma, std::size_t begin, double cost,
                                 const LemmaOf& lemma_of, Ending* best) const {
  const bool doubled = begin > 2 && lemma[begin - 1] == lemma[begin - 2];
  for (const std::size_t shared : {std::size_t{0}, std::size_t{1}}) {
    if (shared == 1 && !doubled) continue;
    const auto last = LastPart(lemma.substr(begin - shared), lemma_of);
    if (!last) continue;
    const double total = cost + last->cost + last->ending_cost + (shared == 1 ? kTripledCost : 0);
    if (total < best->cost) *best = {total, begin, last->lemma};
  }
}

std::optional<CompoundSplitter::Last> CompoundSplitter::LastPart(std::string_view rest,
                                                                 const LemmaOf& lemma_of) const {
  auto head = lexicon_.heads.find(rest);
  if (head == lexicon_.heads.end() && lemma_of) head = lexicon_.heads.find(lemma_of(rest));
  if (head != lexicon_.heads.end()) {
    return Last{head->first, head->second.cost.total, EndingCost(rest, head->first)};
  }
  // A particle and a word: no part of its own, but one together (plan + uppföljning).
  for (std::size_t cut = 2; cut + 3 < rest.size(); ++cut) {
    if (!exceptions_.contains(std::string(rest.substr(0, cut)) + "-")) continue;
    head = lexicon_.heads.find(rest.substr(cut));
    if (head != lexicon_.heads.end())
      return Last{std::string(rest), head->second.cost.total + kBoundaryCost, 0};
  }
  return std::nullopt;
}

}  // namespace plansok::text
