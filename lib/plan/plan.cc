#include "plan/plan.h"

#include <array>
#include <utility>

namespace plansok::plan {
namespace {

template <typename Enum, std::size_t N>
using NameTable = std::array<std::pair<Enum, std::string_view>, N>;

constexpr NameTable<Kind, 7> kKinds = {{{Kind::kGoal, "GOAL"},
                                        {Kind::kDirection, "DIRECTION"},
                                        {Kind::kAssignment, "ASSIGNMENT"},
                                        {Kind::kResponse, "RESPONSE"},
                                        {Kind::kIndicator, "INDICATOR"},
                                        {Kind::kProgram, "PROGRAM"},
                                        {Kind::kText, "TEXT"}}};
constexpr NameTable<Origin, 2> kOrigins = {
    {{Origin::kCouncil, "COUNCIL"}, {Origin::kCommittee, "COMMITTEE"}}};
constexpr NameTable<BodyRole, 2> kRoles = {
    {{BodyRole::kAssigned, "ASSIGNED"}, {BodyRole::kCooperating, "COOPERATING"}}};

template <typename Enum, std::size_t N>
std::string_view NameOf(const NameTable<Enum, N>& table, Enum value) {
  for (const auto& [entry, name] : table) {
    if (entry == value) return name;
  }
  return {};
}

template <typename Enum, std::size_t N>
std::optional<Enum> ValueOf(const NameTable<Enum, N>& table, std::string_view name) {
  for (const auto& [entry, entry_name] : table) {
    if (entry_name == name) return entry;
  }
  return std::nullopt;
}

}  // namespace

std::string_view KindName(Kind kind) { return NameOf(kKinds, kind); }
std::string_view OriginName(Origin origin) { return NameOf(kOrigins, origin); }
std::string_view BodyRoleName(BodyRole role) { return NameOf(kRoles, role); }
std::optional<Kind> ParseKind(std::string_view name) { return ValueOf(kKinds, name); }
std::optional<Origin> ParseOrigin(std::string_view name) { return ValueOf(kOrigins, name); }
std::optional<BodyRole> ParseBodyRole(std::string_view name) { return ValueOf(kRoles, name); }

}  // namespace plansok::plan
