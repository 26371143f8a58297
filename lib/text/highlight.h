/// What to mark of a text, and the passage to show.
///
/// Our own, because Xapian 1.4's snippet() cannot mark folded or repaired words. It works over the Analyzer's
/// byte offsets and reports code points, which is what clients in every language count alike.
#ifndef PLANSOK_TEXT_HIGHLIGHT_H_
#define PLANSOK_TEXT_HIGHLIGHT_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/analyzer.h"
#include "text/pattern_matcher.h"

namespace plansok::text {

/// Code points, half open, in the text they are reported for.
struct Range {
  int start = 0;
  int end = 0;

  friend bool operator==(const Range&, const Range&) = default;
};

/// A passage of the text and the marked ranges within it.
struct Snippet {
  std::string text;               ///< whole words of the source, "…" where it was cut
  std::vector<Range> highlights;  ///< in `text`, ordered, disjoint
};

/// The passage of at most `max_code_points` around the densest matches (rarer patterns are not known here:
/// every distinct pattern counts once before repeats count).
Snippet MakeSnippet(std::string_view utf8, const std::vector<Word>& words, const std::vector<Match>& matches,
                    int max_code_points);

/// The matches as ranges of the whole text, ordered and disjoint.
std::vector<Range> HighlightAll(std::string_view utf8, const std::vector<Word>& words,
                                const std::vector<Match>& matches);

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_HIGHLIGHT_H_
