/// What the filter flags (flags.h) were set to, as the contract has it.
#ifndef PLANSOK_CLIENT_FILTERS_H_
#define PLANSOK_CLIENT_FILTERS_H_

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "plansok/v1/plan_search_service.pb.h"

namespace plansok::client {

/// Values as typed, by the field of v1::Filters they are for; several of one field are alternatives.
using FilterOptions = std::map<std::string, std::vector<std::string>, std::less<>>;

/// Errors: InvalidArgument for a kind or an origin that is none. Names and years are the server's to judge.
absl::StatusOr<v1::Filters> ToFilters(const FilterOptions& options);

/// Whether no field has a value.
bool IsEmpty(const FilterOptions& options);

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_FILTERS_H_
