/// The words of a paragraph as printed and, where a bad scan was repaired, as repaired, place by place.
///
/// The writer puts a repaired word at the position of the printed one; the searcher marks the printed word
/// where the repaired one matched. Both must see the same places, so both come here.
#ifndef PLANSOK_INDEX_PARAGRAPH_WORDS_H_
#define PLANSOK_INDEX_PARAGRAPH_WORDS_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/analyzer.h"

namespace plansok::index {

struct ParagraphWords {
  std::vector<text::Word> printed;
  std::vector<text::Word> repaired;  ///< empty where nothing was repaired
  std::vector<std::size_t> place;    ///< repaired[i] stands at printed[place[i]]
};

/// `repaired_text` is `text` with other letters in the same whitespace-separated tokens, or empty.
ParagraphWords AnalyzeParagraph(const text::Analyzer& analyzer, std::string_view text,
                                std::string_view repaired_text);

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_PARAGRAPH_WORDS_H_
