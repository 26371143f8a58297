/// Fields that several requests have, checked one by one. Each function adds what is wrong to the violations.
#ifndef PLANSOK_SEARCHD_VALIDATE_FIELDS_H_
#define PLANSOK_SEARCHD_VALIDATE_FIELDS_H_

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "index/reader.h"
#include "index/searcher.h"
#include "plansok/v1/plan_search_service.pb.h"
#include "query/field.h"
#include "searchd/status.h"

namespace plansok::searchd {

using Violations = std::vector<FieldViolation>;

/// The ids of what a text means for a field, as index::Snapshot::FindValues() gives them.
using ValueFinder = std::function<absl::StatusOr<std::vector<std::string>>(query::Field, std::string_view)>;

/// Both must outlive it.
ValueFinder ValuesOf(const index::Snapshot& snapshot, const index::Checkpoint& checkpoint);

void CheckRange(std::string_view field, int value, int least, int most, Violations& violations);

void CheckQuery(const std::string& query, Violations& violations);

/// By ids, whatever names the request has for them. Once as many values are at fault as a status tells, those
/// that follow are not looked up, and said not to be.
std::vector<index::FieldFilter> ReadFilters(const v1::Filters& filters, const ValueFinder& find,
                                            Violations& violations);

/// Fields by the API's own names only: Swedish names and aliases belong to the query language, not to the
/// contract.
std::vector<query::Field> ReadFacets(const google::protobuf::RepeatedPtrField<std::string>& names,
                                     Violations& violations);

/// The field of a table's rows or columns, as `axis` names it.
query::Field ReadAxis(std::string_view axis, std::string_view name, Violations& violations);

}  // namespace plansok::searchd

#endif  // PLANSOK_SEARCHD_VALIDATE_FIELDS_H_
