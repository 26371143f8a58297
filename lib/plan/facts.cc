#include "plan/facts.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>

#include "plan/letters.h"
#include "plan/name_index.h"
#include "text/digest.h"

namespace plansok::plan {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";
constexpr std::size_t kGoalIdDigits = 12;

std::string ToUtf8(std::u32string_view text) {
  icu::UnicodeString utf16;
  for (char32_t c : text) utf16.append(static_cast<UChar32>(c));
  std::string utf8;
  return utf16.toUTF8String(utf8);
}

// What is left of a wording when all that scanning harms is taken away: the consonants that keep their shape,
// and the numbers. Two readings of one sentence have the same skeleton; two goals do not.
std::string Skeleton(const Letters& letters) {
  constexpr std::u32string_view kUnsteady = U"aeiouycdl0123456789";
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
  return fmt::format("mal-{}", text::HexDigest(Skeleton(wording)).substr(0, kGoalIdDigits));
}

template <std::size_t N>
NameIndex IndexOf(const std::array<std::string_view, N>& words) {
  NameIndex index;
  for (std::string_view word : words) index.Add(word, 0);
  return index;
}

// The city as a subject. "Göteborg ska ..." is a goal's favourite beginning.
const NameIndex& Cities() {
  static const NameIndex index = IndexOf(std::array<std::string_view, 6>{
      "Göteborg", "Göteborgs Stad", "Staden", "Göteborgarna", "Göteborgs invånare", "Stadens invånare"});
  return index;
}

// What a goal that is not about the city as such says shall come to pass: its verb stands after "ska", with
// at most kBetween words between.
const NameIndex& Outcomes() {
  static const NameIndex index = IndexOf(std::array<std::string_view, 14>{
      "öka", "minska", "upphöra", "brytas", "bli", "vara", "förbättras", "säkras", "styras", "halveras",
      "stärkas", "utjämnas", "växa", "förebyggas"});
  return index;
}

// Sentences about who does what, or how, are no goals.
const NameIndex& OtherSubjects() {
  static const NameIndex index = IndexOf(std::array<std::string_view, 32>{
      "nämnden",    "nämndens", "förvaltningen", "förvaltningens", "nämnderna", "förvaltningarna",
      "vi",         "vår",      "våra",          "uppdraget",      "arbetet",   "planen",
      "programmet", "insatser", "insatserna",    "bolaget",        "det",       "detta",
      "den",        "de",       "dessa",         "målet",          "enligt",    "för",
      "genom",      "under",    "vid",           "inom",           "andel",     "andelen",
      "antal",      "mängden"});
  return index;
}

// Clauses that begin so before "ska" make it part of something else: "handlingsplan för att inga områden ska
// ...".
const NameIndex& Subordinators() {
  static const NameIndex index =
      IndexOf(std::array<std::string_view, 8>{"att", "som", "så", "om", "hur", "vad", "när", "vilka"});
  return index;
}

constexpr std::size_t kBetween = 3;
constexpr std::size_t kSubjectWords = 10;
constexpr std::size_t kShortestGoalWords = 3;
constexpr std::size_t kLongestGoalWords = 40;

// A heading's words, for asking what stands where.
class Sentence {
 public:
  explicit Sentence(std::string_view heading) : text_(BareHeading(heading)), letters_(Squeeze(text_)) {
    for (std::size_t at = 0; at < letters_.size(); ++at) {
      if (letters_.word_start[at]) starts_.push_back(at);
    }
  }

  bool IsOneCapitalisedSentence() const {
    if (starts_.empty() || letters_.sentence[0] != letters_.sentence[letters_.size() - 1]) return false;
    const std::size_t words = starts_.size();
    const bool strange = text_.find_first_of("%<?|") != std::string::npos;
    return words >= kShortestGoalWords && words <= kLongestGoalWords && !strange && BeginsUpperCase();
  }

  bool Begins(const NameIndex& index) const {
    const std::optional<NameHit> hit = index.StartingAt(letters_, 0);
    return hit && !hit->genitive;  // "Göteborgs Stads nämnder ..." is not about the city
  }

  // The main clause's "ska"; the number of words where there is none near the beginning.
  std::size_t Shall() const {
    for (std::size_t i = 1; i < std::min(starts_.size(), kSubjectWords); ++i) {
      if (Is(i, Subordinators())) break;
      if (Word(i) == U"ska" || Word(i) == U"skall") return i;
    }
    return starts_.size();
  }

  bool HasVerb() const {
    return Shall() < starts_.size() || (starts_.size() > 2 && (Word(1) == U"är" || Word(2) == U"är"));
  }

  bool HasOutcome() const {
    const std::size_t shall = Shall();
    for (std::size_t i = shall + 1; i < std::min(starts_.size(), shall + 2 + kBetween); ++i) {
      if (Is(i, Outcomes())) return true;
    }
    return false;
  }

 private:
  bool BeginsUpperCase() const {
    int32_t at = 0;
    UChar32 first = 0;
    const char* bytes = text_.data();  // the macro indexes it
    U8_NEXT(bytes, at, static_cast<int32_t>(text_.size()), first);
    return first > 0 && u_isupper(first) != 0;
  }

  std::u32string_view Word(std::size_t i) const {
    const std::size_t end = i + 1 < starts_.size() ? starts_[i + 1] : letters_.size();
    return std::u32string_view(letters_.text).substr(starts_[i], end - starts_[i]);
  }
  bool Is(std::size_t i, const NameIndex& index) const {
    return index.StartingAt(letters_, starts_[i]).has_value();
  }

  std::string text_;
  Letters letters_;
  std::vector<std::size_t> starts_;
};

struct SlugOfText {
  std::string slug;
  bool whole = true;  ///< every letter has its place in it
};

SlugOfText MakeSlug(std::string_view text) {
  SlugOfText result;
  const Letters letters = Squeeze(text);
  for (std::size_t at = 0; at < letters.size(); ++at) {
    const char32_t base = BaseLetter(letters.text[at]);
    const bool kept = (base >= U'a' && base <= U'z') || (base >= U'0' && base <= U'9');
    if (letters.word_start[at] && !result.slug.empty() && result.slug.back() != '-') result.slug += '-';
    if (kept) result.slug += static_cast<char>(base);
    result.whole = result.whole && kept;
  }
  while (result.slug.ends_with('-')) result.slug.pop_back();
  return result;
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
  const Sentence sentence(heading);
  if (!sentence.IsOneCapitalisedSentence()) return false;
  if (sentence.Begins(Cities())) return sentence.HasVerb();
  return !sentence.Begins(OtherSubjects()) && sentence.HasOutcome();
}

bool IsId(std::string_view text) {
  return !text.empty() && text.find_first_not_of(kIdLetters) == std::string_view::npos;
}

bool IsParagraphId(std::string_view text) {
  return text.size() == kParagraphIdLength && text.find_first_not_of(kHexDigits) == std::string_view::npos;
}

void AssignParagraphIds(std::span<Paragraph> paragraphs) {
  std::map<std::string, int> seen;
  for (Paragraph& paragraph : paragraphs) {
    std::string normal = ToUtf8(Squeeze(paragraph.text).text);
    if (normal.empty()) normal = paragraph.text;
    const int ordinal = seen[normal]++;
    if (ordinal > 0) normal += fmt::format("\n{}", ordinal);
    paragraph.id = text::HexDigest(normal).substr(0, kParagraphIdLength);
  }
}

std::string PlanIdOfFile(std::string_view file_name) {
  const std::size_t slash = file_name.find_last_of("/\\");
  std::string_view stem = slash == std::string_view::npos ? file_name : file_name.substr(slash + 1);
  if (const std::size_t dot = stem.rfind('.'); dot != std::string_view::npos && dot > 0)
    stem = stem.substr(0, dot);
  SlugOfText made = MakeSlug(stem);
  if (made.whole && !made.slug.empty()) return made.slug;
  // Two names in Greek or Arabic letters are two plans.
  constexpr std::size_t kDigits = 8;
  if (made.slug.empty()) made.slug = "plan";
  if (stem.empty()) return made.slug;
  return fmt::format("{}-{}", made.slug, text::HexDigest(std::string(stem)).substr(0, kDigits));
}

std::string Slug(std::string_view label) { return MakeSlug(label).slug; }

}  // namespace plansok::plan
