/// Where the words of a repaired text stand in the text as printed.
///
/// People are shown what the source prints, while what it was read as is matched: the index's positions, the
/// marks in a hit and the words of a comparison all take their places from here.
#ifndef PLANSOK_TEXT_PRINTED_PLACES_H_
#define PLANSOK_TEXT_PRINTED_PLACES_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/analyzer.h"

namespace plansok::text {

/// Bytes of a text, half open.
struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

/// For each of `words`, which are those of `repaired`, its place in `printed`: with the signs that the scan
/// made of its letters ("&r" was read as är), without those that stand around it in both texts. Ranges
/// ascend; neighbours that the printed text does not part ("ochleller", read as och/eller) share one.
///
/// `repaired` is `printed` with other letters in the same whitespace-separated tokens; where the tokens are
/// not as many, the words are told apart by what stands between them alone.
std::vector<ByteRange> PrintedPlaces(std::string_view printed, std::string_view repaired,
                                     const std::vector<Word>& words);

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_PRINTED_PLACES_H_
