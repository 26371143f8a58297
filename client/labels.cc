#include "client/labels.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <variant>

#include "client/joined.h"
#include "client/suggestion.h"
#include "client/terminal.h"

namespace plansok::client {
namespace {

template <typename Value>
struct Label {
  std::string_view name;  // of the contract, in small letters
  std::string_view swedish;
  Value value = {};
  std::string_view abbreviation = {};  // "" where there is none
};

constexpr std::array<Label<v1::Kind>, 7> kKinds = {{{"goal", "Mål", v1::GOAL},
                                                    {"direction", "Inriktning", v1::DIRECTION},
                                                    {"assignment", "Uppdrag", v1::ASSIGNMENT},
                                                    {"response", "Omhändertagande", v1::RESPONSE},
                                                    {"indicator", "Indikator", v1::INDICATOR},
                                                    {"program", "Program", v1::PROGRAM},
                                                    {"text", "Text", v1::TEXT}}};

constexpr std::array<Label<v1::Origin>, 2> kOrigins = {
    {{"council", "Kommunfullmäktige", v1::COUNCIL, "kf"}, {"committee", "Nämnden", v1::COMMITTEE}}};

// The fields that SearchRequest.facets documents; the contract has names for them alone.
constexpr std::array<Label<std::monostate>, 9> kFacets = {{{"committee", "Nämnd"},
                                                           {"goal", "Mål"},
                                                           {"goal_family", "Målfamilj"},
                                                           {"area", "Område"},
                                                           {"year", "År"},
                                                           {"kind", "Typ"},
                                                           {"origin", "Uppdragsgivare"},
                                                           {"body", "Organ"},
                                                           {"plan", "Plan"}}};

constexpr std::array<Label<v1::OrderBy>, 2> kOrders = {
    {{"relevance", "Relevans", v1::ORDER_BY_RELEVANCE}, {"plan", "Plan", v1::ORDER_BY_PLAN}}};

constexpr std::array<Label<char>, 3> kSeparators = {
    {{"semicolon", "Semikolon", ';'}, {"comma", "Komma", ','}, {"tab", "Tabb", '\t'}}};

// In small letters, as they are typed.
template <typename Table>
std::vector<NamePair> NamesOf(const Table& table) {
  std::vector<NamePair> names;
  for (const auto& row : table) names.push_back({std::string(row.name), LowerCase(row.swedish)});
  return names;
}

template <typename Table, typename Value>
std::string_view SwedishOf(const Table& table, Value value) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.value == value; });
  return found == table.end() ? std::string_view() : found->swedish;
}

template <typename Table>
absl::Status UnknownIn(const Table& table, std::string_view what, std::string_view typed) {
  std::vector<std::string> names;
  for (const auto& [name, other] : NamesOf(table)) {
    names.push_back(name);
    if (other != name) names.push_back(other);
  }
  return absl::InvalidArgumentError(UnknownName(what, LowerCase(typed), {names.begin(), names.end()}));
}

// The row that `typed` names; InvalidArgument where there is none.
template <typename Table>
absl::StatusOr<typename Table::value_type> Find(const Table& table, std::string_view what,
                                                std::string_view typed) {
  const std::string folded = Folded(typed);
  for (const auto& row : table) {
    if (row.name == folded || Folded(row.swedish) == folded) return row;
    if (!folded.empty() && row.abbreviation == folded) return row;
  }
  return UnknownIn(table, what, typed);
}

}  // namespace

std::string_view KindLabel(v1::Kind kind) { return SwedishOf(kKinds, kind); }
std::string_view OriginLabel(v1::Origin origin) { return SwedishOf(kOrigins, origin); }

std::string_view FacetLabel(std::string_view field) {
  const auto* found =
      std::find_if(kFacets.begin(), kFacets.end(), [&](const auto& row) { return row.name == field; });
  return found == kFacets.end() ? field : found->swedish;
}

absl::StatusOr<v1::Kind> ParseKind(std::string_view typed) {
  const auto row = Find(kKinds, "kind", typed);
  if (!row.ok()) return row.status();
  return row->value;
}

absl::StatusOr<v1::Origin> ParseOrigin(std::string_view typed) {
  const auto row = Find(kOrigins, "origin", typed);
  if (!row.ok()) return row.status();
  return row->value;
}

absl::StatusOr<v1::OrderBy> ParseOrder(std::string_view typed) {
  const auto row = Find(kOrders, "order", typed);
  if (!row.ok()) return row.status();
  return row->value;
}

absl::StatusOr<char> ParseSeparator(std::string_view typed) {
  const auto row = Find(kSeparators, "separator", typed);
  if (!row.ok()) return row.status();
  return row->value;
}

absl::StatusOr<std::string> ParseFacet(std::string_view typed) {
  const auto row = Find(kFacets, "facet", typed);
  if (!row.ok()) return row.status();
  return std::string(row->name);
}

std::vector<NamePair> KindNames() { return NamesOf(kKinds); }
std::vector<NamePair> OriginNames() { return NamesOf(kOrigins); }
std::vector<NamePair> FacetNames() { return NamesOf(kFacets); }
std::vector<NamePair> OrderNames() { return NamesOf(kOrders); }
std::vector<NamePair> SeparatorNames() { return NamesOf(kSeparators); }

std::string OneOf(const std::vector<NamePair>& names, std::string NamePair::*side) {
  const auto last = std::prev(names.end());
  const std::string others =
      Joined(std::vector(names.begin(), last), ", ", [&](const NamePair& pair) { return pair.*side; });
  return fmt::format("{} or {}", others, (*last).*side);
}

}  // namespace plansok::client
