#include "text/ocr_cut_word.h"

#include <algorithm>

namespace plansok::text {

bool MayBeCutWord(std::string_view text, const std::vector<Segment>& segments, std::size_t i) {
  if (i + 1 >= segments.size()) return false;
  const Segment& first = segments[i];
  const Segment& second = segments[i + 1];
  const bool words = first.kind == Segment::Kind::kWord && second.kind == Segment::Kind::kWord;
  if (!words || !first.before_hyphen) return false;
  const std::string_view between = text.substr(first.end, second.begin - first.end);
  return between.find_first_not_of(" \r\n", 1) == std::string_view::npos &&
         std::count(between.begin(), between.end(), '\n') <= 1;
}

Segment WholeOf(const Segment& first, const Segment& second) {
  Segment whole = first;
  whole.end = second.end;
  whole.shape += second.shape;
  whole.whole_token = false;
  whole.before_hyphen = second.before_hyphen;
  return whole;
}

std::pair<OcrReading, OcrReading> PartReading(const OcrReading& whole, std::size_t characters) {
  const auto behind = std::find_if(whole.read.begin(), whole.read.end(),
                                   [characters](std::uint8_t read) { return read > characters; });
  const auto letters = static_cast<std::size_t>(behind - whole.read.begin());
  std::pair<OcrReading, OcrReading> halves{whole, {}};
  halves.first.word.resize(letters);
  halves.first.read.resize(letters);
  halves.second.word = whole.word.substr(letters);
  halves.second.first_keeps_case = false;  // in mid-word a capital is a misread small letter
  return halves;
}

}  // namespace plansok::text
