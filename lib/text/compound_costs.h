/// What the parts of compounds cost: -ln of how often each is modifier or head among the dictionary's own
/// words, in nats. Private to this room.
///
/// Estimated in a few rounds of expectation maximisation with hard assignments: each word of the dictionary
/// is split in two where that is cheapest by the last round's costs, then the parts are counted. No corpus is
/// needed.
#ifndef PLANSOK_TEXT_COMPOUND_COSTS_H_
#define PLANSOK_TEXT_COMPOUND_COSTS_H_

#include <string_view>

#include "text/compound_lexicon.h"

namespace plansok::text {

/// No path has this cost.
inline constexpr double kNever = 1e9;

/// Between two parts.
inline constexpr double kBoundaryCost = 1;

/// Sets the cost of every modifier (with its boundary) and head.
void EstimateCosts(CompoundLexicon* lexicon);

/// Of a word that is no compound; `known`: it is a word of the dictionary.
double WholeCost(std::string_view word, bool known);

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_COMPOUND_COSTS_H_
