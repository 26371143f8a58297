#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plan/characters.h"
#include "tests/plan/plan_layouts.h"

namespace plansok::plan {
namespace {

/// Lines on pages of a fixed height, as `pdftotext -layout` gives them: a header, a footer, a form feed.
class Pages {
 public:
  Pages(PlanWriter& writer, std::string header) : writer_(writer), header_(std::move(header)) {}

  void Line(const std::string& line) {
    constexpr int kHeight = 48;
    if (lines_ >= kHeight) Turn();
    writer_.Line(line);
    ++lines_;
  }

  void Turn() {
    writer_.Line(fmt::format("\n{:>76}", fmt::format("{} (20)", ++page_)));
    writer_.Line("\f" + header_);
    writer_.Line("");
    lines_ = 2;
  }

  int left() const { return 48 - lines_; }

 private:
  PlanWriter& writer_;
  std::string header_;
  int lines_ = 0;
  int page_ = 0;
};

std::string Padded(std::string_view text, std::size_t width) {
  return std::string(text) + std::string(width - std::min(width, Length(text)), ' ');
}

void WrappedOn(Pages& pages, std::string_view text, std::size_t width, std::string_view bullet = "") {
  for (const std::string& line : LinesOf(text, width, bullet)) pages.Line(line);
  pages.Line("");
}

struct Column {
  std::string title;
  std::size_t width;  // 3 of which stay free
};

/// A row of wrapped cells, and a blank line.
void SpacedRow(Pages& pages, const std::vector<Column>& columns, const std::vector<std::string>& cells) {
  std::vector<std::vector<std::string>> lines;
  std::size_t height = 0;
  for (std::size_t k = 0; k < columns.size(); ++k) {
    lines.push_back(LinesOf(cells[k], columns[k].width - 3));
    height = std::max(height, lines.back().size());
  }
  for (std::size_t i = 0; i < height; ++i) {
    std::string line;
    for (std::size_t k = 0; k < columns.size(); ++k)
      line += Padded(i < lines[k].size() ? lines[k][i] : "", columns[k].width);
    pages.Line(line.substr(0, line.find_last_not_of(' ') + 1));
  }
  pages.Line("");
}

std::vector<std::string> InOrder(bool year_first, std::string task, std::string year, std::string answer) {
  if (year_first) return {std::move(year), std::move(task), std::move(answer)};
  return {std::move(task), std::move(year), std::move(answer)};
}

// Swedish letters by their names in HTML.
std::string Escaped(std::string_view text, bool named) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kNames = {{{"å", "&aring;"},
                                                                                    {"ä", "&auml;"},
                                                                                    {"ö", "&ouml;"},
                                                                                    {"Ä", "&Auml;"},
                                                                                    {"Ö", "&#214;"},
                                                                                    {"–", "&ndash;"}}};
  std::string escaped(text);
  for (const auto& [letter, name] : kNames) {
    for (std::size_t at = escaped.find(letter); named && at != std::string::npos;
         at = escaped.find(letter, at))
      escaped.replace(at, letter.size(), name);
  }
  return escaped;
}

/// A half of a page: its lines.
using Half = std::vector<std::string>;

void AddTo(Half& half, std::string_view text, std::string_view bullet = "") {
  constexpr std::size_t kWidth = 40;
  for (std::string& line : LinesOf(text, kWidth, bullet)) half.push_back(std::move(line));
  half.emplace_back();
}

void AddProse(PlanWriter& w, Half& half, Kind kind, const std::string& goal) {
  const std::string code = w.NewCode();
  const std::string text = w.Prose(code);
  w.Remember(code, text, kind, goal);
  AddTo(half, text);
}

}  // namespace

void WriteSpaced(PlanWriter& w) {
  w.plan().document_kind = "verksamhetsplan";
  const std::string header = fmt::format("{:<50}Verksamhetsplan {}", w.plan().committee, w.years());
  Pages pages(w, header);
  const std::size_t width = 70 + w.Below(31);
  const auto prose = [&](Kind kind, const std::string& goal) {
    const std::string code = w.NewCode();
    const std::string text = w.Prose(code);
    w.Remember(code, text, kind, goal);
    WrappedOn(pages, text, width);
  };
  for (const std::string& line :
       {header, std::string(), fmt::format("   Verksamhetsplan {}", w.years()), "   " + w.plan().committee,
        std::string(), std::string("1   Inledning"), std::string()})
    pages.Line(line);
  prose(Kind::kText, "");
  WrappedOn(pages, "2   Nämndens mål", width);
  int number = 0;
  for (const std::string& goal : w.Goals()) {
    WrappedOn(pages, fmt::format("2.{} {}", ++number, goal), width);
    for (std::size_t left = 1 + w.Below(2); left > 0; --left) prose(Kind::kGoal, goal);
  }
  WrappedOn(pages, "3   Uppdrag", width);
  const bool year_first = w.Below(2) == 0;
  const std::vector<Column> columns =
      year_first ? std::vector<Column>{{"Uppdragsår", 13}, {"Uppdrag", 36}, {"Nämndens omhändertagande", 44}}
                 : std::vector<Column>{{"Uppdrag", 38}, {"Uppdragsår", 13}, {"Omhändertagande", 40}};
  const auto titles = [&] {
    SpacedRow(pages, columns, {columns[0].title, columns[1].title, columns[2].title});
  };
  titles();
  for (std::size_t left = 2 + w.Below(5); left > 0; --left) {
    constexpr int kRoom = 6;
    if (pages.left() < kRoom) {  // the titles stand on every page
      pages.Turn();
      titles();
    }
    const PlanWriter::Row row = w.NewRow(false);
    SpacedRow(pages, columns, InOrder(year_first, row.task, std::to_string(row.year), row.answer));
  }
}

void WriteTwoColumns(PlanWriter& w) {
  w.plan().document_kind = "genomförandeplan";
  w.Line(fmt::format("{}\n\nGenomförandeplan för budget {}\n", w.plan().committee, w.years()));
  Half left = {"Mål", ""};
  Half right = {"Inriktningar", ""};
  int number = 0;
  for (const std::string& goal : w.Goals()) {
    AddTo(left, fmt::format("{}. {}", ++number, goal));
    AddProse(w, left, Kind::kGoal, goal);
  }
  for (std::size_t more = 2 + w.Below(3); more > 0; --more) AddProse(w, right, Kind::kDirection, "");
  AddTo(right, "Uppdrag");
  AddTo(right, "Från Göteborgs Stads budget");
  for (std::size_t more = 2 + w.Below(3); more > 0; --more) {
    const std::string code = w.NewCode();
    const std::string text = w.Task(code);
    w.Remember(code, text, Kind::kAssignment, "").origin = Origin::kCouncil;
    AddTo(right, text, "• ");
  }
  for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
    constexpr std::size_t kRight = 45;
    const std::string line =
        Padded(i < left.size() ? left[i] : "", kRight) + (i < right.size() ? right[i] : "");
    w.Line(line.substr(0, line.find_last_not_of(' ') + 1));
  }
}

void WriteHtml(PlanWriter& w) {
  w.plan().document_kind = "verksamhetsplan";
  const bool named = w.Below(2) == 0;
  const std::size_t width = 60 + w.Below(41);
  const auto add = [&](const std::string& text) {
    for (const std::string& line : LinesOf(Escaped(text, named), width)) w.Line(line);
  };
  const auto prose = [&](Kind kind, const std::string& goal, std::string_view tag) {
    const std::string code = w.NewCode();
    const std::string text = w.Prose(code);
    w.Remember(code, text, kind, goal);
    add(fmt::format("<{}>{}</{}>", tag, text, tag));
  };
  w.Line(
      "<!DOCTYPE html>\n<html lang=\"sv\">\n<head><meta charset=\"utf-8\">\n<title>Stadens planer</title>");
  w.Line("<style>p { margin: 0 }</style></head>\n<body>");
  add(fmt::format("<h1>Verksamhetsplan {}</h1>", w.years()));
  add(fmt::format("<p><strong>{}</strong></p>", w.plan().committee));
  add("<h2>Inledning</h2>");
  prose(Kind::kText, "", "p");
  add("<h2>Mål</h2>");
  for (const std::string& goal : w.Goals()) {
    add(fmt::format("<h3>{}</h3>", goal));
    prose(Kind::kGoal, goal, "p");
    w.Line("<ul>");
    for (std::size_t left = w.Below(3); left > 0; --left) prose(Kind::kGoal, goal, "li");
    w.Line("</ul>");
  }
  add("<h2>Uppdrag</h2>");
  w.Line("<table class=\"tasks\">");
  add("<tr><th>Uppdrag</th><th>Uppdragsår</th><th>Omhändertagande</th></tr>");
  for (std::size_t left = 2 + w.Below(4); left > 0; --left) {
    const PlanWriter::Row row = w.NewRow(false);
    add(fmt::format("<tr><td>{}</td> <td>{}</td> <td><p>{}</p></td></tr>", row.task, row.year, row.answer));
  }
  w.Line("</table>\n</body>\n</html>");
}

}  // namespace plansok::plan
