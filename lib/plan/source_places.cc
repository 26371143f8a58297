#include "plan/source_places.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "plan/characters.h"

namespace plansok::plan {
namespace {

class Placer {
 public:
  Placer(const SourceText& source, const ReadingOrder& order)
      : source_(source), order_(order), taken_(source.lines.size() + 1, false) {}

  void Place(ReadPlan& plan) {
    for (Paragraph& paragraph : plan.plan.paragraphs) Set(paragraph.first_line, paragraph.last_line);
    std::erase_if(plan.furniture, [](const Furniture& f) { return f.use == LineUse::kBlank; });
    for (Furniture& furniture : plan.furniture) {
      Set(furniture.first_line, furniture.last_line);
      if (furniture.text.starts_with(kRowSign)) furniture.text.erase(0, kRowSign.size());
    }
    AddRest(plan.furniture);
  }

 private:
  void Set(int& first, int& last) {
    LineRange place;
    for (int i = first; i <= last; ++i) {
      const LineRange& line = order_.places[static_cast<std::size_t>(i) - 1];
      if (line.first == 0) continue;
      place.first = place.first == 0 ? line.first : std::min(place.first, line.first);
      place.last = std::max(place.last, line.last);
    }
    first = place.first;
    last = place.last;
    std::fill(taken_.begin() + first, taken_.begin() + last + 1, true);
  }

  void AddRest(std::vector<Furniture>& furniture) const {
    for (std::size_t i = 0; i < source_.lines.size(); ++i) {
      if (taken_[i + 1]) continue;
      const int number = static_cast<int>(i) + 1;
      const LineUse use = Trim(source_.lines[i]).empty() ? LineUse::kBlank : LineUse::kMarkup;
      const bool goes_on = i > 0 && !taken_[i] && furniture.back().use == use;
      if (goes_on) {
        furniture.back().last_line = number;
        furniture.back().text += '\n' + source_.lines[i];
      } else {
        furniture.push_back({number, number, use, source_.lines[i]});
      }
    }
  }

  const SourceText& source_;
  const ReadingOrder& order_;
  std::vector<bool> taken_;  // by line number
};

}  // namespace

void PlaceInSource(const SourceText& source, const ReadingOrder& order, ReadPlan& plan) {
  Placer(source, order).Place(plan);
}

}  // namespace plansok::plan
