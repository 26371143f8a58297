#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "text/code_point_counter.h"
#include "text/highlight.h"

namespace plansok::text {
namespace {

constexpr std::string_view kEllipsis = "…";

// A place in a text.
struct Place {
  std::size_t byte = 0;
  int code_point = 0;
};

// A part of a text, half open.
struct Passage {
  Place begin;
  Place end;
};

// Words [first, last) of a text.
struct Window {
  std::size_t first = 0;
  std::size_t last = 0;
};

// Chooses the passage of a text to show.
class SnippetMaker {
 public:
  SnippetMaker(std::string_view text, const std::vector<Word>& words, const std::vector<Match>& matches,
               int max_code_points)
      : text_(text), words_(words), matches_(matches), max_(max_code_points) {
    CodePointCounter counter(text);
    places_.reserve(words.size());
    for (const Word& word : words) {
      const Place begin{word.begin, counter.At(word.begin)};
      places_.push_back({begin, {word.end, counter.At(word.end)}});
    }
    end_ = {text.size(), counter.At(text.size())};
  }

  Snippet Make() const {
    if (end_.code_point <= max_) return Show({{}, end_});
    if (words_.empty()) return {std::string(kEllipsis), {}};
    const Window densest = Shortened(Densest());
    const Passage passage = PassageOf(densest);
    return Show(Fits(passage) ? Widened(densest) : CutShort(passage));
  }

 private:
  Passage PassageOf(Window window) const {
    return {places_[window.first].begin, places_[window.last - 1].end};
  }

  // With an ellipsis at each end where something is left out.
  bool Fits(const Passage& passage) const {
    const int ellipses = (passage.begin.byte > 0 ? 1 : 0) + (passage.end.byte < end_.byte ? 1 : 0);
    return passage.end.code_point - passage.begin.code_point + ellipses <= max_;
  }

  // The matches that fit in the snippet together and say the most; the earliest of equals.
  Window Densest() const {
    if (matches_.empty()) return {0, 1};
    std::vector<std::size_t> counts(MaxPattern() + 1);
    std::size_t distinct = 0;
    std::size_t first = 0;
    Window best;
    std::pair<std::size_t, std::size_t> best_worth;
    for (std::size_t last = 0; last < matches_.size(); ++last) {
      distinct += counts[matches_[last].pattern]++ == 0 ? 1 : 0;
      while (first < last && !Fits(PassageOf({matches_[first].first_word, matches_[last].last_word + 1}))) {
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

  // A match too long to show, without its last words.
  Window Shortened(Window window) const {
    while (window.last - window.first > 1 && !Fits(PassageOf(window))) --window.last;
    return window;
  }

  // `window` with words added in turn after and before it while they fit, and the ends of the text once
  // reached.
  Passage Widened(Window window) const {
    Passage passage = PassageOf(window);
    bool grown = true;
    while (grown) {
      grown = false;
      if (passage.end.byte < end_.byte) {
        const Place end = window.last < words_.size() ? places_[window.last].end : end_;
        if (Fits({passage.begin, end})) {
          passage.end = end;
          ++window.last;
          grown = true;
        }
      }
      if (passage.begin.byte > 0) {
        const Place begin = window.first > 0 ? places_[window.first - 1].begin : Place{};
        if (Fits({begin, passage.end})) {
          passage.begin = begin;
          window.first -= window.first > 0 ? 1 : 0;
          grown = true;
        }
      }
    }
    return passage;
  }

  // The start of a single word longer than the snippet.
  Passage CutShort(Passage passage) const {
    const int room = max_ - 1 - (passage.begin.byte > 0 ? 1 : 0);
    passage.end = passage.begin;
    while (passage.end.code_point < passage.begin.code_point + room) {
      ++passage.end.code_point;
      do ++passage.end.byte;
      while ((static_cast<unsigned char>(text_[passage.end.byte]) & 0xC0U) == 0x80U);
    }
    return passage;
  }

  Snippet Show(const Passage& passage) const {
    Snippet snippet;
    if (passage.begin.byte > 0) snippet.text = kEllipsis;
    snippet.text += text_.substr(passage.begin.byte, passage.end.byte - passage.begin.byte);
    if (passage.end.byte == passage.begin.byte && passage.begin.byte > 0) return snippet;
    if (passage.end.byte < end_.byte) snippet.text += kEllipsis;
    const int shift = (passage.begin.byte > 0 ? 1 : 0) - passage.begin.code_point;
    for (const Range& range : HighlightAll(text_, words_, matches_)) {
      const int start = std::max(range.start, passage.begin.code_point);
      const int end = std::min(range.end, passage.end.code_point);
      if (start < end) snippet.highlights.push_back({start + shift, end + shift});
    }
    return snippet;
  }

  std::string_view text_;
  const std::vector<Word>& words_;
  const std::vector<Match>& matches_;
  int max_;
  std::vector<Passage> places_;  // of each word
  Place end_;                    // of the text
};

}  // namespace

Snippet MakeSnippet(std::string_view utf8, const std::vector<Word>& words, const std::vector<Match>& matches,
                    int max_code_points) {
  return SnippetMaker(utf8, words, matches, max_code_points).Make();
}

}  // namespace plansok::text
