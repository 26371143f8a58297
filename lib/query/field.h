/// The fields people filter and count by, under every name they may be typed. The one list of them: the query
/// language, the facets of the API and the index's term prefixes (lib/index/schema.h) all go by this enum.
#ifndef PLANSOK_QUERY_FIELD_H_
#define PLANSOK_QUERY_FIELD_H_

#include <array>
#include <optional>
#include <string_view>

namespace plansok::query {

/// A field. All are facets; all can be filtered by.
enum class Field {
  kCommittee,
  kGoal,
  kGoalFamily,
  kArea,
  kYear,
  kKind,
  kOrigin,
  kBody,
  kPlan,
};

/// Every field, in the order facets are shown.
inline constexpr std::array kAllFields = {Field::kCommittee, Field::kGoal, Field::kGoalFamily,
                                          Field::kArea,      Field::kYear, Field::kKind,
                                          Field::kOrigin,    Field::kBody, Field::kPlan};

/// The name in the API and on the command line: "committee", "goal_family" …
std::string_view FieldName(Field field);

/// The name Swedes type and read: "nämnd", "mål" …
std::string_view SwedishFieldName(Field field);

/// By either name, or an alias, in any case, with or without å ä ö; nullopt where there is none.
std::optional<Field> ParseField(std::string_view name);

}  // namespace plansok::query

#endif  // PLANSOK_QUERY_FIELD_H_
