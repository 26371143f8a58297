#include "index/facet_lookup.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "index/contract_values.h"
#include "index/nearest_names.h"
#include "query/notes.h"
#include "query/year_range.h"

namespace plansok::index {
namespace {

using query::Field;

// Distances cost by length, and nobody mistypes a whole sentence.
constexpr std::size_t kLongestMistyped = 200;

std::vector<std::string> StemsOf(const std::vector<text::Word>& words) {
  std::vector<std::string> stems;
  for (const text::Word& word : words) stems.push_back(word->stem);
  return stems;
}

bool Has(const SpacedWords& spaced, const std::string& word, std::string_view end) {
  return spaced.find(fmt::format(" {}{}", word, end)) != std::string::npos;
}

bool HasAll(const SpacedWords& spaced, const std::vector<std::string>& words, std::string_view end) {
  return !words.empty() && std::all_of(words.begin(), words.end(),
                                       [&](const std::string& word) { return Has(spaced, word, end); });
}

bool HasAllWithin(const FacetNames::Name& name, const std::vector<std::string>& stems) {
  return !stems.empty() && std::all_of(stems.begin(), stems.end(), [&](const std::string& stem) {
    return Has(name.stems, stem, " ") || Has(name.parts, stem, " ");
  });
}

/// The stems of `words` with what is short for others replaced by those; empty where nothing is.
std::vector<std::string> Unabbreviated(const text::Analyzer& analyzer, const std::vector<text::Word>& words) {
  const std::vector<std::string> typed = StemsOf(words);
  std::vector<std::string> stems;
  std::size_t taken = 0;
  for (const text::SynonymMatch& match : analyzer.FindSynonyms(words)) {
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

}  // namespace

FacetLookup::FacetLookup(const FacetTable& table, const text::Analyzer& analyzer)
    : table_(table), analyzer_(analyzer), names_(table, analyzer) {}

bool FacetLookup::IsTooLong(std::string_view text) const {
  return text.size() > std::max(names_.longest(), kLongestMistyped);
}

/// Visits the field's values, and asks the watch now and then whether to go on.
template <typename Visit>
void FacetLookup::ForEach(Field field, Watch& watch, Visit visit) const {
  constexpr std::size_t kStride =
      64;  // values between two questions: at most some milliseconds, of long names
  std::size_t count = 0;
  for (const std::uint32_t number : table_.ValuesOf(field)) {
    if (count++ % kStride == 0 && watch.Stopped()) return;
    visit(number);
  }
}

FacetLookup::Words FacetLookup::Read(std::string_view text) const {
  if (IsTooLong(text)) return {};
  const std::vector<text::Word> analysed = analyzer_.Analyze(text);
  Words words = {FoldedWords(text), Unabbreviated(analyzer_, analysed), {}};
  const auto is_stopword = [&analysed](const std::string& stem) {
    return std::any_of(analysed.begin(), analysed.end(),
                       [&](const text::Word& word) { return word->stopword && word->stem == stem; });
  };
  for (const std::string& stem : words.unabbreviated.empty() ? StemsOf(analysed) : words.unabbreviated) {
    if (!is_stopword(stem) && !names_.IsCommon(stem)) words.telling.push_back(stem);
  }
  return words;
}

std::vector<std::uint32_t> FacetLookup::Whole(Field field, const Words& words) const {
  std::vector<std::uint32_t> whole = names_.Called(field, Spaced(words.folded));
  for (const std::uint32_t number : names_.OfStems(field, Spaced(words.unabbreviated))) {
    if (std::find(whole.begin(), whole.end(), number) == whole.end()) whole.push_back(number);
  }
  return whole;
}

FacetLookup::Fits FacetLookup::Find(Field field, const Words& words, Watch& watch) const {
  Fits fits;
  ForEach(field, watch, [&](std::uint32_t number) {
    const FacetNames::Name& name = names_[number];
    const bool has_stems = HasAll(name.stems, words.unabbreviated, " ");
    const bool has_words = has_stems || HasAll(name.label, words.folded, " ");
    if (has_words) fits.by_words.push_back(number);
    if (has_words || HasAllWithin(name, words.telling)) fits.by_parts.push_back(number);
    if (has_stems || HasAll(name.label, words.folded, "")) fits.by_beginnings.push_back(number);
  });
  return fits;
}

std::vector<std::uint32_t> FacetLookup::YearsBetween(int first, int last, Watch& watch) const {
  std::vector<std::uint32_t> numbers;
  ForEach(Field::kYear, watch, [&](std::uint32_t number) {
    const auto year = query::ParseYearRange(table_.value(number).value);
    if (year && first <= year->first && year->first <= last) numbers.push_back(number);
  });
  return numbers;
}

std::vector<std::uint32_t> FacetLookup::Typed(const query::Filter& filter, Watch& watch) const {
  if (filter.field == Field::kYear) return YearsBetween(filter.first_year, filter.last_year, watch);
  const Words words = Read(filter.value);
  std::vector<std::uint32_t> whole = Whole(filter.field, words);
  return whole.empty() ? Find(filter.field, words, watch).by_beginnings : whole;
}

absl::StatusOr<std::vector<std::uint32_t>> FacetLookup::RequestedYears(std::string_view text,
                                                                       Watch& watch) const {
  if (const auto fault = query::YearsFault(text)) {
    const std::string hint = Hint(Nearest(Field::kYear, text, watch));
    return watch.status().ok() ? absl::InvalidArgumentError(*fault + hint) : watch.status();
  }
  const query::YearRange years = *query::ParseYearRange(text);
  std::vector<std::uint32_t> numbers = YearsBetween(years.first, years.last, watch);
  if (!watch.status().ok()) return watch.status();
  return numbers;
}

bool FacetLookup::AreLabelledAlike(const std::vector<std::uint32_t>& values) const {
  return std::all_of(values.begin(), values.end(), [&](std::uint32_t number) {
    return names_[number].label == names_[values.front()].label;
  });
}

absl::StatusOr<std::vector<std::uint32_t>> FacetLookup::Requested(Field field, std::string_view text,
                                                                  Watch& watch) const {
  if (IsTooLong(text)) {
    return absl::InvalidArgumentError(
        fmt::format("no {} has a name of {} bytes", query::FieldName(field), text.size()));
  }
  if (field == Field::kYear) return RequestedYears(text, watch);
  const Words words = Read(text);
  std::vector<std::uint32_t> whole = Whole(field, words);
  const auto by_id = std::find_if(whole.begin(), whole.end(),
                                  [&](std::uint32_t number) { return table_.value(number).value == text; });
  if (by_id != whole.end()) return std::vector{*by_id};
  if (!NamedByContract(field, text).empty()) return std::vector<std::uint32_t>();
  if (!whole.empty()) return whole;
  Fits fits = Find(field, words, watch);
  if (!watch.status().ok()) return watch.status();
  const bool tells = !words.telling.empty() && !fits.by_words.empty() && AreLabelledAlike(fits.by_parts);
  if (tells) return std::move(fits.by_words);
  return Unknown(field, text, fits, watch);
}

absl::StatusOr<std::vector<std::uint32_t>> FacetLookup::Requested(const FieldFilter& filter,
                                                                  Watch& watch) const {
  std::vector<std::uint32_t> numbers;
  for (const std::string& value : filter.values) {
    const auto named = Requested(filter.field, value, watch);
    if (!named.ok()) return named.status();
    numbers.insert(numbers.end(), named->begin(), named->end());
  }
  return numbers;
}

std::vector<FacetEntry> FacetLookup::Absent(const FieldFilter& filter) const {
  std::vector<FacetEntry> absent;
  for (const std::string& text : filter.values) {
    for (FacetEntry& entry : NamedByContract(filter.field, text)) {
      const auto same = [&entry](const FacetEntry& other) { return other.value == entry.value; };
      if (table_.Find(filter.field, entry.value) || std::any_of(absent.begin(), absent.end(), same)) continue;
      absent.push_back(std::move(entry));
    }
  }
  return absent;
}

std::vector<std::string> FacetLookup::AbsentYears(std::string_view text, Watch& watch) const {
  const query::YearRange years = query::ParseYearRange(text).value_or(query::YearRange());
  if (YearsBetween(years.first, years.last, watch).empty()) return {std::string(text)};
  std::vector<std::string> absent;
  for (const FacetEntry& entry : Absent({Field::kYear, {std::string(text)}})) absent.push_back(entry.value);
  return absent;
}

absl::Status FacetLookup::Unknown(Field field, std::string_view text, const Fits& fits, Watch& watch) const {
  const std::string shown = query::Shown(text);
  const std::string_view name = query::FieldName(field);
  if (fits.by_words.empty()) {
    std::vector<std::uint32_t> nearest = Nearest(field, text, watch);
    if (!watch.status().ok()) return watch.status();
    if (nearest.empty()) nearest = fits.by_parts;  // "Nordosts kulturnämnd": words within others
    return absl::InvalidArgumentError(fmt::format("no {} is called \"{}\"{}", name, shown, Hint(nearest)));
  }
  const std::size_t count = fits.by_parts.size();
  return absl::InvalidArgumentError(
      count == 1
          ? fmt::format("\"{}\" says too little to name one {}{}", shown, name, Hint(fits.by_parts))
          : fmt::format("\"{}\" may be any of {} values of {}{}", shown, count, name, Hint(fits.by_parts)));
}

/// "; menade du "socialnamnden-nordost" (Socialnämnden Nordost)?"
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
  return fmt::format("; menade du {}?", fmt::join(named, " eller "));
}

std::string FacetLookup::UnknownNote(Field field, std::string_view text, Watch& watch) const {
  std::vector<std::string> labels;
  for (const std::uint32_t number : Nearest(field, text, watch)) {
    const std::string label = fmt::format("”{}”", query::Shown(table_.value(number).label));
    if (std::find(labels.begin(), labels.end(), label) == labels.end()) labels.push_back(label);
  }
  const std::string hint =
      labels.empty() ? "" : fmt::format(query::kNoteDidYouMean, fmt::join(labels, " eller "));
  return fmt::format(query::kNoteNoSuchValue, query::SwedishFieldName(field), query::Shown(text), hint);
}

/// The first of the field's values that are least far.
template <typename DistanceTo>
std::vector<std::uint32_t> FacetLookup::NearestBy(Field field, Watch& watch, DistanceTo distance_to) const {
  std::vector<std::uint32_t> nearest;
  std::size_t least = kFar;
  ForEach(field, watch, [&](std::uint32_t number) {
    const std::size_t distance = distance_to(number);
    if (distance == kFar || distance > least) return;
    if (distance < least) nearest.clear();
    least = distance;
    if (nearest.size() < kMostNearest) nearest.push_back(number);
  });
  return nearest;
}

/// The years next to those that were asked for; where it is not clear which, those that are spelled alike.
std::vector<std::uint32_t> FacetLookup::NearestYears(std::string_view text, Watch& watch) const {
  const auto wanted = query::ParseYearRange(text);
  if (wanted && wanted->reversed) return {};
  return NearestBy(Field::kYear, watch, [&](std::uint32_t number) {
    const std::string& value = table_.value(number).value;
    if (!wanted) return NearDistance(text, value);
    const int year = query::ParseYearRange(value).value_or(query::YearRange()).first;
    return static_cast<std::size_t>(std::min(std::abs(year - wanted->first), std::abs(year - wanted->last)));
  });
}

std::vector<std::uint32_t> FacetLookup::Nearest(Field field, std::string_view text, Watch& watch) const {
  if (text.size() > kLongestMistyped) return {};
  if (field == Field::kYear) return NearestYears(text, watch);
  const std::vector<std::string> words = FoldedWords(text);
  return NearestBy(field, watch, [&](std::uint32_t number) { return Distance(words, names_[number]); });
}

}  // namespace plansok::index
