#include "plan/html_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plan/characters.h"
#include "plan/entities.h"
#include "plan/html_rows.h"
#include "plan/html_tags.h"

namespace plansok::plan {
namespace {

bool IsSpace(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }

bool IsHeading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

class HtmlReader {
 public:
  HtmlReader(const SourceText& source, std::size_t begin, std::size_t end, ReadingOrder& order)
      : source_(source), order_(order), line_(static_cast<int>(begin) + 1) {
    for (std::size_t i = begin; i < end; ++i) (text_ += source.lines[i]) += '\n';
  }

  void Read() {
    while (at_ < text_.size()) Step();
    EndTable();
    Break();
    order_.Part();
  }

 private:
  void Step() {
    const std::string_view rest = std::string_view(text_).substr(at_);
    if (rest.front() == '<') {
      if (const HtmlTag tag = ReadHtmlTag(rest); tag.size > 0) {
        Advance(tag.size);
        return Take(tag);
      }
      if (SkipLong(rest)) return;
    }
    HtmlWords& words = rows_.in_cell() ? rows_.cell() : words_;
    if (IsSpace(rest.front())) {
      words.Space();
      return Advance(1);
    }
    const Entity entity = ReadEntity(rest);
    if (entity.character == " ") {
      words.Space();
    } else {
      words.Add(entity.size > 0 ? std::string_view(entity.character) : rest.substr(0, 1), line_);
      bold_only_ = bold_only_ && bold_ > 0;
    }
    Advance(entity.size > 0 ? entity.size : 1);
  }

  void Advance(std::size_t bytes) {
    line_ += static_cast<int>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(at_),
                                         text_.begin() + static_cast<std::ptrdiff_t>(at_ + bytes), '\n'));
    at_ += bytes;
  }

  /// Comments and pictures that are longer than a tag is read for: word processors and scanners write them.
  bool SkipLong(std::string_view rest) {
    const bool comment = rest.starts_with("<!--");
    if (!comment && !rest.starts_with("<img ")) return false;
    const std::string end = comment ? "-->" : ">";
    if (unended_.count(end) > 0) return false;
    const std::size_t found = rest.find(end);
    if (found == std::string_view::npos) {
      unended_.insert(end);
      return false;
    }
    Advance(found + end.size());
    return true;
  }

  void Take(const HtmlTag& tag) {
    const bool is_whole = !tag.inside.empty() && tag.inside.back() == '/';  // <script src="…"/>
    if (!tag.closes && !is_whole && IsNoText(tag.name)) return Skip(tag.name);
    if (tag.name == "b" || tag.name == "strong") bold_ = std::max(0, bold_ + (tag.closes ? -1 : 1));
    if (tag.name == "table") return tag.closes ? EndTable() : BeginTable();
    if (rows_.open() && (tag.name == "tr" || tag.name == "td" || tag.name == "th")) return TakeRowTag(tag);
    if (!PartsParagraphs(tag.name)) return;
    if (rows_.in_cell()) {
      const bool list = tag.name == "ul" || tag.name == "ol";
      rows_.cell().text += list ? fmt::format("<{}{}>", tag.closes ? "/" : "", tag.name) : "<br>";
      return;
    }
    Break();
    if (tag.name == "ul" || tag.name == "ol") TakeList(tag);
    if (tag.name == "li") item_ = !tag.closes;
    if (IsHeading(tag.name)) heading_ = tag.closes ? 0 : tag.name[1] - '0';
    if (tag.name != "br" && tag.name != "li") order_.Part();
  }

  /// Leaves out what stands before the end of `name`.
  void Skip(const std::string& name) {
    if (unended_.count(name) > 0) return;
    const std::string end = "</" + name;
    const auto same = [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; };
    const auto found = std::search(text_.begin() + static_cast<std::ptrdiff_t>(at_), text_.end(), end.begin(),
                                   end.end(), same);
    if (found == text_.end()) {
      unended_.insert(name);
    } else {
      Advance(static_cast<std::size_t>(found - text_.begin()) - at_);
    }
  }

  void TakeList(const HtmlTag& tag) {
    if (!tag.closes) {
      counters_.push_back(tag.name == "ol" ? 1 : 0);
    } else if (!counters_.empty()) {
      counters_.pop_back();
    }
    item_ = false;
  }

  void BeginTable() {
    EndTable();
    Break();
    order_.Part();
    rows_.BeginTable();
  }

  void TakeRowTag(const HtmlTag& tag) {
    if (tag.name == "tr") return EndRow();
    Break();  // words between two cells
    if (tag.closes) {
      rows_.EndCell();
    } else {
      rows_.BeginCell(tag);
    }
  }

  void EndRow() {
    Break();  // words between two rows
    const HtmlWords row = rows_.EndRow();
    if (row.place.first > 0) Emit(row.text, row.place);
  }

  void EndTable() {
    if (!rows_.open()) return;
    EndRow();
    rows_ = HtmlRowBuilder();
    order_.Part();
  }

  /// Ends a paragraph, heading or item.
  void Break() {
    const HtmlWords words = std::exchange(words_, {});
    const bool bold = std::exchange(bold_only_, true);
    const std::string_view text = Trim(words.text);
    if (text.empty()) return;
    Emit(Mark(text, bold) + std::string(text) + (bold && IsPlain() ? "**" : ""), words.place);
    item_ = false;
  }

  bool IsPlain() const { return heading_ == 0 && !item_; }

  std::string Mark(std::string_view text, bool bold) {
    if (heading_ > 0) return std::string(static_cast<std::size_t>(heading_), '#') + ' ';
    if (!item_) return bold ? "**" : "";
    const bool counted = !counters_.empty() && counters_.back() > 0;
    return counted && BeginsUpper(text) ? fmt::format("{}. ", counters_.back()++) : "• ";
  }

  void Emit(std::string_view text, LineRange place) {
    order_.Add(text, place, source_.pages[static_cast<std::size_t>(place.first) - 1]);
  }

  const SourceText& source_;
  ReadingOrder& order_;
  std::string text_;
  std::size_t at_ = 0;
  int line_;
  HtmlWords words_;
  bool bold_only_ = true;  // all words so far are bold
  int bold_ = 0;
  int heading_ = 0;  // level; 0: none
  bool item_ = false;
  std::vector<int> counters_;  // of the lists that are open; 0: without numbers
  HtmlRowBuilder rows_;
  std::set<std::string> unended_;  // what was looked for, and is not there
};

bool BeginsWithTag(std::string_view line, std::string_view name) {
  const HtmlTag tag = ReadHtmlTag(line);
  return tag.size > 0 && tag.name == name && !tag.closes;
}

}  // namespace

bool IsHtmlPage(const SourceText& source) {
  std::size_t filled = 0;
  std::size_t tagged = 0;
  bool heading = false;
  for (const std::string& whole : source.lines) {
    const std::string_view line = Trim(whole);
    if (line.empty()) continue;
    ++filled;
    if (line.front() != '<') continue;
    const HtmlTag tag = ReadHtmlTag(line);
    for (const std::string_view whole_page : {"<html", "<HTML", "<body", "<BODY"}) {
      if (line.find(whole_page) != std::string_view::npos) return true;
    }
    tagged += PartsParagraphs(tag.name) ? 1 : 0;
    heading = heading || IsHeading(tag.name);
  }
  return heading && tagged * 3 >= filled;
}

std::size_t HtmlTableLines(const SourceText& source, std::size_t begin) {
  constexpr std::size_t kMostLines = 5000;
  if (!BeginsWithTag(Trim(source.lines[begin]), "table")) return 0;
  const std::size_t end = std::min(source.lines.size(), begin + kMostLines);
  for (std::size_t i = begin; i < end; ++i) {
    for (const std::string_view table_end : {"</table>", "</TABLE>"}) {
      if (source.lines[i].find(table_end) != std::string::npos) return i + 1 - begin;
    }
  }
  return 0;
}

void ReadHtml(const SourceText& source, std::size_t begin, std::size_t end, ReadingOrder& order) {
  HtmlReader(source, begin, end, order).Read();
}

}  // namespace plansok::plan
