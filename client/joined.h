/// Lists in a line of text.
#ifndef PLANSOK_CLIENT_JOINED_H_
#define PLANSOK_CLIENT_JOINED_H_

#include <string>
#include <string_view>

namespace plansok::client {

/// What `text_of` makes of each of `items`, with `separator` between; empty ones are left out.
template <typename Items, typename TextOf>
std::string Joined(const Items& items, std::string_view separator, TextOf text_of) {
  std::string joined;
  for (const auto& item : items) {
    const std::string text = text_of(item);
    if (text.empty()) continue;
    if (!joined.empty()) joined += separator;
    joined += text;
  }
  return joined;
}

/// Of strings.
template <typename Items>
std::string Joined(const Items& items, std::string_view separator) {
  return Joined(items, separator, [](const std::string& text) { return text; });
}

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_JOINED_H_
