/// Names, found in text that spells them badly.
///
/// A trie of the names' letters is walked together with the text, one row of a weighted edit distance a node
/// (after Ukkonen's cut-off and Shang and Merrett's "Tries for approximate string matching", 1996). Two
/// things keep false friends out:
///
///  - errors that scanners make (ä read as d, i, é, di ...) are cheap, all others dear;
///  - each word of a name has its own budget, by its length. So a long name's budget is never spent on the
///  one short
///    word that tells it from its neighbour: "Socialnämnden Nordväst" is not "Socialnämnden Nordost".
///
/// A walk dies after a few letters unless a name begins there, so scanning is linear in the text.
#ifndef PLANSOK_PLAN_NAME_INDEX_H_
#define PLANSOK_PLAN_NAME_INDEX_H_

#include <cstddef>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "plan/letters.h"

namespace plansok::plan {

/// A name found in squeezed text.
struct NameHit {
  int name = -1;          ///< the number it was added under
  std::size_t begin = 0;  ///< positions in Letters
  std::size_t end = 0;    ///< one past its last letter, a genitive -s included
  bool genitive = false;  ///< "socialnämndens"
};

/// Immutable once filled; then thread-safe.
class NameIndex {
 public:
  NameIndex();

  /// Adds a spelling of name number `name`. The first number given for a spelling stays.
  void Add(std::string_view spelling, int name);

  /// The name that all of `letters` spells.
  std::optional<int> Whole(const Letters& letters) const;

  /// The longest name that starts at `begin` and ends with a word; of equally long ones the best spelt.
  std::optional<NameHit> StartingAt(const Letters& letters, std::size_t begin) const;

  /// All names in running text, from left to right, never overlapping.
  std::vector<NameHit> In(const Letters& letters) const;

 private:
  struct Node {
    std::map<char32_t, int> children;  // by letter; kWordEnd leads to the next word
    int depth = 0;                     // letters from the root
    int word_letters = 0;              // letters since the word began
    int budget = 0;                    // what the dearest word through this node may cost
    int name = -1;                     // the name that ends here
    int last_budget = 0;               // what that name's last word may cost
  };
  class Walk;

  int Child(int node, char32_t letter);

  std::vector<Node> nodes_;
};

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_NAME_INDEX_H_
