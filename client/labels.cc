#include "client/labels.h"

#include <algorithm>
#include <array>

#include "client/suggestion.h"
#include "client/terminal.h"

namespace plansok::client {
namespace {

template <typename Value>
struct Label {
  Value value;
  std::string_view name;  // of the contract, in small letters
  std::string_view swedish;
  std::string_view abbreviation = {};  // "" where there is none
};

constexpr std::array<Label<v1::Kind>, 7> kKinds = {{{v1::GOAL, "goal", "mål"},
                                                    {v1::DIRECTION, "direction", "inriktning"},
                                                    {v1::ASSIGNMENT, "assignment", "uppdrag"},
                                                    {v1::RESPONSE, "response", "omhändertagande"},
                                                    {v1::INDICATOR, "indicator", "indikator"},
                                                    {v1::PROGRAM, "program", "program"},
                                                    {v1::TEXT, "text", "text"}}};

constexpr std::array<Label<v1::Origin>, 2> kOrigins = {
    {{v1::COUNCIL, "council", "kommunfullmäktige", "kf"}, {v1::COMMITTEE, "committee", "nämnden"}}};

// The fields that SearchRequest.facets documents.
constexpr std::array<Label<std::string_view>, 9> kFacets = {{{"Nämnd", "committee", "nämnd"},
                                                             {"Mål", "goal", "mål"},
                                                             {"Målfamilj", "goal_family", "målfamilj"},
                                                             {"Område", "area", "område"},
                                                             {"År", "year", "år"},
                                                             {"Typ", "kind", "typ"},
                                                             {"Uppdragsgivare", "origin", "uppdragsgivare"},
                                                             {"Organ", "body", "organ"},
                                                             {"Plan", "plan", "plan"}}};

constexpr std::array<Label<v1::OrderBy>, 2> kOrders = {
    {{v1::ORDER_BY_RELEVANCE, "relevance", "relevans"}, {v1::ORDER_BY_PLAN, "plan", "plan"}}};

constexpr std::array<Label<char>, 3> kSeparators = {
    {{';', "semicolon", "semikolon"}, {',', "comma", "komma"}, {'\t', "tab", "tabb"}}};

template <typename Table>
std::vector<NamePair> NamesOf(const Table& table) {
  std::vector<NamePair> names;
  for (const auto& row : table) names.push_back({row.name, row.swedish});
  return names;
}

template <typename Table, typename Value>
std::string_view SwedishOf(const Table& table, Value value) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.value == value; });
  return found == table.end() ? std::string_view() : found->swedish;
}

// The row that `typed` names; InvalidArgument where there is none.
template <typename Table>
absl::StatusOr<typename Table::value_type> Find(const Table& table, std::string_view what,
                                                std::string_view typed) {
  const std::string folded = Folded(typed);
  std::vector<std::string_view> names;
  for (const auto& row : table) {
    if (row.name == folded || Folded(row.swedish) == folded) return row;
    if (!folded.empty() && row.abbreviation == folded) return row;
    names.push_back(row.name);
    if (row.swedish != row.name) names.push_back(row.swedish);
  }
  return absl::InvalidArgumentError(UnknownName(what, LowerCase(typed), names));
}

}  // namespace

std::string_view KindLabel(v1::Kind kind) { return SwedishOf(kKinds, kind); }
std::string_view OriginLabel(v1::Origin origin) { return SwedishOf(kOrigins, origin); }

std::string_view FacetLabel(std::string_view field) {
  const auto* found =
      std::find_if(kFacets.begin(), kFacets.end(), [&](const auto& row) { return row.name == field; });
  return found == kFacets.end() ? field : found->value;
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

}  // namespace plansok::client
