#include "index/free_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "index/schema.h"
#include "index/word_forms.h"
#include "text/tokenizer.h"

namespace plansok::index {

/// Puts the dots and rings back on a word that is none without them: hemloshet can only be hemlöshet. A word
/// that no paragraph has may still be found in others (sjalvhjalp: självhjälpsgrupp), so the dictionary
/// is asked too.
void FreeWordReader::Restore(text::Word* word) {
  if (!IsBare(*word)) return;
  const std::vector<std::string> spellings = WithDiacritics((*word)->surface);
  if (spellings.empty() || spellings.size() > spellings_left_ || analyzer_.Knows((*word)->surface)) return;
  spellings_left_ -= spellings.size();
  std::vector<text::Word> readings = ReadingsOf(
      spellings, [this](const std::string& spelling) { return postings_.Exists(WordTerm(spelling)); });
  if (readings.empty() && spellings.size() <= lookups_left_) {
    lookups_left_ -= spellings.size();
    readings =
        ReadingsOf(spellings, [this](const std::string& spelling) { return analyzer_.Knows(spelling); });
  }
  if (readings.size() != 1) return;
  readings.front().begin = word->begin;
  readings.front().end = word->end;
  *word = std::move(readings.front());
}

/// The words that those `spellings` are which `is_word`, each in one inflection.
std::vector<text::Word> FreeWordReader::ReadingsOf(
    const std::vector<std::string>& spellings, const std::function<bool(const std::string&)>& is_word) const {
  std::vector<text::Word> readings;
  for (const std::string& spelling : spellings) {
    if (!is_word(spelling)) continue;
    text::Word read = analyzer_.Analyze(spelling).front();
    const auto same = [&read](const text::Word& other) { return other->stem == read->stem; };
    if (std::none_of(readings.begin(), readings.end(), same)) readings.push_back(std::move(read));
  }
  return readings;
}

std::vector<text::Word> FreeWordReader::Words(const std::string& line) {
  const std::vector<text::Token> tokens = text::Tokenize(line);
  cut_ = cut_ || tokens.size() > words_left_;
  const std::size_t count = std::min(tokens.size(), words_left_);
  words_left_ -= count;
  if (count == 0) return {};
  std::vector<text::Word> words = analyzer_.Analyze(std::string_view(line).substr(0, tokens[count - 1].end));
  for (text::Word& word : words) {
    if (watch_->Stopped()) return {};
    if (analyzer_.features().folding) Restore(&word);
  }
  return words;
}

std::vector<FreeWord> FreeWordReader::Read(const std::string& line, bool narrow) {
  std::vector<FreeWord> words;
  for (text::Word& word : Words(line)) {
    std::string typed = line.substr(word.begin, word.end - word.begin);
    words.push_back({std::move(word), std::move(typed), narrow, texts_, words.size()});
  }
  ++texts_;
  if (!narrow) AddReadings(&words);
  return words;
}

void FreeWordReader::AddReadings(std::vector<FreeWord>* words) const {
  std::vector<text::Word> analysed;
  for (const FreeWord& free : *words) analysed.push_back(free.word);
  for (const text::SynonymMatch& match : analyzer_.FindSynonyms(analysed)) {
    std::vector<std::string_view> typed;
    for (std::size_t i = 0; i < match.count; ++i) typed.push_back((*words)[match.first + i].typed);
    for (const text::Synonym& synonym : *match.synonyms) {
      const Reading reading{&synonym, match.count, fmt::format("{}", fmt::join(typed, " "))};
      for (std::size_t i = 0; i < match.count; ++i) (*words)[match.first + i].readings.push_back(reading);
    }
  }
}

bool AreNeighbours(const FreeWord& left, const FreeWord& right) {
  return left.text == right.text && right.word.begin == left.word.end + 1;
}

std::size_t Reach(const FreeWord& left, const FreeWord& right) {
  return left.text == right.text ? right.place - left.place : 0;
}

bool HasDigit(const FreeWord& free) {
  return std::any_of(free.typed.begin(), free.typed.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace plansok::index
