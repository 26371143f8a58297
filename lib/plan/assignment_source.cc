#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plan/facts.h"
#include "plan/letters.h"
#include "plan/name_index.h"
#include "plan/years.h"

namespace plansok::plan {
namespace {

// A text of so many words is all about the source ("KF uppdrag utanför budget, KF 2022-10-06 §14, punkt 2 och
// 3"); in a longer one only unmistakable marks count, because assignments and answers name committees too.
constexpr std::size_t kShortWords = 14;

// Words that follow or precede who gave an assignment.
constexpr std::size_t kNear = 2;

// What a word says about a source.
enum Mark { kCouncil, kCommittee, kBudget, kAssignment, kNothing };

struct Word {
  std::string_view raw;   // without punctuation around it
  std::size_t begin = 0;  // bytes
  Mark mark = kNothing;
};

const NameIndex& MarkedWords() {
  static const NameIndex index = [] {
    NameIndex words;
    for (const char* word : {"kommunfullmäktige", "fullmäktige"}) words.Add(word, kCouncil);
    for (const char* word : {"styrelsen", "kommunstyrelsen"}) words.Add(word, kCommittee);
    for (const char* word : {"budget", "budgeten", "budgetuppdrag", "stadsbudget"}) words.Add(word, kBudget);
    for (const char* word : {"uppdrag", "uppdraget", "uppdragen", "beslut", "yrkande"})
      words.Add(word, kAssignment);
    return words;
  }();
  return index;
}

// "SN", "SNC", "UBN": committees are abbreviated to capitals with an N for nämnd, and perhaps whose.
bool IsCommitteeAbbreviation(std::string_view word) {
  const bool capitals = word.size() >= 2 && word.size() <= 4 &&
                        std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
  return capitals && (word.back() == 'N' || word.starts_with("SN") || word == "KS");
}

// "nämnden", "Socialndmnden", "kulturnämndens": a word whose last letters say nämnd.
bool EndsInCommittee(Letters letters) {
  static const NameIndex endings = [] {
    NameIndex index;
    for (const char* ending : {"nämnden", "nämnd"}) index.Add(ending, 0);
    return index;
  }();
  constexpr std::size_t kShortest = 5;
  constexpr std::size_t kLongest = 9;
  for (std::size_t length = kShortest; length <= std::min(kLongest, letters.size()); ++length) {
    const std::size_t at = letters.size() - length;
    if (letters.text[at] != U'n') continue;
    const auto hit = endings.StartingAt(letters, at);
    if (hit && hit->end == letters.size()) return true;
  }
  return false;
}

Mark MarkOf(std::string_view word) {
  if (word == "KF" || word == "Kf") return kCouncil;
  if (IsCommitteeAbbreviation(word)) return kCommittee;
  constexpr std::size_t kShortestMark = 5;
  if (word.size() < kShortestMark) return kNothing;
  const Letters letters = Squeeze(word);
  if (const auto mark = MarkedWords().Whole(letters)) return static_cast<Mark>(*mark);
  return EndsInCommittee(letters) ? kCommittee : kNothing;
}

std::vector<Word> WordsOf(std::string_view text) {
  constexpr std::string_view kAround = " \t\r\n()[]<>/,.;:\"*|";
  std::vector<Word> words;
  for (std::size_t at = text.find_first_not_of(kAround); at < text.size();
       at = text.find_first_not_of(kAround, at)) {
    const std::size_t end = std::min(text.find_first_of(kAround, at), text.size());
    const std::string_view raw = text.substr(at, end - at);
    words.push_back({raw, at, MarkOf(raw)});
    at = end;
  }
  return words;
}

Origin OriginOf(Mark mark) {
  if (mark == kCouncil) return Origin::kCouncil;
  return mark == kCommittee ? Origin::kCommittee : Origin::kUnspecified;
}

bool StartsWithYear(std::string_view word) {
  const std::vector<YearSpan> spans = YearSpansIn(word);
  return !spans.empty() && spans.front().begin == 0;
}

// Whether word `i`, who names a giver, stands in a source's formula: "KF uppdrag budget 2023", "SN Centrum
// 2022-03-29", "Uppdrag från socialnämnden Centrum".
bool IsFormula(const std::vector<Word>& words, std::size_t i) {
  const bool abbreviated = words[i].raw == "KF" || IsCommitteeAbbreviation(words[i].raw);
  for (std::size_t next = i + 1; abbreviated && next < words.size() && next <= i + kNear; ++next) {
    if (StartsWithYear(words[next].raw) || words[next].mark == kBudget) return true;
    if (next == i + 1 && words[next].mark == kAssignment) return true;
  }
  const bool from =
      i >= 2 && (words[i - 1].raw == "från" || words[i - 1].raw == "fran" || words[i - 1].raw == "av");
  return from && words[i - 2].mark == kAssignment;
}

int FirstYear(std::string_view text) {
  const std::vector<YearSpan> spans = YearSpansIn(text);
  return spans.empty() ? 0 : spans.front().first;
}

// The year of an "Uppdragsår" cell that stands in front of the answer; "2024 års ..." is the answer itself.
int LeadingYear(const std::vector<Word>& words) {
  if (words.empty() || words[0].raw.size() != 4 || !StartsWithYear(words[0].raw)) return 0;
  if (words.size() > 1 && (words[1].raw == "års" || words[1].raw == "ars")) return 0;
  return FirstYear(words[0].raw);
}

AssignmentSource OfShort(std::string_view text, const std::vector<Word>& words) {
  AssignmentSource source{Origin::kUnspecified, FirstYear(text)};
  bool budget = false;
  for (const Word& word : words) {
    budget = budget || word.mark == kBudget;
    if (source.origin == Origin::kUnspecified) source.origin = OriginOf(word.mark);
  }
  if (source.origin == Origin::kUnspecified && budget) source.origin = Origin::kCouncil;
  return source;
}

// Which of the formulas, by their words' numbers, is the assignment's own: one that leads, or else the last.
// Formulas side by side are one source ("KF uppdrag utanför budget, KF 2022-10-06"), whose first year counts.
std::optional<std::size_t> OwnFormula(const std::vector<std::size_t>& formulas) {
  constexpr std::size_t kLead = 3;
  constexpr std::size_t kSideBySide = 6;
  if (formulas.empty()) return std::nullopt;
  if (formulas.front() < kLead) return formulas.front();
  std::size_t own = formulas.size() - 1;
  while (own > 0 && formulas[own] - formulas[own - 1] <= kSideBySide) --own;
  return formulas[own];
}

AssignmentSource OfLong(std::string_view text, const std::vector<Word>& words) {
  std::vector<std::size_t> formulas;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (OriginOf(words[i].mark) != Origin::kUnspecified && IsFormula(words, i)) formulas.push_back(i);
  }
  const int leading = LeadingYear(words);
  const std::optional<std::size_t> own = OwnFormula(formulas);
  if (!own) return {Origin::kUnspecified, leading};
  return {OriginOf(words[*own].mark), leading > 0 ? leading : FirstYear(text.substr(words[*own].begin))};
}

// "... får i uppdrag att ..." is an assignment, whose committees are not its source.
bool IsAssignment(const std::vector<Word>& words) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    if ((words[i - 1].raw == "i" || words[i - 1].raw == "1") && words[i].mark == kAssignment) return true;
  }
  return false;
}

}  // namespace

AssignmentSource ReadAssignmentSource(std::string_view text) {
  const std::vector<Word> words = WordsOf(text);
  return words.size() <= kShortWords && !IsAssignment(words) ? OfShort(text, words) : OfLong(text, words);
}

}  // namespace plansok::plan
