#include "tests/relevance/judged.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "tests/index/test_index.h"
#include "tests/relevance/corpus_index.h"

namespace plansok::relevance {
namespace {

// What was reached, minus 0.01. Raise these when ranking gets better; never lower them for a change.
struct Floor {
  double ndcg10;
  double recall50;
};
using Floors = std::map<std::string, Floor>;

struct Set {
  const char* file;
  Floors floors;
};

// The second was judged by people who did not know how Plansök searches, and more broadly.
const std::vector<Set>& Sets() {
  static const std::vector<Set> sets = {
    {"judged.jsonl", {
                         {"all", {0.934, 0.946}},
                         {"phrase", {0.969, 0.990}},
                         {"inflection", {0.919, 0.976}},
                         {"compound", {0.957, 0.957}},
                         {"diacritics", {0.864, 0.842}},
                         {"typo", {0.979, 0.895}},
                         {"ocr", {0.976, 0.884}},
                         {"multiterm", {0.971, 0.990}},
                         {"question", {0.792, 0.945}},
                         {"name", {0.929, 0.990}},
                         {"number", {0.990, 0.990}},
                     };
  return floors;
}

TEST(Judged, EveryTypeOfQueryIsAnsweredAsWellAsItWas) {
  const index::TemporaryFolder folder;
  const std::filesystem::path source = PLANSOK_SOURCE_DIR;
  index::Searcher searcher = BuildIndex(source, ReadCorpus(source), {}, folder.path());
  const std::vector<JudgedQuery> queries = LoadJudged(source / "tests/relevance/judged.jsonl");
  std::vector<Score> scores;
  for (const JudgedQuery& query : queries) {
    scores.push_back(ScoreHits(query, FirstFifty(&searcher, query.query).hits));
  }
  const Scores means = Means(queries, scores);
  ASSERT_EQ(means.size(), Floors().size());
  for (const auto& [type, floor] : Floors()) {
    EXPECT_GE(means.at(type).ndcg10, floor.ndcg10) << type;
    EXPECT_GE(means.at(type).recall50, floor.recall50) << type;
  }
}

TEST(Judged, AnAnswerScoresByItsRankAndWhatItBrings) {
  const JudgedQuery query{"t", "q", {{"a", "ettord", "ettord", 3}, {"a", "tvåord", "tvåord", 1}}, {}};
  index::Hit right;
  right.plan_id = "a";
  right.paragraph.text = "Ett ord";
  index::Hit wrong = right;
  wrong.plan_id = "b";
  EXPECT_NEAR(ScoreHits(query, {right}).recall50, 0.5, 1e-9);
  EXPECT_GT(ScoreHits(query, {right, wrong}).ndcg10, ScoreHits(query, {wrong, right}).ndcg10);
  EXPECT_EQ(ScoreHits(query, {wrong}).ndcg10, 0);
  EXPECT_EQ(ScoreHits(query, {right, right}).recall50, 0.5);
}

}  // namespace
}  // namespace plansok::relevance
