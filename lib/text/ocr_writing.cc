#include "text/ocr_writing.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>

#include "text/code_points.h"
#include "text/ocr_cut_word.h"
#include "text/ocr_data.h"

namespace plansok::text {
namespace {

bool IsUpper(char32_t c) { return u_isUUppercase(static_cast<UChar32>(c)) != 0; }
bool IsLetter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }

// `word` in the case that `shape` has: ALL CAPITALS, Title or small.
std::string InCaseOf(std::u32string_view shape, const OcrReading& reading) {
  const auto letters = std::count_if(shape.begin(), shape.end(), IsLetter);
  const auto capitals = std::count_if(shape.begin(), shape.end(), IsUpper);
  const bool all = letters > 1 && capitals == letters;
  const bool title = IsUpper(shape.front()) && reading.first_keeps_case;
  std::string result;
  for (std::size_t i = 0; i < reading.word.size(); ++i) {
    const auto letter = static_cast<char32_t>(static_cast<unsigned char>(reading.word[i]));
    const bool upper = all || (title && i == 0);
    AppendUtf8(upper ? static_cast<char32_t>(u_toupper(static_cast<UChar32>(letter))) : letter, result);
  }
  return result;
}

bool IsRepair(const Segment& segment, const OcrReading& reading) {
  const bool may_change = segment.kind == Segment::Kind::kWord || segment.kind == Segment::Kind::kNumber;
  return may_change && !reading.word.empty() && ToTrieLetters(segment.shape) != reading.word;
}

}  // namespace

std::string WriteReadings(std::string_view text, const std::vector<Segment>& segments,
                          const std::vector<std::vector<OcrReading>>& places, const std::vector<bool>& cut,
                          const std::vector<std::size_t>& chosen) {
  std::string result;
  std::size_t copied = 0;
  const auto write = [&](const Segment& segment, const OcrReading& reading) {
    if (!IsRepair(segment, reading)) return;
    result.append(text.substr(copied, segment.begin - copied)).append(InCaseOf(segment.shape, reading));
    copied = segment.end;
  };
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const OcrReading& reading = places[i][chosen[i]];
    if (!cut[i]) {
      write(segments[i], reading);
      continue;
    }
    const auto [first, second] = PartReading(reading, segments[i].shape.size());
    write(segments[i], first);
    write(segments[++i], second);
  }
  return result.append(text.substr(copied));
}

}  // namespace plansok::text
