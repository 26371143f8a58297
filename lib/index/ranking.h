/// The few constants of ranking and matching, each with its reason. They come from what the language and the
/// genre are like, not from any query.
#ifndef PLANSOK_INDEX_RANKING_H_
#define PLANSOK_INDEX_RANKING_H_

#include <cstddef>

namespace plansok::index {

/// A word typed without å ä ö may mean the word with them, but the word as typed is the safer reading.
inline constexpr double kFoldedWeight = 0.5;

/// A compound is mostly about its parts (vräkningsförebyggande: vräkning), but it is another word.
inline constexpr double kPartWeight = 0.5;

/// Two words typed apart that the text has as one (klimat omställning): counted in both, so half in each.
inline constexpr double kJoinedWeight = 0.5;

/// A word in the headings above a paragraph says what the section is about, not what the paragraph says.
inline constexpr double kSectionWeight = 0.4;

/// Two words side by side in the query are often one term ("mänskliga rättigheter"): a paragraph that has
/// them side by side is worth about half as much again as one that has them apart.
inline constexpr double kAdjacentWeight = 0.5;

/// A first page. While fewer paragraphs than this have all the free words, those that lack the commoner ones
/// match too.
inline constexpr std::size_t kEnough = 10;

/// One or two words, and nothing else typed, are a term more often than a question ("Bostad först", "skyddat
/// boende"); one of two is only half of what was asked, and answers only where no paragraph has both.
inline constexpr std::size_t kTermWords = 2;
inline constexpr std::size_t kEnoughOfTerm = 1;

/// A match must hold at least this share of what the free words tell apart (their idf): less is another
/// question.
inline constexpr double kQuorumShare = 0.5;

/// So many of the rarest free words decide what matches; commoner ones beyond them only rank. Eight keep the
/// ways to have "most of them" few (at most 70 combinations), and no question of a person has more content
/// words that matter.
inline constexpr std::size_t kQuorumWords = 8;

/// A word with `*` stands for at most so many words, the commonest.
inline constexpr std::size_t kMaxExpansion = 200;

/// All prefixes of one query together: a line of nothing but prefixes must not hold a worker for seconds.
inline constexpr std::size_t kMaxExpansionOfQuery = 1000;

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_RANKING_H_
