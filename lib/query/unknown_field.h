/// Words that look like a field and are none: who types "nämd:nordost" meant nämnd:.
#ifndef PLANSOK_QUERY_UNKNOWN_FIELD_H_
#define PLANSOK_QUERY_UNKNOWN_FIELD_H_

#include <string>
#include <string_view>

namespace plansok::query {

/// Whether `name` and what stands right after its colon look like a field with a value. Times ("10:30"),
/// addresses ("https://…", "mailto:a@b.se"), abbreviations and inflected ones ("VGR:s") do not.
bool LooksLikeField(std::string_view name, std::string_view value);

/// The Swedish name of the field that `name` is spelled most like; "" where none is near.
std::string_view NearestField(std::string_view name);

}  // namespace plansok::query

#endif  // PLANSOK_QUERY_UNKNOWN_FIELD_H_
