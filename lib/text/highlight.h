/// Which words of a text answer a query, and the passage to show.
///
/// Our own, because Xapian 1.4's snippet() cannot mark folded or repaired words. It works over the Analyzer's
/// byte offsets and reports code points, which is what clients in every language count alike.
#ifndef PLANSOK_TEXT_HIGHLIGHT_H_
#define PLANSOK_TEXT_HIGHLIGHT_H_

#include <string>
#include <string_view>
#include <vector>

#include "text/analyzer.h"

namespace plansok::text {

/// Code points, half open, in the text they are reported for.
struct Range {
  int start = 0;
  int end = 0;

  friend bool operator==(const Range&, const Range&) = default;
};

/// What a query looks for in one place of a text. Exactly one vector entry a word for Phrase; free words have
/// one.
struct Pattern {
  enum class Kind {
    kStem,        ///< the word in any inflection (Word::stem)
    kFoldedStem,  ///< the word in any inflection, diacritics ignored (Word::folded_stem)
    kPart,        ///< a compound with the word as a part (Word::parts)
    kRoot,        ///< a word of the same family, or a compound with one (Word::root, part_roots)
    kSurface,     ///< the word as typed (Word::surface); several: a phrase, in order and adjacent
    kPrefix,      ///< words that begin so (Word::surface)
  };
  Kind kind = Kind::kStem;
  std::vector<std::string> words;
};

/// A place where a pattern matched: `text` words [first, last] and which pattern.
struct Match {
  std::size_t first_word = 0;  ///< index into the analysed words
  std::size_t last_word = 0;   ///< inclusive
  std::size_t pattern = 0;     ///< index into the patterns
};

/// Every match of `patterns` in `words`, by first word; where several patterns match at one place, the first
/// listed wins.
std::vector<Match> FindMatches(const std::vector<Word>& words, const std::vector<Pattern>& patterns);

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
