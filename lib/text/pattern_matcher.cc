#include "text/pattern_matcher.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "text/contains.h"

namespace plansok::text {
namespace {

bool MatchesWord(const Word& word, Pattern::Kind kind, const std::string& wanted) {
  switch (kind) {
    case Pattern::Kind::kStem:
      return word->stem == wanted;
    case Pattern::Kind::kFoldedStem:
      return word->folded_stem == wanted;
    case Pattern::Kind::kPart:
      return Contains(word->parts, wanted);
    case Pattern::Kind::kRoot:
      return word->root == wanted || Contains(word->parts, wanted) || Contains(word->part_roots, wanted);
    case Pattern::Kind::kSurface:
      return word->surface == wanted;
    case Pattern::Kind::kPrefix:
      return word->surface.starts_with(wanted);
  }
  return false;
}

bool MatchesAny(const Word& word, Pattern::Kind kind, const std::vector<std::string>& spellings) {
  return std::any_of(spellings.begin(), spellings.end(),
                     [&](const std::string& wanted) { return MatchesWord(word, kind, wanted); });
}

// Whether what follows the first word of `pattern`, which stands at `first`, does.
bool GoesOnAt(const std::vector<Word>& words, std::size_t first, const Pattern& pattern) {
  if (first + pattern.words.size() > words.size()) return false;
  for (std::size_t i = 1; i < pattern.words.size(); ++i) {
    if (!MatchesAny(words[first + i], pattern.kind, pattern.words[i])) return false;
  }
  return true;
}

struct NearPlace {
  std::size_t word = 0;
  Pattern::Near near;
};

// Calls `take` for each place of one group, by word, that stands in a window with every member.
template <typename Take>
void TakeNear(const std::vector<NearPlace>& places, Take take) {
  std::vector<std::size_t> counts(places.front().near.members);
  std::size_t missing = counts.size();
  std::size_t first = 0;
  for (std::size_t last = 0; last < places.size(); ++last) {
    missing -= counts[places[last].near.member]++ == 0 ? 1 : 0;
    for (; places[last].word - places[first].word >= places[last].near.window; ++first) {
      missing += --counts[places[first].near.member] == 0 ? 1 : 0;
    }
    for (std::size_t i = first; missing == 0 && i <= last; ++i) take(places[i]);
  }
}

}  // namespace

PatternMatcher::PatternMatcher(std::vector<Pattern> patterns) : patterns_(std::move(patterns)) {
  for (std::size_t number = 0; number < patterns_.size(); ++number) {
    const Pattern& pattern = patterns_[number];
    if (pattern.words.empty()) continue;
    has_near_ = has_near_ || pattern.near.group != 0;
    if (pattern.kind == Pattern::Kind::kPrefix) {
      prefixes_.push_back(number);
      continue;
    }
    FirstWords& first = first_words_[static_cast<std::size_t>(pattern.kind)];
    for (const std::string& spelling : pattern.words.front()) {
      first.patterns[spelling].push_back(number);
      first.sketches.set(Sketch(spelling) % kSketches);
    }
  }
}

void PatternMatcher::AddCandidates(Pattern::Kind kind, const std::string& spelling, std::uint16_t sketch,
                                   Numbers* candidates) const {
  const FirstWords& first = first_words_[static_cast<std::size_t>(kind)];
  if (!first.sketches.test(sketch % kSketches)) return;
  const auto found = first.patterns.find(spelling);
  if (found == first.patterns.end()) return;
  candidates->insert(candidates->end(), found->second.begin(), found->second.end());
}

// The patterns that match the words from `first` on, in no order, some perhaps twice.
void PatternMatcher::MatchesAt(const std::vector<Word>& words, std::size_t first, Numbers* matching) const {
  const Word& word = words[first];
  matching->clear();
  AddCandidates(Pattern::Kind::kStem, word->stem, word->stem_sketch, matching);
  AddCandidates(Pattern::Kind::kFoldedStem, word->folded_stem, word->folded_sketch, matching);
  AddCandidates(Pattern::Kind::kSurface, word->surface, word->surface_sketch, matching);
  AddCandidates(Pattern::Kind::kRoot, word->root, word->root_sketch, matching);
  for (const std::string& part : word->parts) {
    const std::uint16_t sketch = Sketch(part);
    AddCandidates(Pattern::Kind::kPart, part, sketch, matching);
    AddCandidates(Pattern::Kind::kRoot, part, sketch, matching);
  }
  for (const std::string& root : word->part_roots) {
    AddCandidates(Pattern::Kind::kRoot, root, Sketch(root), matching);
  }
  for (const std::size_t prefix : prefixes_) {
    if (MatchesAny(word, Pattern::Kind::kPrefix, patterns_[prefix].words.front()))
      matching->push_back(prefix);
  }
  std::erase_if(*matching, [&](std::size_t number) { return !GoesOnAt(words, first, patterns_[number]); });
}

PatternMatcher::NearWords PatternMatcher::FindNear(const std::vector<Word>& words) const {
  NearWords near;
  if (!has_near_) return near;
  std::map<std::size_t, std::vector<NearPlace>> groups;
  Numbers matching;
  for (std::size_t at = 0; at < words.size(); ++at) {
    MatchesAt(words, at, &matching);
    for (const std::size_t number : matching) {
      const Pattern::Near& place = patterns_[number].near;
      if (place.group != 0) groups[place.group].push_back({at, place});
    }
  }
  for (const auto& [group, places] : groups) {
    TakeNear(places, [&](const NearPlace& place) { near.emplace(place.near.group, place.word); });
  }
  return near;
}

std::vector<Match> PatternMatcher::Find(const std::vector<Word>& words) const {
  const NearWords near = FindNear(words);
  std::vector<Match> matches;
  Numbers matching;
  for (std::size_t first = 0; first < words.size(); ++first) {
    MatchesAt(words, first, &matching);
    std::size_t longest = 0;
    std::size_t best = 0;
    for (const std::size_t number : matching) {
      const Pattern& pattern = patterns_[number];
      if (pattern.near.group != 0 && !near.contains({pattern.near.group, first})) continue;
      const std::size_t length = pattern.words.size();
      if (length < longest || (length == longest && number > best)) continue;
      longest = length;
      best = number;
    }
    if (longest > 0) matches.push_back({first, first + longest - 1, best});
  }
  return matches;
}

}  // namespace plansok::text
