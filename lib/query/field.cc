#include "query/field.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "text/normalize.h"

namespace plansok::query {
namespace {

constexpr std::size_t kMaxAliases = 4;

struct FieldNames {
  Field field;
  std::string_view name;
  std::string_view swedish;
  std::array<std::string_view, kMaxAliases> aliases;  // unused ones are empty
};

constexpr std::array<FieldNames, kAllFields.size()> kNames = {{
    {Field::kCommittee, "committee", "nämnd", {"committees", "nämnder"}},
    {Field::kGoal, "goal", "mål", {"goals"}},
    {Field::kGoalFamily, "goal_family", "målfamilj", {"goal-family", "goalfamily", "goal_families"}},
    {Field::kArea, "area", "område", {"areas", "områden", "målområde"}},
    {Field::kYear, "year", "år", {"years", "årtal"}},
    {Field::kKind, "kind", "typ", {"kinds", "type", "slag"}},
    {Field::kOrigin, "origin", "uppdragsgivare", {"origins", "ursprung"}},
    {Field::kBody, "body", "organ", {"bodies", "bolag"}},
    {Field::kPlan, "plan", "plan", {"plans", "planer"}},
}};

const FieldNames& NamesOf(Field field) {
  return *std::find_if(kNames.begin(), kNames.end(),
                       [&](const FieldNames& names) { return names.field == field; });
}

using FieldsByName = std::unordered_map<std::string, Field>;

FieldsByName MakeFieldsByName() {
  FieldsByName fields;
  for (const FieldNames& names : kNames) {
    fields.emplace(text::FoldWord(names.name), names.field);
    fields.emplace(text::FoldWord(names.swedish), names.field);
    for (const std::string_view alias : names.aliases) {
      if (!alias.empty()) fields.emplace(text::FoldWord(alias), names.field);
    }
  }
  return fields;
}

}  // namespace

std::string_view FieldName(Field field) { return NamesOf(field).name; }

std::string_view SwedishFieldName(Field field) { return NamesOf(field).swedish; }

std::optional<Field> ParseField(std::string_view name) {
  constexpr std::size_t kLongestName = 64;  // bytes, generous for any spelling of a name
  if (name.empty() || name.size() > kLongestName) return std::nullopt;
  static const FieldsByName kFields = MakeFieldsByName();
  const auto found = kFields.find(text::FoldWord(name));
  if (found == kFields.end()) return std::nullopt;
  return found->second;
}

}  // namespace plansok::query
