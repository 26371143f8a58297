#include "index/positions.h"

#include <algorithm>

namespace plansok::index {

Positions PositionsOf(const Xapian::Database& database, Xapian::docid docid,
                      const std::vector<std::string>& terms) {
  Positions positions;
  for (const std::string& term : terms) {
    const auto end = database.positionlist_end(docid, term);
    for (auto at = database.positionlist_begin(docid, term); at != end; ++at) positions.push_back(*at);
  }
  std::sort(positions.begin(), positions.end());
  return positions;
}

bool StandInOrder(const Positions& left, const Positions& right, std::size_t reach) {
  return std::any_of(left.begin(), left.end(), [&](Xapian::termpos position) {
    const auto next = std::upper_bound(right.begin(), right.end(), position);
    return next != right.end() && *next <= position + reach;
  });
}

bool StandAsPhrase(const std::vector<Positions>& words) {
  return std::any_of(words.front().begin(), words.front().end(), [&](Xapian::termpos first) {
    for (std::size_t i = 1; i < words.size(); ++i) {
      if (!std::binary_search(words[i].begin(), words[i].end(), first + i)) return false;
    }
    return true;
  });
}

}  // namespace plansok::index
