#include "plan/worded_owner.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "plan/characters.h"
#include "plan/facts.h"
#include "text/normalize.h"

namespace plansok::plan {
namespace {

constexpr std::size_t kMostWords = 8;  // "Idrotts- och föreningsnämnden", "Nämnden för arbetsmarknad och …"

std::vector<std::string_view> WordsOf(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::string_view rest = Trim(line); !rest.empty(); rest = Trim(rest)) {
    words.push_back(FirstWord(rest));
    rest.remove_prefix(words.back().size());
  }
  return words;
}

bool IsYear(std::string_view word) { return !word.empty() && IsDigit(word.front()); }

// "valnamnden", and whether it owns what follows: "valnamndens".
bool IsCommitteeWord(std::string_view word, bool& genitive) {
  const std::string folded = text::FoldWord(word);
  genitive = folded.ends_with("namndens");
  return genitive || folded.ends_with("namnden") || folded.ends_with("namnd");
}

std::string Join(const std::vector<std::string_view>& words, std::size_t begin, std::size_t end) {
  std::string joined;
  for (std::size_t i = begin; i < end; ++i) {
    if (!joined.empty()) joined += ' ';
    joined += words[i];
  }
  return joined;
}

Named NamedAs(std::string_view words) {
  std::string label = text::Capitalized(words);
  std::string id = Slug(label);
  return {std::move(id), std::move(label)};
}

// Where a committee's own word stands, the words that go before it in its name: "Idrotts- och".
std::size_t NameBegin(const std::vector<std::string_view>& words, std::size_t i) {
  const bool listed =
      i >= 2 && (words[i - 1] == "och" || words[i - 1] == "samt") && words[i - 2].back() == '-';
  return listed ? i - 2 : i;
}

// "Nämnden" is told by what it is for, "Socialnämnden" by its part of the city.
std::size_t NameEnd(const std::vector<std::string_view>& words, std::size_t i, bool general) {
  std::size_t end = i + 1;
  while (end < words.size() && !IsYear(words[end]) && (general || BeginsUpper(words[end]))) ++end;
  return end;
}

std::optional<Named> CommitteeIn(const std::vector<std::string_view>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    bool genitive = false;
    if (!IsCommitteeWord(words[i], genitive)) continue;
    const std::size_t begin = NameBegin(words, i);
    const bool introduced =
        begin == 0 || words[begin - 1] == "för" || words[begin - 1] == "for" || IsYear(words[begin - 1]);
    const std::string folded = text::FoldWord(words[i]);
    const bool general = folded == "namnden" || folded == "namndens" || folded == "namnd";
    if (!introduced || (general && (genitive || i + 2 >= words.size() || words[i + 1] != "för")))
      return std::nullopt;
    const std::size_t end = genitive ? i + 1 : NameEnd(words, i, general);
    const bool whole = end == words.size() || IsYear(words[end]);
    if (!genitive && !whole) return std::nullopt;  // running text that mentions it
    std::string label = Join(words, begin, end);
    if (genitive) label.pop_back();
    return NamedAs(label);
  }
  return std::nullopt;
}

// A company by the sign of its form, on a line of its own.
std::optional<Named> CompanyIn(const std::vector<std::string_view>& words) {
  const bool formed = words.size() >= 2 && (words.back() == "AB" || words.front() == "AB");
  const bool capital = std::all_of(words.begin(), words.end(), [](std::string_view word) {
    return BeginsUpper(word) || word == "i" || word == "och";
  });
  return formed && capital ? std::optional(NamedAs(Join(words, 0, words.size()))) : std::nullopt;
}

}  // namespace

std::optional<Named> WordedOwner(std::string_view line) {
  const std::vector<std::string_view> words = WordsOf(line);
  if (words.empty() || words.size() > 2 * kMostWords || EndsSentence(line)) return std::nullopt;
  if (const std::optional<Named> committee = CommitteeIn(words)) return committee;
  return words.size() <= kMostWords ? CompanyIn(words) : std::nullopt;
}

}  // namespace plansok::plan
