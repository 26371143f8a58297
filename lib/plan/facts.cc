#include "plan/facts.h"

#include <fmt/format.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <map>

#include "plan/letters.h"
#include "plan/name_index.h"
#include "text/digest.h"

namespace plansok::plan {
namespace {

constexpr std::size_t kIdDigits = 12;

std::string ToUtf8(std::u32string_view text) {
  icu::UnicodeString utf16;
  for (char32_t c : text) utf16.append(static_cast<UChar32>(c));
  std::string utf8;
  return utf16.toUTF8String(utf8);
}

// What is left of a wording when all that scanning harms is taken away: the consonants that keep their shape,
// and the numbers. Two readings of one sentence have the same skeleton; two goals do not.
std::string Skeleton(const Letters& letters) {
  constexpr std::u32string_view kUnsteady = U"aeiouycdgltj0123456789";
  std::string skeleton;
  for (std::size_t at = 0, end = 0; at < letters.size(); at = end) {
    end = at + 1;
    while (!letters.word_start[end]) ++end;
    const std::u32string word = letters.text.substr(at, end - at);
    const bool number =
        word.size() > 1 && std::ranges::all_of(word, [](char32_t c) { return c >= U'0' && c <= U'9'; });
    for (char32_t c : word) {
      const char32_t base = BaseLetter(c);
      if (number || kUnsteady.find(base) == std::u32string_view::npos)
        skeleton += base == U'm' ? "rn" : ToUtf8({&base, 1});
    }
  }
  return skeleton;
}

std::string GoalIdOfWording(const Letters& wording) {
  return fmt::format("mal-{}", text::HexDigest(Skeleton(wording)).substr(0, kIdDigits));
}

// Sentences about who does what are no goals: goals are about the city.
constexpr std::array<std::string_view, 14> kActors = {
    "nämnden", "nämndens",  "socialnämnden", "förvaltningen",   "förvaltningens",
    "vi",      "uppdraget", "arbetet",       "förvaltningarna", "nämnderna",
    "planen",  "insatser",  "bolaget",       "medarbetare"};

// What a goal says shall come to pass. "ska" stands before it, with at most kBetween words between.
constexpr std::array<std::string_view, 22> kOutcomes = {
    "öka",        "minska",   "upphöra", "brytas",  "bli",  "vara",    "förbättras", "säkras",
    "styras",     "halveras", "klara",   "byggas",  "ha",   "ge",      "nå",         "utvecklas",
    "förebyggas", "stärkas",  "växa",    "minskas", "ökas", "utjämnas"};
constexpr int kBetween = 3;
constexpr int kLongestGoalWords = 40;
// Fewer words than this say too little to be a goal.
constexpr int kShortestGoalWords = 4;

template <std::size_t N>
NameIndex IndexOf(const std::array<std::string_view, N>& words) {
  NameIndex index;
  for (std::string_view word : words) index.Add(word, 0);
  return index;
}

// Where words start; the end of the text last.
std::vector<std::size_t> WordStarts(const Letters& letters) {
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at <= letters.size(); ++at) {
    if (letters.word_start[at]) starts.push_back(at);
  }
  return starts;
}

bool IsShall(std::u32string_view word) { return word == U"ska" || word == U"skall"; }

bool HasOutcome(const Letters& letters, const std::vector<std::size_t>& starts) {
  static const NameIndex outcomes = IndexOf(kOutcomes);
  int since_shall = kBetween + 2;
  for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
    const std::u32string_view word =
        std::u32string_view(letters.text).substr(starts[i], starts[i + 1] - starts[i]);
    ++since_shall;
    if (IsShall(word)) since_shall = 0;
    if (since_shall > 0 && since_shall <= kBetween + 1 && outcomes.StartingAt(letters, starts[i]))
      return i > 0;
  }
  return false;
}

std::string SlugWithFallback(std::string_view text, std::string_view fallback) {
  std::string slug;
  const Letters letters = Squeeze(text);
  for (std::size_t at = 0; at < letters.size(); ++at) {
    const char32_t base = BaseLetter(letters.text[at]);
    const bool kept = (base >= U'a' && base <= U'z') || (base >= U'0' && base <= U'9');
    if (letters.word_start[at] && !slug.empty() && slug.back() != '-') slug += '-';
    if (kept) slug += static_cast<char>(base);
  }
  while (slug.ends_with('-')) slug.pop_back();
  return slug.empty() ? std::string(fallback) : slug;
}

}  // namespace

Goal GoalOfHeading(std::string_view heading, const Vocabulary& vocabulary) {
  if (std::optional<Goal> known = vocabulary.KnownGoal(heading)) return *known;
  const std::string label = BareHeading(heading);
  const std::string id = GoalIdOfWording(Squeeze(label));
  return {id, label, id};
}

bool LooksLikeGoal(std::string_view heading, const Vocabulary& vocabulary) {
  if (vocabulary.KnownGoal(heading)) return true;
  static const NameIndex actors = IndexOf(kActors);
  const Letters letters = Squeeze(BareHeading(heading));
  const std::vector<std::size_t> starts = WordStarts(letters);
  const auto words = static_cast<int>(starts.size()) - 1;
  if (words < kShortestGoalWords || words > kLongestGoalWords) return false;
  if (letters.sentence[0] != letters.sentence[letters.size() - 1]) return false;
  return !actors.StartingAt(letters, 0) && HasOutcome(letters, starts);
}

void AssignParagraphIds(std::span<Paragraph> paragraphs) {
  std::map<std::string, int> seen;
  for (Paragraph& paragraph : paragraphs) {
    std::string normal = ToUtf8(Squeeze(paragraph.text).text);
    if (normal.empty()) normal = paragraph.text;
    const int ordinal = seen[normal]++;
    if (ordinal > 0) normal += fmt::format("\n{}", ordinal);
    paragraph.id = text::HexDigest(normal).substr(0, kIdDigits);
  }
}

std::string PlanIdOfFile(std::string_view file_name) {
  const std::size_t slash = file_name.find_last_of("/\\");
  std::string_view stem = slash == std::string_view::npos ? file_name : file_name.substr(slash + 1);
  if (const std::size_t dot = stem.rfind('.'); dot != std::string_view::npos && dot > 0)
    stem = stem.substr(0, dot);
  return SlugWithFallback(stem, "plan");
}

std::string Slug(std::string_view label) { return SlugWithFallback(label, ""); }

}  // namespace plansok::plan
