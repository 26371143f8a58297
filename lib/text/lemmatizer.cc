#include "text/lemmatizer.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "text/normalize.h"

namespace plansok::text {
namespace {

// Affix classes of sv_SE.aff by what they inflect.
constexpr std::string_view kNounAffixes = "ABCDEFGHIJs";
constexpr std::string_view kAdjectiveAffixes = "O";

// Smaller is likelier.
int Rank(const Reading& reading) {
  if (kNounAffixes.find(reading.affix) != std::string_view::npos) return 0;
  if (kAdjectiveAffixes.find(reading.affix) != std::string_view::npos) return 1;
  if (reading.affix == '\0') return 2;
  return 3;
}

// HVB:s is HVB; HBTQI+ is also searched as HBTQI (C++ stays: a letter alone would say nothing).
std::string_view WithoutSigns(std::string_view word) {
  if (const std::size_t colon = word.find(':'); colon != std::string_view::npos && colon > 1) {
    return word.substr(0, colon);
  }
  if (word.size() > 2 && word.ends_with('+') && !word.ends_with("++")) return word.substr(0, word.size() - 1);
  return word;
}

// `word` with its first letter as a capital, as names stand in the dictionary.
std::string Capitalized(std::string_view word) {
  std::string name(word);
  if (name.front() >= 'a' && name.front() <= 'z') {
    name.front() = static_cast<char>(name.front() - 'a' + 'A');
  } else if (name.starts_with("å") || name.starts_with("ä") || name.starts_with("ö")) {
    name[1] = static_cast<char>(name[1] - 0x20);  // å ä ö and Å Ä Ö are 0x20 apart, as all of Latin-1
  }
  return name;
}

bool HasDigit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// The lemma of the whole of `word`. Where the head is spelled otherwise within the compound (three like
// letters in a row become two), the form is all there is.
std::string LemmaOf(const Reading& reading, std::string_view word) {
  std::string lemma = NormalizeWord(reading.lemma);
  if (reading.head.empty()) return lemma;
  if (!word.ends_with(reading.head)) return std::string(word);
  return std::string(word.substr(0, word.size() - reading.head.size())) + lemma;
}

// The dictionary lists first parts of compounds too, with a hyphen: EU-, barn-.
std::vector<Reading> WholeWords(std::vector<Reading> readings) {
  std::erase_if(readings, [](const Reading& reading) { return reading.lemma.ends_with('-'); });
  return readings;
}

}  // namespace

Lemmatizer::Lemmatizer(const Dictionary& dictionary, WordMap exceptions)
    : dictionary_(dictionary), exceptions_(std::move(exceptions)) {}

std::string Lemmatizer::Lemma(std::string_view word) const {
  if (HasDigit(word)) return std::string(word);
  const std::string_view form = WithoutSigns(word);
  if (const auto found = exceptions_.find(form); found != exceptions_.end()) return found->second;
  std::vector<Reading> readings = WholeWords(dictionary_.Readings(form));
  if (readings.empty()) readings = WholeWords(dictionary_.Readings(Capitalized(form)));
  if (readings.empty()) return std::string(form);
  const auto best =
      std::min_element(readings.begin(), readings.end(), [](const Reading& a, const Reading& b) {
        return std::pair(Rank(a), a.lemma.size()) < std::pair(Rank(b), b.lemma.size());
      });
  std::string lemma = LemmaOf(*best, form);
  if (const auto found = exceptions_.find(lemma); found != exceptions_.end()) return found->second;
  return lemma;
}

}  // namespace plansok::text
