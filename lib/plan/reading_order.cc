#include "plan/reading_order.h"

#include <algorithm>
#include <cstddef>

#include "plan/characters.h"
#include "plan/html_page.h"
#include "plan/html_tags.h"
#include "plan/numbering.h"
#include "plan/spaced_columns.h"

namespace plansok::plan {
namespace {

bool IsAll(std::string_view line, std::string_view signs) {
  return !line.empty() && line.find_first_not_of(signs) == std::string_view::npos;
}

/// The level of the heading that a line underlines: "=====" 1, "-----" 2; 0: it is no underline.
int LevelOfUnderline(std::string_view line) {
  constexpr std::size_t kShortest = 3;
  if (line.size() < kShortest) return 0;
  return IsAll(line, "=") ? 1 : IsAll(line, "-") ? 2 : 0;
}

/// "--- | :---: | ---": the rule below the titles of a table without pipes at its edges.
bool IsBareRule(std::string_view line) {
  return line.find("--") != std::string_view::npos && line.find('|') != std::string_view::npos &&
         IsAll(line, "-:| ") && line.front() != '|';
}

/// Walks a file's lines and adds what each stands for.
class Walker {
 public:
  explicit Walker(const SourceText& source) : source_(source), columns_(source) {}

  ReadingOrder Run() {
    while (at_ < source_.lines.size()) {
      if (!Html() && !columns_.Take(at_, order_) && !Underlined() && !BareTable() && !Quoted() && !Broken()) {
        order_.Keep(source_, at_++);
      }
    }
    return std::move(order_);
  }

 private:
  std::string_view Line(std::size_t i) const {
    return i < source_.lines.size() ? Trim(source_.lines[i]) : std::string_view();
  }

  void Add(std::string_view line, std::size_t begin, std::size_t end) {
    order_.Add(line, {static_cast<int>(begin) + 1, static_cast<int>(end)}, source_.pages[begin]);
  }

  bool Html() {
    if (!tables_end_ || source_.lines[at_].find('<') == std::string::npos) return false;
    const std::size_t lines = HtmlTableLines(source_, at_);
    if (lines == 0) {
      const HtmlTag tag = ReadHtmlTag(Line(at_));
      tables_end_ = tag.closes || tag.name != "table";  // one without an end is looked for once
      return false;
    }
    ReadHtml(source_, at_, at_ + lines, order_);
    at_ += lines;
    return true;
  }

  /// A heading over a line of = or -.
  bool Underlined() {
    constexpr std::size_t kLongest = 200;
    const std::string_view line = Line(at_);
    const int level = LevelOfUnderline(Line(at_ + 1));
    const bool first = at_ == 0 || Line(at_ - 1).empty();
    if (level == 0 || !first || line.empty() || line.size() > kLongest || !BeginsHeading(line)) return false;
    Add(std::string(static_cast<std::size_t>(level), '#') + ' ' + std::string(line), at_, at_ + 2);
    at_ += 2;
    return true;
  }

  static bool BeginsHeading(std::string_view line) {
    const Marker marker = ParseMark(line).marker;
    return HasLetter(line) && (marker == Marker::kNone || marker == Marker::kNumber) && !EndsSentence(line);
  }

  /// A pipe table without pipes at its edges.
  bool BareTable() {
    if (!IsBareRule(Line(at_ + 1)) || Line(at_).find('|') == std::string_view::npos) return false;
    while (Line(at_).find('|') != std::string_view::npos) {
      Add("| " + std::string(Line(at_)) + " |", at_, at_ + 1);
      ++at_;
    }
    return true;
  }

  /// A line that ends in Markdown's sign for a line break.
  bool Broken() {
    const std::string_view line = Line(at_);
    if (line.size() < 2 || line.back() != '\\') return false;
    Add(Trim(line.substr(0, line.size() - 1)), at_, at_ + 1);
    ++at_;
    return true;
  }

  /// "> " in front of every line of a quotation.
  bool Quoted() {
    const std::string_view line = Line(at_);
    if (line.substr(0, 2) != "> ") return false;
    Add(line.substr(2), at_, at_ + 1);
    ++at_;
    return true;
  }

  const SourceText& source_;
  SpacedColumns columns_;
  ReadingOrder order_;
  std::size_t at_ = 0;
  bool tables_end_ = true;
};

}  // namespace

std::string RowLine(const std::vector<std::string>& cells, std::size_t missing) {
  std::string row(kRowSign);
  row.append(missing, '\t');
  for (std::size_t k = 0; k < cells.size(); ++k) (row += k > 0 ? "\t" : "") += cells[k];
  return row;
}

void ReadingOrder::Add(std::string_view line, LineRange place, int page) {
  text.lines.emplace_back(line);
  text.pages.push_back(page);
  places.push_back(place);
  changed = true;
}

void ReadingOrder::Part() {
  if (!text.lines.empty() && !text.lines.back().empty()) Add("", {}, text.pages.back());
}

void ReadingOrder::Keep(const SourceText& source, std::size_t i) {
  text.lines.push_back(source.lines[i]);
  text.pages.push_back(source.pages[i]);
  const int number = static_cast<int>(i) + 1;
  places.push_back({number, number});
}

ReadingOrder InReadingOrder(const SourceText& source) {
  if (!IsHtmlPage(source)) return Walker(source).Run();
  ReadingOrder order;
  ReadHtml(source, 0, source.lines.size(), order);
  return order;
}

}  // namespace plansok::plan
