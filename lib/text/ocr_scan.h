/// Cuts running text into what OCR repair looks at: words, numbers, bounds of sentences, and what is left
/// alone.
///
/// Unlike the tokenizer, a word here may hold digits and signs that a scan made of letters ("f6lja", "§ver").
/// scripts/make_frequency_table.py counts words as this file cuts them.
#ifndef PLANSOK_TEXT_OCR_SCAN_H_
#define PLANSOK_TEXT_OCR_SCAN_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/ocr_channel.h"

namespace plansok::text {

/// A piece of a text, in order of place; spaces and punctuation stand between the segments.
struct Segment {
  enum class Kind {
    kWord,    ///< may be repaired
    kFixed,   ///< left alone: abbreviations, single letters, codes, mixed case
    kNumber,  ///< digits only
    kBound,   ///< the bound of a sentence; empty
    kOpaque,  ///< an address; left alone, and says nothing about its neighbours
  };
  Kind kind = Kind::kBound;
  std::size_t begin = 0;  ///< bytes of the text, half open
  std::size_t end = 0;
  std::u32string
      shape;  ///< the characters as printed, NFC, without soft hyphens; empty for bounds and addresses
  bool whole_token = false;    ///< alone between two spaces, but for an opening bracket or quote,
                               ///< and not before a sign ("1 §")
  bool before_hyphen = false;  ///< a hyphen follows at once: part of a compound ("miljö- och")
  bool blank_line = false;     ///< of a bound: a blank line stands there
};

/// The segments of `utf8`. Thread-safe.
std::vector<Segment> ScanText(std::string_view utf8, const OcrChannel& channel);

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_OCR_SCAN_H_
