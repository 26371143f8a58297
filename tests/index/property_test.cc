// Every count is exact: thousands of made-up questions, filters and pairs of fields, each answer compared
// with a count over the exported paragraphs, one by one (listed.h). That an export has the right paragraphs
// is held by plain_answers_test.cc.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "index/searcher.h"
#include "query/parser.h"
#include "tests/index/listed.h"
#include "tests/index/random_queries.h"
#include "tests/index/test_index.h"

namespace plansok::index {
namespace {

using query::Field;

constexpr std::uint32_t kQuestions = PLANSOK_QUESTIONS;  // the build's choice (CMakeLists.txt)
constexpr std::uint32_t kRankedEvery = 20;               // fetching all hits takes longer than counting them
constexpr std::uint32_t kGeneratedPlans = 40;
constexpr std::size_t kMostFilters = 4;

struct Question {
  SearchRequest request;
  std::vector<DrawnFilter> filters;  // with their meaning
  Field rows = Field::kCommittee;
  Field columns = Field::kYear;
};

class PropertyTest : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    plans_ = GetParam() == "Real" ? RealPlans() : GeneratedPlans(kGeneratedPlans);
    words_ = WordsOf(plans_);
    filters_ = std::make_unique<FilterMaker>(plans_);
    Publish(folder_.path(), plans_);
    searcher_ = std::make_unique<Searcher>(OpenSearcher(folder_.path()));
    everything_ = List(query::Parse(""), {});
  }

  std::vector<Listed> List(const query::ParsedQuery& query, const std::vector<FieldFilter>& filters,
                           bool correct = true) {
    std::vector<Listed> listed;
    const auto take = [&](const std::string& plan_id, const plan::Paragraph& paragraph) {
      listed.push_back(index::List(plan_id, paragraph));
      return true;
    };
    const absl::Status status = searcher_->Export({query, filters, correct}, take, GoOn).status();
    EXPECT_TRUE(status.ok()) << status;
    return listed;
  }

  Question MakeQuestion(std::uint32_t seed) const {
    QueryMaker maker(words_, seed);
    Question question;
    question.request.query = query::Parse(maker.Make());
    question.request.correct = maker.Below(2) == 0;
    question.request.limit = 0;
    question.request.facets.assign(query::kAllFields.begin(), query::kAllFields.end());
    std::set<Field> filtered;
    for (std::size_t filters = maker.Below(kMostFilters + 1); filters > 0; --filters) {
      DrawnFilter filter = filters_->Make(query::kAllFields[maker.Below(query::kAllFields.size())], maker);
      if (filter.asked.values.empty() || !filtered.insert(filter.asked.field).second) continue;
      question.request.filters.push_back(filter.asked);
      question.filters.push_back(std::move(filter));
    }
    const std::size_t rows = maker.Below(query::kAllFields.size());
    question.rows = query::kAllFields[rows];
    question.columns =
        query::kAllFields[(rows + 1 + maker.Below(query::kAllFields.size() - 1)) % query::kAllFields.size()];
    return question;
  }

  void CheckFacets(const Question& question, const std::vector<Listed>& unfiltered) {
    const std::vector<DrawnFilter>& filters = question.filters;
    const auto result = searcher_->Search(question.request, GoOn);
    ASSERT_TRUE(result.ok()) << result.status();
    EXPECT_EQ(result->total, std::ranges::count_if(unfiltered, [&](const Listed& paragraph) {
                return PassesAll(paragraph, filters);
              }));
    ASSERT_EQ(result->facets.size(), query::kAllFields.size());
    for (const Facet& facet : result->facets) {
      Counts counts = NamedBy(filters, facet.field);
      for (const Listed& paragraph : unfiltered) {
        if (!PassesAll(paragraph, filters, facet.field)) continue;
        for (const std::string& value : paragraph.values.at(facet.field)) ++counts[value];
      }
      EXPECT_EQ(ToCounts(facet.values), counts) << query::FieldName(facet.field);
    }
  }

  void CheckTable(const Question& question, const std::vector<Listed>& unfiltered) {
    const std::vector<DrawnFilter>& filters = question.filters;
    const auto table = searcher_->Tabulate({question.request.query, question.request.filters, question.rows,
                                            question.columns, question.request.correct},
                                           GoOn);
    ASSERT_TRUE(table.ok()) << table.status();
    Counts rows = NamedBy(filters, question.rows);
    Counts columns = NamedBy(filters, question.columns);
    std::map<std::pair<std::string, std::string>, int> cells;
    Table truth;
    for (const Listed& paragraph : unfiltered) {
      if (!PassesAll(paragraph, filters)) continue;
      const Values down = ShownOf(paragraph, question.rows, filters);
      const Values across = ShownOf(paragraph, question.columns, filters);
      ++truth.total;
      truth.without_row += down.empty() ? 1 : 0;
      truth.without_column += across.empty() ? 1 : 0;
      truth.rows_overlap = truth.rows_overlap || down.size() > 1;
      truth.columns_overlap = truth.columns_overlap || across.size() > 1;
      for (const std::string& row : down) ++rows[row];
      for (const std::string& column : across) ++columns[column];
      for (const std::string& row : down) {
        for (const std::string& column : across) ++cells[{row, column}];
      }
    }
    EXPECT_EQ(table->total, truth.total);
    EXPECT_EQ(table->without_row, truth.without_row);
    EXPECT_EQ(table->without_column, truth.without_column);
    EXPECT_EQ(table->rows_overlap, truth.rows_overlap);
    EXPECT_EQ(table->columns_overlap, truth.columns_overlap);
    EXPECT_EQ(ToCounts(table->rows), rows);
    EXPECT_EQ(ToCounts(table->columns), columns);
    ASSERT_EQ(table->cells.size(), table->rows.size() * table->columns.size());
    for (std::size_t i = 0; i < table->cells.size(); ++i) {
      const std::string& row = table->rows[i / table->columns.size()].value;
      const std::string& column = table->columns[i % table->columns.size()].value;
      EXPECT_EQ(table->cells[i], (cells[{row, column}])) << row << " and " << column;
    }
  }

  // The ranked hits, and the filtered export, are the paragraphs that were counted.
  void CheckHits(const Question& question, const std::vector<Listed>& unfiltered) {
    const std::vector<DrawnFilter>& filters = question.filters;
    std::vector<std::string> names;
    for (const Listed& paragraph : unfiltered) {
      if (PassesAll(paragraph, filters)) names.push_back(paragraph.name);
    }
    std::vector<std::string> exported;
    for (const Listed& paragraph :
         List(question.request.query, question.request.filters, question.request.correct))
      exported.push_back(paragraph.name);
    EXPECT_EQ(exported, names);
    SearchRequest all = question.request;
    all.limit = static_cast<int>(everything_.size());
    const auto result = searcher_->Search(all, GoOn);
    ASSERT_TRUE(result.ok()) << result.status();
    std::vector<std::string> hits;
    for (const Hit& hit : result->hits) hits.push_back(hit.plan_id + "/" + hit.paragraph->id);
    std::ranges::sort(hits);
    std::ranges::sort(names);
    EXPECT_EQ(hits, names);
  }

  TemporaryFolder folder_;
  std::vector<plan::Plan> plans_;
  std::vector<std::string> words_;
  std::unique_ptr<FilterMaker> filters_;
  std::unique_ptr<Searcher> searcher_;
  std::vector<Listed> everything_;
};

TEST_P(PropertyTest, EveryAnswerIsThatOfThePlainList) {
  std::uint32_t matched = 0;
  for (std::uint32_t seed = 0; seed < kQuestions && !HasFailure(); ++seed) {
    const Question question = MakeQuestion(seed);
    std::string trace = fmt::format("seed {}, question ”{}”, {} by {}", seed, question.request.query.line,
                                    query::FieldName(question.rows), query::FieldName(question.columns));
    for (const FieldFilter& filter : question.request.filters) {
      trace += fmt::format(", {} {}", query::FieldName(filter.field), fmt::join(filter.values, " or "));
    }
    SCOPED_TRACE(trace);
    const std::vector<Listed> unfiltered = List(question.request.query, {}, question.request.correct);
    matched += unfiltered.empty() ? 0 : 1;
    CheckFacets(question, unfiltered);
    CheckTable(question, unfiltered);
    if (seed % kRankedEvery == 0) CheckHits(question, unfiltered);
  }
  EXPECT_GT(matched, kQuestions / 2) << "most made-up questions should match something";
}

INSTANTIATE_TEST_SUITE_P(Plans, PropertyTest, testing::Values("Real", "Generated"),
                         [](const auto& plans) { return plans.param; });

}  // namespace
}  // namespace plansok::index
