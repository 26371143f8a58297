#include "client/csv.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "client/terminal.h"

namespace plansok::client {
namespace {

constexpr std::string_view kBeginningsOfFormulas = "=+-@";
// Spreadsheets pass over these before a formula.
constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::array<std::string_view, 4> kWideBeginnings = {"＝", "＋", "－", "＠"};

bool IsLikeFormula(std::string_view cell) {
  if (cell.starts_with('\t') || cell.starts_with('\r')) return true;
  const std::string_view text = cell.substr(std::min(cell.find_first_not_of(kBlanks), cell.size()));
  if (text.empty()) return false;
  return kBeginningsOfFormulas.find(text.front()) != std::string_view::npos ||
         std::any_of(kWideBeginnings.begin(), kWideBeginnings.end(),
                     [&](std::string_view wide) { return text.starts_with(wide); });
}

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
  const std::string cell = (IsLikeFormula(text) ? "'" : "") + PrintableLines(text);
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
