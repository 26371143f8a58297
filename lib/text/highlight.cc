#include "text/highlight.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <utility>

#include "text/code_point_counter.h"
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

// Whether `pattern` matches the words from `first` on.
bool MatchesAt(const std::vector<Word>& words, std::size_t first, const Pattern& pattern) {
  if (pattern.words.empty() || first + pattern.words.size() > words.size()) return false;
  for (std::size_t i = 0; i < pattern.words.size(); ++i) {
    if (!MatchesAny(words[first + i], pattern.kind, pattern.words[i])) return false;
  }
  return true;
}

// Which words stand as near to others as their group asks.
class NearWords {
 public:
  NearWords(const std::vector<Word>& words, const std::vector<Pattern>& patterns) {
    std::map<std::size_t, std::vector<Place>> groups;
    for (std::size_t at = 0; at < words.size(); ++at) {
      for (const Pattern& pattern : patterns) {
        if (pattern.near.group == 0 || !MatchesAt(words, at, pattern)) continue;
        groups[pattern.near.group].push_back({at, pattern.near});
      }
    }
    for (const auto& [group, places] : groups) Take(places);
  }

  bool Has(const Pattern::Near& near, std::size_t word) const {
    return near.group == 0 || near_.contains({near.group, word});
  }

 private:
  struct Place {
    std::size_t word = 0;
    Pattern::Near near;
  };

  // Of one group, by word: all that stand in a window with every member.
  void Take(const std::vector<Place>& places) {
    std::vector<std::size_t> counts(places.front().near.members);
    std::size_t missing = counts.size();
    std::size_t first = 0;
    for (const Place& last : places) {
      missing -= counts[last.near.member]++ == 0 ? 1 : 0;
      for (; last.word - places[first].word >= last.near.window; ++first) {
        missing += --counts[places[first].near.member] == 0 ? 1 : 0;
      }
      if (missing > 0) continue;
      for (const Place* place = &places[first]; place <= &last; ++place) {
        near_.emplace(place->near.group, place->word);
      }
    }
  }

  std::set<std::pair<std::size_t, std::size_t>> near_;  // group and word
};

}  // namespace

std::vector<Match> FindMatches(const std::vector<Word>& words, const std::vector<Pattern>& patterns) {
  const NearWords near(words, patterns);
  std::vector<Match> matches;
  for (std::size_t first = 0; first < words.size(); ++first) {
    std::size_t longest = 0;
    Match match{.first_word = first};
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      const std::size_t length = patterns[i].words.size();
      if (length <= longest || !MatchesAt(words, first, patterns[i]) || !near.Has(patterns[i].near, first))
        continue;
      longest = length;
      match.last_word = first + length - 1;
      match.pattern = i;
    }
    if (longest > 0) matches.push_back(match);
  }
  return matches;
}

std::vector<Range> HighlightAll(std::string_view utf8, const std::vector<Word>& words,
                                const std::vector<Match>& matches) {
  std::vector<Range> ranges;
  CodePointCounter counter(utf8);
  std::size_t marked_until = 0;  // bytes
  for (const Match& match : matches) {
    const std::size_t begin = words[match.first_word].begin;
    const std::size_t end = words[match.last_word].end;
    if (end <= marked_until) continue;
    if (begin < marked_until) {
      ranges.back().end = counter.At(end);
    } else {
      const int start = counter.At(begin);
      ranges.push_back({start, counter.At(end)});
    }
    marked_until = end;
  }
  return ranges;
}

}  // namespace plansok::text
