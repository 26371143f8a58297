#include "plan/party_names.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "plan/near_words.h"
#include "text/normalize.h"

namespace plansok::plan {
namespace {

constexpr std::array<std::string_view, 13> kParties = {
    "socialdemokraterna", "vansterpartiet",      "miljopartiet",  "miljopartiet de grona",
    "de grona",           "moderaterna",         "centerpartiet", "liberalerna",
    "kristdemokraterna",  "sverigedemokraterna", "demokraterna",  "feministiskt initiativ",
    "folkpartiet"};

constexpr std::array<std::string_view, 10> kPartyLetters = {"s", "v",  "mp", "m", "c",
                                                            "l", "kd", "sd", "d", "fi"};

/// The words of a line of names, parted at commas, white space, "och" and "&".
std::vector<std::string> SplitNames(std::string_view folded) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : folded) {
    if (std::isalpha(static_cast<unsigned char>(c)) != 0) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::exchange(word, {}));
    }
  }
  if (!word.empty()) words.push_back(word);
  // Between and after the names: "och", "(S)".
  words.erase(std::remove_if(words.begin(), words.end(),
                             [](const std::string& w) {
                               return w == "och" || std::find(kPartyLetters.begin(), kPartyLetters.end(),
                                                              w) != kPartyLetters.end();
                             }),
              words.end());
  return words;
}

}  // namespace

bool IsPartyNames(std::string_view line) {
  constexpr std::size_t kLongestLine = 160;
  if (line.size() > kLongestLine) return false;
  const std::vector<std::string> words = SplitNames(text::FoldWord(line));
  std::size_t i = 0;
  while (i < words.size()) {
    const auto is = [](std::string_view name) {
      return std::any_of(kParties.begin(), kParties.end(),
                         [&](std::string_view party) { return NearlyEqual(name, party); });
    };
    if (i + 1 < words.size() && is(words[i] + " " + words[i + 1])) {
      i += 2;
    } else if (is(words[i])) {
      ++i;
    } else {
      return false;
    }
  }
  return !words.empty();
}

}  // namespace plansok::plan
