// The two readings of a query, bitmaps and matcher, must match the same paragraphs, and every count must be
// what counting the exported paragraphs one by one gives. Random queries over the five real plans.
#include <gtest/gtest.h>
#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "index/compiler.h"
#include "index/docset.h"
#include "index/facet_tuples.h"
#include "index/schema.h"
#include "index/xapian_query.h"
#include "plan/reader.h"
#include "plan/vocabulary.h"
#include "query/parser.h"
#include "tests/index/test_index.h"

namespace plansok::index {
namespace {

constexpr int kQueries = 400;

std::vector<plan::Plan> RealPlans() {
  const auto vocabulary = plan::Vocabulary::Load(PLANSOK_SOURCE_DIR);
  EXPECT_TRUE(vocabulary.ok()) << vocabulary.status();
  const plan::PlanReader reader(*vocabulary, nullptr);
  std::vector<plan::Plan> plans;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(PLANSOK_SOURCE_DIR) + "/corpus")) {
    if (entry.path().extension() != ".txt") continue;
    auto read = reader.Read(entry.path(), entry.path().filename().string());
    EXPECT_TRUE(read.ok()) << read.status();
    plans.push_back(std::move(read->plan));
  }
  return plans;
}

// Makes up queries out of the plans' own words, so that most of them match something.
class QueryMaker {
 public:
  explicit QueryMaker(const std::vector<plan::Plan>& plans) {
    for (const plan::Plan& plan : plans) {
      for (const plan::Paragraph& paragraph : plan.paragraphs) {
        for (const text::Word& word : TestAnalyzer()->Analyze(paragraph.text)) words_.push_back(word.surface);
      }
    }
  }

  std::string Make() {
    const std::size_t at = Below(words_.size() - 2);
    const std::string& word = words_[at];
    switch (Below(9)) {
      case 0:
        return word;
      case 1:
        return word + " " + Any() + " " + Any();
      case 2:
        return "\"" + word + " " + words_[at + 1] + "\"";
      case 3:
        return word + " ELLER " + Any() + " ELLER " + Any();
      case 4:
        return word + " OCH " + words_[at + 2];
      case 5:
        return Any() + " -" + Any();
      case 6:
        return word.substr(0, std::min<std::size_t>(word.size(), 3)) + "* " + Any();
      case 7:
        return word + " NÄRA/3 " + words_[at + 2];
      default:
        return "(" + word + " ELLER \"" + Any() + "\") år:2019..2023 " + Any() + " " + Any() + " " + Any();
    }
  }

  std::size_t Below(std::size_t bound) {
    return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_);
  }

 private:
  const std::string& Any() { return words_[Below(words_.size())]; }

  std::mt19937 random_{20231101};
  std::vector<std::string> words_;
};

class ExactnessTest : public testing::Test {
 protected:
  ExactnessTest() : plans_(RealPlans()), maker_(plans_) {
    Publish(folder_.path(), plans_);
    searcher_ = std::make_unique<Searcher>(OpenSearcher(folder_.path()));
  }

  TemporaryFolder folder_;
  std::vector<plan::Plan> plans_;
  QueryMaker maker_;
  std::unique_ptr<Searcher> searcher_;
};

TEST_F(ExactnessTest, BitmapsAndMatcherAgree) {
  const Xapian::Database database(CurrentGeneration(folder_.path())->database().string());
  storage::FacetTable stored;
  ASSERT_TRUE(stored.ParseFromString(database.get_metadata(kFacetsKey)));
  const FacetTable facets = FacetTable::From(stored).value();
  const std::function<absl::Status()> checkpoint = GoOn;
  std::size_t matched = 0;
  for (int i = 0; i < kQueries; ++i) {
    const std::string line = maker_.Make();
    CompiledQuery query = Compiler(*TestAnalyzer(), facets, database).Compile(query::Parse(line).root);
    const DocSet set = DocSetEvaluator(database, checkpoint).Evaluate(&query.root).value();
    Xapian::Enquire enquire(database);
    enquire.set_query(ToXapian(query.root));
    DocSet matches;
    const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
    for (auto match = found.begin(); match != found.end(); ++match) matches.add(*match);
    EXPECT_TRUE(set == matches) << line << ": " << set.cardinality() << " and " << matches.cardinality();
    matched += set.isEmpty() ? 0 : 1;
  }
  EXPECT_GT(matched, std::size_t{kQueries} / 2) << "most made-up queries should match something";
}

// Value to count, over paragraphs counted one by one.
using Counts = std::map<std::pair<query::Field, std::string>, int>;

bool Passes(const std::vector<FacetEntry>& entries, const FieldFilter& filter) {
  return std::any_of(entries.begin(), entries.end(), [&](const FacetEntry& entry) {
    return entry.field == filter.field && entry.value == filter.values[0];
  });
}

TEST_F(ExactnessTest, EveryCountIsThatOfThePlainList) {
  std::map<std::string, const plan::Plan*> by_id;
  for (const plan::Plan& plan : plans_) by_id[plan.id] = &plan;
  for (int i = 0; i < kQueries / 2; ++i) {
    SearchRequest request;
    const std::string line = maker_.Make();
    request.query = query::Parse(line);
    request.limit = 0;
    request.facets.assign(query::kAllFields.begin(), query::kAllFields.end());
    const plan::Plan& some_plan = plans_[maker_.Below(plans_.size())];
    const auto some =
        FacetEntriesOf(some_plan, some_plan.paragraphs[maker_.Below(some_plan.paragraphs.size())]);
    const FacetEntry& chosen = some[maker_.Below(some.size())];
    request.filters = {{chosen.field, {chosen.value}}};

    int total = 0;
    Counts counts;
    const auto count = [&](const std::string& plan_id, const plan::Paragraph& paragraph) {
      const auto entries = FacetEntriesOf(*by_id.at(plan_id), paragraph);
      const bool passes = Passes(entries, request.filters[0]);
      total += passes ? 1 : 0;
      for (const FacetEntry& entry : entries) {
        if (passes || entry.field == chosen.field) ++counts[{entry.field, entry.value}];
      }
      return true;
    };
    ASSERT_TRUE(searcher_->Export(request.query, {}, 0, count, GoOn).ok());
    const auto result = searcher_->Search(request, GoOn);
    ASSERT_TRUE(result.ok()) << result.status();
    EXPECT_EQ(result->total, total) << line;
    for (const Facet& facet : result->facets) {
      for (const FacetValue& value : facet.values) {
        EXPECT_EQ(value.count, (counts[{facet.field, value.value}])) << line << ", " << value.value;
        counts.erase({facet.field, value.value});
      }
    }
    EXPECT_TRUE(counts.empty()) << line << ": a value is missing";
  }
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
      for (const Hit& hit : result->hits) ++seen[hit.plan_id + "/" + hit.paragraph.id];
    }
    EXPECT_EQ(static_cast<int>(seen.size()), total);
  }
}

}  // namespace
}  // namespace plansok::index
