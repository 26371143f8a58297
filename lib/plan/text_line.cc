#include "plan/text_line.h"

#include <utility>

#include "plan/characters.h"

namespace plansok::plan {
namespace {

/// Lines that count items in small letters: the first below a colon, the others by their numbers. A date at
/// the beginning of a wrapped line ("10. maj") counts nothing.
void MarkCountedItems(std::vector<TextLine>& lines) {
  int next = 0;  // the number that the list goes on with; 0: there is no list
  for (std::size_t i = 1; i < lines.size(); ++i) {
    TextLine& line = lines[i];
    if (line.mark.marker != Marker::kNone) {
      if (line.mark.marker != Marker::kBullet) next = 0;
      continue;
    }
    const Counted counted = ParseCounted(line.line->clean);
    const bool first = counted.number == 1 && lines[i - 1].line->clean.ends_with(':');
    if (first || (next > 0 && counted.number == next)) {
      line.mark = {Marker::kBullet, counted.size, 0};
      next = counted.number + 1;
    } else if (line.gap > 0 && !line.lower) {
      next = 0;
    }
  }
}

}  // namespace

std::vector<TextLine> TextLines(const std::vector<Line>& lines) {
  std::vector<TextLine> result;
  int previous = 0;
  bool new_page = false;
  for (const Line& line : lines) {
    new_page = new_page || line.use == LineUse::kPageNumber;
    if (line.use) continue;
    result.push_back({&line, ParseMark(line.clean), Length(line.text), BeginsLower(line.clean),
                      line.number - previous - 1, std::exchange(new_page, false)});
    previous = line.number;
  }
  MarkCountedItems(result);
  return result;
}

bool HadRoom(const TextLine& line, const TextLine& next, std::size_t width) {
  return line.length + 1 + Length(FirstWord(next.line->text)) <= width;
}

}  // namespace plansok::plan
