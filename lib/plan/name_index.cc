#include "plan/name_index.h"

#include <algorithm>
#include <array>
#include <limits>

namespace plansok::plan {
namespace {

constexpr char32_t kWordEnd = U' ';

// What an error costs. Dear ones are half a short word's budget or more; cheap ones are a scanner's daily
// fare.
constexpr int kCheap = 1;
constexpr int kDear = 3;
constexpr int kImpossible = std::numeric_limits<int>::max() / 2;

// What a word of a name may cost, by its length: a short word is another word after one dear error, and a
// long one after two ("nämnden", "nämnderna").
int WordBudget(int letters) {
  if (letters <= 1) return kCheap;
  if (letters <= 4) return 2 * kCheap;
  if (letters <= 8) return kDear + kCheap;
  return kDear + 2 * kCheap;
}

// A name of one short word ("Higab") has no other word to vouch for it.
constexpr int kLoneWordLetters = 8;
constexpr int kLoneWordBudget = 2 * kCheap;

// A name's first letters are read with little patience: most words of a text begin no name.
constexpr int kWaryLetters = 2;
constexpr int kWaryBudget = 2 * kCheap;

struct Confusion {
  char32_t printed;
  std::u32string_view read_as;
};

// What scanners make of a letter, beyond losing its dots; see the table of the noisy channel. A repair may
// have given one back the wrong ring or dots ("Nämnden får funktionsstöd").
constexpr std::array<Confusion, 9> kConfusions = {{{U'ä', U"deéi1lgåö"},
                                                   {U'å', U"deéi1oäö"},
                                                   {U'ö', U"6deég0åä"},
                                                   {U'i', U"1ltj"},
                                                   {U'l', U"i1t"},
                                                   {U'o', U"06ö"},
                                                   {U't', U"lif"},
                                                   {U'e', U"cé"},
                                                   {U's', U"5"}}};

bool Confusable(char32_t printed, char32_t read) {
  return std::ranges::any_of(kConfusions, [&](const Confusion& confusion) {
    return confusion.printed == printed && confusion.read_as.find(read) != std::u32string_view::npos;
  });
}

bool IsDigit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool HasDots(char32_t c) { return c == U'ä' || c == U'å' || c == U'ö'; }

int ReadCost(char32_t printed, char32_t read) {
  if (printed == read || printed == BaseLetter(read) || BaseLetter(printed) == read) return 0;
  if (IsDigit(printed)) return kImpossible;  // 2028 is not 2030
  return Confusable(printed, read) ? kCheap : kDear;
}

int LossCost(char32_t printed) { return IsDigit(printed) ? kImpossible : kDear; }

// A dotted letter often comes out as two: "ndimnden", "Néamnden", "klimatomstiillningen".
int ExtraCost(char32_t printed, char32_t extra) {
  if (IsDigit(printed) && IsDigit(extra)) return kImpossible;
  return HasDots(printed) && std::u32string_view(U"aieéd").find(extra) != std::u32string_view::npos ? kCheap
                                                                                                    : kDear;
}

// The best way to have read some letters of the text as the name so far.
struct Cell {
  int word = kImpossible;  // errors in the current word
  int total = kImpossible;

  Cell Plus(int cost) const { return {word + cost, total + cost}; }
};

Cell Better(const Cell& a, const Cell& b) { return b.total < a.total ? b : a; }

// cells[i] has read first + i letters of the text.
struct Row {
  std::size_t first = 0;
  std::vector<Cell> cells;

  Cell At(std::size_t read) const {
    return read >= first && read - first < cells.size() ? cells[read - first] : Cell{};
  }
};

void CutOff(Row& row, int budget) {
  const auto alive = [budget](const Cell& cell) { return cell.word <= budget; };
  const auto begin = std::ranges::find_if(row.cells, alive);
  row.first += static_cast<std::size_t>(begin - row.cells.begin());
  row.cells.erase(row.cells.begin(), begin);
  while (!row.cells.empty() && !alive(row.cells.back())) row.cells.pop_back();
}

}  // namespace

// One search from one place of the text.
class NameIndex::Walk {
 public:
  Walk(const NameIndex& index, const Letters& letters, std::size_t begin, bool whole)
      : index_(index), letters_(letters), begin_(begin), whole_(whole) {}

  std::optional<NameHit> Run() {
    Visit(index_.nodes_[0], Row{0, {Cell{0, 0}}});
    return best_;
  }

 private:
  void Visit(const Node& node, const Row& row) {
    if (node.name >= 0) Consider(node, row);
    for (const auto& [letter, next] : node.children) {
      if (node.depth == 0 && !BeginsLike(letter)) continue;
      const Node& child = index_.nodes_[static_cast<std::size_t>(next)];
      Row row_after = letter == kWordEnd ? NextWord(row, WordBudget(node.word_letters))
                                         : After(row, letter, node.depth == 0);
      CutOff(row_after, child.depth <= kWaryLetters ? std::min(child.budget, kWaryBudget) : child.budget);
      if (!row_after.cells.empty()) Visit(child, row_after);
    }
  }

  // A name's first letter must have been read as something like it.
  bool BeginsLike(char32_t letter) const {
    return begin_ < letters_.size() && ReadCost(letter, letters_.text[begin_]) <= kCheap;
  }

  static Row NextWord(Row row, int budget) {
    for (Cell& cell : row.cells) {
      cell = cell.word <= budget ? Cell{0, cell.total} : Cell{};
    }
    return row;
  }

  // The row after one more letter of the name.
  Row After(const Row& row, char32_t letter, bool first_letter) const {
    Row after{first_letter ? row.first + 1 : row.first, {}};
    for (std::size_t read = after.first; begin_ + read <= letters_.size(); ++read) {
      Cell cell = first_letter ? Cell{} : row.At(read).Plus(LossCost(letter));
      if (read > 0) {
        const char32_t seen = letters_.text[begin_ + read - 1];
        const int cost = ReadCost(letter, seen);
        cell = Better(cell, row.At(read - 1).Plus(cost));
        cell = Better(cell, after.At(read - 1).Plus(ExtraCost(letter, seen)));
      }
      after.cells.push_back({std::min(cell.word, kImpossible), std::min(cell.total, kImpossible)});
      if (read > row.first + row.cells.size() && cell.word > 2 * kDear) break;
    }
    return after;
  }

  void Consider(const Node& node, const Row& row) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const Cell& cell = row.cells[i];
      if (cell.word > node.last_budget) continue;
      const std::optional<std::size_t> end = EndOfWord(begin_ + row.first + i);
      if (!end || (whole_ && *end != letters_.size())) continue;
      if (best_ && (node.depth < best_depth_ || (node.depth == best_depth_ && cell.total >= best_total_)))
        continue;
      best_ = NameHit{node.name, begin_, *end, *end > begin_ + row.first + i};
      best_depth_ = node.depth;
      best_total_ = cell.total;
    }
  }

  // Where the word ends that a name ends in at `end`: there, or after a genitive -s.
  std::optional<std::size_t> EndOfWord(std::size_t end) const {
    if (letters_.word_start[end]) return end;
    if (letters_.text[end] == U's' && letters_.word_start[end + 1]) return end + 1;
    return std::nullopt;
  }

  const NameIndex& index_;
  const Letters& letters_;
  std::size_t begin_;
  bool whole_;
  std::optional<NameHit> best_;
  int best_depth_ = 0;
  int best_total_ = 0;
};

NameIndex::NameIndex() : nodes_(1) {}

int NameIndex::Child(int node, char32_t letter) {
  const auto& children = nodes_[static_cast<std::size_t>(node)].children;
  if (const auto found = children.find(letter); found != children.end()) return found->second;
  const auto child = static_cast<int>(nodes_.size());
  nodes_.emplace_back();
  const Node& parent = nodes_[static_cast<std::size_t>(node)];
  nodes_.back().depth = parent.depth + (letter == kWordEnd ? 0 : 1);
  nodes_.back().word_letters = letter == kWordEnd ? 0 : parent.word_letters + 1;
  nodes_[static_cast<std::size_t>(node)].children.emplace(letter, child);
  return child;
}

void NameIndex::Add(std::string_view spelling, int name) {
  const Letters letters = Squeeze(spelling);
  if (letters.size() == 0) return;
  std::vector<int> word;  // the nodes of the current word
  int node = 0;
  int words = 0;
  for (std::size_t i = 0; i <= letters.size(); ++i) {
    if (letters.word_start[i] && i > 0) {
      ++words;
      const int budget = WordBudget(static_cast<int>(word.size()));
      for (int each : word) {
        nodes_[static_cast<std::size_t>(each)].budget =
            std::max(nodes_[static_cast<std::size_t>(each)].budget, budget);
      }
      word.clear();
      if (i == letters.size()) break;
      node = Child(node, kWordEnd);
    }
    node = Child(node, letters.text[i]);
    word.push_back(node);
  }
  Node& last = nodes_[static_cast<std::size_t>(node)];
  if (last.name >= 0) return;
  last.name = name;
  const bool lone = words == 1 && last.word_letters <= kLoneWordLetters;
  last.last_budget = lone ? kLoneWordBudget : WordBudget(last.word_letters);
}

std::optional<int> NameIndex::Whole(const Letters& letters) const {
  const std::optional<NameHit> hit = Walk(*this, letters, 0, /*whole=*/true).Run();
  return hit ? std::optional(hit->name) : std::nullopt;
}

std::optional<NameHit> NameIndex::StartingAt(const Letters& letters, std::size_t begin) const {
  return Walk(*this, letters, begin, /*whole=*/false).Run();
}

std::vector<NameHit> NameIndex::In(const Letters& letters) const {
  std::vector<NameHit> hits;
  for (std::size_t at = 0; at < letters.size();) {
    const std::optional<NameHit> hit = letters.word_start[at] ? StartingAt(letters, at) : std::nullopt;
    if (hit) hits.push_back(*hit);
    at = hit ? hit->end : at + 1;
  }
  return hits;
}

}  // namespace plansok::plan
