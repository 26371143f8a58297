#include "client/format_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "client/bars.h"
#include "client/distinct_labels.h"
#include "client/format.h"
#include "client/labels.h"
#include "client/table_layout.h"

namespace plansok::client {
namespace {

constexpr const char* kAll = "Alla";

int CellAt(const v1::TabulateResponse& response, int row, int column) {
  return response.cells(row * response.columns_size() + column);
}

// An empty cell is easier on the eye than a nought: "–", as Statistics Sweden prints it.
std::string Number(int count) { return count == 0 ? "–" : FormatNumber(count); }

// "Nämnd × År": what the rows and the columns are.
std::string Corner(const v1::TabulateRequest& request) {
  return Printable(fmt::format("{} × {}", FacetLabel(request.rows()), FacetLabel(request.columns())));
}

TableContent ContentOf(const v1::TabulateRequest& request, const v1::TabulateResponse& response) {
  TableContent content;
  content.row_labels = LabelsOf(response.rows());
  content.row_labels.insert(content.row_labels.end(), {kAll, Corner(request)});
  content.total_width = std::max(Width(kAll), Width(FormatNumber(response.total_size())));
  content.headings = LabelsOf(response.columns());
  for (const v1::FacetValue& column : response.columns()) {
    // No cell is larger than its column's total.
    content.number_widths.push_back(Width(Number(column.count())));
  }
  return content;
}

std::string Gap() { return std::string(kColumnGap, ' '); }

// Headings stand on the last lines, so that they are near their numbers.
std::string HeadingLine(const Terminal& terminal, const TableLayout& layout, int total_width, int line) {
  const bool last = line + 1 == layout.heading_lines;
  std::string text = PadRight(last ? layout.row_labels.back() : "", layout.label);
  for (std::size_t i = 0; i < layout.columns.size(); ++i) {
    const auto& heading = layout.headings[i];
    const int own = line - (layout.heading_lines - static_cast<int>(heading.size()));
    text += Gap() + PadLeft(own < 0 ? "" : heading[static_cast<std::size_t>(own)], layout.columns[i]);
  }
  text += Gap() + PadLeft(last ? kAll : "", total_width);
  return Styled(terminal, Style::kHeading, text) + '\n';
}

std::string Row(const TableLayout& layout, const std::string& label, const std::vector<int>& counts,
                int total_width) {
  std::string text = PadRight(label, layout.label);
  for (std::size_t i = 0; i < layout.columns.size(); ++i)
    text += Gap() + PadLeft(Number(counts[i]), layout.columns[i]);
  return text + Gap() + PadLeft(Number(counts.back()), total_width);
}

// Cells of a row, its total last.
std::vector<int> CountsOf(const v1::TabulateResponse& response, int row) {
  std::vector<int> counts;
  for (int column = 0; column < response.columns_size(); ++column)
    counts.push_back(CellAt(response, row, column));
  counts.push_back(response.rows(row).count());
  return counts;
}

std::vector<int> TotalsOf(const v1::TabulateResponse& response) {
  std::vector<int> counts;
  for (const v1::FacetValue& column : response.columns()) counts.push_back(column.count());
  counts.push_back(response.total_size());
  return counts;
}

std::string Rows(const Terminal& terminal, const v1::TabulateResponse& response, const TableLayout& layout,
                 int total_width) {
  int largest = 0;
  for (const v1::FacetValue& row : response.rows()) largest = std::max(largest, row.count());
  std::string text;
  for (int i = 0; i < response.rows_size(); ++i) {
    std::vector<int> counts = CountsOf(response, i);
    counts.erase(counts.begin() + static_cast<std::ptrdiff_t>(layout.columns.size()), counts.end() - 1);
    text += Row(layout, layout.row_labels[static_cast<std::size_t>(i)], counts, total_width);
    const std::string bar = Bar(response.rows(i).count(), largest, layout.bar);
    if (layout.bar > 0 && !bar.empty()) text += Gap() + Styled(terminal, Style::kName, bar);
    text += '\n';
  }
  return text;
}

std::string LastRow(const Terminal& terminal, const v1::TabulateResponse& response, const TableLayout& layout,
                    int total_width) {
  std::vector<int> totals = TotalsOf(response);
  totals.erase(totals.begin() + static_cast<std::ptrdiff_t>(layout.columns.size()), totals.end() - 1);
  return Styled(terminal, Style::kTitle, Row(layout, kAll, totals, total_width)) + '\n';
}

// Where not even one column has room beside the labels: row by row, each with its columns below it.
std::string List(const Terminal& terminal, const v1::TabulateRequest& request,
                 const v1::TabulateResponse& response) {
  std::vector<std::string> columns = LabelsOf(response.columns());
  columns.emplace_back(kAll);
  const int number_width = Width(FormatNumber(response.total_size()));
  const int label_width = std::max(1, terminal.columns - 2 * kColumnGap - number_width);
  const auto lines = [&](const std::string& heading, const std::vector<int>& counts) {
    std::string text = Wrapped(terminal, 0, heading, Style::kTitle);
    for (std::size_t i = 0; i < counts.size(); ++i) {
      if (counts[i] == 0) continue;
      text += Gap() + PadRight(Shortened(columns[i], label_width), label_width) + Gap() +
              PadLeft(FormatNumber(counts[i]), number_width) + '\n';
    }
    return text;
  };
  std::string text = Wrapped(terminal, 0, Corner(request), Style::kHeading);
  const std::vector<std::string> rows = LabelsOf(response.rows());
  for (int row = 0; row < response.rows_size(); ++row)
    text += lines(rows[static_cast<std::size_t>(row)], CountsOf(response, row));
  return text + lines(kAll, TotalsOf(response));
}

// What could not be shown, and how to see it.
std::string LeftOut(const Terminal& terminal, const v1::TabulateResponse& response,
                    const TableLayout& layout) {
  const int left_out = response.columns_size() - static_cast<int>(layout.columns.size());
  if (left_out <= 0) return "";
  std::string text = fmt::format("{} {} till får inte plats. Alla syns med --csv eller --json",
                                 FormatNumber(left_out), left_out == 1 ? "kolumn" : "kolumner");
  // No command to copy: only the shell knows query and filters as they were typed.
  if (response.rows_size() < response.columns_size()) text += ", och fler om rader och kolumner byter plats";
  return Wrapped(terminal, 0, text + ".", Style::kDim);
}

}  // namespace

std::string TableRemarks(const Terminal& terminal, const v1::TabulateRequest& request,
                         const v1::TabulateResponse& response) {
  return QueryRemarks(terminal, request.query(), response);
}

std::string FormatTable(const Terminal& terminal, const v1::TabulateRequest& request,
                        const v1::TabulateResponse& response) {
  std::string text = Wrapped(terminal, 0, TotalFor(response.total_size(), request.query()), Style::kHeading);
  const std::string remarks = TableRemarks(terminal, request, response);
  if (response.rows().empty() || response.columns().empty()) return text + remarks;
  const TableContent content = ContentOf(request, response);
  const TableLayout layout = LayOut(content, terminal.columns);
  text += '\n';
  if (!layout.fits) return text + List(terminal, request, response) + (remarks.empty() ? "" : '\n' + remarks);
  for (int line = 0; line < layout.heading_lines; ++line)
    text += HeadingLine(terminal, layout, content.total_width, line);
  text += Rows(terminal, response, layout, content.total_width);
  text += LastRow(terminal, response, layout, content.total_width);
  const std::string below = LeftOut(terminal, response, layout) + remarks;
  return below.empty() ? text : text + '\n' + below;
}

Table CountsTable(const v1::TabulateRequest& request, const v1::TabulateResponse& response) {
  Table table = {{std::string(FacetLabel(request.rows()))}};
  for (const std::string& column : LabelsOf(response.columns())) table.front().push_back(column);
  table.front().emplace_back(kAll);
  const auto add = [&](const std::string& label, const std::vector<int>& counts) {
    TableRow& row = table.emplace_back(TableRow{label});
    for (const int count : counts) row.push_back(std::to_string(count));
  };
  const std::vector<std::string> rows = LabelsOf(response.rows());
  for (int row = 0; row < response.rows_size(); ++row)
    add(rows[static_cast<std::size_t>(row)], CountsOf(response, row));
  add(kAll, TotalsOf(response));
  return table;
}

}  // namespace plansok::client
