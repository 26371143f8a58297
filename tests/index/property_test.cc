// Every count is exact: thousands of made-up questions, filters and pairs of fields, each answer compared
// with a count over the exported paragraphs, one by one. What a paragraph counts under is said here once
// more, out of the paragraph itself, so that a slip in the facet table cannot hide.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "index/searcher.h"
#include "query/parser.h"
#include "tests/index/random_queries.h"
#include "tests/index/test_index.h"

namespace plansok::index {
namespace {

using query::Field;

constexpr std::uint32_t kQuestions = PLANSOK_QUESTIONS;  // the build's choice (CMakeLists.txt)
constexpr std::uint32_t kRankedEvery = 20;               // fetching all hits takes longer than counting them
constexpr std::uint32_t kGeneratedPlans = 40;

using Values = std::set<std::string>;

Values Ids(const std::vector<plan::Named>& named) {
  Values ids;
  for (const plan::Named& one : named) ids.insert(one.id);
  return ids;
}

// The values of a field that a paragraph counts under.
Values ValuesOf(const std::string& plan_id, const plan::Paragraph& paragraph, Field field) {
  Values values;
  switch (field) {
    case Field::kCommittee:
      return Ids(paragraph.committees);
    case Field::kGoal:
      if (paragraph.goal) values.insert(paragraph.goal->id);
      break;
    case Field::kGoalFamily:
      if (paragraph.goal) values.insert(paragraph.goal->family);
      break;
    case Field::kArea:
      if (paragraph.area) values.insert(paragraph.area->id);
      break;
    case Field::kYear:
      for (const int year : paragraph.years) values.insert(std::to_string(year));
      break;
    case Field::kKind:
      values.emplace(plan::KindName(paragraph.kind));
      break;
    case Field::kOrigin:
      values.emplace(plan::OriginName(paragraph.origin));
      break;
    case Field::kBody:
      for (const plan::Body& body : paragraph.bodies) values.insert(body.id);
      break;
    case Field::kPlan:
      values.insert(plan_id);
      break;
  }
  values.erase("");
  return values;
}

struct Listed {
  std::string name;
  std::map<Field, Values> values;
};

bool Passes(const Listed& paragraph, const FieldFilter& filter) {
  return std::ranges::any_of(filter.values, [&](const std::string& value) {
    return paragraph.values.at(filter.field).contains(value);
  });
}

// All filters but those of one field; nullopt for all of them.
bool PassesAll(const Listed& paragraph, const std::vector<FieldFilter>& filters,
               std::optional<Field> but = std::nullopt) {
  return std::ranges::all_of(
      filters, [&](const FieldFilter& filter) { return filter.field == but || Passes(paragraph, filter); });
}

// The values that make the rows (or columns) of a table: those that a filter of the field names, else all.
Values ShownOf(const Listed& paragraph, Field field, const std::vector<FieldFilter>& filters) {
  Values shown = paragraph.values.at(field);
  for (const FieldFilter& filter : filters) {
    if (filter.field != field) continue;
    std::erase_if(shown, [&](const std::string& value) {
      return std::ranges::find(filter.values, value) == filter.values.end();
    });
  }
  return shown;
}

// Of the values that something counts under or a filter names.
using Counts = std::map<std::string, int>;

Counts NamedBy(const std::vector<FieldFilter>& filters, Field field) {
  Counts counts;
  for (const FieldFilter& filter : filters) {
    if (filter.field != field) continue;
    for (const std::string& value : filter.values) counts[value] = 0;
  }
  return counts;
}

Counts ToCounts(const std::vector<FacetValue>& values) {
  Counts counts;
  for (const FacetValue& value : values) counts[value.value] = value.count;
  return counts;
}

struct Question {
  SearchRequest request;
  Field rows = Field::kCommittee;
  Field columns = Field::kYear;
};

class PropertyTest : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    plans_ = GetParam() == "Real" ? RealPlans() : GeneratedPlans(kGeneratedPlans);
    words_ = WordsOf(plans_);
    Publish(folder_.path(), plans_);
    searcher_ = std::make_unique<Searcher>(OpenSearcher(folder_.path()));
    everything_ = List(query::Parse(""), {});
  }

  std::vector<Listed> List(const query::ParsedQuery& query, const std::vector<FieldFilter>& filters,
                           bool correct = true) {
    std::vector<Listed> listed;
    const auto take = [&](const std::string& plan_id, const plan::Paragraph& paragraph) {
      Listed& one = listed.emplace_back();
      one.name = plan_id + "/" + paragraph.id;
      for (const Field field : query::kAllFields) one.values[field] = ValuesOf(plan_id, paragraph, field);
      return true;
    };
    const absl::Status status = searcher_->Export({query, filters, correct}, take, GoOn).status();
    EXPECT_TRUE(status.ok()) << status;
    return listed;
  }

  FieldFilter MakeFilter(QueryMaker& maker) const {
    FieldFilter filter{query::kAllFields[maker.Below(query::kAllFields.size())], {}};
    for (std::size_t tries = 1 + maker.Below(4); tries > 0; --tries) {
      const Values& values = everything_[maker.Below(everything_.size())].values.at(filter.field);
      filter.values.insert(filter.values.end(), values.begin(), values.end());
    }
    return filter;
  }

  Question MakeQuestion(std::uint32_t seed) const {
    QueryMaker maker(words_, seed);
    Question question;
    question.request.query = query::Parse(maker.Make());
    question.request.correct = maker.Below(2) == 0;
    question.request.limit = 0;
    question.request.facets.assign(query::kAllFields.begin(), query::kAllFields.end());
    std::set<Field> filtered;
    for (std::size_t filters = maker.Below(3); filters > 0; --filters) {
      FieldFilter filter = MakeFilter(maker);
      if (!filter.values.empty() && filtered.insert(filter.field).second) {
        question.request.filters.push_back(std::move(filter));
      }
    }
    const std::size_t rows = maker.Below(query::kAllFields.size());
    question.rows = query::kAllFields[rows];
    question.columns =
        query::kAllFields[(rows + 1 + maker.Below(query::kAllFields.size() - 1)) % query::kAllFields.size()];
    return question;
  }

  void CheckFacets(const Question& question, const std::vector<Listed>& unfiltered) {
    const std::vector<FieldFilter>& filters = question.request.filters;
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
    const std::vector<FieldFilter>& filters = question.request.filters;
    const auto table = searcher_->Tabulate(
        {question.request.query, filters, question.rows, question.columns, question.request.correct}, GoOn);
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
    const std::vector<FieldFilter>& filters = question.request.filters;
    std::vector<std::string> names;
    for (const Listed& paragraph : unfiltered) {
      if (PassesAll(paragraph, filters)) names.push_back(paragraph.name);
    }
    std::vector<std::string> exported;
    for (const Listed& paragraph : List(question.request.query, filters, question.request.correct))
      exported.push_back(paragraph.name);
    EXPECT_EQ(exported, names);
    SearchRequest all = question.request;
    all.limit = static_cast<int>(everything_.size());
    const auto result = searcher_->Search(all, GoOn);
    ASSERT_TRUE(result.ok()) << result.status();
    std::vector<std::string> hits;
    for (const Hit& hit : result->hits) hits.push_back(hit.plan_id + "/" + hit.paragraph.id);
    std::ranges::sort(hits);
    std::ranges::sort(names);
    EXPECT_EQ(hits, names);
  }

  TemporaryFolder folder_;
  std::vector<plan::Plan> plans_;
  std::vector<std::string> words_;
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
