#include "compare/word_difference.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "compare/alignment.h"
#include "text/printed_places.h"

namespace plansok::compare {
namespace {

/// So few stopwords in a row, between two changes, are there by chance: "och" in both texts ties nothing
/// together, and a reader would have to jump over it.
constexpr int kIslandWords = 2;

/// A word, or a code point between words.
struct Piece {
  std::string_view text;  ///< as printed
  bool is_word = false;
  std::string_view read = {};  ///< of a word
};

/// A word as it is matched.
struct Unit {
  std::string surface;
  bool stopword = false;
};

bool SameSign(const Piece& a, const Piece& b) { return !a.is_word && !b.is_word && a.text == b.text; }

/// A text in pieces that cover what is printed without gap or overlap.
struct Text {
  std::vector<Unit> words;
  std::vector<Piece> pieces;
  std::vector<std::size_t> piece_of;  ///< by word
};

bool BeginsCodePoint(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

void AddSigns(std::string_view signs, std::vector<Piece>& pieces) {
  for (std::size_t begin = 0; begin < signs.size();) {
    std::size_t end = begin + 1;
    while (end < signs.size() && !BeginsCodePoint(signs[end])) ++end;
    pieces.push_back({signs.substr(begin, end - begin)});
    begin = end;
  }
}

/// Words that share a place are one: they could not be shown apart.
Text Cut(const Reading& reading, const text::Analyzer& analyzer) {
  const std::string_view printed = reading.printed;
  const std::string_view read = reading.repaired.empty() ? printed : reading.repaired;
  const std::vector<text::Word> words = analyzer.Analyze(read);
  const std::vector<text::ByteRange> places = text::PrintedPlaces(printed, read, words);
  Text text;
  std::size_t at = 0;
  for (std::size_t first = 0, last = 0; first < words.size(); first = last) {
    Unit unit{words[first]->surface, words[first]->stopword};
    for (last = first + 1; last < words.size() && places[last] == places[first]; ++last) {
      unit.surface += ' ' + words[last]->surface;
      unit.stopword = unit.stopword && words[last]->stopword;
    }
    const std::size_t begin = std::max(at, places[first].begin);
    const std::size_t end = std::max(begin, places[first].end);
    AddSigns(printed.substr(at, begin - at), text.pieces);
    text.piece_of.push_back(text.pieces.size());
    text.pieces.push_back({printed.substr(begin, end - begin), true,
                           read.substr(words[first].begin, words[last - 1].end - words[first].begin)});
    text.words.push_back(std::move(unit));
    at = end;
  }
  AddSigns(printed.substr(at), text.pieces);
  return text;
}

/// The words of both texts, numbered by alphabet, so that both directions align alike.
class Numbering {
 public:
  Numbering(const Text& a, const Text& b) {
    for (const Text* text : {&a, &b}) {
      for (const Unit& word : text->words) surfaces_.push_back(word.surface);
    }
    std::sort(surfaces_.begin(), surfaces_.end());
    surfaces_.erase(std::unique(surfaces_.begin(), surfaces_.end()), surfaces_.end());
  }

  std::vector<std::uint32_t> Of(const Text& text) const {
    std::vector<std::uint32_t> numbers;
    for (const Unit& word : text.words) {
      const auto found = std::lower_bound(surfaces_.begin(), surfaces_.end(), word.surface);
      numbers.push_back(static_cast<std::uint32_t>(found - surfaces_.begin()));
    }
    return numbers;
  }

 private:
  std::vector<std::string_view> surfaces_;  // of the texts' words
};

bool Follows(const Match& before, const Match& match) {
  return match.a == before.a + 1 && match.b == before.b + 1;
}

/// Without the islands: runs of matches between two changes that are kIslandWords stopwords at most.
std::vector<Match> WithoutIslands(const std::vector<Match>& matches, const Text& base, const Text& other) {
  std::vector<Match> kept;
  for (std::size_t begin = 0; begin < matches.size();) {
    std::size_t end = begin + 1;
    while (end < matches.size() && Follows(matches[end - 1], matches[end])) ++end;
    const bool at_start = matches[begin].a == 0 && matches[begin].b == 0;
    const bool at_end =
        matches[end - 1].a + 1 == std::ssize(base.words) && matches[end - 1].b + 1 == std::ssize(other.words);
    const auto stopword = [&base](const Match& match) {
      return base.words[static_cast<std::size_t>(match.a)].stopword;
    };
    const auto run = std::pair(matches.begin() + static_cast<std::ptrdiff_t>(begin),
                               matches.begin() + static_cast<std::ptrdiff_t>(end));
    const bool island = !at_start && !at_end && end - begin <= std::size_t{kIslandWords} &&
                        std::all_of(run.first, run.second, stopword);
    if (!island) kept.insert(kept.end(), run.first, run.second);
    begin = end;
  }
  return kept;
}

/// Gathers spans: what is changed is held back until both have something again.
class Spans {
 public:
  void Both(std::string_view text) {
    if (text.empty()) return;
    Flush();
    if (spans_.empty() || spans_.back().presence != Presence::kBoth) spans_.push_back({"", Presence::kBoth});
    spans_.back().text += text;
  }
  void Changed(std::string_view base, std::string_view other) {
    base_ += base;
    other_ += other;
  }
  std::vector<Span> Take() {
    Flush();
    return std::move(spans_);
  }

 private:
  void Flush() {
    if (!base_.empty()) spans_.push_back({std::exchange(base_, {}), Presence::kBase});
    if (!other_.empty()) spans_.push_back({std::exchange(other_, {}), Presence::kOther});
  }

  std::vector<Span> spans_;
  std::string base_;
  std::string other_;
};

using Pieces = std::vector<Piece>::const_iterator;

/// What stands between two matched words; the signs that both begin or end with are no change.
void AddBlock(Pieces base, Pieces base_end, Pieces other, Pieces other_end, Spans& spans) {
  while (base != base_end && other != other_end && SameSign(*base, *other)) {
    spans.Both(base->text);
    ++base;
    ++other;
  }
  Pieces base_tail = base_end;
  Pieces other_tail = other_end;
  while (base_tail != base && other_tail != other && SameSign(*(base_tail - 1), *(other_tail - 1))) {
    --base_tail;
    --other_tail;
  }
  for (; base != base_tail; ++base) spans.Changed(base->text, {});
  for (; other != other_tail; ++other) spans.Changed({}, other->text);
  for (; base_tail != base_end; ++base_tail) spans.Both(base_tail->text);
}

void AddWord(const Piece& base, const Piece& other, Spans& spans) {
  if (base.read == other.read) {
    spans.Both(other.text);
  } else {
    spans.Changed(base.text, other.text);
  }
}

}  // namespace

absl::StatusOr<std::vector<Span>> Difference(const Reading& base, const Reading& other,
                                             const text::Analyzer& analyzer,
                                             const text::Checkpoint& checkpoint) {
  if (absl::Status status = checkpoint(); !status.ok()) return status;
  const Text from = Cut(base, analyzer);
  if (absl::Status status = checkpoint(); !status.ok()) return status;
  const Text to = Cut(other, analyzer);
  const Numbering numbering(from, to);
  const auto matches = Align(numbering.Of(from), numbering.Of(to), checkpoint);
  if (!matches.ok()) return matches.status();
  Spans spans;
  Pieces at_from = from.pieces.begin();
  Pieces at_to = to.pieces.begin();
  for (const Match& match : WithoutIslands(*matches, from, to)) {
    const auto word_from =
        from.pieces.begin() + static_cast<std::ptrdiff_t>(from.piece_of[static_cast<std::size_t>(match.a)]);
    const auto word_to =
        to.pieces.begin() + static_cast<std::ptrdiff_t>(to.piece_of[static_cast<std::size_t>(match.b)]);
    AddBlock(at_from, word_from, at_to, word_to, spans);
    AddWord(*word_from, *word_to, spans);
    at_from = word_from + 1;
    at_to = word_to + 1;
  }
  AddBlock(at_from, from.pieces.end(), at_to, to.pieces.end(), spans);
  return spans.Take();
}

}  // namespace plansok::compare
