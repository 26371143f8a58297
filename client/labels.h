/// What the contract's names are called in Swedish, and which name a typed word means.
#ifndef PLANSOK_CLIENT_LABELS_H_
#define PLANSOK_CLIENT_LABELS_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "plansok/v1/plan_search_service.pb.h"

namespace plansok::client {

/// "Uppdrag", "Inriktning" ..., as the server's facets have them; "" for none.
std::string_view KindLabel(v1::Kind kind);

/// "Kommunfullmäktige", "Nämnden", as the server's facets have them; "" for none.
std::string_view OriginLabel(v1::Origin origin);

/// The heading of a facet: "Nämnd", "Mål" ...; the name itself where the contract has grown.
std::string_view FacetLabel(std::string_view field);

/// A name of the contract by itself, in Swedish or abbreviated ("KF"), in any case, with or without å ä ö.
/// Errors: InvalidArgument, with the nearest name.
absl::StatusOr<v1::Kind> ParseKind(std::string_view typed);
absl::StatusOr<v1::Origin> ParseOrigin(std::string_view typed);
absl::StatusOr<std::string> ParseFacet(std::string_view typed);
absl::StatusOr<v1::OrderBy> ParseOrder(std::string_view typed);

/// What stands between cells, by its name: semicolon, comma or tab. Errors: as above.
absl::StatusOr<char> ParseSeparator(std::string_view typed);

/// A name that may be typed, and what it is in the other language; both in small letters.
struct NamePair {
  std::string name;
  std::string other;
};
/// All names of the contract with their Swedish ones, in the contract's order.
std::vector<NamePair> KindNames();
std::vector<NamePair> OriginNames();
std::vector<NamePair> FacetNames();
std::vector<NamePair> OrderNames();
std::vector<NamePair> SeparatorNames();

/// "committee, goal ... or plan", for help: `names` in the language that `side` has.
std::string OneOf(const std::vector<NamePair>& names, std::string NamePair::*side);

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_LABELS_H_
