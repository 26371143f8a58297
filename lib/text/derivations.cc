#include "text/derivations.h"

#include <algorithm>
#include <utility>

#include "text/normalize.h"

namespace plansok::text {
namespace {

// Of shorter words many look like the rest of a longer one by chance: ny of nyhet, not of notera.
constexpr std::size_t kLeastLetters = 4;

// digitalisering, digitalisera, digital: no family is deeper.
constexpr int kMaxSteps = 3;

constexpr std::string_view kNone = "-";

}  // namespace

absl::StatusOr<Derivations> Derivations::Load(const std::filesystem::path& file) {
  auto lines = ReadWordLines(file, 2);
  if (!lines.ok()) return lines.status();
  Derivations derivations;
  for (std::vector<std::string>& line : *lines) {
    const std::string to = line[1] == kNone ? "" : line[1];
    if (line[0].starts_with('-')) {
      derivations.rules_.push_back({line[0].substr(1), to});
    } else {
      derivations.exceptions_[line[0]] = to.empty() ? line[0] : to;
    }
  }
  std::stable_sort(derivations.rules_.begin(), derivations.rules_.end(),
                   [](const Rule& a, const Rule& b) { return a.suffix.size() > b.suffix.size(); });
  return derivations;
}

std::string Derivations::Step(const std::string& word, const Knows& knows) const {
  if (const auto found = exceptions_.find(word); found != exceptions_.end()) return found->second;
  for (const Rule& rule : rules_) {
    if (!word.ends_with(rule.suffix)) continue;
    const std::string root = word.substr(0, word.size() - rule.suffix.size()) + rule.replacement;
    if (CodePointCount(root) >= kLeastLetters && knows(root)) return root;
  }
  return word;
}

std::string Derivations::Root(const std::string& lemma, const Knows& knows) const {
  std::string root = lemma;
  for (int step = 0; step < kMaxSteps; ++step) {
    std::string next = Step(root, knows);
    if (next == root) break;
    root = std::move(next);
  }
  return root;
}

}  // namespace plansok::text
