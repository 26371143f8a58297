#include "client/csv.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "client/terminal.h"

namespace plansok::client {
namespace {

constexpr std::array<std::string_view, 8> kBeginningsOfFormulas = {"=",  "+",  "-",  "@",
                                                                   "＝", "＋", "－", "＠"};
// Spreadsheets pass over these before a formula. Printable() leaves no other white space.
constexpr std::array<std::string_view, 3> kBlanks = {" ", "\n", "\u00A0"};

// Bytes of the one of `beginnings` that `text` begins with; 0 where it is none.
template <std::size_t kCount>
std::size_t BeginningOf(std::string_view text, const std::array<std::string_view, kCount>& beginnings) {
  const auto* found = std::find_if(beginnings.begin(), beginnings.end(),
                                   [&](std::string_view each) { return text.starts_with(each); });
  return found == beginnings.end() ? 0 : found->size();
}

// What is written is judged, because that is what a spreadsheet reads: a form feed has become a space there.
bool IsLikeFormula(std::string_view written) {
  while (const std::size_t blank = BeginningOf(written, kBlanks)) written.remove_prefix(blank);
  return BeginningOf(written, kBeginningsOfFormulas) > 0;
}

// OWASP would have no cell begin with them, whatever follows.
bool BeginsWithTabOrReturn(std::string_view text) { return text.starts_with('\t') || text.starts_with('\r'); }

// Printable, line by line.
std::string PrintableLines(std::string_view text) {
  std::string lines;
  while (true) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const bool is_crlf = end < text.size() && end > 0 && text[end - 1] == '\r';
    lines += Printable(text.substr(0, is_crlf ? end - 1 : end));
    if (end == text.size()) return lines;
    lines += '\n';
    text.remove_prefix(end + 1);
  }
}

std::string Quoted(std::string_view cell) {
  std::string quoted = "\"";
  for (const char c : cell) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + '"';
}

std::string CsvCell(std::string_view text, char separator) {
  std::string cell = PrintableLines(text);
  if (BeginsWithTabOrReturn(text) || IsLikeFormula(cell)) cell.insert(0, 1, '\'');
  const bool plain = cell.find_first_of(std::string("\"\r\n") + separator) == std::string::npos;
  return plain ? cell : Quoted(cell);
}

}  // namespace

std::string CsvRow(const TableRow& cells, char separator) {
  std::string row;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) row += separator;
    row += CsvCell(cells[i], separator);
  }
  return row + "\r\n";
}

}  // namespace plansok::client
