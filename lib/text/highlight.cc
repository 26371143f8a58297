#include "text/highlight.h"

#include <algorithm>
#include <cstddef>

#include "text/normalize.h"

namespace plansok::text {
namespace {

constexpr std::string_view kEllipsis = "…";

bool MatchesWord(const Word& word, Pattern::Kind kind, const std::string& wanted) {
  switch (kind) {
    case Pattern::Kind::kStem:
      return word.stem == wanted;
    case Pattern::Kind::kFoldedStem:
      return word.folded_stem == wanted;
    case Pattern::Kind::kSurface:
      return word.surface == wanted;
    case Pattern::Kind::kPrefix:
      return word.surface.starts_with(wanted);
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

// Counts code points along a text, so that converting many ascending offsets costs one pass.
class CodePointCounter {
 public:
  explicit CodePointCounter(std::string_view text) : text_(text) {}

  // `offset` must not be less than in the call before.
  int At(std::size_t offset) {
    count_ += static_cast<int>(CodePointCount(text_.substr(offset_, offset - offset_)));
    offset_ = offset;
    return count_;
  }

 private:
  std::string_view text_;
  std::size_t offset_ = 0;
  int count_ = 0;
};

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
    const std::size_t begin = std::max(words[match.first_word].begin, marked_until);
    const std::size_t end = words[match.last_word].end;
    if (begin >= end) continue;
    const bool extends = !ranges.empty() && begin == marked_until && match.first_word > 0 &&
                         words[match.first_word].begin < marked_until;
    const int start = counter.At(begin);
    const int stop = counter.At(end);
    if (extends) {
      ranges.back().end = stop;
    } else {
      ranges.push_back({start, stop});
    }
    marked_until = end;
  }
  return ranges;
}

namespace {

// A run of words, half open.
struct Window {
  std::size_t first = 0;
  std::size_t last = 0;
};

// Chooses the passage of a text to show.
class SnippetMaker {
 public:
  SnippetMaker(std::string_view text, const std::vector<Word>& words, const std::vector<Match>& matches,
               int max_code_points)
      : text_(text), words_(words), matches_(matches), max_(std::max(max_code_points, 1)) {
    CodePointCounter counter(text);
    starts_.reserve(words.size());
    ends_.reserve(words.size());
    for (const Word& word : words) {
      starts_.push_back(counter.At(word.begin));
      ends_.push_back(counter.At(word.end));
    }
    length_ = counter.At(text.size());
  }

  Snippet Make() const {
    if (length_ <= max_ || words_.empty()) return Whole();
    return Cut(Widened(Densest()));
  }

 private:
  Snippet Whole() const {
    if (length_ <= max_) return {std::string(text_), HighlightAll(text_, words_, matches_)};
    return {std::string(kEllipsis), {}};  // no word to show
  }

  // The matches whose words fit in the snippet together and say the most; the earliest of equals.
  Window Densest() const {
    if (matches_.empty()) return {0, 1};
    std::vector<std::size_t> counts(MaxPattern() + 1);
    std::size_t distinct = 0;
    std::size_t first = 0;
    Window best;
    std::pair<std::size_t, std::size_t> best_worth;
    for (std::size_t last = 0; last < matches_.size(); ++last) {
      distinct += counts[matches_[last].pattern]++ == 0 ? 1 : 0;
      while (first < last && ends_[matches_[last].last_word] - starts_[matches_[first].first_word] > max_) {
        distinct -= --counts[matches_[first++].pattern] == 0 ? 1 : 0;
      }
      const std::pair worth(distinct, last - first + 1);
      if (worth <= best_worth) continue;
      best_worth = worth;
      best = {matches_[first].first_word, matches_[last].last_word + 1};
    }
    return best;
  }

  std::size_t MaxPattern() const {
    std::size_t most = 0;
    for (const Match& match : matches_) most = std::max(most, match.pattern);
    return most;
  }

  // `window` with words added in turn before and after it while they fit.
  Window Widened(Window window) const {
    bool grown = true;
    while (grown) {
      grown = false;
      if (window.last < words_.size() && Fits({window.first, window.last + 1})) {
        ++window.last;
        grown = true;
      }
      if (window.first > 0 && Fits({window.first - 1, window.last})) {
        --window.first;
        grown = true;
      }
    }
    return window;
  }

  bool Fits(Window window) const {
    const int ellipses = (window.first > 0 ? 1 : 0) + (window.last < words_.size() ? 1 : 0);
    return ends_[window.last - 1] - starts_[window.first] + ellipses <= max_;
  }

  // The text of `window`, with the punctuation before its first word and after its last where the text ends
  // there.
  Snippet Cut(Window window) const {
    const bool cut_before = window.first > 0;
    const bool cut_after = window.last < words_.size();
    const std::size_t begin = words_[window.first].begin;
    const std::size_t end = words_[window.last - 1].end;
    Snippet snippet;
    if (cut_before) snippet.text = kEllipsis;
    snippet.text += text_.substr(begin, end - begin);
    if (cut_after || end < text_.size()) snippet.text += kEllipsis;
    const int shift = (cut_before ? 1 : 0) - starts_[window.first];
    for (const Range& range : HighlightAll(text_, words_, Inside(window))) {
      snippet.highlights.push_back({range.start + shift, range.end + shift});
    }
    return snippet;
  }

  std::vector<Match> Inside(Window window) const {
    std::vector<Match> inside;
    std::copy_if(matches_.begin(), matches_.end(), std::back_inserter(inside), [window](const Match& match) {
      return match.first_word >= window.first && match.last_word < window.last;
    });
    return inside;
  }

  std::string_view text_;
  const std::vector<Word>& words_;
  const std::vector<Match>& matches_;
  int max_;
  int length_ = 0;
  std::vector<int> starts_;  // of each word, in code points
  std::vector<int> ends_;
};

}  // namespace

Snippet MakeSnippet(std::string_view utf8, const std::vector<Word>& words, const std::vector<Match>& matches,
                    int max_code_points) {
  return SnippetMaker(utf8, words, matches, max_code_points).Make();
}

}  // namespace plansok::text
