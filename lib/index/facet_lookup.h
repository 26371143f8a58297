/// What people and programs write for a facet's value, into the values an index has.
#ifndef PLANSOK_INDEX_FACET_LOOKUP_H_
#define PLANSOK_INDEX_FACET_LOOKUP_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "index/facet_tuples.h"
#include "index/searcher.h"
#include "query/query.h"

namespace plansok::index {

/// The values that a filter in the query language means: by id or label, else every value whose label has the
/// typed words' beginnings in it ("nordost", "hemlös"). Case and diacritics do not matter. None: empty.
std::vector<std::uint32_t> LookUpTyped(const FacetTable& table, const query::Filter& filter);

/// The values that a request's filter names. InvalidArgument: an unknown value (with the nearest known one),
/// or a malformed or reversed span of years. A well-formed year, kind or origin that no paragraph has is no
/// error.
absl::StatusOr<std::vector<std::uint32_t>> LookUpRequested(const FacetTable& table,
                                                           const FieldFilter& filter);

/// The field's value whose id or label is spelled most like `text`; null where none is near, or `text` is
/// longer than any name. Lives in `table`.
const FacetEntry* NearestValue(const FacetTable& table, query::Field field, std::string_view text);

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_FACET_LOOKUP_H_
