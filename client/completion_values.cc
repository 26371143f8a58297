#include "client/completion_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <functional>
#include <utility>

#include "client/flags.h"
#include "client/format_comparison.h"
#include "client/labels.h"
#include "client/names.h"
#include "client/rpc.h"
#include "client/server_address.h"
#include "client/terminal.h"

namespace plansok::client {
namespace {

// A person waits at the keyboard: without a server there are no ids to offer, and that is no error.
constexpr std::chrono::milliseconds kPatience{400};

// Letters and digits are of words, all else is between them.
std::vector<std::string> FoldedWords(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : Folded(text)) {
    const bool in_word =
        static_cast<unsigned char>(c) >= 0x80U || std::isalnum(static_cast<unsigned char>(c)) != 0;
    if (in_word) words.back() += c;
    if (!in_word && !words.back().empty()) words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

bool HasWordsThatBeginSo(const Candidate& candidate, const std::vector<std::string>& typed) {
  const std::vector<std::string> words = FoldedWords(candidate.word + ' ' + candidate.description);
  return std::all_of(typed.begin(), typed.end(), [&](const std::string& begun) {
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return word.starts_with(begun); });
  });
}

void Keep(Candidates& candidates, const std::function<bool(const Candidate&)>& fits) {
  candidates.erase(std::remove_if(candidates.begin(), candidates.end(),
                                  [&](const Candidate& each) { return !fits(each); }),
                   candidates.end());
}

// Those that begin as typed; where there are none, those with words, of the label too, that do: "nord" of
// socialnamnden-nordost.
Candidates Fitting(Candidates candidates, std::string_view typed) {
  Candidates begun = candidates;
  KeepBegun(begun, typed);
  const std::vector<std::string> words = FoldedWords(typed);
  if (!begun.empty() || words.empty()) return begun;
  Keep(candidates, [&](const Candidate& each) { return HasWordsThatBeginSo(each, words); });
  return candidates;
}

// The facet's values, with `prefix` before each.
Candidates FromServer(const std::string& facet_name, std::string_view prefix, const Typed& before) {
  v1::SearchRequest request;
  request.set_page_size(0);
  request.add_facets(facet_name);
  // A committee's own years; of other facets, a filter of the same field is ignored anyhow.
  if (facet_name == "year" && !before.committee.empty())
    request.mutable_filters()->add_committees(before.committee);
  Candidates candidates;
  const auto address = ServerAddress(before.server);
  if (!address.ok()) return candidates;
  const auto answer = Rpc(*address, kPatience).Search(request);
  if (!answer.ok()) return candidates;
  for (const v1::Facet& facet : answer->facets()) {
    for (const v1::FacetValue& value : facet.values())
      candidates.push_back({std::string(prefix) + value.value(), value.label()});
  }
  return candidates;
}

// Names in one language, each described by the other; those in the other where only they begin as typed.
Candidates FromNames(const std::vector<NamePair>& names, std::string_view typed) {
  Candidates first;
  Candidates second;
  for (const NamePair& pair : names) {
    first.push_back({pair.name, pair.other});
    second.push_back({pair.other, pair.name});
  }
  const bool fits = std::any_of(first.begin(), first.end(), [&](const Candidate& name) {
    return Folded(name.word).starts_with(Folded(typed));
  });
  return fits ? first : second;
}

std::vector<NamePair> Swapped(std::vector<NamePair> names) {
  for (NamePair& pair : names) std::swap(pair.name, pair.other);
  return names;
}

// Of a list with commas between, what may come last: what stands in it already may not.
Candidates ListItems(std::vector<NamePair> names, std::string_view typed) {
  const std::size_t comma = typed.rfind(',');
  const std::string before(typed.substr(0, comma == std::string_view::npos ? 0 : comma + 1));
  const auto stands = [&](std::string_view name) {
    return (',' + before).find(fmt::format(",{},", name)) != std::string::npos;
  };
  std::erase_if(names, [&](const NamePair& pair) { return stands(pair.name) || stands(pair.other); });
  Candidates candidates = FromNames(names, typed.substr(before.size()));
  for (Candidate& candidate : candidates) candidate.word.insert(0, before);
  return candidates;
}

// Plans, or the years of the committee that has been named.
Candidates ComparisonSides(const Typed& before) {
  return FromServer(before.committee.empty() ? "plan" : "year", "", before);
}

// All values of the type that help calls `type`.
Candidates AllValues(std::string_view type, std::string_view typed, const Typed& before) {
  if (type == "BASE" || type == "OTHER") return ComparisonSides(before);
  if (type == "FIELD" || type == "ROWS" || type == "COLUMNS") return FromNames(FacetNames(), typed);
  if (type == "KIND") return FromNames(Swapped(KindNames()), typed);
  if (type == "ORIGIN") return FromNames(Swapped(OriginNames()), typed);
  if (type == "ORDER") return FromNames(OrderNames(), typed);
  if (type == "CHANGE") return ListItems(ChangeNames(), typed);
  if (type == "SEPARATOR") return FromNames(SeparatorNames(), typed);
  if (type == "WHEN") return {{"auto", "on a terminal"}, {"always", ""}, {"never", ""}};
  if (type == "NAME") return FromServer("plan", kPlansPrefix, before);
  const std::string facet = FacetOf(type);
  return facet.empty() ? Candidates() : FromServer(facet, "", before);
}

}  // namespace

void KeepBegun(Candidates& candidates, std::string_view typed) {
  Keep(candidates, [typed](const Candidate& each) { return each.word.starts_with(typed); });
}

Candidates ValuesFor(std::string_view type, std::string_view typed, const Typed& before) {
  // A resource name is typed with its collection before it, the words of its label are not.
  const std::string_view words = typed.starts_with(kPlansPrefix) ? typed.substr(kPlansPrefix.size()) : typed;
  Candidates all = AllValues(type, typed, before);
  Candidates fitting = Fitting(all, typed);
  return fitting.empty() ? Fitting(std::move(all), words) : fitting;
}

}  // namespace plansok::client
