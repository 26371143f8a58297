#include "index/paragraph_words.h"

#include "text/printed_places.h"

namespace plansok::index {
ParagraphWords AnalyzeParagraph(const text::Analyzer& analyzer, std::string_view text,
                                std::string_view repaired_text) {
  ParagraphWords words;
  words.printed = analyzer.Analyze(text);
  if (repaired_text.empty() || words.printed.empty()) return words;
  words.repaired = analyzer.Analyze(repaired_text);
  words.place.reserve(words.repaired.size());
  std::size_t place = 0;
  for (const text::ByteRange& range : text::PrintedPlaces(text, repaired_text, words.repaired)) {
    while (place + 1 < words.printed.size() && words.printed[place].end <= range.begin) ++place;
    words.place.push_back(place);
  }
  return words;
}

}  // namespace plansok::index
