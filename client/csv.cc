#include "client/csv.h"

#include <algorithm>

#include "client/terminal.h"

namespace plansok::client {
namespace {

constexpr std::string_view kBeginningsOfFormulas = "=+-@\t\r";

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
  const bool like_formula = !text.empty() && kBeginningsOfFormulas.find(text.front()) != std::string::npos;
  const std::string cell = (like_formula ? "'" : "") + PrintableLines(text);
  const bool plain = cell.find_first_of(std::string("\"\r\n") + separator) == std::string::npos;
  return plain ? cell : Quoted(cell);
}

}  // namespace

std::string CsvRow(const std::vector<std::string>& cells, char separator) {
  std::string row;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) row += separator;
    row += CsvCell(cells[i], separator);
  }
  return row + "\r\n";
}

}  // namespace plansok::client
