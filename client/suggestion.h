/// "Menade du": the known name nearest to a mistyped one.
#ifndef PLANSOK_CLIENT_SUGGESTION_H_
#define PLANSOK_CLIENT_SUGGESTION_H_

#include <string>
#include <string_view>
#include <vector>

namespace plansok::client {

/// The one of `names` that begins with `typed`, else the nearest, or "" where none is near: at most a third
/// of its letters may differ. Case and diacritics do not matter.
std::string Nearest(std::string_view typed, const std::vector<std::string_view>& names);

/// "unknown WHAT 'TYPED': menade du 'X'?", or all there are where none is near.
std::string UnknownName(std::string_view what, std::string_view typed,
                        const std::vector<std::string_view>& names);

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_SUGGESTION_H_
