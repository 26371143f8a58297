/// What the filter flags (flags.h) were set to, as the contract has it.
#ifndef PLANSOK_CLIENT_FILTERS_H_
#define PLANSOK_CLIENT_FILTERS_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "plansok/v1/plan_search_service.pb.h"

namespace plansok::client {

/// Values as typed; several of one field are alternatives.
struct FilterOptions {
  std::vector<std::string> committees;
  std::vector<std::string> goals;
  std::vector<std::string> goal_families;
  std::vector<std::string> areas;
  std::vector<std::string> years;
  std::vector<std::string> kinds;
  std::vector<std::string> origins;
  std::vector<std::string> bodies;
  std::vector<std::string> plans;
};

/// Errors: InvalidArgument for a kind or an origin that is none. Names and years are the server's to judge.
absl::StatusOr<v1::Filters> ToFilters(const FilterOptions& options);

/// Whether any is set.
bool IsEmpty(const FilterOptions& options);

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_FILTERS_H_
