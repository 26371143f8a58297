#include "client/distinct_labels.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <iterator>
#include <map>
#include <set>

#include "client/terminal.h"

namespace plansok::client {
namespace {

using CellList = std::vector<Cell>;

std::string Joined(CellList::const_iterator begin, CellList::const_iterator end) {
  std::string text;
  for (; begin != end; ++begin) text += begin->utf8;
  return text;
}

// The longest beginning, or end, of at most `width` columns.
std::string Head(const CellList& cells, int width) {
  auto end = cells.begin();
  for (int used = 0; end != cells.end() && used + end->width <= width; ++end) used += end->width;
  return Joined(cells.begin(), end);
}

std::string Tail(const CellList& cells, int width) {
  auto begin = cells.end();
  for (int used = 0; begin != cells.begin() && used + std::prev(begin)->width <= width; --begin)
    used += std::prev(begin)->width;
  return Joined(begin, cells.end());
}

// "Hemlösheten ska…sova utomhus"
std::string CutBeforeTail(const CellList& cells, int width, int tail) {
  return Head(cells, width - 1 - tail) + "…" + Tail(cells, tail);
}

// "Verksamhe…2024 Socialnämnden…": what stands at `place`, after a beginning.
std::string CutAround(const CellList& cells, int width, std::size_t place) {
  const int head = width / 3;
  constexpr std::ptrdiff_t kBefore =
      2;  // a letter or two of what is the same, so that the eye finds the place
  const std::ptrdiff_t begin = std::max<std::ptrdiff_t>(0, static_cast<std::ptrdiff_t>(place) - kBefore);
  return Head(cells, head) + "…" + Shortened(Joined(cells.begin() + begin, cells.end()), width - head - 1);
}

// How many code points all of them begin with.
std::size_t CommonBeginning(const std::vector<CellList>& group) {
  const CellList& first = group.front();
  std::size_t length = first.size();
  for (const CellList& cells : group) {
    const auto same = [](const Cell& a, const Cell& b) { return a.utf8 == b.utf8; };
    const auto parts = std::mismatch(first.begin(), first.begin() + static_cast<std::ptrdiff_t>(length),
                                     cells.begin(), cells.end(), same);
    length = static_cast<std::size_t>(parts.first - first.begin());
  }
  return length;
}

using Cut = std::function<std::string(const CellList&)>;

// From what reads best to what tells most.
std::vector<Cut> CutsFor(const std::vector<CellList>& group, int width) {
  const std::size_t place = CommonBeginning(group);
  return {[width](const CellList& cells) { return CutBeforeTail(cells, width, width / 2); },
          [width, place](const CellList& cells) { return CutAround(cells, width, place); },
          [width](const CellList& cells) { return CutBeforeTail(cells, width, width - 2); }};
}

// The last resort: numbers.
std::vector<std::string> Numbered(const std::vector<CellList>& group, int width) {
  std::vector<std::string> cut;
  for (const CellList& cells : group) {
    const std::string number = fmt::format("…{}", cut.size() + 1);
    cut.push_back(Head(cells, width - Width(number)) + number);
  }
  return cut;
}

// Cuts of different texts that ends alone do not tell apart; none of them is in `taken`.
std::vector<std::string> CutGroup(const std::vector<CellList>& group, int width,
                                  const std::set<std::string>& taken) {
  for (const Cut& cut : CutsFor(group, width)) {
    std::vector<std::string> results;
    std::transform(group.begin(), group.end(), std::back_inserter(results), cut);
    const std::set<std::string> different(results.begin(), results.end());
    const bool is_new = std::none_of(results.begin(), results.end(),
                                     [&](const std::string& result) { return taken.contains(result); });
    if (different.size() == group.size() && is_new) return results;
  }
  return Numbered(group, width);
}

}  // namespace

std::vector<std::string> DistinctCuts(const std::vector<std::string>& texts, int width) {
  std::map<std::string, std::set<std::string>> by_cut;  // texts that are cut alike
  for (const std::string& text : texts) by_cut[Shortened(text, width)].insert(text);
  std::map<std::string, std::string> cut_of;
  std::set<std::string> taken;
  for (const auto& [cut, alike] : by_cut) {
    if (alike.size() > 1) continue;
    cut_of[*alike.begin()] = cut;
    taken.insert(cut);
  }
  for (const auto& [cut, alike] : by_cut) {
    if (alike.size() == 1) continue;
    std::vector<CellList> group;
    for (const std::string& text : alike) group.push_back(Cells(text));
    const std::vector<std::string> cuts = CutGroup(group, width, taken);
    std::size_t i = 0;
    for (const std::string& text : alike) cut_of[text] = cuts[i++];
    taken.insert(cuts.begin(), cuts.end());
  }
  std::vector<std::string> result;
  for (const std::string& text : texts) result.push_back(cut_of[text]);
  return result;
}

std::vector<std::string> LabelsOf(const google::protobuf::RepeatedPtrField<v1::FacetValue>& values) {
  std::vector<std::string> labels;
  std::map<std::string, int> times;
  for (const v1::FacetValue& value : values) {
    labels.push_back(Printable(value.label().empty() ? value.value() : value.label()));
    ++times[labels.back()];
  }
  for (int i = 0; i < values.size(); ++i) {
    std::string& label = labels[static_cast<std::size_t>(i)];
    if (times[label] > 1) label += fmt::format(" ({})", Printable(values[i].value()));
  }
  return labels;
}

}  // namespace plansok::client
