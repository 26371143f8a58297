#include "query/unknown_field.h"

#include <algorithm>
#include <string>

#include "query/characters.h"
#include "query/field.h"
#include "text/edit_distance.h"
#include "text/normalize.h"
#include "text/tokenizer.h"

namespace plansok::query {
namespace {

constexpr std::size_t kShortestName = 3;  // letters: "kl:10" and "tv:n" are none
constexpr std::size_t kLongestName = 24;

bool IsLowerLetterOrMark(char c) { return (c >= 'a' && c <= 'z') || c == '_' || c == '-'; }

bool IsAbbreviation(std::string_view name) {
  return std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

bool LooksLikeField(std::string_view name, std::string_view value) {
  if (name.empty() || name.size() > 2 * kLongestName || IsAbbreviation(name)) return false;
  const std::string folded = text::FoldWord(name);
  if (folded.size() < kShortestName || folded.size() > kLongestName ||
      !std::all_of(folded.begin(), folded.end(), IsLowerLetterOrMark))
    return false;
  if (value.empty() || value.find('@') != std::string_view::npos) return false;
  const CodePoint first = CodePointAt(value, 0);
  if (QuoteKindOf(first.value) == QuoteKind::kNone && !HasLetterOrDigit(value.substr(0, first.length)))
    return false;
  return !text::IsColonEnding(value);
}

std::string_view NearestField(std::string_view name) {
  const std::string folded = text::FoldWord(name);
  std::size_t least = std::max<std::size_t>(1, folded.size() / 4) + 1;
  std::string_view nearest;
  for (const Field field : kAllFields) {
    for (const std::string_view known : {SwedishFieldName(field), FieldName(field)}) {
      const std::size_t distance = text::EditDistance(folded, text::FoldWord(known), least);
      if (distance >= least) continue;
      least = distance;
      nearest = SwedishFieldName(field);
    }
  }
  return nearest;
}

}  // namespace plansok::query
