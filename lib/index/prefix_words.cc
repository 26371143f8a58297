// Words by their beginning: vräk*.

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "index/ranking.h"
#include "index/word_nodes.h"
#include "text/normalize.h"

namespace plansok::index {
namespace {

using Op = MatchNode::Op;

/// How many words that begin as a prefix are read between two looks at the checkpoint.
constexpr std::size_t kTermsBetweenChecks = 4096;

/// As read, and as typed where reading put dots on it: what begins with "ang" is not only what begins with
/// "äng".
std::vector<std::string> Beginnings(const text::Word& word, const std::string& typed) {
  std::vector<std::string> beginnings = {word->surface};
  const std::string bare = text::FoldWord(word->surface);
  if (bare != word->surface && text::NormalizeWord(typed).ends_with(bare)) beginnings.push_back(bare);
  return beginnings;
}

}  // namespace

std::optional<MatchNode> WordNodes::Prefix(const text::Word& word, const std::string& typed) {
  if (expansion_left_ == 0) {
    notes_->Add(fmt::format(query::kNoteTooManyPrefixes, query::Shown(typed)));
    return std::nullopt;
  }
  std::vector<std::pair<Xapian::doccount, std::string>> found;
  for (const std::string& beginning : Beginnings(word, typed)) {
    const auto end = postings_.database().allterms_end(beginning);
    for (auto term = postings_.database().allterms_begin(beginning); term != end; ++term) {
      if (found.size() % kTermsBetweenChecks == 0 && watch_->Stopped()) return std::nullopt;
      found.emplace_back(term.get_termfreq(), *term);
    }
    Mark(text::Pattern::Kind::kPrefix, {beginning}, typed);
  }
  const std::size_t most = std::min(kMaxExpansion, expansion_left_);
  if (found.size() > most) {
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(most), found.end(),
                      [](const auto& a, const auto& b) { return a.first > b.first; });
    notes_->Add(fmt::format(query::kNoteCommonestOnly, found.size(), query::Shown(typed), most));
    found.resize(most);
  }
  expansion_left_ -= found.size();
  MatchNode node = MakeNode(found.empty() ? Op::kNothing : Op::kWord);
  node.typed = typed;
  for (auto& [frequency, term] : found) node.terms.push_back({std::move(term), 1});
  return node;
}

}  // namespace plansok::index
