#include "plan/segments.h"

#include <algorithm>

#include "plan/characters.h"

namespace plansok::plan {

std::vector<Segment> Segments(std::string_view line) {
  if (line.find('\t') != std::string_view::npos) return {};
  std::vector<Segment> segments;
  std::size_t column = 0;
  for (std::size_t at = line.find_first_not_of(' '), seen = 0; at < line.size();
       at = line.find_first_not_of(' ', at)) {
    const std::size_t end = std::min(line.find("  ", at), line.size());
    const std::string_view text = Trim(line.substr(at, end - at));
    const std::size_t begin = column + Length(line.substr(seen, at - seen));
    column = begin + Length(line.substr(at, end - at));
    if (!text.empty()) segments.push_back({begin, column, text});
    seen = at = end;
  }
  return segments;
}

ColumnLine::ColumnLine(std::string_view line) : line_(line), blank_(Trim(line).empty()) {
  for (std::size_t at = 0; at < line.size(); ++at) {
    if ((static_cast<unsigned char>(line[at]) & 0xC0U) != 0x80U) offsets_.push_back(at);
  }
  offsets_.push_back(line.size());
}

bool ColumnLine::Free(std::size_t column) const {
  return column >= length() || line_[offsets_[column]] == ' ';
}

std::string_view ColumnLine::Slice(std::size_t begin, std::size_t end) const {
  begin = std::min(begin, length());
  end = std::clamp(end, begin, length());
  return Trim(line_.substr(offsets_[begin], offsets_[end] - offsets_[begin]));
}

}  // namespace plansok::plan
