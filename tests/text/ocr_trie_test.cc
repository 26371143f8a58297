#include "text/ocr_trie.h"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace plansok::text {
namespace {

std::vector<std::string_view> Views(const std::set<std::string>& words) {
  return {words.begin(), words.end()};
}

TEST(LetterTrieTest, FindsItsWordsByPlaceAndNothingElse) {
  const std::vector<std::string_view> words{"a", "ab", "abc", "b", "z\xE5", "\xE5r", "\xF6"};
  const LetterTrie trie(words);
  for (std::size_t i = 0; i < words.size(); ++i) {
    EXPECT_EQ(trie.Find(words[i]), i) << words[i];
  }
  for (const std::string_view absent : {"", "c", "abcd", "z", "\xE5", "\xE4r"}) {
    EXPECT_EQ(trie.Find(absent), LetterTrie::kNone) << absent;
  }
}

TEST(LetterTrieTest, AnEmptyTrieHoldsNothing) {
  const LetterTrie trie(std::vector<std::string_view>{});
  EXPECT_EQ(trie.Find("a"), LetterTrie::kNone);
  EXPECT_EQ(trie.Child(LetterTrie::kRoot, '\xFF'), LetterTrie::kNone);
}

TEST(LetterTrieTest, AgreesWithASetOnRandomWords) {
  std::mt19937 random(1);
  const std::string letters = "abz\xDF\xE4\xE5\xE9\xF6\xFF";
  const auto word = [&] {
    std::string result;
    for (auto length = 1 + random() % 5; length > 0; --length) {
      result.push_back(letters[random() % letters.size()]);
    }
    return result;
  };
  std::set<std::string> words;
  for (int i = 0; i < 3000; ++i) {
    words.insert(word());
  }
  const LetterTrie trie(Views(words));
  for (int i = 0; i < 3000; ++i) {
    const std::string probe = word();
    EXPECT_EQ(trie.Find(probe) != LetterTrie::kNone, words.contains(probe)) << probe;
  }
}

TEST(ToTrieLettersTest, TakesLatinLettersInEitherCase) {
  EXPECT_EQ(ToTrieLetters(std::string_view("Ålder")), "\xE5lder");
  EXPECT_EQ(ToTrieLetters(std::string_view("IDÉ")), "id\xE9");
  EXPECT_EQ(ToTrieLetters(std::string_view("")), "");
  for (const std::string_view other : {"f6lja", "a b", "Škoda", "π", "3", "\xFF", "a÷b"}) {
    EXPECT_EQ(ToTrieLetters(other), std::nullopt) << other;
  }
}

}  // namespace
}  // namespace plansok::text
