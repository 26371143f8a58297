#include "tests/relevance/judged.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "tests/index/test_index.h"
#include "tests/relevance/corpus_index.h"

namespace plansok::relevance {
namespace {

// What was reached, minus 0.01. Raise these when ranking gets better; README.md says when some went down.
struct Floor {
  double ndcg10;
  double recall50;
};

struct JudgedSet {
  const char* file;
  std::map<std::string, Floor> floors;
};

// The second and third were judged, the third more broadly, by people who did not know how Plansök searches:
// README.md.
const std::vector<JudgedSet>& Sets() {
  static const std::vector<JudgedSet> sets = {
      {"judged.jsonl",
       {{"all", {0.938, 0.950}},
        {"compound", {0.956, 0.957}},
        {"diacritics", {0.875, 0.842}},
        {"inflection", {0.919, 0.976}},
        {"multiterm", {0.982, 0.990}},
        {"name", {0.933, 0.990}},
        {"number", {0.990, 0.990}},
        {"ocr", {0.965, 0.884}},
        {"phrase", {0.984, 0.990}},
        {"question", {0.802, 0.978}},
        {"typo", {0.979, 0.895}}}},
      {"judged_alike.jsonl",
       {{"all", {0.883, 0.781}},
        {"compound", {0.860, 0.726}},
        {"diacritics", {0.909, 0.777}},
        {"inflection", {0.933, 0.673}},
        {"multiterm", {0.807, 0.764}},
        {"name", {0.941, 0.990}},
        {"number", {0.990, 0.990}},
        {"ocr", {0.898, 0.738}},
        {"phrase", {0.911, 0.802}},
        {"question", {0.734, 0.795}},
        {"typo", {0.931, 0.757}}}},
      {"judged_blind.jsonl",
       {{"all", {0.711, 0.570}},
        {"compound", {0.582, 0.453}},
        {"diacritics", {0.745, 0.483}},
        {"inflection", {0.767, 0.575}},
        {"multiterm", {0.715, 0.716}},
        {"name", {0.873, 0.761}},
        {"number", {0.780, 0.698}},
        {"ocr", {0.857, 0.560}},
        {"phrase", {0.754, 0.547}},
        {"question", {0.465, 0.476}},
        {"typo", {0.849, 0.596}}}},
  };
  return sets;
}

Scores ScoresOf(const std::vector<JudgedQuery>& queries, index::Searcher* searcher) {
  std::vector<Score> scores;
  for (const JudgedQuery& query : queries) {
    scores.push_back(ScoreHits(query, FirstFifty(searcher, query.query).hits));
  }
  return Means(queries, scores);
}

TEST(Judged, EveryTypeOfQueryIsAnsweredAsWellAsItWas) {
  const index::TemporaryFolder folder;
  const std::filesystem::path source = PLANSOK_SOURCE_DIR;
  index::Searcher searcher = BuildIndex(source, ReadCorpus(source), {}, folder.path());
  for (const JudgedSet& set : Sets()) {
    SCOPED_TRACE(set.file);
    const Scores means = ScoresOf(LoadJudged(source / "tests/relevance" / set.file), &searcher);
    ASSERT_EQ(means.size(), set.floors.size());
    for (const auto& [type, floor] : set.floors) {
      EXPECT_GE(means.at(type).ndcg10, floor.ndcg10) << type;
      EXPECT_GE(means.at(type).recall50, floor.recall50) << type;
    }
  }
}

TEST(Judged, AnAnswerScoresByItsRankAndWhatItBrings) {
  const JudgedQuery query{"t", "q", {{"a", "ettord", "ettord", 3}, {"a", "tvåord", "tvåord", 1}}, {}};
  index::Hit right;
  right.plan_id = "a";
  plan::Paragraph paragraph;
  paragraph.text = "Ett ord";
  right.paragraph = std::make_shared<plan::Paragraph>(paragraph);
  index::Hit wrong = right;
  wrong.plan_id = "b";
  EXPECT_NEAR(ScoreHits(query, {right}).recall50, 0.5, 1e-9);
  EXPECT_GT(ScoreHits(query, {right, wrong}).ndcg10, ScoreHits(query, {wrong, right}).ndcg10);
  EXPECT_EQ(ScoreHits(query, {wrong}).ndcg10, 0);
  EXPECT_EQ(ScoreHits(query, {right, right}).recall50, 0.5);
}

}  // namespace
}  // namespace plansok::relevance
