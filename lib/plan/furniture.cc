#include "plan/furniture.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <unordered_map>

#include "plan/characters.h"
#include "plan/numbering.h"
#include "plan/page_numbers.h"
#include "plan/party_names.h"
#include "plan/wording.h"

namespace plansok::plan {
namespace {

/// An entry of a table of contents: a title, a leader, a page number.
struct ContentsEntry {
  std::string_view title;  ///< empty: the line is none
  bool dotted = false;
};

ContentsEntry ParseContentsEntry(std::string_view line) {
  std::size_t end = line.size();
  while (end > 0 && IsDigit(line[end - 1])) --end;
  const std::size_t digits = line.size() - end;
  if (digits == 0 || digits > 3) return {};
  std::size_t title_end = end;
  std::size_t dots = 0;
  bool tab = false;
  while (title_end > 0 &&
         (line[title_end - 1] == '.' || line[title_end - 1] == ' ' || line[title_end - 1] == '\t')) {
    --title_end;
    dots += line[title_end] == '.' ? 1 : 0;
    tab = tab || line[title_end] == '\t';
  }
  const bool spaced = end - title_end >= 2;
  if (title_end == 0 || (dots < 3 && !tab && !spaced)) return {};
  return {line.substr(0, title_end), dots >= 3};
}

/// The title of an entry whose leader shrank to one space: "2.1 Mål 5"; empty where the line is none.
std::string_view ParsePlainEntry(std::string_view line) {
  constexpr std::size_t kLongest = 120;
  constexpr std::size_t kMostDigits = 3;
  const std::size_t space = line.rfind(' ');
  if (line.size() > kLongest || space == std::string_view::npos || !HasLetter(line.substr(0, space)))
    return {};
  const std::string_view page = line.substr(space + 1);
  const bool digits =
      !page.empty() && page.size() <= kMostDigits && std::all_of(page.begin(), page.end(), IsDigit);
  return digits ? line.substr(0, space) : std::string_view();
}

bool IsPlainEntry(std::string_view line) { return !ParsePlainEntry(line).empty(); }

/// Marks tables of contents: from their heading to the first line that is no entry, and dotted entries
/// anywhere.
class ContentsMarker {
 public:
  explicit ContentsMarker(MarkedText& text) : text_(text) {}

  void Mark() {
    for (Line& line : text_.lines) {
      if (line.use) continue;
      const ContentsEntry entry = ParseContentsEntry(line.text);
      const bool heading = RoleOfHeading(line.clean) == HeadingRole::kContents;
      if (heading) {
        Take(line);
        inside_ = true;
      } else if (entry.dotted || (inside_ && !entry.title.empty())) {
        Take(line);
        entries_.emplace_back(entry.title, entry.dotted);
      } else if (inside_ && IsPlainEntry(line.text) && HasNeighbourEntry(line)) {
        Take(line);
        entries_.emplace_back(ParsePlainEntry(line.text), false);
      } else if (inside_ && EntryGoesOn(line)) {
        Take(line);
      } else {
        inside_ = false;
      }
    }
    KeepLevels();
  }

 private:
  static void Take(Line& line) { line.use = LineUse::kContents; }

  /// An entry whose leader was lost stands among others.
  bool HasNeighbourEntry(const Line& line) const {
    if (!entries_.empty()) return true;
    const auto next = std::find_if(text_.lines.begin() + line.number, text_.lines.end(),
                                   [](const Line& other) { return !other.text.empty(); });
    return next != text_.lines.end() && IsPlainEntry(next->text);
  }

  /// A title too long for one line: the entry's page number stands on the next.
  bool EntryGoesOn(const Line& line) const {
    constexpr int kReach = 2;
    for (auto i = static_cast<std::size_t>(line.number); i < text_.lines.size(); ++i) {
      const Line& next = text_.lines[i];
      if (next.number > line.number + kReach) return false;
      if (!next.text.empty()) return !EndsSentence(line.text) && !ParseContentsEntry(next.text).title.empty();
    }
    return false;
  }

  /// Where some entries have leaders and some have none, those without are the chapters.
  void KeepLevels() {
    const bool mixed = std::any_of(entries_.begin(), entries_.end(), [](const auto& e) { return !e.second; });
    for (const auto& [title, dotted] : entries_) {
      const Numbered numbered = ParseNumber(title);
      text_.contents.emplace(FoldedTitle(numbered.number.empty() ? title : numbered.rest),
                             dotted && mixed ? 2 : 1);
    }
  }

  MarkedText& text_;
  bool inside_ = false;
  std::vector<std::pair<std::string_view, bool>> entries_;
};

bool IsBareLink(std::string_view line) {
  constexpr std::size_t kMostMarks = 8;  // a footnote sign or bracket may stand in front
  const std::size_t begin = std::min(line.find("http"), line.find("www."));
  return begin <= kMostMarks && line.find(' ') == std::string_view::npos;
}

/// "12", "- 12 -", "Sida 3 av 17", "Nämndens verksamhetsplan 2024 6 (17)", "2024-11-11".
bool IsPageNumber(std::string_view line) {
  constexpr std::size_t kLongest = 90;
  if (line.size() > kLongest) return false;
  const std::string folded = FoldedTitle(line);
  if (!HasLetter(line)) {
    if (line.front() == '|') return false;  // the rule of a table
    const auto digits = std::count_if(line.begin(), line.end(), IsDigit);
    const bool date = digits == 8 && std::count(line.begin(), line.end(), '-') == 2;
    const bool sum = line.find_first_of(",%§") != std::string_view::npos;
    return date || digits == 0 || (digits <= 3 && !sum);
  }
  if (folded.rfind("sida ", 0) == 0 || folded.rfind("sid ", 0) == 0) return IsDigit(folded.back());
  if (line.back() != ')') return false;
  const std::size_t open = line.rfind('(');
  if (open == std::string_view::npos || open < 2) return false;
  const std::string_view total = line.substr(open + 1, line.size() - open - 2);
  std::size_t before = open;
  while (before > 0 && line[before - 1] == ' ') --before;
  const bool numbers =
      !total.empty() && total.size() <= 3 && std::all_of(total.begin(), total.end(), IsDigit);
  return numbers && before > 0 && IsDigit(line[before - 1]);
}

void MarkSingleLines(std::vector<Line>& lines) {
  for (Line& line : lines) {
    if (line.text.empty()) {
      line.use = LineUse::kBlank;
    } else if (IsBareLink(line.text)) {
      line.use = LineUse::kLink;
    } else if (IsConverterCaption(line.text)) {
      line.use = LineUse::kCaption;
    } else if (IsPartyNames(line.clean)) {
      line.use = LineUse::kPartyName;
    } else if (IsPageNumber(line.text)) {
      line.use = LineUse::kPageNumber;
    }
  }
}

/// Marks a heading that is repeated on every page of its chapter. It looks like any heading; it is given away
/// by standing in the text more often than the table of contents lists it, or by cutting a sentence in two.
class RunningHeaderMarker {
 public:
  explicit RunningHeaderMarker(MarkedText& text) : text_(text) {}

  void Mark() {
    for (std::size_t i = 0; i < text_.lines.size(); ++i) {
      if (IsCandidate(text_.lines[i])) places_[FoldedTitle(text_.lines[i].clean)].push_back(i);
    }
    for (const auto& [title, places] : places_) {
      if (places.size() < 2 || !IsRunning(title, places)) continue;
      for (std::size_t k = 1; k < places.size(); ++k) text_.lines[places[k]].use = LineUse::kPageNumber;
    }
  }

 private:
  static bool IsCandidate(const Line& line) {
    constexpr std::size_t kLongest = 100;
    return !line.use && line.text.size() <= kLongest && !EndsSentence(line.text) && BeginsUpper(line.clean) &&
           line.text.find('\t') == std::string::npos && RoleOfHeading(line.clean) == HeadingRole::kNone &&
           ColumnOfTitle(line.clean) == Column::kUnknown;
  }

  bool IsRunning(const std::string& title, const std::vector<std::size_t>& places) const {
    if (text_.contents.count(title) > 0) return true;
    // Two things set at the two edges of a page's first line, and again on another's.
    const bool spread = text_.lines[places.front()].text.find("   ") != std::string::npos;
    if (spread && std::ranges::all_of(places, [&](std::size_t i) { return i == 0 || IsAtEdge(i); }))
      return true;
    constexpr std::size_t kFewest = 3;
    // The first may be the title itself; all others stand at a page's edge.
    const auto edges =
        std::count_if(places.begin() + 1, places.end(), [&](std::size_t i) { return IsAtEdge(i); });
    if (places.size() >= kFewest && static_cast<std::size_t>(edges) + 1 == places.size()) return true;
    return places.size() >= kFewest &&
           std::any_of(places.begin(), places.end(), [&](std::size_t i) { return CutsSentence(i); });
  }

  /// Whether a page number or a page break is the nearest thing above or below.
  bool IsAtEdge(std::size_t place) const {
    const std::vector<Line>& lines = text_.lines;
    std::size_t above = place;
    while (above > 0 && lines[above - 1].use == LineUse::kBlank) --above;
    if (above > 0 && lines[above - 1].use == LineUse::kPageNumber) return true;
    if (above > 0 && lines[above - 1].page != lines[place].page) return true;
    std::size_t below = place + 1;
    while (below < lines.size() && lines[below].use == LineUse::kBlank) ++below;
    return below < lines.size() && lines[below].use == LineUse::kPageNumber;
  }

  bool CutsSentence(std::size_t place) const {
    const Line* before = Neighbour(place, -1);
    const Line* after = Neighbour(place, 1);
    constexpr std::size_t kLongLine = 45;
    return before != nullptr && after != nullptr && before->text.size() > kLongLine &&
           !EndsSentence(before->text) && BeginsLower(after->clean);
  }

  /// The nearest line of text in a direction, if it is near.
  const Line* Neighbour(std::size_t place, int step) const {
    constexpr int kReach = 8;
    auto i = static_cast<std::ptrdiff_t>(place);
    for (int steps = 0; steps < kReach; ++steps) {
      i += step;
      if (i < 0 || i >= static_cast<std::ptrdiff_t>(text_.lines.size())) return nullptr;
      const Line& line = text_.lines[static_cast<std::size_t>(i)];
      if (!line.use) return &line;
    }
    return nullptr;
  }

  MarkedText& text_;
  std::unordered_map<std::string, std::vector<std::size_t>> places_;
};

}  // namespace

MarkedText MarkFurniture(const SourceText& source, const std::vector<std::string>& clean_lines) {
  MarkedText text;
  text.lines.reserve(source.lines.size());
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    Line line;
    line.number = static_cast<int>(i) + 1;
    line.page = source.pages[i];
    line.text = Trim(source.lines[i]);
    line.indent = std::min(source.lines[i].find_first_not_of(" \t"), source.lines[i].size());
    line.clean = clean_lines.empty() ? line.text : std::string(Trim(clean_lines[i]));
    text.lines.push_back(std::move(line));
  }
  MarkSingleLines(text.lines);
  ContentsMarker(text).Mark();
  RunningHeaderMarker(text).Mark();
  NumberPages(text.lines);
  return text;
}

}  // namespace plansok::plan
