#include "text/ocr_trie.h"

#include <unicode/uchar.h>

#include <bit>
#include <cstddef>

#include "text/code_points.h"

namespace plansok::text {
namespace {

constexpr unsigned kFirstHighLetter = 0xDF;  // ß
constexpr unsigned kLastHighLetter = 0xFF;   // ÿ
constexpr unsigned kDivisionSign = 0xF7;
constexpr unsigned kLatinLetters = 26;

// The letter's bit; keeps the order of the bytes, as the trie's children do.
unsigned LetterBit(char letter) {
  const auto byte = static_cast<unsigned char>(letter);
  return byte <= 'z' ? byte - 'a' : kLatinLetters + (byte - kFirstHighLetter);
}

// The words [begin, end) share the letters above a node.
struct WordRange {
  std::uint32_t begin;
  std::uint32_t end;
  std::uint32_t depth;
};

}  // namespace

bool IsTrieLetter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= kFirstHighLetter && c <= kLastHighLetter && c != kDivisionSign);
}

std::optional<std::string> ToTrieLetters(std::u32string_view letters) {
  std::string result;
  for (const char32_t c : letters) {
    const auto lower = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
    if (!IsTrieLetter(lower)) {
      return std::nullopt;
    }
    result.push_back(static_cast<char>(lower));
  }
  return result;
}

std::optional<std::string> ToTrieLetters(std::string_view utf8) { return ToTrieLetters(DecodeUtf8(utf8)); }

LetterTrie::LetterTrie(const std::vector<std::string_view>& words) {
  // Breadth first, so that the children of a node stand side by side.
  std::vector<WordRange> ranges{{0, static_cast<std::uint32_t>(words.size()), 0}};
  nodes_.emplace_back();
  for (std::size_t node = 0; node < nodes_.size(); ++node) {
    auto [begin, end, depth] = ranges[node];
    if (begin < end && words[begin].size() == depth) {
      nodes_[node].word = begin++;
    }
    nodes_[node].first_child = static_cast<std::uint32_t>(nodes_.size());
    while (begin < end) {
      const char letter = words[begin][depth];
      std::uint32_t next = begin + 1;
      while (next < end && words[next][depth] == letter) {
        ++next;
      }
      nodes_[node].children |= std::uint64_t{1} << LetterBit(letter);
      nodes_.emplace_back();
      ranges.push_back({begin, next, depth + 1});
      begin = next;
    }
  }
  nodes_.shrink_to_fit();
}

LetterTrie::Node LetterTrie::Child(Node node, char letter) const {
  const NodeRecord& record = nodes_[node];
  const std::uint64_t bit = std::uint64_t{1} << LetterBit(letter);
  if ((record.children & bit) == 0) {
    return kNone;
  }
  return record.first_child + static_cast<std::uint32_t>(std::popcount(record.children & (bit - 1)));
}

std::string LetterTrie::ChildLetters(Node node) const {
  std::string letters;
  for (std::uint64_t left = nodes_[node].children; left != 0; left &= left - 1) {
    const auto bit = static_cast<unsigned>(std::countr_zero(left));
    letters.push_back(
        static_cast<char>(bit < kLatinLetters ? 'a' + bit : kFirstHighLetter + (bit - kLatinLetters)));
  }
  return letters;
}

std::uint32_t LetterTrie::Find(std::string_view word) const {
  Node node = kRoot;
  for (const char letter : word) {
    node = Child(node, letter);
    if (node == kNone) {
      return kNone;
    }
  }
  return WordAt(node);
}

}  // namespace plansok::text
