#include "text/ocr_counts.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>

#include "text/ocr_data.h"
#include "text/ocr_trie.h"

namespace plansok::text {
namespace {

constexpr std::string_view kBoundName = "<s>";
constexpr std::string_view kNumberName = "<num>";

// Of each pair's count, in units of what one sighting counts: about what the pairs seen once less the pairs
// seen twice come to in running text.
constexpr double kDiscount = 0.75;

std::uint64_t PairKey(WordCounts::Id first, WordCounts::Id second) {
  return (std::uint64_t{first} << 32U) | second;
}

std::optional<double> ParseCount(std::optional<std::string_view> text) {
  double count = 0;
  if (!text || std::from_chars(text->data(), text->data() + text->size(), count).ec != std::errc() ||
      count <= 0) {
    return std::nullopt;
  }
  return count;
}

// A word as the trie spells it, or a name in angle brackets as it is.
std::optional<std::string> TableWord(std::string_view word) {
  return word.starts_with('<') ? std::optional<std::string>(word) : ToTrieLetters(word);
}

}  // namespace

WordCounts::WordCounts() {
  Add(kBoundName, 0);
  Add(kNumberName, 0);
}

absl::Status WordCounts::AddTable(std::string_view table, std::string_view name) {
  int line_number = 0;
  while (const std::optional<std::string_view> line = TakePiece(table, '\n')) {
    ++line_number;
    if (!AddTableLine(*line)) {
      return absl::InvalidArgumentError(
          fmt::format("{}:{}: want word, tab, count, tab, pairs of next word and count", name, line_number));
    }
  }
  return absl::OkStatus();
}

bool WordCounts::AddTableLine(std::string_view line) {
  const std::optional<std::string> word = TableWord(TakePiece(line, '\t').value_or(""));
  const std::optional<double> count = ParseCount(TakePiece(line, '\t'));
  if (!word || word->empty() || !count) {
    return false;
  }
  const Id id = Add(*word, *count);
  while (const std::optional<std::string_view> next = TakePiece(line, ' ')) {
    const std::optional<std::string> next_word = TableWord(*next);
    const std::optional<double> pair_count = ParseCount(TakePiece(line, ' '));
    if (!next_word || !pair_count) {
      return false;
    }
    AddPair(id, Add(*next_word, 0), *pair_count, 1);
  }
  return true;
}

void WordCounts::AddText(const std::vector<Segment>& segments, double weight) {
  Id previous = kUnknown;
  for (const Segment& segment : segments) {
    Id id = kUnknown;
    if (segment.kind == Segment::Kind::kBound) {
      id = kBound;
    } else if (segment.kind == Segment::Kind::kNumber) {
      id = kNumber;
    } else if (segment.kind == Segment::Kind::kWord || segment.shape.size() == 1) {
      const std::optional<std::string> word = ToTrieLetters(segment.shape);
      id = word ? Add(*word, 0) : kUnknown;
    }
    if (id != kUnknown) {
      counts_[id] += weight;
      total_ += weight;
      if (previous != kUnknown) {
        AddPair(previous, id, weight, weight);
      }
    }
    previous = id;
  }
}

WordCounts::Id WordCounts::Find(std::string_view word) const {
  const auto found = ids_.find(std::string(word));
  return found == ids_.end() ? kUnknown : found->second;
}

double WordCounts::DiscountedPair(Id first, Id second) const {
  const auto found = pairs_.find(PairKey(first, second));
  return found == pairs_.end() ? 0 : found->second.discounted();
}

WordCounts::Id WordCounts::Add(std::string_view word, double count) {
  auto [place, added] = ids_.try_emplace(std::string(word), static_cast<Id>(words_.size()));
  if (added) {
    words_.emplace_back(word);
    counts_.push_back(0);
    pairs_from_.push_back(0);
    pairs_to_.push_back(0);
  }
  counts_[place->second] += count;
  total_ += count;
  return place->second;
}

void WordCounts::AddPair(Id first, Id second, double count, double unit) {
  Pair& pair = pairs_[PairKey(first, second)];
  const double before = pair.discounted();
  pair.count += static_cast<float>(count);
  pair.discount = std::max(pair.discount, static_cast<float>(kDiscount * unit));
  const double more = pair.discounted() - before;
  pairs_from_[first] += more;
  pairs_to_[second] += more;
  total_pairs_ += more;
}

}  // namespace plansok::text
