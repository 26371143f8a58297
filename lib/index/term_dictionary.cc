#include "index/term_dictionary.h"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <utility>

#include "index/memory_of.h"
#include "index/schema.h"
#include "index/spelling.h"
#include "text/code_points.h"

namespace plansok::index {
namespace {

/// The word terms stand behind all prefixed ones, because prefixes are capitals (schema.h).
constexpr const char* kFirstWord = "a";

/// No word of fewer letters is worth correcting to.
constexpr std::size_t kMinLength = 3;

}  // namespace

TermDictionary TermDictionary::Read(const Xapian::Database& database) {
  TermDictionary dictionary;
  const auto end = database.allterms_end();
  auto term = database.allterms_begin();
  for (term.skip_to(kFirstWord); term != end; ++term) dictionary.Add(*term, term.get_termfreq());
  const std::string prefix(kStemPrefix);
  for (auto stem = database.allterms_begin(prefix); stem != database.allterms_end(prefix); ++stem) {
    const std::string word = (*stem).substr(prefix.size());
    if (!database.term_exists(word)) dictionary.Add(word, stem.get_termfreq());
  }
  dictionary.KeepCommonest();
  dictionary.types_.shrink_to_fit();
  dictionary.letters_.shrink_to_fit();
  return dictionary;
}

std::size_t TermDictionary::bytes() const {
  return HeapBytes(types_.capacity() * sizeof(Type)) + HeapBytesOf(letters_);
}

void TermDictionary::Add(std::string_view word, std::uint32_t frequency) {
  const std::u32string letters = text::DecodeUtf8(word);
  if (letters.size() < kMinLength || letters.size() > kMaxSpellingLength || !IsSwedishLetters(letters))
    return;
  types_.push_back({.offset = static_cast<std::uint32_t>(letters_.size()),
                    .frequency = frequency,
                    .letter_set = LetterSet(letters),
                    .bytes = static_cast<std::uint16_t>(word.size()),
                    .length = static_cast<std::uint16_t>(letters.size())});
  letters_ += word;
}

void TermDictionary::KeepCommonest() {
  if (types_.size() <= kMaxTypes) return;
  std::nth_element(types_.begin(), types_.begin() + kMaxTypes, types_.end(),
                   [](const Type& a, const Type& b) { return a.frequency > b.frequency; });
  types_.resize(kMaxTypes);
  std::string kept;
  for (Type& type : types_) {
    const std::string_view word = WordOf(type);
    type.offset = static_cast<std::uint32_t>(kept.size());
    kept += word;
  }
  letters_ = std::move(kept);
}

std::vector<NearWord> TermDictionary::Near(std::string_view typed, int max_distance) const {
  std::vector<NearWord> near;
  const std::u32string letters = text::DecodeUtf8(typed);
  if (letters.empty() || letters.size() > kMaxSpellingLength || !IsSwedishLetters(letters)) return near;
  const std::uint32_t letter_set = LetterSet(letters);
  const auto length = static_cast<int>(letters.size());
  for (const Type& type : types_) {
    if (std::abs(type.length - length) > max_distance) continue;
    if (std::popcount(letter_set & ~type.letter_set) > max_distance ||
        std::popcount(type.letter_set & ~letter_set) > max_distance)
      continue;
    const int cost = SpellingCost(letters, text::DecodeUtf8(WordOf(type)), max_distance);
    if (cost != kTooFar && cost != 0) near.push_back({std::string(WordOf(type)), type.frequency, cost});
  }
  std::sort(near.begin(), near.end(), [](const NearWord& a, const NearWord& b) {
    if (a.cost != b.cost) return a.cost < b.cost;
    return a.frequency != b.frequency ? a.frequency > b.frequency : a.word < b.word;
  });
  return near;
}

}  // namespace plansok::index
