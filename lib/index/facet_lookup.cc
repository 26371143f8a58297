#include "index/facet_lookup.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "plan/plan.h"
#include "query/year_range.h"
#include "text/edit_distance.h"
#include "text/normalize.h"

namespace plansok::index {
namespace {

using query::Field;

std::vector<std::string> FoldedWords(std::string_view text) {
  std::vector<std::string> words;
  std::string folded = text::FoldWord(text);
  std::replace_if(
      folded.begin(), folded.end(), [](char c) { return c == '-' || c == '.' || c == ',' || c == '_'; }, ' ');
  std::size_t at = 0;
  while ((at = folded.find_first_not_of(" \t\n", at)) != std::string::npos) {
    const std::size_t end = std::min(folded.find_first_of(" \t\n", at), folded.size());
    words.push_back(folded.substr(at, end - at));
    at = end;
  }
  return words;
}

/// Whether each wanted word begins a word of the label.
bool HasBeginnings(const std::vector<std::string>& label, const std::vector<std::string>& wanted) {
  return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& word) {
    return std::any_of(label.begin(), label.end(),
                       [&](const std::string& own) { return own.starts_with(word); });
  });
}

std::vector<std::uint32_t> YearsBetween(const FacetTable& table, int first, int last) {
  std::vector<std::uint32_t> numbers;
  for (const std::uint32_t number : table.ValuesOf(Field::kYear)) {
    const auto year = query::ParseYearRange(table.value(number).value);
    if (year && first <= year->first && year->first <= last) numbers.push_back(number);
  }
  return numbers;
}

absl::StatusOr<std::vector<std::uint32_t>> LookUpYears(const FacetTable& table, const std::string& text) {
  if (const auto fault = query::YearsFault(text)) return absl::InvalidArgumentError(*fault);
  const query::YearRange years = *query::ParseYearRange(text);
  return YearsBetween(table, years.first, years.last);
}

/// Values that are well-formed by themselves, whether or not a paragraph has them.
bool IsNamedByContract(Field field, std::string_view value) {
  if (field == Field::kKind) return plan::ParseKind(value).has_value();
  if (field == Field::kOrigin) return plan::ParseOrigin(value).has_value();
  return false;
}

absl::Status UnknownValue(const FacetTable& table, Field field, const std::string& value) {
  const FacetEntry* nearest = NearestValue(table, field, value);
  if (nearest == nullptr) {  // "nordost" of "socialnamnden-nordost"
    query::Filter typed;
    typed.field = field;
    typed.value = value;
    const auto named = LookUpTyped(table, typed);
    if (!named.empty()) nearest = &table.value(named.front());
  }
  const std::string hint = nearest == nullptr ? "" : fmt::format("; did you mean \"{}\"?", nearest->value);
  return absl::InvalidArgumentError(
      fmt::format("no {} is called \"{}\"{}", query::FieldName(field), value, hint));
}

}  // namespace

std::vector<std::uint32_t> LookUpTyped(const FacetTable& table, const query::Filter& filter) {
  if (filter.field == Field::kYear) return YearsBetween(table, filter.first_year, filter.last_year);
  const std::vector<std::string> wanted = FoldedWords(filter.value);
  std::vector<std::uint32_t> whole;
  std::vector<std::uint32_t> part;
  if (wanted.empty()) return part;
  for (const std::uint32_t number : table.ValuesOf(filter.field)) {
    const FacetEntry& entry = table.value(number);
    const std::vector<std::string> label = FoldedWords(entry.label);
    if (label == wanted || FoldedWords(entry.value) == wanted) whole.push_back(number);
    if (HasBeginnings(label, wanted)) part.push_back(number);
  }
  return whole.empty() ? part : whole;
}

absl::StatusOr<std::vector<std::uint32_t>> LookUpRequested(const FacetTable& table,
                                                           const FieldFilter& filter) {
  std::vector<std::uint32_t> numbers;
  for (const std::string& value : filter.values) {
    if (filter.field == Field::kYear) {
      const auto years = LookUpYears(table, value);
      if (!years.ok()) return years.status();
      numbers.insert(numbers.end(), years->begin(), years->end());
    } else if (const auto number = table.Find(filter.field, value)) {
      numbers.push_back(*number);
    } else if (!IsNamedByContract(filter.field, value)) {
      return UnknownValue(table, filter.field, value);
    }
  }
  return numbers;
}

const FacetEntry* NearestValue(const FacetTable& table, Field field, std::string_view text) {
  constexpr std::size_t kLongest = 200;   // bytes; a text of many sentences is no name of anything
  constexpr std::size_t kMostEdits = 16;  // of a long name too: a word more or less
  if (text.size() > kLongest) return nullptr;
  const std::string wanted = text::FoldWord(text);
  const FacetEntry* nearest = nullptr;
  std::size_t least = std::min(wanted.size() / 2, kMostEdits) + 1;  // of a short one, half of it
  for (const std::uint32_t number : table.ValuesOf(field)) {
    const FacetEntry& entry = table.value(number);
    for (const std::string* name : {&entry.value, &entry.label}) {
      const std::size_t distance = text::EditDistance(wanted, text::FoldWord(*name), least - 1);
      if (distance < least) {
        least = distance;
        nearest = &entry;
      }
    }
  }
  return nearest;
}

}  // namespace plansok::index
