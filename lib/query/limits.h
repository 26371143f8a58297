/// How much of a typed line is read. What goes beyond is left out, and a note says so.
#ifndef PLANSOK_QUERY_LIMITS_H_
#define PLANSOK_QUERY_LIMITS_H_

#include <cstddef>

namespace plansok::query {

/// Longest line, in bytes: room for ten thousand Swedish words, a whole plan pasted by mistake, which is
/// answered by its beginning; short of what would cost a server time.
inline constexpr std::size_t kMaxLineBytes = std::size_t{256} * 1024;

/// Most words, phrases' own words and field values counted. A pasted page still gives a search by its
/// beginning.
inline constexpr std::size_t kMaxWords = 256;

/// Most tokens, operators and parentheses counted: room for a few at every word.
inline constexpr std::size_t kMaxTokens = 8 * kMaxWords;

/// Deepest nesting of parentheses: bounds the recursion of everyone who walks a tree.
inline constexpr std::size_t kMaxDepth = 32;

/// Distance of NÄRA where none is given, and the longest: beyond it words are as good as merely in one
/// paragraph.
inline constexpr int kDefaultNearDistance = 5;
inline constexpr int kMaxNearDistance = 50;

/// Most notes to one line: nobody reads more.
inline constexpr std::size_t kMaxNotes = 8;

/// Most letters of what was typed that a note quotes: enough to know it by, short of what hides the note.
inline constexpr std::size_t kMaxShownLetters = 60;

}  // namespace plansok::query

#endif  // PLANSOK_QUERY_LIMITS_H_
