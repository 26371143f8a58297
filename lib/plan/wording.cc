#include "plan/wording.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>
#include <vector>

#include "plan/characters.h"
#include "plan/near_words.h"
#include "text/normalize.h"

namespace plansok::plan {
namespace {

template <typename Value, std::size_t N>
using WordTable = std::array<std::pair<std::string_view, Value>, N>;

constexpr WordTable<HeadingRole, 48> kHeadings = {{
    {"mal", HeadingRole::kGoals},
    {"malen", HeadingRole::kGoals},
    {"namndens mal", HeadingRole::kGoals},
    {"styrelsens mal", HeadingRole::kGoals},
    {"bolagets mal", HeadingRole::kGoals},
    {"kommunfullmaktiges mal", HeadingRole::kGoals},
    {"overgripande mal", HeadingRole::kGoals},
    {"prioriterade mal", HeadingRole::kGoals},
    {"mal och omhandertagande", HeadingRole::kGoals},
    {"inriktning", HeadingRole::kDirections},
    {"inriktningar", HeadingRole::kDirections},
    {"namndens inriktningar", HeadingRole::kDirections},
    {"namndspecifika inriktningar", HeadingRole::kDirections},
    {"specifika inriktningar", HeadingRole::kDirections},
    {"uppdrag", HeadingRole::kAssignments},
    {"uppdragen", HeadingRole::kAssignments},
    {"namndens uppdrag", HeadingRole::kAssignments},
    {"styrelsens uppdrag", HeadingRole::kAssignments},
    {"uppdrag och omhandertagande", HeadingRole::kAssignments},
    {"uppdrag och svar", HeadingRole::kAssignments},
    {"uppdrag och atgarder", HeadingRole::kAssignments},
    {"sarskilda uppdrag", HeadingRole::kAssignments},
    {"egna uppdrag", HeadingRole::kAssignmentSource},
    {"namndens egna uppdrag", HeadingRole::kAssignmentSource},
    {"program och planer", HeadingRole::kPrograms},
    {"program/plan", HeadingRole::kPrograms},
    {"program/planer", HeadingRole::kPrograms},
    {"planer och program", HeadingRole::kPrograms},
    {"berorda program och planer", HeadingRole::kPrograms},
    {"namndens program och planer", HeadingRole::kPrograms},
    {"styrande dokument", HeadingRole::kPrograms},
    {"namndens omhandertagande", HeadingRole::kCare},
    {"styrelsens omhandertagande", HeadingRole::kCare},
    {"bolagets omhandertagande", HeadingRole::kCare},
    {"forvaltningens omhandertagande", HeadingRole::kCare},
    {"omhandertagande", HeadingRole::kCare},
    {"namndens arbete", HeadingRole::kCare},
    {"uppfoljning", HeadingRole::kFollowUp},
    {"indikator", HeadingRole::kFollowUp},
    {"indikatorer", HeadingRole::kFollowUp},
    {"uppfoljning och indikatorer", HeadingRole::kFollowUp},
    {"uppfoljning av malet", HeadingRole::kFollowUp},
    {"matt och indikatorer", HeadingRole::kFollowUp},
    {"innehall", HeadingRole::kContents},
    {"innehallsforteckning", HeadingRole::kContents},
    {"figurforteckning", HeadingRole::kContents},
    {"tabellforteckning", HeadingRole::kContents},
    {"bilageforteckning", HeadingRole::kContents},
}};

constexpr WordTable<Column, 31> kColumns = {{
    {"uppdrag", Column::kAssignment},
    {"uppdragstext", Column::kAssignment},
    {"uppdragsar", Column::kYear},
    {"uppdrags ar", Column::kYear},
    {"uppdrags- ar", Column::kYear},
    {"ar", Column::kYear},
    {"budgetar", Column::kYear},
    {"omhandertagande", Column::kAnswer},
    {"namndens omhandertagande", Column::kAnswer},
    {"styrelsens omhandertagande", Column::kAnswer},
    {"forvaltningens omhandertagande", Column::kAnswer},
    {"svar", Column::kAnswer},
    {"namndens svar", Column::kAnswer},
    {"atgard", Column::kAnswer},
    {"atgarder", Column::kAnswer},
    {"sa gor vi", Column::kAnswer},
    {"aterrapportering", Column::kAnswer},
    {"kommentar", Column::kAnswer},
    {"genomforande", Column::kAnswer},
    {"hantering", Column::kAnswer},
    {"program/plan", Column::kProgram},
    {"program/planer", Column::kProgram},
    {"program och planer", Column::kProgram},
    {"program", Column::kProgram},
    {"plan", Column::kProgram},
    {"styrande dokument", Column::kProgram},
    {"nr", Column::kCount},
    {"nummer", Column::kCount},
    {"uppdragsgivare", Column::kOrigin},
    {"beslut", Column::kOrigin},
    {"kalla", Column::kOrigin},
}};

// Prepositions, conjunctions, articles and the like: after one of them a sentence goes on.
constexpr std::array<std::string_view, 52> kHanging = {
    "alla", "andra", "att",        "av",    "bland",   "dar",  "de",     "den", "denna", "deras", "dess",
    "det",  "dessa", "efter",      "eller", "en",      "ett",  "fran",   "for", "genom", "hos",   "hur",
    "i",    "inom",  "inte",       "ju",    "kan",     "med",  "mellan", "mot", "nar",   "och",   "om",
    "per",  "pa",    "respektive", "samt",  "sin",     "sina", "sitt",   "ska", "skall", "som",   "sadana",
    "till", "under", "ur",         "utan",  "utifran", "var",  "vid",    "aven"};

template <typename Value, std::size_t N>
Value LookUp(const WordTable<Value, N>& table, std::string_view title, Value otherwise) {
  constexpr std::size_t kLongestTitle = 40;
  if (title.empty() || title.size() > kLongestTitle) return otherwise;
  for (const auto& [words, value] : table) {
    if (NearlyEqual(title, words)) return value;
  }
  return otherwise;
}

/// "fran goteborgs stads budget", "uppdrag fran namnden": where a list of assignments comes from.
bool IsSourceHeading(std::string_view folded) {
  constexpr std::size_t kLongest = 60;
  if (folded.size() > kLongest) return false;
  if (folded.rfind("uppdrag ", 0) == 0) folded.remove_prefix(std::string_view("uppdrag ").size());
  if (folded.rfind("fran ", 0) != 0) return false;
  constexpr std::array<std::string_view, 5> kSources = {"budget", "namnd", "styrelse", "fullmaktige",
                                                        "bolag"};
  const bool named = std::any_of(kSources.begin(), kSources.end(), [&](std::string_view source) {
    return folded.find(source) != std::string_view::npos;
  });
  return named || NearlyEqual(folded, "fran namnden");
}

bool Contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// The words of a folded title.
std::vector<std::string> SplitAtSpaces(std::string_view folded) {
  std::vector<std::string> words;
  for (std::size_t at = folded.find_first_not_of(' '); at < folded.size();
       at = folded.find_first_not_of(' ', at)) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    words.emplace_back(folded.substr(at, end - at));
    at = end;
  }
  return words;
}

/// "mal", "programmets mal", "mal och strategier", "mal for namnden": where goals are set out. "Mål och
/// uppdrag" holds everything.
bool IsGoalsHeading(std::string_view folded) {
  constexpr std::size_t kMostWords = 5;
  const std::vector<std::string> words = SplitAtSpaces(folded);
  const auto goals = std::find_if(words.begin(), words.end(),
                                  [](const std::string& word) { return word == "mal" || word == "malen"; });
  if (goals == words.end() || words.size() > kMostWords) return false;
  const bool owned = goals == words.begin() ||
                     (goals == words.begin() + 1 && (words[0].back() == 's' || words[0] == "vara"));
  const auto next = goals + 1;
  const bool goes_on = next != words.end() && (*next == "och" || *next == "for" || *next == "med");
  const bool other = Contains(folded, "uppdrag") || Contains(folded, "uppfoljning");
  return owned && !other && (next == words.end() || (goes_on && next + 1 != words.end()));
}

}  // namespace

std::string FoldedTitle(std::string_view title) {
  std::string folded = text::FoldWord(title);
  const auto is_edge = [](char c) {
    return std::string_view(" \t.:;,*_#\"()").find(c) != std::string_view::npos;
  };
  while (!folded.empty() && is_edge(folded.back())) folded.pop_back();
  std::size_t begin = 0;
  while (begin < folded.size() && is_edge(folded[begin])) ++begin;
  return folded.substr(begin);
}

HeadingRole RoleOfHeading(std::string_view heading) {
  constexpr std::size_t kLongestHeading = 90;
  if (heading.size() > kLongestHeading) return HeadingRole::kNone;
  const std::string folded = FoldedTitle(heading);
  if (IsSourceHeading(folded)) return HeadingRole::kAssignmentSource;
  if (Contains(folded, "malomraden")) return HeadingRole::kGoalAreas;
  const HeadingRole role = LookUp(kHeadings, folded, HeadingRole::kNone);
  return role == HeadingRole::kNone && IsGoalsHeading(folded) ? HeadingRole::kGoals : role;
}

Column ColumnOfTitle(std::string_view title) {
  constexpr std::size_t kLongestTitle = 60;
  if (title.size() > kLongestTitle) return Column::kUnknown;
  return LookUp(kColumns, FoldedTitle(title), Column::kUnknown);
}

bool IsIndicatorTable(std::string_view table) {
  const std::string folded = FoldedTitle(table.substr(0, BoundedPrefix(table, 40)));
  return folded.rfind("indikator", 0) == 0 || folded.rfind("matt ", 0) == 0 ||
         folded.rfind("nyckeltal", 0) == 0;
}

bool IsLabelledIndicator(std::string_view text) {
  constexpr std::size_t kLongestLabel = 20;
  const std::size_t colon = text.substr(0, kLongestLabel).find(':');
  if (colon == std::string_view::npos) return false;
  const std::string label = FoldedTitle(text.substr(0, colon));
  return label == "indikator" || label == "indikatorer" || label == "matt" || label == "nyckeltal";
}

bool AnnouncesIndicators(std::string_view lead_in) {
  constexpr std::string_view kAre = " ar";  // "Indikatorerna är:"
  const std::string folded = FoldedTitle(lead_in);
  std::string_view words = folded;
  if (words.ends_with(kAre)) words.remove_suffix(kAre.size());
  return LastWord(words).starts_with("indikator");
}

bool IsHalfYearTitle(std::string_view title) {
  const std::string folded = FoldedTitle(title);
  return folded == "uppdrags" || folded == "uppdrags-";
}

bool IsHangingWord(std::string_view word) {
  return std::find(kHanging.begin(), kHanging.end(), text::FoldWord(word)) != kHanging.end();
}

bool IsAssignmentWording(std::string_view sentence) {
  const std::string folded = text::FoldWord(sentence.substr(0, BoundedPrefix(sentence, 600)));
  return Contains(folded, " i uppdrag") || folded.rfind("uppdrag at ", 0) == 0 ||
         folded.rfind("uppdrag till ", 0) == 0;
}

std::string StatedGoal(std::string_view text) {
  constexpr std::string_view kThat = "är att ";
  constexpr std::size_t kReach = 120;
  for (std::size_t at = text.find(kThat); at != std::string_view::npos; at = text.find(kThat, at + 1)) {
    const std::size_t begin = text.rfind('.', at) == std::string_view::npos ? 0 : text.rfind('.', at);
    if (at - begin > kReach) continue;
    const std::string folded = text::FoldWord(text.substr(begin, at - begin));
    if (!Contains(folded, "malet ") && !Contains(folded, "mal ")) continue;
    const std::size_t goal = at + kThat.size();
    std::string stated(text.substr(goal, std::min(text.find('.', goal), text.size()) - goal));
    stated.erase(std::remove(stated.begin(), stated.end(), '*'), stated.end());
    if (BeginsUpper(stated)) return stated;
  }
  return "";
}

bool IsProgramTitle(std::string_view title) {
  constexpr std::size_t kLongestTitle = 250;
  if (title.size() > kLongestTitle) return false;
  const std::string folded = text::FoldWord(title);
  constexpr std::array<std::string_view, 6> kSorts = {"plan",      "program",  "policy",
                                                      "riktlinje", "strategi", "lagstiftning"};
  const bool sort =
      std::any_of(kSorts.begin(), kSorts.end(), [&](std::string_view s) { return Contains(folded, s); });
  return sort && Contains(folded, "(dnr");
}

bool IsConverterCaption(std::string_view line) {
  constexpr std::array<std::string_view, 4> kArticles = {"the ", "this ", "an ", "a "};
  constexpr std::array<std::string_view, 12> kThings = {"image",   "picture", "figure",       "photo",
                                                        "diagram", "chart",   "graph",        "table",
                                                        "logo",    "map",     "illustration", "page"};
  const std::string folded = text::FoldWord(line.substr(0, BoundedPrefix(line, 80)));
  if (folded.rfind("![", 0) == 0 || folded.rfind("<img", 0) == 0 || folded.rfind("[image", 0) == 0)
    return true;
  if (folded.rfind("image description", 0) == 0) return true;
  for (const std::string_view article : kArticles) {
    if (folded.rfind(article, 0) != 0) continue;
    const std::string_view rest = std::string_view(folded).substr(article.size());
    const bool thing = std::any_of(kThings.begin(), kThings.end(),
                                   [&](std::string_view t) { return rest.rfind(t, 0) == 0; });
    const bool verb = Contains(rest, " show") || Contains(rest, " depict") || Contains(rest, " display") ||
                      Contains(rest, " contain") || Contains(rest, " appears") || Contains(rest, " is ") ||
                      Contains(rest, " illustrat") || Contains(rest, " present");
    if (thing && verb) return true;
  }
  return false;
}

}  // namespace plansok::plan
