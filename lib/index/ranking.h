/// The few constants of ranking and matching, each with its reason. The weights come from what the language
/// and the genre are like: evidence has a few plain strengths, and none was set by a query. How many of the
/// words must be there (the shares) was chosen on judged queries, within what the reasons leave open;
/// docs/relevance.md says which, and what halving and doubling them does.
#ifndef PLANSOK_INDEX_RANKING_H_
#define PLANSOK_INDEX_RANKING_H_

#include <cmath>
#include <cstddef>

namespace plansok::index {

/// What a term tells, which `frequency` of `paragraphs` have: BM25+'s idf.
inline double Idf(double paragraphs, double frequency) { return std::log((paragraphs + 1) / frequency); }

/// The word itself counts 1. What says the same in other letters counts nearly as much, for what was typed is
/// the safer match: an abbreviation and what it is short for.
inline constexpr double kSame = 0.8;
inline constexpr double kAbbreviationWeight = kSame;

/// What is about the same, but is another word or another place, counts half:
inline constexpr double kHalf = 0.5;
/// a word with å ä ö for one typed without,
inline constexpr double kFoldedWeight = kHalf;
/// a compound, which is mostly about its parts (vräkningsförebyggande: vräkning),
inline constexpr double kPartWeight = kHalf;
/// a compound said in several words (plan för kompetensförsörjning),
inline constexpr double kParaphraseWeight = kHalf;
/// two words typed apart that the text has as one (klimat omställning): counted in both, so half in each,
inline constexpr double kJoinedWeight = kHalf;
/// a word of the same family (hemlös, hemlöshet),
inline constexpr double kRootWeight = kHalf;
/// a near-synonym,
inline constexpr double kSynonymWeight = kHalf;
/// a word in what stands above a paragraph (schema.h): it says what the section is about, not what the
/// paragraph says,
inline constexpr double kSectionWeight = kHalf;
/// and two words side by side as in the query, which are often one term ("mänskliga rättigheter"): this much
/// more than the same words apart.
inline constexpr double kAdjacentWeight = kHalf;

/// What only has to do with what was asked comes after all that names it:
inline constexpr double kWeak = 0.2;
/// the first word of a compound (arbetstid of arbetstidsförkortning), which says what it is about,
inline constexpr double kModifierWeight = kWeak;
/// and what belongs to a matter (hemlöshet: vräkning).
inline constexpr double kBelongingWeight = kWeak;

/// Words that ask (gör, finns) say little of what is asked about: enough to part equals.
inline constexpr double kOptionalWeight = 0.1;

/// Five pages of ten, more than people turn. While fewer paragraphs have all the free words, those that lack
/// the commoner ones match too.
inline constexpr std::size_t kEnough = 50;

/// A match must hold at least this share of what the free words tell apart (their idf): less is another
/// question. One of four equally rare words is just enough.
inline constexpr double kQuestionShare = 0.25;

/// One or two words, and nothing else typed, are a term more often than a question ("social trygghet", "öppen
/// vård"): one of two equally rare words is only half of what was asked. But where one word carries clearly
/// more than the other (polisiär verksamhet), the commoner may be missing.
inline constexpr std::size_t kTermWords = 2;
inline constexpr double kTermShare = 0.55;

/// Names and numbers are asked for whole.
inline constexpr double kExactShare = 1;

/// So many of the rarest free words decide what matches; commoner ones beyond them only rank. Eight keep the
/// ways to have "most of them" few (at most 70 combinations), and no question of a person has more content
/// words that matter.
inline constexpr std::size_t kQuorumWords = 8;

/// BM25+ (Lv and Zhai 2011) with Xapian's defaults, but for the least normalised length: a paragraph shorter
/// than this share of the average counts as that long. A term's best answer may be short ("Mål 1. Hemlöshet
/// ska förebyggas"); a question's is seldom a caption or the name of an indicator.
inline constexpr double kSaturation = 1;     // k1: the second occurrence adds half of what the first does
inline constexpr double kLengthShare = 0.5;  // b: how much length counts
inline constexpr double kLeastGain = 1;      // delta: what a word gives at least
inline constexpr double kLeastLengthOfTerm = 0.5;
inline constexpr double kLeastLengthOfQuestion = 1;
inline constexpr double LeastLength(bool question) {
  return question ? kLeastLengthOfQuestion : kLeastLengthOfTerm;
}

/// A word with `*` stands for at most so many words, the commonest.
inline constexpr std::size_t kMaxExpansion = 200;

/// All prefixes of one query together: a line of nothing but prefixes must not hold a worker for seconds.
inline constexpr std::size_t kMaxExpansionOfQuery = 1000;

/// So many spellings with å ä ö are looked up for all words of a query that were typed without: some forty
/// words that may each have a hundred.
inline constexpr std::size_t kMaxSpellingsOfQuery = 4096;

/// And so many of them in the dictionary, which takes longer: four words that may each have a hundred.
inline constexpr std::size_t kMaxLookupsOfQuery = 512;

/// A paragraph's like are looked for by so many of its most telling terms: more are asked in vain, because
/// what they tell is little, and each costs a posting list.
inline constexpr std::size_t kSimilarTerms = 25;

/// What has less than this share of the weight of a paragraph's own terms has a word in common with it by
/// chance.
inline constexpr double kSimilarFloor = 0.15;

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_RANKING_H_
