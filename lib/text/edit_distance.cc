#include "text/edit_distance.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace plansok::text {

// Only what is at most `most` cells off the diagonal can lead to so small a distance.
std::size_t EditDistance(std::string_view a, std::string_view b, std::size_t most) {
  const std::size_t longer = std::max(a.size(), b.size());
  most = std::min(most, longer);
  if (longer - std::min(a.size(), b.size()) > most) return most + 1;
  std::vector<std::size_t> row(b.size() + 1, most + 1);
  for (std::size_t j = 0; j <= std::min(b.size(), most); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    const std::size_t first = i > most ? i - most : 1;
    const std::size_t last = std::min(b.size(), i + most);
    std::size_t diagonal = std::exchange(row[first - 1], first == 1 ? i : most + 1);
    std::size_t least = row[first - 1];
    for (std::size_t j = first; j <= last; ++j) {
      const std::size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, substituted}));
      least = std::min(least, row[j]);
    }
    if (least > most) return most + 1;
  }
  return std::min(row.back(), most + 1);
}

}  // namespace plansok::text
