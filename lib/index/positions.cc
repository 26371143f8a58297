#include "index/positions.h"

#include <algorithm>
#include <string_view>

#include "index/schema.h"

namespace plansok::index {
namespace {

/// A surface word or a stem (schema.h) with positions, which documents are made of (document.cc).
bool IsTermOf(std::string_view term, const text::WordType& word) {
  return term == word.surface ||
         (term.starts_with(kStemPrefix) && term.substr(kStemPrefix.size()) == word.stem);
}

}  // namespace

Positions PositionsOf(const Xapian::Database& database, Xapian::docid docid,
                      const std::vector<std::string>& terms) {
  Positions positions;
  for (const std::string& term : terms) {
    const auto end = database.positionlist_end(docid, term);
    for (auto at = database.positionlist_begin(docid, term); at != end; ++at) positions.push_back(*at);
  }
  std::sort(positions.begin(), positions.end());
  positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
  return positions;
}

std::optional<Positions> PositionsOf(const ParagraphWords& words, const std::vector<std::string>& terms) {
  if (!std::all_of(terms.begin(), terms.end(), IsWhole)) return std::nullopt;
  Positions positions;
  const auto has_term = [&](const text::Word& word) {
    return std::any_of(terms.begin(), terms.end(),
                       [&](const std::string& term) { return IsTermOf(term, *word.type); });
  };
  for (std::size_t i = 0; i < words.printed.size(); ++i) {
    if (has_term(words.printed[i])) positions.push_back(static_cast<Xapian::termpos>(i + 1));
  }
  for (std::size_t i = 0; i < words.repaired.size(); ++i) {
    if (has_term(words.repaired[i])) positions.push_back(static_cast<Xapian::termpos>(words.place[i] + 1));
  }
  std::sort(positions.begin(), positions.end());
  positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
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
