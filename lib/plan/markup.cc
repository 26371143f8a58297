#include "plan/markup.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <utility>

#include "plan/characters.h"
#include "plan/entities.h"
#include "plan/numbering.h"

namespace plansok::plan {
namespace {

// Tags that end a paragraph or an item; all others (<i>, <b>, <span> …) only colour the words inside.
constexpr std::array<std::string_view, 9> kBreaking = {"p", "ul", "ol", "li", "br", "td", "tr", "th", "div"};
// Bullets that are not used inside sentences, and so part items wherever they stand.
constexpr std::array<std::string_view, 5> kInnerBullets = {"•", "»", "▪", "●", "◦"};

/// The name of the tag that begins at `cell[0]`, or "" where the "<" is none; `size` becomes the tag's
/// length.
std::string TagName(std::string_view cell, std::size_t& size) {
  constexpr std::size_t kLongestTag = 120;
  const std::size_t end = cell.substr(0, kLongestTag).find('>');
  if (end == std::string_view::npos) return "";
  std::size_t at = 1;
  if (at < end && cell[at] == '/') ++at;
  std::string name;
  while (at < end && std::isalpha(static_cast<unsigned char>(cell[at])) != 0) name += cell[at++];
  if (name.empty() || (at < end && cell[at] != ' ' && cell[at] != '/')) return "";
  size = end + 1;
  return name;
}

/// Walks a cell and collects its parts.
class CellReader {
 public:
  explicit CellReader(std::string_view cell) : cell_(cell) {}

  std::vector<std::string> Read() {
    while (at_ < cell_.size()) Step();
    Break();
    return std::move(parts_);
  }

 private:
  void Step() {
    const std::string_view rest = cell_.substr(at_);
    std::size_t size = 0;
    if (rest.front() == '<') {
      if (const std::string name = TagName(rest, size); size > 0) return TakeTag(name, size);
    }
    if (const std::size_t bullet = InnerBullet(rest); bullet > 0) {
      Break();
      at_ += bullet;
      return;
    }
    if (const Entity entity = ReadEntity(rest); entity.size > 0) {
      part_ += entity.character;
      at_ += entity.size;
      return;
    }
    part_ += rest.front();
    ++at_;
  }

  void TakeTag(const std::string& name, std::size_t size) {
    if (name == "ul" || name == "ol") in_list_ = cell_[at_ + 1] != '/';
    if (name == "p") in_list_ = false;
    if (std::find(kBreaking.begin(), kBreaking.end(), name) != kBreaking.end()) Break();
    at_ += size;
  }

  /// The size of a bullet that begins an item here. A hyphen is one only in a list, before a capital, and not
  /// between two spaces, where it is a dash.
  std::size_t InnerBullet(std::string_view rest) const {
    for (const std::string_view bullet : kInnerBullets) {
      if (rest.substr(0, bullet.size()) == bullet) return bullet.size();
    }
    const bool dash = !part_.empty() && part_.back() == ' ';
    return in_list_ && !dash && rest.substr(0, 2) == "- " && BeginsUpper(rest.substr(2)) ? 2 : 0;
  }

  void Break() {
    std::string_view part = Trim(part_);
    const Mark mark = ParseMark(part);
    if (mark.marker == Marker::kBullet && !std::isalpha(static_cast<unsigned char>(part.front())))
      part.remove_prefix(mark.size);
    if (!Trim(part).empty()) parts_.emplace_back(Trim(part));
    part_.clear();
  }

  std::string_view cell_;
  std::size_t at_ = 0;
  bool in_list_ = false;
  std::string part_;
  std::vector<std::string> parts_;
};

}  // namespace

std::vector<std::string_view> SplitCells(std::string_view row) {
  const bool pipes = !row.empty() && row.front() == '|';
  if (pipes) row.remove_prefix(1);
  if (pipes && !row.empty() && row.back() == '|') row.remove_suffix(1);
  const char separator = pipes ? '|' : '\t';
  std::vector<std::string_view> cells;
  while (true) {
    const std::size_t end = row.find(separator);
    cells.push_back(Trim(row.substr(0, end)));
    if (end == std::string_view::npos) break;
    row.remove_prefix(end + 1);
  }
  while (cells.size() > 1 && cells.back().empty() && !pipes) cells.pop_back();
  return cells;
}

std::vector<std::string> CellParts(std::string_view cell) { return CellReader(cell).Read(); }

bool IsPipeRule(std::string_view row) {
  return row.size() > 2 && row.front() == '|' && row.find_first_not_of("|-: ") == std::string_view::npos;
}

}  // namespace plansok::plan
