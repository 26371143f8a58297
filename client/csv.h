/// Tables for spreadsheets: RFC 4180, as Swedish Excel opens it with a double click.
#ifndef PLANSOK_CLIENT_CSV_H_
#define PLANSOK_CLIENT_CSV_H_

#include <string>
#include <string_view>
#include <vector>

namespace plansok::client {

/// Cells of text, the names of the columns in the first row.
using TableRow = std::vector<std::string>;
using Table = std::vector<TableRow>;

/// Swedish Excel parts cells at the list separator of its country, because the comma is its decimal sign.
inline constexpr char kCsvSeparator = ';';

/// What tells Excel that a file is UTF-8: a byte order mark. Only for the beginning of a file: in a pipe it
/// would be part of the first cell's name (see Writer::BeginsFile).
inline std::string_view CsvBeginning(bool begins_file) { return begins_file ? "\xEF\xBB\xBF" : ""; }

/// One row, ended by CR LF (RFC 4180, section 2). A cell with separators, quotation marks or line breaks is
/// quoted. One that begins with = + - @ (also after white space of any kind, or full-width), a tab or a
/// carriage return gets an apostrophe before it, so that no spreadsheet takes a plan's text for a formula
/// (OWASP, "CSV Injection"). Line breaks stay; other control characters become what Printable() makes of
/// them.
std::string CsvRow(const TableRow& cells, char separator = kCsvSeparator);

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_CSV_H_
