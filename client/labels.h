/// What the contract's names are called in Swedish, and which name a typed word means.
#ifndef PLANSOK_CLIENT_LABELS_H_
#define PLANSOK_CLIENT_LABELS_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "plansok/v1/plan.pb.h"

namespace plansok::client {

/// "uppdrag", "inriktning" ...; "" for none.
std::string_view KindLabel(v1::Kind kind);

/// "kommunfullmäktige", "nämnden"; "" for none.
std::string_view OriginLabel(v1::Origin origin);

/// The heading of a facet: "Nämnd", "Mål" ...; the name itself where the contract has grown.
std::string_view FacetLabel(std::string_view field);

/// A name of the contract by itself or in Swedish, in any case. Errors: InvalidArgument, with the nearest
/// name.
absl::StatusOr<v1::Kind> ParseKind(std::string_view typed);
absl::StatusOr<v1::Origin> ParseOrigin(std::string_view typed);
absl::StatusOr<std::string> ParseFacet(std::string_view typed);

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_LABELS_H_
