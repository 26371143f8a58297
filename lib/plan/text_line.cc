#include "plan/text_line.h"

#include <utility>

#include "plan/characters.h"

namespace plansok::plan {

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
  return result;
}

bool HadRoom(const TextLine& line, const TextLine& next, std::size_t width) {
  return line.length + 1 + Length(FirstWord(next.line->text)) <= width;
}

}  // namespace plansok::plan
