/// Values that have their names by the contract and not from plans: kinds, origins and years.
#ifndef PLANSOK_INDEX_CONTRACT_VALUES_H_
#define PLANSOK_INDEX_CONTRACT_VALUES_H_

#include <string_view>
#include <vector>

#include "index/facet_tuples.h"
#include "query/field.h"

namespace plansok::index {

/// What `text` names so, whether or not a paragraph has it: a kind or an origin by its API name, a year, and
/// of a range of years those of its ends that are written. Pure.
std::vector<FacetEntry> NamedByContract(query::Field field, std::string_view text);

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_CONTRACT_VALUES_H_
