#include "index/facet_lookup.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <optional>
#include <utility>

#include "plan/plan.h"
#include "query/notes.h"
#include "query/year_range.h"
#include "text/edit_distance.h"
#include "text/normalize.h"

namespace plansok::index {
namespace {

using query::Field;

// Distances cost by length, and nobody mistypes a whole sentence.
constexpr std::size_t kLongestMistyped = 200;

constexpr std::size_t kFar = std::numeric_limits<std::size_t>::max();

bool IsLetterOrDigit(char c) {
  return static_cast<unsigned char>(c) >= 0x80U || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

std::vector<std::string> FoldedWords(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text::FoldWord(text) + ' ') {
    if (IsLetterOrDigit(c)) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::exchange(word, {}));
    }
  }
  return words;
}

std::string Spaced(const std::vector<std::string>& words) {
  return words.empty() ? std::string() : fmt::format(" {} ", fmt::join(words, " "));
}

std::vector<std::string> StemsOf(const std::vector<text::Word>& words) {
  std::vector<std::string> stems;
  for (const text::Word& word : words) stems.push_back(word->stem);
  return stems;
}

bool HasAll(std::string_view spaced, const std::vector<std::string>& words, std::string_view end) {
  return !words.empty() && std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    return spaced.find(fmt::format(" {}{}", word, end)) != std::string_view::npos;
  });
}

/// How much may be mistyped in something of so many letters.
std::size_t Tolerance(std::size_t length) { return std::max<std::size_t>(1, length / 3); }

/// kFar where more than the tolerance parts them.
std::size_t NearDistance(std::string_view typed, std::string_view name) {
  const std::size_t tolerance = Tolerance(typed.size());
  const std::size_t longer = std::max(typed.size(), name.size());
  if (longer - std::min(typed.size(), name.size()) > tolerance) return kFar;
  const std::size_t distance = text::EditDistance(typed, name, tolerance);
  return distance <= tolerance ? distance : kFar;
}

/// The typed words, each against the word of the name that is nearest to it.
std::size_t DistanceByWords(const std::vector<std::string>& typed, std::string_view spaced) {
  std::size_t sum = 0;
  for (const std::string& word : typed) {
    std::size_t least = kFar;
    for (std::size_t at = 1; at < spaced.size();) {
      const std::size_t end = spaced.find(' ', at);
      least = std::min(least, NearDistance(word, spaced.substr(at, end - at)));
      at = end + 1;
    }
    if (least == kFar) return kFar;
    sum += least;
  }
  return typed.empty() ? kFar : sum;
}

/// Values that are well-formed by themselves, whether or not a paragraph has them.
bool IsNamedByContract(Field field, std::string_view value) {
  if (field == Field::kKind) return plan::ParseKind(value).has_value();
  if (field == Field::kOrigin) return plan::ParseOrigin(value).has_value();
  return false;
}

void KeepFirst(std::size_t count, std::vector<std::uint32_t>& values) {
  if (values.size() > count) values.resize(count);
}

}  // namespace

FacetLookup::FacetLookup(const FacetTable& table, const text::Analyzer& analyzer)
    : table_(table), analyzer_(analyzer) {
  for (std::uint32_t number = 0; number < table.value_count(); ++number) {
    const FacetEntry& entry = table.value(number);
    longest_ = std::max({longest_, entry.value.size(), entry.label.size()});
    names_.push_back({Spaced(FoldedWords(entry.value)), Spaced(FoldedWords(entry.label)),
                      Spaced(StemsOf(analyzer.Analyze(entry.label)))});
  }
}

std::vector<std::string> FacetLookup::Unabbreviated(std::string_view text) const {
  const std::vector<text::Word> words = analyzer_.Analyze(text);
  const std::vector<std::string> typed = StemsOf(words);
  std::vector<std::string> stems;
  std::size_t taken = 0;
  for (const text::SynonymMatch& match : analyzer_.FindSynonyms(words)) {
    const auto same =
        std::find_if(match.synonyms->begin(), match.synonyms->end(),
                     [](const text::Synonym& synonym) { return synonym.bond == text::Bond::kSame; });
    if (match.first < taken || same == match.synonyms->end()) continue;
    stems.insert(stems.end(), typed.begin() + static_cast<std::ptrdiff_t>(taken),
                 typed.begin() + static_cast<std::ptrdiff_t>(match.first));
    stems.insert(stems.end(), same->stems.begin(), same->stems.end());
    taken = match.first + match.count;
  }
  if (taken == 0) return {};
  stems.insert(stems.end(), typed.begin() + static_cast<std::ptrdiff_t>(taken), typed.end());
  return stems;
}

FacetLookup::Fits FacetLookup::Find(Field field, std::string_view text) const {
  Fits fits;
  if (text.size() > std::max(longest_, kLongestMistyped)) return fits;
  const std::vector<std::string> words = FoldedWords(text);
  const std::vector<std::string> stems = Unabbreviated(text);
  const std::string typed = Spaced(words);
  const std::string unabbreviated = Spaced(stems);
  for (const std::uint32_t number : table_.ValuesOf(field)) {
    const Name& name = names_[number];
    const bool is_whole = !typed.empty() && (name.label == typed || name.id == typed);
    if (is_whole || (!stems.empty() && name.stems == unabbreviated)) fits.whole.push_back(number);
    const bool has_stems = HasAll(name.stems, stems, " ");
    if (has_stems || HasAll(name.label, words, " ")) fits.by_words.push_back(number);
    if (has_stems || HasAll(name.label, words, "")) fits.by_beginnings.push_back(number);
  }
  return fits;
}

std::vector<std::uint32_t> FacetLookup::YearsBetween(int first, int last) const {
  std::vector<std::uint32_t> numbers;
  for (const std::uint32_t number : table_.ValuesOf(Field::kYear)) {
    const auto year = query::ParseYearRange(table_.value(number).value);
    if (year && first <= year->first && year->first <= last) numbers.push_back(number);
  }
  return numbers;
}

std::vector<std::uint32_t> FacetLookup::Typed(const query::Filter& filter) const {
  if (filter.field == Field::kYear) return YearsBetween(filter.first_year, filter.last_year);
  Fits fits = Find(filter.field, filter.value);
  return fits.whole.empty() ? std::move(fits.by_beginnings) : std::move(fits.whole);
}

absl::StatusOr<std::vector<std::uint32_t>> FacetLookup::Requested(Field field, std::string_view text) const {
  if (text.size() > std::max(longest_, kLongestMistyped)) {
    return absl::InvalidArgumentError(
        fmt::format("no {} has a name of {} bytes", query::FieldName(field), text.size()));
  }
  if (field == Field::kYear) {
    const auto fault = query::YearsFault(text);
    if (fault) return absl::InvalidArgumentError(*fault + Hint(Nearest(field, text)));
    const query::YearRange years = *query::ParseYearRange(text);
    return YearsBetween(years.first, years.last);
  }
  if (const auto number = table_.Find(field, text)) return std::vector{*number};
  if (IsNamedByContract(field, text)) return std::vector<std::uint32_t>();
  Fits fits = Find(field, text);
  if (!fits.whole.empty()) return std::move(fits.whole);
  if (fits.by_words.size() == 1) return std::move(fits.by_words);
  return Unknown(field, text, fits);
}

absl::StatusOr<std::vector<std::uint32_t>> FacetLookup::Requested(const FieldFilter& filter) const {
  std::vector<std::uint32_t> numbers;
  for (const std::string& value : filter.values) {
    const auto named = Requested(filter.field, value);
    if (!named.ok()) return named.status();
    numbers.insert(numbers.end(), named->begin(), named->end());
  }
  return numbers;
}

absl::Status FacetLookup::Unknown(Field field, std::string_view text, const Fits& fits) const {
  if (!fits.by_words.empty()) {
    return absl::InvalidArgumentError(fmt::format("\"{}\" may be any of {} values of {}{}", text,
                                                  fits.by_words.size(), query::FieldName(field),
                                                  Hint(fits.by_words)));
  }
  std::vector<std::uint32_t> nearest = fits.by_beginnings;  // "nord" of "Socialnämnden Nordost"
  if (nearest.empty()) nearest = Nearest(field, text);
  return absl::InvalidArgumentError(
      fmt::format("no {} is called \"{}\"{}", query::FieldName(field), text, Hint(nearest)));
}

/// "; did you mean "socialnamnden-nordost" (Socialnämnden Nordost)?"
std::string FacetLookup::Hint(const std::vector<std::uint32_t>& values) const {
  constexpr std::size_t kLongestLabel = 60;  // a goal's sentence would push the other values out of sight
  std::vector<std::string> named;
  for (const std::uint32_t number : values) {
    if (named.size() == kMostNearest) break;
    const FacetEntry& entry = table_.value(number);
    const bool with_label = entry.label != entry.value && entry.label.size() <= kLongestLabel;
    named.push_back(with_label ? fmt::format("\"{}\" ({})", entry.value, entry.label)
                               : fmt::format("\"{}\"", entry.value));
  }
  if (named.empty()) return "";
  return fmt::format("; did you mean {}?", fmt::join(named, " or "));
}

std::string FacetLookup::UnknownNote(Field field, std::string_view text) const {
  std::vector<std::string> labels;
  for (const std::uint32_t number : Nearest(field, text)) {
    const std::string label = fmt::format("”{}”", query::Shown(table_.value(number).label));
    if (std::find(labels.begin(), labels.end(), label) == labels.end()) labels.push_back(label);
  }
  const std::string hint =
      labels.empty() ? "" : fmt::format(query::kNoteDidYouMean, fmt::join(labels, " eller "));
  return fmt::format(query::kNoteNoSuchValue, query::SwedishFieldName(field), query::Shown(text), hint);
}

/// The years next to those that were asked for; where it is not clear which, those that are spelled alike.
std::vector<std::uint32_t> FacetLookup::NearestYears(std::string_view text) const {
  const auto wanted = query::ParseYearRange(text);
  std::vector<std::uint32_t> nearest;
  if (wanted && wanted->reversed) return nearest;
  std::size_t least = kFar;
  for (const std::uint32_t number : table_.ValuesOf(Field::kYear)) {
    const std::string& value = table_.value(number).value;
    std::size_t distance = NearDistance(text, value);
    if (wanted) {
      const int year = query::ParseYearRange(value).value_or(query::YearRange()).first;
      const int nearer = std::min(std::abs(year - wanted->first), std::abs(year - wanted->last));
      distance = static_cast<std::size_t>(nearer);
    }
    if (distance == kFar || distance > least) continue;
    if (distance < least) nearest.clear();
    least = distance;
    nearest.push_back(number);
  }
  KeepFirst(kMostNearest, nearest);
  return nearest;
}

std::size_t FacetLookup::Distance(const std::string& folded, const std::vector<std::string>& words,
                                  const Name& name) const {
  return std::min(
      {NearDistance(folded, name.id), NearDistance(folded, name.label), DistanceByWords(words, name.label)});
}

std::vector<std::uint32_t> FacetLookup::Nearest(Field field, std::string_view text) const {
  std::vector<std::uint32_t> nearest;
  if (text.size() > kLongestMistyped) return nearest;
  if (field == Field::kYear) return NearestYears(text);
  const std::vector<std::string> words = FoldedWords(text);
  const std::string folded = Spaced(words);
  std::size_t least = kFar;
  for (const std::uint32_t number : table_.ValuesOf(field)) {
    const std::size_t distance = Distance(folded, words, names_[number]);
    if (distance == kFar || distance > least) continue;
    if (distance < least) nearest.clear();
    least = distance;
    nearest.push_back(number);
  }
  KeepFirst(kMostNearest, nearest);
  return nearest;
}

std::size_t FacetLookup::bytes() const {
  std::size_t bytes = names_.capacity() * sizeof(Name);
  for (const Name& name : names_) bytes += name.id.capacity() + name.label.capacity() + name.stems.capacity();
  return bytes;
}

}  // namespace plansok::index
