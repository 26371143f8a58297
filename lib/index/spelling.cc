#include "index/spelling.h"

#include <algorithm>
#include <array>

namespace plansok::index {
namespace {

using Row = std::array<int, kMaxSpellingLength + 1>;

/// Whether Swedish ears or keyboards take one for the other: the same bare letter, å heard as o, ä heard as
/// e.
bool Alike(char32_t a, char32_t b) {
  if (BareLetter(a) == BareLetter(b)) return true;
  const auto [low, high] = std::minmax(a, b);
  return (low == U'o' && high == U'å') || (low == U'e' && high == U'ä');
}

/// The costs of single edits between two given words.
class Edits {
 public:
  Edits(std::u32string_view typed, std::u32string_view word)
      : typed_(typed), word_(word), bare_(std::all_of(typed.begin(), typed.end(), [](char32_t letter) {
          return letter == BareLetter(letter);
        })) {}

  int Change(std::size_t i, std::size_t j) const {
    if (typed_[i] == word_[j]) return 0;
    if (bare_ && typed_[i] == BareLetter(word_[j])) return kBareLetter;
    return kEdit + (Alike(typed_[i], word_[j]) ? 0 : kUnlikelyEdit);
  }

  bool Swapped(std::size_t i, std::size_t j) const {
    return i > 0 && j > 0 && typed_[i] == word_[j - 1] && typed_[i - 1] == word_[j];
  }

  int Extra(std::size_t i) const { return OneLetter(typed_, i); }
  int Missing(std::size_t j) const { return OneLetter(word_, j); }

 private:
  /// One letter too many or too few is likeliest where it is doubled.
  static int OneLetter(std::u32string_view in, std::size_t i) {
    const bool doubled = (i > 0 && in[i] == in[i - 1]) || (i + 1 < in.size() && in[i] == in[i + 1]);
    return kEdit + (doubled ? 0 : kUnlikelyEdit);
  }

  std::u32string_view typed_;
  std::u32string_view word_;
  bool bare_;
};

std::size_t Distance(std::size_t a, std::size_t b) { return a > b ? a - b : b - a; }

}  // namespace

bool IsSwedishLetters(std::u32string_view word) {
  return std::all_of(word.begin(), word.end(), [](char32_t letter) {
    return (letter >= U'a' && letter <= U'z') || letter == U'å' || letter == U'ä' || letter == U'ö';
  });
}

char32_t BareLetter(char32_t letter) {
  if (letter == U'å' || letter == U'ä') return U'a';
  return letter == U'ö' ? U'o' : letter;
}

std::uint32_t LetterSet(std::u32string_view word) {
  std::uint32_t set = 0;
  for (const char32_t letter : word) set |= 1U << (BareLetter(letter) - U'a');
  return set;
}

int SpellingCost(std::u32string_view typed, std::u32string_view word, int max_distance) {
  const auto band = static_cast<std::size_t>(max_distance);
  if (std::max(typed.size(), word.size()) > kMaxSpellingLength ||
      Distance(typed.size(), word.size()) > band) {
    return kTooFar;
  }
  const Edits edits(typed, word);
  std::array<Row, 3> rows{};  // of typed[0, i-2), typed[0, i-1) and typed[0, i), by turns
  rows[0].fill(kTooFar);
  rows[0][0] = 0;
  for (std::size_t j = 1; j <= std::min(band, word.size()); ++j) {
    rows[0][j] = rows[0][j - 1] + edits.Missing(j - 1);
  }
  for (std::size_t i = 1; i <= typed.size(); ++i) {
    Row& row = rows[i % 3];
    const Row& above = rows[(i - 1) % 3];
    const Row& two_above = rows[(i + 1) % 3];
    row.fill(kTooFar);
    if (i <= band) row[0] = above[0] + edits.Extra(i - 1);
    int best = row[0];
    for (std::size_t j = i > band ? i - band : 1; j <= std::min(i + band, word.size()); ++j) {
      row[j] = std::min({above[j - 1] + edits.Change(i - 1, j - 1), above[j] + edits.Extra(i - 1),
                         row[j - 1] + edits.Missing(j - 1)});
      if (i > 1 && edits.Swapped(i - 1, j - 1)) row[j] = std::min(row[j], two_above[j - 2] + kEdit);
      best = std::min(best, row[j]);
    }
    if (best >= (max_distance + 1) * kEdit) return kTooFar;
  }
  const int cost = rows[typed.size() % 3][word.size()];
  return cost < (max_distance + 1) * kEdit ? cost : kTooFar;
}

}  // namespace plansok::index
