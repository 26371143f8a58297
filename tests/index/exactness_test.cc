// The readings of a query, bitmaps, postings and matcher, must match the same paragraphs and weigh them
// alike. Random queries over the five real plans.
#include <gtest/gtest.h>
#include <xapian.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "index/compiler.h"
#include "index/docset.h"
#include "index/facet_lookup.h"
#include "index/facet_tuples.h"
#include "index/paragraph_cache.h"
#include "index/positions.h"
#include "index/ranker.h"
#include "index/ranking.h"
#include "index/schema.h"
#include "index/xapian_query.h"
#include "query/parser.h"
#include "tests/index/random_queries.h"
#include "tests/index/test_index.h"

namespace plansok::index {
namespace {

constexpr std::size_t kQueries = 400;
constexpr std::uint32_t kSeed = 20231101;

class ExactnessTest : public testing::Test {
 protected:
  ExactnessTest() : plans_(RealPlans()), words_(WordsOf(plans_)), maker_(words_, kSeed) {
    Publish(folder_.path(), plans_);
    searcher_ = std::make_unique<Searcher>(OpenSearcher(folder_.path()));
  }

  std::vector<std::string> Lines() {
    std::vector<std::string> lines = LinesWithAlternatives();
    while (lines.size() < kQueries) lines.push_back(maker_.Make());
    return lines;
  }

  TemporaryFolder folder_;
  std::vector<plan::Plan> plans_;
  std::vector<std::string> words_;
  QueryMaker maker_;
  std::unique_ptr<Searcher> searcher_;
};

TEST_F(ExactnessTest, BitmapsAndMatcherAgree) {
  const Xapian::Database database(CurrentGeneration(folder_.path())->database().string());
  storage::FacetTable stored;
  ASSERT_TRUE(stored.ParseFromString(database.get_metadata(kFacetsKey)));
  const FacetTable facets = FacetTable::From(stored).value();
  const FacetLookup lookup(facets, *TestAnalyzer());
  const Checkpoint checkpoint = GoOn;
  PostingCache kept(std::size_t{1} << 20U);
  const PostingReader postings(database, kept, /*is_local=*/true);
  std::size_t matched = 0;
  for (const std::string& line : Lines()) {
    CompiledQuery query =
        Compiler(*TestAnalyzer(), lookup, postings, checkpoint).Compile(query::Parse(line).root).value();
    const DocSet set = DocSetEvaluator(postings, checkpoint).Evaluate(&query.root).value();
    Xapian::Enquire enquire(database);
    enquire.set_query(ToXapian(query.root));
    DocSet matches;
    const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
    for (auto match = found.begin(); match != found.end(); ++match) matches.add(*match);
    EXPECT_TRUE(set == matches) << line << ": " << set.cardinality() << " and " << matches.cardinality();
    matched += set.isEmpty() ? 0 : 1;
  }
  EXPECT_GT(matched, kQueries / 2) << "most made-up queries should match something";
}

// What postings add up to is what the matcher gives, for every paragraph that a query matches.
TEST_F(ExactnessTest, PostingsAndMatcherWeighAlike) {
  const Xapian::Database database(CurrentGeneration(folder_.path())->database().string());
  storage::FacetTable stored;
  ASSERT_TRUE(stored.ParseFromString(database.get_metadata(kFacetsKey)));
  const FacetTable facets = FacetTable::From(stored).value();
  const FacetLookup lookup(facets, *TestAnalyzer());
  const Checkpoint checkpoint = GoOn;
  PostingCache kept(0);
  const PostingReader postings(database, kept, /*is_local=*/true);
  std::vector<std::uint32_t> lengths = {0};
  for (Xapian::docid docid = 1; docid <= database.get_lastdocid(); ++docid) {
    lengths.push_back(database.get_doclength(docid));
  }
  for (const std::string& line : Lines()) {
    CompiledQuery query =
        Compiler(*TestAnalyzer(), lookup, postings, checkpoint).Compile(query::Parse(line).root).value();
    const double least_length = LeastLength(query.question);
    const DocSet set = DocSetEvaluator(postings, checkpoint).Evaluate(&query.root).value();
    std::vector<std::uint32_t> docids(set.cardinality());
    set.toUint32Array(docids.data());
    Xapian::Enquire enquire(database);
    enquire.set_weighting_scheme(Weighting(least_length));
    enquire.set_query(ToXapian(query.root));
    std::map<std::uint32_t, double> matched;
    const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
    for (auto match = found.begin(); match != found.end(); ++match) matched[*match] = match.get_weight();
    ParagraphCache no_paragraphs(0);
    Ranker ranker(postings, no_paragraphs, lengths, least_length, checkpoint);
    const std::vector<Ranked> ranking = ranker.Best(query.root, docids, docids.size()).value();
    ASSERT_EQ(ranking.size(), docids.size()) << line;
    for (const Ranked& ranked : ranking) {
      EXPECT_NEAR(ranked.score, matched[ranked.docid], 1e-9) << line << ": paragraph " << ranked.docid;
    }
    const std::vector<Ranked> best = ranker.Best(query.root, docids, 7).value();
    for (std::size_t place = 0; place < best.size(); ++place) {
      EXPECT_EQ(best[place].docid, ranking[place].docid) << line << ": place " << place;
    }
  }
}

// Ranking looks where words stand in paragraphs at hand, or in the database.
TEST_F(ExactnessTest, WordsStandWhereTheIndexHasThem) {
  const Xapian::Database database(CurrentGeneration(folder_.path())->database().string());
  Xapian::docid docid = 0;
  for (const plan::Plan& plan : plans_) {
    for (const plan::Paragraph& paragraph : plan.paragraphs) {
      const ParagraphWords words = AnalyzeParagraph(*TestAnalyzer(), paragraph.text, paragraph.repaired_text);
      ++docid;
      for (const text::Word& word : words.printed) {
        const std::vector<std::string> terms = {Term(kStemPrefix, word->stem), WordTerm(word->surface)};
        const auto positions = PositionsOf(words, terms);
        if (!positions) continue;
        ASSERT_EQ(*positions, PositionsOf(database, docid, terms)) << paragraph.text << ": " << word->surface;
        ASSERT_FALSE(positions->empty()) << word->surface;
      }
    }
  }
  EXPECT_EQ(docid, database.get_doccount());
}

TEST_F(ExactnessTest, RankedPagesHoldEveryMatchOnce) {
  for (int i = 0; i < 20; ++i) {
    SearchRequest request;
    request.query = query::Parse(maker_.Make());
    request.limit = 7;
    std::map<std::string, int> seen;
    int total = 1;
    for (; request.offset < total; request.offset += request.limit) {
      const auto result = searcher_->Search(request, GoOn);
      ASSERT_TRUE(result.ok());
      total = result->total;
      for (const Hit& hit : result->hits) ++seen[hit.plan_id + "/" + hit.paragraph->id];
    }
    EXPECT_EQ(static_cast<int>(seen.size()), total);
  }
}

}  // namespace
}  // namespace plansok::index
