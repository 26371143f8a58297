/// Which words of a text answer a query.
#ifndef PLANSOK_TEXT_PATTERN_MATCHER_H_
#define PLANSOK_TEXT_PATTERN_MATCHER_H_

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "text/analyzer.h"

namespace plansok::text {

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

/// Looks for patterns in one text after another. A query has many patterns and a text many words, so patterns
/// are found by the words they begin with. Immutable; thread-safe.
class PatternMatcher {
 public:
  explicit PatternMatcher(std::vector<Pattern> patterns);

  /// Every match in `words`, by first word; where several patterns match at one place, the longest wins, of
  /// equals the first listed.
  std::vector<Match> Find(const std::vector<Word>& words) const;

  const Pattern& pattern(std::size_t number) const { return patterns_[number]; }

 private:
  using Numbers = std::vector<std::size_t>;
  // A group of near patterns, and a word that stands near enough.
  using NearWords = std::set<std::pair<std::size_t, std::size_t>>;
  static constexpr std::size_t kSketches = 1024;
  static constexpr std::size_t kKinds = static_cast<std::size_t>(Pattern::Kind::kPrefix) + 1;

  void AddCandidates(Pattern::Kind kind, const std::string& spelling, std::uint16_t sketch,
                     Numbers* candidates) const;
  void MatchesAt(const std::vector<Word>& words, std::size_t first, Numbers* matching) const;
  NearWords FindNear(const std::vector<Word>& words) const;

  std::vector<Pattern> patterns_;
  // The patterns of one kind by the spellings of their first word, and which sketches these have.
  struct FirstWords {
    std::unordered_map<std::string, Numbers> patterns;
    std::bitset<kSketches> sketches;
  };

  std::array<FirstWords, kKinds> first_words_;  // by kind, but prefixes
  Numbers prefixes_;
  bool has_near_ = false;
};

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_PATTERN_MATCHER_H_
