/// What the tests of the comparison share: sides made of short descriptions, and what must hold of any
/// comparison.
#ifndef PLANSOK_TESTS_COMPARE_SIDES_H_
#define PLANSOK_TESTS_COMPARE_SIDES_H_

#include <string>
#include <vector>

#include "compare/compare.h"

namespace plansok::compare {

struct Line {
  std::string text;
  std::string goal = "";  ///< id; "" for none
  plan::Kind kind = plan::Kind::kText;
};

/// A side of one plan; an answer right after an assignment answers it.
Side MakeSide(const std::vector<Line>& lines);

/// All changes.
std::set<Change> Everything();

/// Everything, with no deadline.
Comparison CompareNow(const Side& base, const Side& other);

/// Fails the test unless every paragraph of both sides stands in exactly one pair (a goal's sentence in one
/// or several), the counts are the pairs', and each pair is what its sides say.
void ExpectConserved(const Side& base, const Side& other, const Comparison& comparison);

/// One line a pair, sorted: "base text | other text | change". `mirrored` changes the sides.
std::vector<std::string> Lines(const Side& base, const Side& other, const Comparison& comparison,
                               bool mirrored);

}  // namespace plansok::compare

#endif  // PLANSOK_TESTS_COMPARE_SIDES_H_
