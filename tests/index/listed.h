// Paragraphs as plain lists of what they count under, and filters with their meaning spelled out: what counts
// are held against. Said once more here, out of the paragraphs themselves, so that a slip in the facet table
// or in the lookup of names cannot hide.
#ifndef PLANSOK_TESTS_INDEX_LISTED_H_
#define PLANSOK_TESTS_INDEX_LISTED_H_

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "index/searcher.h"
#include "plan/plan.h"
#include "tests/index/random_queries.h"

namespace plansok::index {

using Values = std::set<std::string>;

struct Listed {
  std::string name;
  std::map<query::Field, Values> values;
};

Listed List(const std::string& plan_id, const plan::Paragraph& paragraph);

// A filter as it is asked for, and all that it names: ids, years and API names, those too that nothing has.
struct DrawnFilter {
  FieldFilter asked;
  Values meant;
};

bool Passes(const Listed& paragraph, const DrawnFilter& filter);

// All filters but those of one field; nullopt for all of them.
bool PassesAll(const Listed& paragraph, const std::vector<DrawnFilter>& filters,
               std::optional<query::Field> but = std::nullopt);

// The values that make the rows (or columns) of a table: those that a filter of the field names, else all.
Values ShownOf(const Listed& paragraph, query::Field field, const std::vector<DrawnFilter>& filters);

// Of the values that something counts under or a filter names.
using Counts = std::map<std::string, int>;
Counts NamedBy(const std::vector<DrawnFilter>& filters, query::Field field);
Counts ToCounts(const std::vector<FacetValue>& values);

// Draws filters: ids, whole labels, kinds, origins and years that plans have or not, ranges of years.
class FilterMaker {
 public:
  explicit FilterMaker(const std::vector<plan::Plan>& plans);
  DrawnFilter Make(query::Field field, QueryMaker& random) const;

 private:
  void AddYears(QueryMaker& random, DrawnFilter& filter) const;
  void AddName(query::Field field, QueryMaker& random, DrawnFilter& filter) const;

  std::map<query::Field, Values> values_;                                // what paragraphs have
  std::map<query::Field, std::map<std::string, std::string>> label_of_;  // by id, as first met
};

}  // namespace plansok::index

#endif  // PLANSOK_TESTS_INDEX_LISTED_H_
