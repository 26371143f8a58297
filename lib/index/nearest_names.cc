#include "index/nearest_names.h"

#include <algorithm>

#include "text/edit_distance.h"

namespace plansok::index {
namespace {

constexpr std::size_t kShortest = 4;  // letters; of fewer, one mistyped makes another word
// Beginnings of fewer letters are those of too many words.
constexpr std::size_t kShortestBeginning = 3;

std::size_t Tolerance(std::size_t letters) { return letters < kShortest ? 0 : (letters + 1) / 4; }

std::string_view WithoutEnds(std::string_view spaced) {
  return spaced.size() < 2 ? std::string_view() : spaced.substr(1, spaced.size() - 2);
}

/// A word that is only begun is nearer than one that is mistyped anywhere.
std::size_t WordDistance(std::string_view typed, std::string_view word) {
  if (typed.size() >= kShortestBeginning && word.starts_with(typed)) return 0;
  return NearDistance(typed, word);
}

std::size_t DistanceByWords(const std::vector<std::string>& typed, std::string_view spaced) {
  std::size_t sum = 0;
  for (const std::string& word : typed) {
    std::size_t least = kFar;
    for (std::size_t at = 1; at < spaced.size();) {
      const std::size_t end = spaced.find(' ', at);
      least = std::min(least, WordDistance(word, spaced.substr(at, end - at)));
      at = end + 1;
    }
    if (least == kFar) return kFar;
    sum += least;
  }
  return typed.empty() ? kFar : sum;
}

}  // namespace

std::size_t NearDistance(std::string_view typed, std::string_view name) {
  const std::size_t tolerance = Tolerance(typed.size());
  const std::size_t longer = std::max(typed.size(), name.size());
  if (longer - std::min(typed.size(), name.size()) > tolerance) return kFar;
  const std::size_t distance = text::EditDistance(typed, name, tolerance);
  return distance <= tolerance ? distance : kFar;
}

std::size_t Distance(const std::vector<std::string>& typed, const FacetNames::Name& name) {
  const std::string spaced = Spaced(typed);
  const std::string_view whole = WithoutEnds(spaced);
  return std::min({NearDistance(whole, WithoutEnds(name.id)), NearDistance(whole, WithoutEnds(name.label)),
                   DistanceByWords(typed, name.telling)});
}

}  // namespace plansok::index
