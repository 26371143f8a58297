/// Limits of the contract (proto/plansok/v1/plan_search_service.proto) that flags are held to.
#ifndef PLANSOK_CLIENT_LIMITS_H_
#define PLANSOK_CLIENT_LIMITS_H_

namespace plansok::client {

inline constexpr int kMaxHits = 100'000;     ///< as deep as pages reach
inline constexpr int kMaxPageSize = 1000;    ///< hits or plans in one answer
inline constexpr int kShortestSnippet = 40;  ///< code points
inline constexpr int kMaxNeighbours = 50;    ///< on each side of a paragraph
inline constexpr int kMaxSuggestions = 50;
inline constexpr int kMaxSimilar = 100;

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_LIMITS_H_
