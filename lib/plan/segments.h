/// A line by its columns: what stands where, parted by runs of spaces.
#ifndef PLANSOK_PLAN_SEGMENTS_H_
#define PLANSOK_PLAN_SEGMENTS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace plansok::plan {

/// Words with single spaces between them. Columns are code points, from 0.
struct Segment {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view text;
};

/// No page is set wider than this, in bytes: a longer line is not set in columns.
inline constexpr std::size_t kLongestSetLine = 500;

/// The segments of a line, parted by two spaces or more; none where it holds a tab.
std::vector<Segment> Segments(std::string_view line);

/// A line with its columns: slices and single characters by column.
class ColumnLine {
 public:
  explicit ColumnLine(std::string_view line);

  std::size_t length() const { return offsets_.size() - 1; }
  bool blank() const { return blank_; }
  /// Whether nothing stands in `column`.
  bool Free(std::size_t column) const;
  /// What stands in the columns [begin, end), without outer spaces.
  std::string_view Slice(std::size_t begin, std::size_t end) const;

 private:
  std::string_view line_;
  std::vector<std::size_t> offsets_;  // of each character, and the end
  bool blank_;
};

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_SEGMENTS_H_
