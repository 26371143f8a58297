/// Values that may be completed: names of the contract, and ids that the server has.
#ifndef PLANSOK_CLIENT_COMPLETION_VALUES_H_
#define PLANSOK_CLIENT_COMPLETION_VALUES_H_

#include <string>
#include <string_view>
#include <vector>

#include "client/completion.h"

namespace plansok::client {

using Candidates = std::vector<Candidate>;

/// What has been typed so far and bears on what comes next.
struct Typed {
  std::string server;
  std::string committee;  ///< of --committee
};

/// Keeps those that begin as typed.
void KeepBegun(Candidates& candidates, std::string_view typed);

/// The values of the type that help calls `type` (flags.h) that begin as typed; where there are none, those
/// with words, of their labels too, that do: "nord" of socialnamnden-nordost.
Candidates ValuesFor(std::string_view type, std::string_view typed, const Typed& before);

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_COMPLETION_VALUES_H_
