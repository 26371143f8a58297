/// A word that a line's end cut in two ("erfaren- / heter"), read as the one word it is.
///
/// The halves by themselves say little: "stadsom- / rddet" would come right as two other words. So both are
/// read together, and the reading is parted again where the hyphen stood. Private to this room.
#ifndef PLANSOK_TEXT_OCR_CUT_WORD_H_
#define PLANSOK_TEXT_OCR_CUT_WORD_H_

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "text/ocr_decoder.h"
#include "text/ocr_scan.h"

namespace plansok::text {

/// Whether segment `i` of `text` and the next may be the halves of a word: two words with a hyphen between
/// them and at most one line's end after it.
bool MayBeCutWord(std::string_view text, const std::vector<Segment>& segments, std::size_t i);

/// Both halves as one segment.
Segment WholeOf(const Segment& first, const Segment& second);

/// A reading of the whole, parted behind the first `characters` of its shape. The word's own cost and number
/// stay with the first half.
std::pair<OcrReading, OcrReading> PartReading(const OcrReading& whole, std::size_t characters);

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_OCR_CUT_WORD_H_
