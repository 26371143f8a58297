#include "text/highlight.h"

#include <cstddef>

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

// Whether `pattern` matches the words from `first` on.
bool MatchesAt(const std::vector<Word>& words, std::size_t first, const Pattern& pattern) {
  if (pattern.words.empty() || first + pattern.words.size() > words.size()) return false;
  for (std::size_t i = 0; i < pattern.words.size(); ++i) {
    if (!MatchesWord(words[first + i], pattern.kind, pattern.words[i])) return false;
  }
  return true;
}

}  // namespace

std::vector<Match> FindMatches(const std::vector<Word>& words, const std::vector<Pattern>& patterns) {
  std::vector<Match> matches;
  for (std::size_t first = 0; first < words.size(); ++first) {
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      if (!MatchesAt(words, first, patterns[i])) continue;
      matches.push_back(
          {.first_word = first, .last_word = first + patterns[i].words.size() - 1, .pattern = i});
      break;
    }
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
