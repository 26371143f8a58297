/// How a table of counts is fitted into a width: headings are broken over lines, then cut, then columns are
/// left out. Numbers are never cut, and what is cut stays different from the others (distinct_labels.h).
#ifndef PLANSOK_CLIENT_TABLE_LAYOUT_H_
#define PLANSOK_CLIENT_TABLE_LAYOUT_H_

#include <string>
#include <vector>

namespace plansok::client {

/// What is to be fitted; texts are printable.
struct TableContent {
  std::vector<std::string> row_labels;
  std::vector<std::string> headings;  ///< of the columns
  std::vector<int> number_widths;     ///< of each column's widest number
  int total_width = 0;                ///< of the column of totals
};

struct TableLayout {
  int label = 0;                                   ///< columns for the rows' labels
  std::vector<std::string> row_labels;             ///< cut to them
  std::vector<int> columns;                        ///< of the headings shown, from the first
  std::vector<std::vector<std::string>> headings;  ///< of each column shown, line by line
  int heading_lines = 1;                           ///< of the highest heading
  int bar = 0;                                     ///< columns for bars; 0 where there is no room
  bool fits = true;                                ///< whether all this is within the width
};

inline constexpr int kColumnGap = 2;

/// At least one column is shown where there is any, even in a width that is too narrow for it: then the
/// layout does not fit.
TableLayout LayOut(const TableContent& content, int width);

/// `text` in lines of at most `width` columns, broken at spaces, in at most `most` lines; what does not fit
/// is cut with an ellipsis.
std::vector<std::string> BrokenInto(const std::string& text, int width, int most);

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_TABLE_LAYOUT_H_
