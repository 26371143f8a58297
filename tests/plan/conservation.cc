#include "tests/plan/conservation.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <sstream>
#include <vector>

#include "plan/characters.h"
#include "plan/entities.h"
#include "plan/html_tags.h"
#include "plan/labelled_rows.h"
#include "plan/numbering.h"

namespace plansok::plan {
namespace {

// The letters of a text and how often each stands there.
using LetterCounts = std::map<char, int>;

void Count(const std::string& text, LetterCounts& counts, int sign) {
  for (char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
    if (letter) counts[c] += sign;
  }
}

std::size_t EndOfCell(std::string_view line) {
  const std::size_t begin = std::min(line.find_first_not_of(' '), line.size());
  return std::min({line.find_first_of("|\t"), line.find("  ", begin), line.size()});
}

// The cells of a table's line; a line of text is one cell. Without bullets, numbers, #s and a year in front,
// which becomes a fact.
std::vector<std::string> CellsOfLine(std::string_view line) {
  std::vector<std::string> cells;
  while (!line.empty()) {
    const std::size_t label = LabelOf(line).size;
    const std::size_t end = label > 0 ? label : EndOfCell(line);
    std::string_view cell = Trim(line.substr(0, end));
    if (LeadingYear(cell) > 0) cell.remove_prefix(4);
    const Mark mark = ParseMark(cell);
    cells.push_back(WithoutSpace(mark.marker == Marker::kRow ? cell : cell.substr(mark.size)));
    line.remove_prefix(std::min(label > 0 ? label : end + 1, line.size()));
  }
  std::erase_if(cells, [](const std::string& cell) { return !HasLetter(cell); });
  return cells;
}

// Without tags, and with letters for their names. What stands between tags of no text stays, as it does in
// furniture.
std::string WithoutTags(std::string_view text) {
  std::string words;
  while (!text.empty()) {
    const HtmlTag tag = ReadHtmlTag(text);
    const Entity entity = ReadEntity(text);
    if (tag.size == 0) words += entity.size > 0 ? std::string_view(entity.character) : text.substr(0, 1);
    text.remove_prefix(std::max({tag.size, entity.size, std::size_t{1}}));
  }
  return words;
}

struct Stretch {
  int first_line;
  int last_line;
  std::string letters;
};

std::vector<Stretch> StretchesOf(const ReadPlan& read) {
  std::vector<Stretch> stretches;
  for (const Paragraph& p : read.plan.paragraphs)
    stretches.push_back({p.first_line, p.last_line, WithoutSpace(p.text)});
  for (const Furniture& f : read.furniture)
    stretches.push_back({f.first_line, f.last_line, WithoutSpace(f.text)});
  return stretches;
}

}  // namespace

bool Conserves(const GeneratedPlan& truth, const ReadPlan& read) {
  LetterCounts counts;
  Count(WithoutTags(truth.text), counts, 1);
  for (const Paragraph& paragraph : read.plan.paragraphs) Count(paragraph.text, counts, -1);
  for (const Furniture& furniture : read.furniture) Count(WithoutTags(furniture.text), counts, -1);
  return std::ranges::all_of(counts, [](const auto& count) {
    // Bullets that take several bytes may go too.
    return count.second == 0 || static_cast<unsigned char>(count.first) >= 0x80U;
  });
}

bool ConservesLines(const GeneratedPlan& truth, const ReadPlan& read) {
  const std::vector<Stretch> stretches = StretchesOf(read);
  const bool tagged = truth.layout == Layout::kHtml;  // tags cut words: there each line stands somewhere
  std::istringstream lines(truth.text);
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    if (tagged && std::ranges::none_of(stretches, [&](const Stretch& s) {
          return s.first_line <= number && number <= s.last_line;
        }))
      return false;
    for (const std::string& cell : tagged ? std::vector<std::string>() : CellsOfLine(line)) {
      const auto homes = std::ranges::count_if(stretches, [&](const Stretch& stretch) {
        return stretch.first_line <= number && number <= stretch.last_line &&
               stretch.letters.find(cell) != std::string::npos;
      });
      // Beside each other, two cells may hold the same few words; Conserves() sees what stands twice.
      const bool beside = truth.layout == Layout::kSpaced || truth.layout == Layout::kTwoColumns;
      if (homes == 0 || (homes > 1 && !beside)) return false;
    }
  }
  return true;
}

std::string WithoutSpace(std::string_view text) {
  std::string letters;
  std::ranges::copy_if(text, std::back_inserter(letters),
                       [](char c) { return c != ' ' && c != '\n' && c != '\f' && c != '-'; });
  return letters;
}

}  // namespace plansok::plan
