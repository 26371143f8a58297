#include "index/facet_names.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>
#include <sstream>

#include "index/memory_of.h"
#include "query/characters.h"
#include "text/code_points.h"
#include "text/normalize.h"

namespace plansok::index {
namespace {

using query::Field;

std::size_t HashOf(Field field, std::string_view words) {
  constexpr std::size_t kOdd = 0x9E3779B97F4A7C15U;  // spreads the few fields over the hashes
  return std::hash<std::string_view>{}(words) ^ ((static_cast<std::size_t>(field) + 1) * kOdd);
}

FacetNames::Name NameOf(const FacetEntry& entry, const text::Analyzer& analyzer) {
  std::vector<std::string> stems;
  std::vector<std::string> parts;
  std::vector<std::string> telling;
  for (const text::Word& word : analyzer.Analyze(entry.label)) {
    stems.push_back(word->stem);
    parts.insert(parts.end(), word->parts.begin(), word->parts.end());
    if (word->stopword) continue;
    const std::string typed = entry.label.substr(word.begin, word.end - word.begin);
    for (std::string& folded : FoldedWords(typed)) telling.push_back(std::move(folded));
  }
  return {Spaced(FoldedWords(entry.value)), Spaced(FoldedWords(entry.label)), Spaced(stems), Spaced(parts),
          Spaced(telling)};
}

std::unordered_set<std::string> WordsOf(const FacetNames::Name& name) {
  std::istringstream words(name.stems + name.parts);
  std::unordered_set<std::string> different;
  for (std::string word; words >> word;) different.insert(word);
  return different;
}

}  // namespace

std::vector<std::string> FoldedWords(std::string_view text) {
  const std::string folded = text::FoldWord(text);
  std::vector<std::string> words;
  bool within = false;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t begin = at;
    text::NextCodePoint(folded, at);
    const std::string_view letter = std::string_view(folded).substr(begin, at - begin);
    const bool was_within = std::exchange(within, query::HasLetterOrDigit(letter));
    if (!within) continue;
    if (!was_within) words.emplace_back();
    words.back() += letter;
  }
  return words;
}

SpacedWords Spaced(const std::vector<std::string>& words) {
  return words.empty() ? std::string() : fmt::format(" {} ", fmt::join(words, " "));
}

FacetNames::FacetNames(const FacetTable& table, const text::Analyzer& analyzer) {
  names_.reserve(table.value_count());
  for (std::uint32_t number = 0; number < table.value_count(); ++number) {
    const FacetEntry& entry = table.value(number);
    longest_ = std::max({longest_, entry.value.size(), entry.label.size()});
    const Name& name = names_.emplace_back(NameOf(entry, analyzer));
    by_name_.emplace_back(HashOf(entry.field, name.id), number);
    if (name.label != name.id) by_name_.emplace_back(HashOf(entry.field, name.label), number);
    by_stems_.emplace_back(HashOf(entry.field, name.stems), number);
  }
  std::sort(by_name_.begin(), by_name_.end());
  std::sort(by_stems_.begin(), by_stems_.end());
  for (const Field field : query::kAllFields) {
    if (field != Field::kPlan) FindCommon(table, field);
  }
}

void FacetNames::FindCommon(const FacetTable& table, Field field) {
  constexpr std::size_t kFewest = 6;  // labels; of fewer, a share says nothing
  constexpr std::size_t kShare = 3;   // a word is common that every third label has
  std::unordered_set<std::string> labels;
  std::unordered_map<std::string, std::size_t> count_of;
  for (const std::uint32_t number : table.ValuesOf(field)) {
    if (!labels.insert(names_[number].label).second) continue;
    for (const std::string& word : WordsOf(names_[number])) ++count_of[word];
  }
  if (labels.size() < kFewest) return;
  for (const auto& [word, count] : count_of) {
    if (count * kShare >= labels.size()) common_.insert(word);
  }
}

template <typename IsIt>
std::vector<std::uint32_t> FacetNames::Find(const Places& places, Field field, const SpacedWords& words,
                                            IsIt is_it) const {
  std::vector<std::uint32_t> found;
  if (words.empty()) return found;
  const std::size_t hash = HashOf(field, words);
  auto at = std::lower_bound(places.begin(), places.end(), std::pair(hash, std::uint32_t{0}));
  for (; at != places.end() && at->first == hash; ++at) {
    if (is_it(names_[at->second])) found.push_back(at->second);
  }
  return found;
}

std::vector<std::uint32_t> FacetNames::Called(Field field, const SpacedWords& words) const {
  return Find(by_name_, field, words,
              [&](const Name& name) { return name.label == words || name.id == words; });
}

std::vector<std::uint32_t> FacetNames::OfStems(Field field, const SpacedWords& stems) const {
  return Find(by_stems_, field, stems, [&](const Name& name) { return name.stems == stems; });
}

std::size_t FacetNames::bytes() const {
  constexpr std::size_t kSetNode = sizeof(std::string) + 3 * sizeof(void*);  // a link, a hash, and its bucket
  std::size_t bytes = HeapBytes(names_.capacity() * sizeof(Name)) +
                      HeapBytes(by_name_.capacity() * sizeof(Places::value_type)) +
                      HeapBytes(by_stems_.capacity() * sizeof(Places::value_type));
  for (const Name& name : names_) {
    bytes += HeapBytesOf(name.id) + HeapBytesOf(name.label) + HeapBytesOf(name.stems) +
             HeapBytesOf(name.parts) + HeapBytesOf(name.telling);
  }
  for (const std::string& word : common_) bytes += HeapBytes(kSetNode) + HeapBytesOf(word);
  return bytes;
}

}  // namespace plansok::index
