/// A trie of words, walked a letter at a time by the search for repairs.
///
/// Words are Latin-1, lower case: one byte a letter holds every letter that Swedish text writes (å ä ö é ü ø
/// …), and 59 letters fit one 64-bit mask, so a node is 16 bytes and a step is a population count. The
/// dictionary's 850,000 forms take 2.5 million nodes.
#ifndef PLANSOK_TEXT_OCR_TRIE_H_
#define PLANSOK_TEXT_OCR_TRIE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plansok::text {

/// Whether `c` is a letter a trie can hold, in lower case: a-z, ß-ÿ without ÷.
bool IsTrieLetter(char32_t c);

/// Letters as a trie holds them, lower-cased; nullopt where one is outside Latin-1.
std::optional<std::string> ToTrieLetters(std::u32string_view letters);

/// The same from UTF-8, which must be NFC.
std::optional<std::string> ToTrieLetters(std::string_view utf8);

/// Immutable, so thread-safe.
class LetterTrie {
 public:
  using Node = std::uint32_t;
  static constexpr Node kRoot = 0;
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};  ///< no such child; no word ends here

  /// `words` are sorted, unique and made of trie letters; a word is known by its place among them.
  explicit LetterTrie(const std::vector<std::string_view>& words);

  /// The child of `node` along `letter`, or kNone.
  Node Child(Node node, char letter) const;

  /// The letters that lead on from `node`.
  std::string ChildLetters(Node node) const;

  /// The word that ends at `node`, or kNone.
  std::uint32_t WordAt(Node node) const { return nodes_[node].word; }

  /// The place of `word`, or kNone.
  std::uint32_t Find(std::string_view word) const;

 private:
  struct NodeRecord {
    std::uint64_t children = 0;     // one bit a letter
    std::uint32_t first_child = 0;  // the others follow it, in the letters' order
    std::uint32_t word = kNone;
  };
  std::vector<NodeRecord> nodes_;
};

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_OCR_TRIE_H_
