/// A text written anew with the readings chosen for its words: only letters that were misread change. Private
/// to this room.
#ifndef PLANSOK_TEXT_OCR_WRITING_H_
#define PLANSOK_TEXT_OCR_WRITING_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/ocr_decoder.h"
#include "text/ocr_scan.h"

namespace plansok::text {

/// `text` with reading `chosen[i]` of `places[i]` for segment i. Where `cut[i]`, that is of segments i and i
/// + 1 as one word (ocr_cut_word.h). An empty word stands for what is printed.
std::string WriteReadings(std::string_view text, const std::vector<Segment>& segments,
                          const std::vector<std::vector<OcrReading>>& places, const std::vector<bool>& cut,
                          const std::vector<std::size_t>& chosen);

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_OCR_WRITING_H_
