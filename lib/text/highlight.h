/// Which words of a text answer a query, and the passage to show.
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

namespace plansok::text {

/// Code points, half open, in the text they are reported for.
struct Range {
  int start = 0;
  int end = 0;

  friend bool operator==(const Range&, const Range&) = default;
};

/// What a query looks for in one place of a text.
struct Pattern {
  enum class Kind {
    kStem,        ///< the word in any inflection (WordType::stem)
    kFoldedStem,  ///< the word in any inflection, diacritics ignored (WordType::folded_stem)
    kPart,        ///< a compound with the word as a part (WordType::parts)
    kRoot,        ///< a word of the same family, or a compound with one (WordType::root, part_roots)
    kSurface,     ///< the word as typed (WordType::surface)
    kPrefix,      ///< words that begin so (WordType::surface)
  };
  /// A pattern that counts only near others: where a match of every member of its group, this one included,
  /// stands within `window` words.
  struct Near {
    std::size_t group = 0;  ///< any number that others of the group have, too; 0: counts anywhere
    std::size_t member = 0;
    std::size_t members = 0;
    std::size_t window = 0;
  };
  Kind kind = Kind::kStem;
  std::vector<std::vector<std::string>> words = {};  ///< in order and adjacent; of each, any of its spellings
  Near near = {};
};

/// A place where a pattern matched: `text` words [first, last] and which pattern.
struct Match {
  std::size_t first_word = 0;  ///< index into the analysed words
  std::size_t last_word = 0;   ///< inclusive
  std::size_t pattern = 0;     ///< index into the patterns
};

/// Every match of `patterns` in `words`, by first word; where several patterns match at one place, the
/// longest wins, of equals the first listed.
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
