/// Chooses among the readings of a text's words by their neighbours. Private to this room.
#ifndef PLANSOK_TEXT_OCR_VITERBI_H_
#define PLANSOK_TEXT_OCR_VITERBI_H_

#include <cstddef>
#include <vector>

#include "text/ocr_decoder.h"
#include "text/ocr_lexicon.h"

namespace plansok::text {

/// For each place of a text, which of its readings belongs to the cheapest sequence under bigrams (Viterbi
/// 1967). Every place must have a reading.
std::vector<std::size_t> ChooseReadings(const std::vector<std::vector<OcrReading>>& places,
                                        const OcrLexicon& lexicon);

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_OCR_VITERBI_H_
