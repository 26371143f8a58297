/// A query that nothing answers, asked a little less strictly: each way leaves out or eases one thing.
#ifndef PLANSOK_INDEX_LOOSEN_H_
#define PLANSOK_INDEX_LOOSEN_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "query/query.h"

namespace plansok::index {

struct LooserQuery {
  query::Node root;
  std::string what;  ///< what it eases, in Swedish, as the beginning of a sentence: ”Utan x”
};

/// At most kMaxLooser ways, in the order of the line that the query was typed as; none where nothing would be
/// left of it.
inline constexpr std::size_t kMaxLooser = 8;
std::vector<LooserQuery> Loosen(const query::Node& root, std::string_view line);

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_LOOSEN_H_
