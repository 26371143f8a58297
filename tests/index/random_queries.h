// Plans to search in, and made-up questions to them. The same seed gives the same question on every platform
// that has the same standard library's distributions, and the same plans everywhere.
#ifndef PLANSOK_TESTS_INDEX_RANDOM_QUERIES_H_
#define PLANSOK_TESTS_INDEX_RANDOM_QUERIES_H_

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "plan/plan.h"

namespace plansok::index {

// The plans of the source tree's corpus.
std::vector<plan::Plan> RealPlans();

// The plans of the generator's first `count` seeds, as the reader reads them.
std::vector<plan::Plan> GeneratedPlans(std::uint32_t count);

// The surface words of plans, in order.
std::vector<std::string> WordsOf(const std::vector<plan::Plan>& plans);

// What made-up questions seldom have: phrases that answer a word and words that a phrase answers, alone and
// among others.
std::vector<std::string> LinesWithAlternatives();

// Makes up questions out of the plans' own words, so that most of them match something.
class QueryMaker {
 public:
  // `words` must outlive the maker.
  QueryMaker(const std::vector<std::string>& words, std::uint32_t seed) : words_(words), random_(seed) {}

  // A line of the query language: words, phrases, operators, fields, prefixes, mistyped words.
  std::string Make();

  std::size_t Below(std::size_t bound) {
    return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_);
  }

 private:
  const std::string& Any() { return words_[Below(words_.size())]; }
  std::string Mistyped();

  const std::vector<std::string>& words_;
  std::mt19937 random_;
};

}  // namespace plansok::index

#endif  // PLANSOK_TESTS_INDEX_RANDOM_QUERIES_H_
