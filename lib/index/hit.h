/// A stored paragraph into a hit: what to show of it and why it matched.
#ifndef PLANSOK_INDEX_HIT_H_
#define PLANSOK_INDEX_HIT_H_

#include <string>
#include <string_view>
#include <vector>

#include "index/compiled_query.h"
#include "index/paragraph_words.h"
#include "index/searcher.h"
#include "text/pattern_matcher.h"

namespace plansok::index {

/// Says of a query's hits why they matched, and cuts their snippets.
class HitExplainer {
 public:
  /// `snippet_length`: code points at most.
  HitExplainer(const std::vector<TypedPattern>& patterns, int snippet_length);

  /// Fills in snippet and `matched_as` of a hit that has its paragraph, whose words are `words`.
  void Explain(const ParagraphWords& words, Hit* hit) const;

 private:
  struct Answers {
    std::string typed;
    bool is_other_word = false;
  };

  std::vector<text::Match> Matches(const ParagraphWords& words, Hit* hit) const;
  void AddPrinted(const ParagraphWords& words, std::vector<text::Match>* matches, Hit* hit) const;
  void AddRepaired(const ParagraphWords& words, std::vector<text::Match>* matches, Hit* hit) const;
  void Note(const ParagraphWords& words, const text::Match& match, std::string_view read_as, Hit* hit) const;

  text::PatternMatcher matcher_;
  std::vector<Answers> answers_;  // of each pattern
  int snippet_length_;
};

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_HIT_H_
