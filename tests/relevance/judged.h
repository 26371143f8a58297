// Judged queries and how well an answer does on them.
#ifndef PLANSOK_TESTS_RELEVANCE_JUDGED_H_
#define PLANSOK_TESTS_RELEVANCE_JUDGED_H_

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "index/searcher.h"

namespace plansok::relevance {

// Text of one line of a plan that tells a paragraph, as it is compared (Squeezed).
struct Anchor {
  std::string plan;
  std::string text;
  std::string unnumbered;  // without the number or bullet that may stand before it
  int grade = 0;           // 3 exactly wanted, 2 clearly relevant, 1 marginal
};

struct JudgedQuery {
  std::string type;
  std::string query;
  std::vector<Anchor> relevant;
  std::vector<Anchor> neutral;  // skipped where they are found
};

// Throws std::runtime_error and nlohmann's errors: tests and benchmarks cannot go on without them.
std::vector<JudgedQuery> LoadJudged(const std::filesystem::path& file);

struct Score {
  double ndcg10 = 0;    // of the first ten, gain 2^grade - 1
  double recall50 = 0;  // share of the relevant among the first fifty (or of fifty, where there are more)
};

// Anchors first found in one paragraph are one thing to find, so that larger and smaller paragraphs score
// alike; a paragraph earns the best grade that it is the first to bring.
Score ScoreHits(const JudgedQuery& query, const std::vector<index::Hit>& hits);

// Means over queries: by type, and over all under "all".
using Scores = std::map<std::string, Score>;
Scores Means(const std::vector<JudgedQuery>& queries, const std::vector<Score>& scores);

}  // namespace plansok::relevance

#endif  // PLANSOK_TESTS_RELEVANCE_JUDGED_H_
