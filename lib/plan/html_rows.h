/// The rows of HTML's tables, cell by cell.
#ifndef PLANSOK_PLAN_HTML_ROWS_H_
#define PLANSOK_PLAN_HTML_ROWS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "plan/html_tags.h"
#include "plan/reading_order.h"

namespace plansok::plan {

/// Words, white space as one space, and the lines they stand on.
struct HtmlWords {
  std::string text;
  LineRange place;

  void Add(std::string_view word, int line);
  void Space();
};

/// The rows of the table that is open.
class HtmlRowBuilder {
 public:
  bool open() const { return open_; }
  bool in_cell() const { return in_cell_; }

  void BeginTable();
  void BeginCell(const HtmlTag& tag);
  HtmlWords& cell() { return cell_; }
  void EndCell();
  /// The row as a line of cells parted by tabs; nothing where it has no words.
  HtmlWords EndRow();

 private:
  void FillSpanned();

  bool open_ = false;
  bool in_cell_ = false;
  std::size_t width_ = 1;
  std::size_t height_ = 1;
  HtmlWords cell_;
  LineRange place_;
  std::vector<std::string> cells_;
  std::vector<std::size_t> spans_;  // how many more rows each column's last cell reaches down
};

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_HTML_ROWS_H_
