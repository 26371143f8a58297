/// How far something typed is from a name, to guess which one was meant. Pure.
#ifndef PLANSOK_INDEX_NEAREST_NAMES_H_
#define PLANSOK_INDEX_NEAREST_NAMES_H_

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "index/facet_names.h"

namespace plansok::index {

inline constexpr std::size_t kFar = std::numeric_limits<std::size_t>::max();

/// In letters mistyped; kFar where more than about every fourth is, or any of three.
std::size_t NearDistance(std::string_view typed, std::string_view name);

/// The least of: the whole against the id or the label, and the typed words (FoldedWords()), each against the
/// word of the label that it is nearest to or begins with. Stopwords of a label are like anything, so they
/// do not count.
std::size_t Distance(const std::vector<std::string>& typed, const FacetNames::Name& name);

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_NEAREST_NAMES_H_
