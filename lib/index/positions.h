/// Where words stand in a paragraph.
#ifndef PLANSOK_INDEX_POSITIONS_H_
#define PLANSOK_INDEX_POSITIONS_H_

#include <xapian.h>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "index/paragraph_words.h"

namespace plansok::index {

/// Ascending.
using Positions = std::vector<Xapian::termpos>;

/// Of any of `terms` in one paragraph. Xapian's exceptions pass through.
Positions PositionsOf(const Xapian::Database& database, Xapian::docid docid,
                      const std::vector<std::string>& terms);

/// The same of a paragraph whose words are at hand. nullopt where a term does not tell which word it is of.
std::optional<Positions> PositionsOf(const ParagraphWords& words, const std::vector<std::string>& terms);

/// Whether one of `right` stands behind one of `left`, at most `reach` words on.
bool StandInOrder(const Positions& left, const Positions& right, std::size_t reach);

/// Whether one of each stands side by side with the next, in order: a phrase. Of at least one word.
bool StandAsPhrase(const std::vector<Positions>& words);

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_POSITIONS_H_
