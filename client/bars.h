/// Bars for counts, of text.
#ifndef PLANSOK_CLIENT_BARS_H_
#define PLANSOK_CLIENT_BARS_H_

#include <string>

namespace plansok::client {

inline constexpr int kLongestBar = 30;  ///< columns; longer ones tell no more
inline constexpr int kShortestBar = 5;

/// `count` in eighths of a column: `largest` fills `width` columns, and what is not zero shows.
std::string Bar(int count, int largest, int width);

/// `text` with spaces after it, or before it, to `width` columns.
std::string PadRight(const std::string& text, int width);
std::string PadLeft(const std::string& text, int width);

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_BARS_H_
