/// Two texts word by word: what both have, and what only one has.
#ifndef PLANSOK_COMPARE_WORD_DIFFERENCE_H_
#define PLANSOK_COMPARE_WORD_DIFFERENCE_H_

#include <string>
#include <string_view>
#include <vector>

#include "text/analyzer.h"

namespace plansok::compare {

enum class Presence { kBoth, kBase, kOther };

/// A run of words, with the spaces and signs around them.
struct Span {
  std::string text;
  Presence presence = Presence::kBoth;

  friend bool operator==(const Span&, const Span&) = default;
};

/// The spans of two texts, in order. Those of kBoth and kBase, joined, are `base` byte for byte; those of
/// kBoth and kOther are `other`. Between two spans of kBoth stands at most one of kBase and then at most one
/// of kOther. Words are matched in normal form, and words joined over a line-break hyphen as one; where
/// matched words are printed differently, each side shows its own. Thread-safe.
std::vector<Span> Difference(std::string_view base, std::string_view other, const text::Analyzer& analyzer);

}  // namespace plansok::compare

#endif  // PLANSOK_COMPARE_WORD_DIFFERENCE_H_
