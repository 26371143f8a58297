#include "client/terminal.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace plansok::client {
namespace {

constexpr UChar32 kReplacement = 0xFFFD;
constexpr int kNarrowest = 10;  // columns for text, however small the terminal says it is

std::string_view Begin(Style style) {
  switch (style) {
    case Style::kPlain:
      return "";
    case Style::kTitle:
      return "\x1b[1m";
    case Style::kMatch:
      return "\x1b[1;4;33m";
    case Style::kDim:
      return "\x1b[2m";
    case Style::kName:
      return "\x1b[36m";
    case Style::kHeading:
      return "\x1b[1;34m";
    case Style::kRemoved:
      return "\x1b[9;31m";  // struck through, for those who tell red from green badly
    case Style::kAdded:
      return "\x1b[4;32m";
  }
  return "";
}
constexpr std::string_view kEnd = "\x1b[0m";

void Append(std::string& utf8, UChar32 c) {
  char bytes[U8_MAX_LENGTH];
  int length = 0;
  U8_APPEND_UNSAFE(bytes, length, c);
  utf8.append(bytes, static_cast<std::size_t>(length));
}

// Calls `each` with every code point; ill-formed bytes as U+FFFD.
template <typename Each>
void ForEachCodePoint(std::string_view utf8, Each each) {
  const auto size = static_cast<std::int32_t>(utf8.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(utf8, at, size, c);
    each(c);
  }
}

UChar32 PrintableCodePoint(UChar32 c) {
  if (c == u'\u00A0') return c;  // holds "§ 5" and "1 000" together
  if (u_isUWhiteSpace(c)) return u' ';
  if (u_charType(c) == U_CONTROL_CHAR || u_hasBinaryProperty(c, UCHAR_BIDI_CONTROL)) return kReplacement;
  return c;
}

int WidthOf(UChar32 c) {
  switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
      return 0;
    default:
      break;
  }
  const int east_asian = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
}

using CellIterator = std::vector<Cell>::const_iterator;

bool IsSpace(const Cell& cell) { return cell.utf8 == " "; }

// Where the line that begins at `begin` ends, and where the next one begins.
struct LineEnd {
  CellIterator end;
  CellIterator next;
};

LineEnd BreakLine(CellIterator begin, CellIterator end, int width) {
  auto space = end;
  int used = 0;
  for (auto cell = begin; cell != end; ++cell) {
    if (IsSpace(*cell)) space = cell;
    used += cell->width;
    if (used > width) {
      if (space != end) return {space, std::next(space)};
      return cell == begin ? LineEnd{std::next(cell), std::next(cell)} : LineEnd{cell, cell};
    }
  }
  return {end, end};
}

Style StyleOf(const Cell& cell, Style around) {
  if (cell.marked) return Style::kMatch;
  return cell.style == Style::kPlain ? around : cell.style;
}

std::string Line(const Terminal& terminal, CellIterator begin, CellIterator end, Style style) {
  std::string line;
  while (begin != end) {
    const Style own = StyleOf(*begin, style);
    const auto stop = std::find_if(begin, end, [&](const Cell& cell) { return StyleOf(cell, style) != own; });
    std::string run;
    for (; begin != stop; ++begin) run += begin->utf8;
    line += Styled(terminal, own, run);
  }
  return line;
}

}  // namespace

std::string Styled(const Terminal& terminal, Style style, std::string_view printable) {
  if (!terminal.styled || style == Style::kPlain || printable.empty()) return std::string(printable);
  std::string text(Begin(style));
  text += printable;
  text += kEnd;
  return text;
}

bool IsUtf8(std::string_view bytes) {
  const auto size = static_cast<std::int32_t>(bytes.size());
  UChar32 c = 0;
  for (std::int32_t at = 0; at < size && c >= 0;) U8_NEXT(bytes, at, size, c);
  return c >= 0;
}

std::u32string CodePoints(std::string_view utf8) {
  std::u32string code_points;
  ForEachCodePoint(utf8, [&](UChar32 c) { code_points += static_cast<char32_t>(c); });
  return code_points;
}

std::string LowerCase(std::string_view utf8) {
  std::string lower;
  ForEachCodePoint(utf8, [&](UChar32 c) { Append(lower, u_tolower(c)); });
  return lower;
}

std::string Folded(std::string_view utf8) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* decomposer = icu::Normalizer2::getNFDInstance(error);
  if (U_FAILURE(error)) return LowerCase(utf8);
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<int>(utf8.size())});
  std::string decomposed;
  decomposer->normalize(text, error).toUTF8String(decomposed);
  std::string folded;
  ForEachCodePoint(decomposed, [&](UChar32 c) {
    if (u_charType(c) != U_NON_SPACING_MARK) Append(folded, u_tolower(c));
  });
  return folded;
}

std::string Printable(std::string_view utf8) {
  std::string printable;
  ForEachCodePoint(utf8, [&](UChar32 c) { Append(printable, PrintableCodePoint(c)); });
  return printable;
}

int Width(std::string_view printable) {
  int width = 0;
  ForEachCodePoint(printable, [&](UChar32 c) { width += WidthOf(c); });
  return width;
}

std::string Shortened(std::string_view printable, int width) {
  if (Width(printable) <= width) return std::string(printable);
  std::string text;
  int used = 1;  // the ellipsis
  bool full = false;
  ForEachCodePoint(printable, [&](UChar32 c) {
    used += WidthOf(c);
    full = full || used > width;
    if (!full) Append(text, c);
  });
  return text + "…";
}

std::vector<Cell> Cells(std::string_view utf8) {
  std::vector<Cell> cells;
  ForEachCodePoint(utf8, [&](UChar32 c) {
    const UChar32 printable = PrintableCodePoint(c);
    Cell cell;
    Append(cell.utf8, printable);
    cell.width = WidthOf(printable);
    cells.push_back(std::move(cell));
  });
  return cells;
}

std::string Wrapped(const Terminal& terminal, int indent, const std::vector<Cell>& cells, Style style) {
  const int width = std::max(kNarrowest, terminal.columns - indent);
  std::string text;
  for (auto at = cells.begin(); at != cells.end();) {
    const LineEnd line = BreakLine(at, cells.end(), width);
    text.append(static_cast<std::size_t>(indent), ' ');
    text += Line(terminal, at, line.end, style);
    text += '\n';
    at = line.next;
  }
  return text;
}

std::string Wrapped(const Terminal& terminal, int indent, std::string_view utf8, Style style) {
  return Wrapped(terminal, indent, Cells(utf8), style);
}

}  // namespace plansok::client
