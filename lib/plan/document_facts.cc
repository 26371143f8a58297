#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plan/facts.h"
#include "plan/letters.h"
#include "plan/name_index.h"
#include "plan/years.h"

namespace plansok::plan {
namespace {

// How far a document speaks of itself as a whole: its front (title, box of facts) and its first pages
// (introduction).
constexpr std::size_t kFrontLines = 60;
constexpr std::size_t kFirstPagesLines = 160;
constexpr std::size_t kLongestTitle = 160;  // bytes

// The kinds of steering documents, in Göteborg's terms. More telling ones first: a "genomförandeplan för
// budget" is no budget.
constexpr std::array<std::string_view, 14> kKinds = {
    "genomförandeplan", "verksamhetsplan", "handlingsplan", "affärsplan", "årsrapport",
    "delårsrapport",    "barnrättsplan",   "program",       "plan",       "policy",
    "riktlinje",        "reglemente",      "strategi",      "budget"};

struct Line {
  std::string text;  // without markup around it
  std::size_t number = 0;
  bool marked = false;  // a Markdown heading
};

const NameIndex& KindIndex() {
  static const NameIndex index = [] {
    NameIndex kinds;
    for (std::size_t i = 0; i < kKinds.size(); ++i) {
      for (std::string_view ending : {"", "en", "er", "et"}) {
        kinds.Add(fmt::format("{}{}", kKinds[i], ending), static_cast<int>(i));
      }
    }
    return kinds;
  }();
  return index;
}

// The first kind a line names, and where. Compounds ("avfallsplan", "folkhälsoprogram") are of their last
// part's kind.
std::optional<NameHit> KindIn(const Letters& letters) {
  for (std::size_t at = 0; at < letters.size(); ++at) {
    if (!letters.word_start[at]) continue;
    if (const auto hit = KindIndex().StartingAt(letters, at)) return hit;
  }
  return std::nullopt;
}

// "3.1.1 Uppdrag ..... 17": a line of a table of contents.
bool IsContentsLine(std::string_view text) {
  return text.find("....") != std::string_view::npos || text.find("\t") != std::string_view::npos;
}

std::vector<Line> FrontOf(std::span<const std::string> lines, std::size_t most) {
  std::vector<Line> front;
  for (std::size_t i = 0; i < lines.size() && front.size() < most; ++i) {
    std::string text = BareHeading(lines[i]);
    if (text.empty() || IsContentsLine(lines[i])) continue;
    front.push_back({std::move(text), i,
                     lines[i].find_first_not_of(' ') != std::string::npos && lines[i].starts_with('#')});
  }
  return front;
}

// Words that make a line a sentence, not a title.
bool IsSentence(std::string_view raw, const Letters& letters) {
  static const NameIndex verbs = [] {
    NameIndex index;
    for (std::string_view verb :
         {"ska", "är", "har", "antas", "beskriver", "innehåller", "utgår", "gäller", "finns", "ingår",
          "kommer", "beslutar", "beslutat", "syftar", "omfattar", "anger", "visar", "styr"}) {
      index.Add(verb, 0);
    }
    return index;
  }();
  return raw.ends_with('.') || raw.ends_with(',') || !verbs.In(letters).empty();
}

struct Title {
  std::string text;
  std::size_t first = 0;  // in the front's lines
  std::size_t last = 0;
  double score = 0;
};

class FactReader {
 public:
  FactReader(std::span<const std::string> lines, const Vocabulary& vocabulary)
      : lines_(lines), vocabulary_(vocabulary), pages_(FrontOf(lines, kFirstPagesLines)) {}

  DocumentFacts Read() {
    const std::optional<Title> title = FindTitle();
    DocumentFacts facts;
    if (title) facts.title = title->text;
    facts.document_kind = Kind(facts.title);
    facts.committees = Committees(title);
    facts.years = Years(facts.title, facts.document_kind);
    return facts;
  }

 private:
  bool InFront(std::size_t i) const { return i < std::min(kFrontLines, pages_.size()); }

  // --- title

  // A line, or two or three that a narrow page broke a title into.
  std::optional<Title> FindTitle() const {
    std::optional<Title> best;
    for (std::size_t i = 0; InFront(i); ++i) {
      for (std::size_t last = i; last < std::min(i + 3, pages_.size()); ++last) {
        if (last > i && pages_[last].number != pages_[last - 1].number + 1) break;
        const Title title = Judge(i, last);
        if (title.score > 0 && (!best || title.score > best->score)) best = title;
      }
    }
    return best ? WithOwner(*best) : FromFooter();
  }

  std::string Joined(std::size_t first, std::size_t last) const {
    std::string text = pages_[first].text;
    for (std::size_t i = first + 1; i <= last; ++i) text += ' ' + pages_[i].text;
    return text;
  }

  Title Judge(std::size_t first, std::size_t last) const {
    Title title{Joined(first, last), first, last, 0};
    const Letters letters = Squeeze(title.text);
    const std::optional<NameHit> kind = KindIn(letters);
    const std::string& raw = lines_[pages_[last].number];
    const std::string_view bare = std::string_view(raw).substr(0, raw.find_last_not_of(" \r\t") + 1);
    if (!kind || title.text.size() > kLongestTitle || IsSentence(bare, letters)) return title;
    title.score = 10.0 - 0.05 * static_cast<double>(first);
    if (kind->begin == 0) title.score += 4;
    if (!vocabulary_.CommitteesIn(title.text).empty()) title.score += 4;
    if (!YearSpansIn(title.text).empty()) title.score += 3;
    if (pages_[first].marked) title.score += 2;
    title.score -= 1.5 * static_cast<double>(last - first);  // the fewest lines that say it all
    title.score -= kind->name == static_cast<int>(kKinds.size()) - 1 ? 2 : 0;
    return title;
  }

  // A cover names kind and committee on lines of their own: "Verksamhetsplan 2023", "Socialnämnden Sydväst".
  Title WithOwner(Title title) const {
    if (!vocabulary_.CommitteesIn(title.text).empty() || title.last + 1 >= pages_.size()) return title;
    if (vocabulary_.Committee(pages_[title.last + 1].text)) title.text += ' ' + pages_[++title.last].text;
    return title;
  }

  // Where no title page came along, running headers and footers say it: "Nämndens verksamhetsplan 2024 6
  // (17)".
  std::optional<Title> FromFooter() const {
    std::map<std::string, int> seen;
    std::optional<Title> best;
    for (const std::string& line : lines_) {
      const std::string text = WithoutPageNumber(BareHeading(line));
      const Letters letters = Squeeze(text);
      if (text.size() > kLongestTitle / 2 || !KindIn(letters) || IsSentence(line, letters) ||
          YearSpansIn(text).empty())
        continue;
      const int times = ++seen[text];
      if (!best || times > best->score) best = Title{text, 0, 0, static_cast<double>(times)};
    }
    return best;
  }

  static std::string WithoutPageNumber(const std::string& text) {
    const std::size_t open = text.rfind(" (");
    if (open == std::string::npos) return text;
    const std::size_t space = text.rfind(' ', open - 1);
    return space == std::string::npos ? text : text.substr(0, space);
  }

  // --- kind

  std::string Kind(const std::string& title) const {
    if (const auto hit = KindIn(Squeeze(title)))
      return std::string(kKinds[static_cast<std::size_t>(hit->name)]);
    std::map<int, int> votes;
    for (const Line& line : pages_) {
      if (const auto hit = KindIn(Squeeze(line.text))) ++votes[hit->name];
    }
    const auto most = std::ranges::max_element(votes, {}, [](const auto& vote) { return vote.second; });
    return most == votes.end() ? "" : std::string(kKinds[static_cast<std::size_t>(most->first)]);
  }

  // --- committees

  std::vector<Named> Committees(const std::optional<Title>& title) const {
    if (title) {
      std::vector<Named> owners = OwnersIn(title->text);
      if (!owners.empty()) return owners;
    }
    if (const std::optional<Named> decided = Labelled("Beslutad av")) return {*decided};
    if (title && IsCityWide(title->text)) return CouncilOnly();
    return MostNamed();
  }

  std::vector<Named> OwnersIn(std::string_view text) const {
    std::vector<Named> owners = vocabulary_.CommitteesIn(text);
    return owners.empty() ? vocabulary_.AdministratorsIn(text) : owners;
  }

  std::vector<Named> CouncilOnly() const {
    const std::optional<Named> council = vocabulary_.Committee("Kommunfullmäktige");
    return council ? std::vector<Named>{*council} : std::vector<Named>{};
  }

  // The committee after a label of the box of facts ("Beslutad av: Kommunfullmäktige").
  std::optional<Named> Labelled(std::string_view label) const {
    for (std::size_t i = 0; InFront(i); ++i) {
      const std::size_t at = pages_[i].text.find(label);
      if (at == std::string::npos || pages_[i].text.substr(at + label.size(), 1) != ":") continue;
      const std::vector<Named> named = vocabulary_.CommitteesIn(pages_[i].text.substr(at));
      if (!named.empty()) return named.front();
    }
    return std::nullopt;
  }

  // "Göteborgs Stads plan för ...": the whole city's, unless it says otherwise.
  static bool IsCityWide(std::string_view title) {
    static const NameIndex city = [] {
      NameIndex index;
      for (std::string_view name : {"Göteborgs Stads", "Göteborgs Stad", "Göteborg Stads", "Göteborgs"})
        index.Add(name, 0);
      return index;
    }();
    return city.StartingAt(Squeeze(title), 0).has_value();
  }

  // Without a title the committee is the one the first pages speak of, lines of its own before running text.
  // The council and the executive are named everywhere, so only other committees count.
  std::vector<Named> MostNamed() const {
    constexpr int kOwnLine = 5;
    std::map<std::string, std::pair<int, Named>> votes;
    for (const Line& line : pages_) {
      const bool own_line = vocabulary_.Committee(line.text).has_value();
      const std::vector<Named> named = OwnersIn(line.text);
      for (const Named& committee : named) {
        auto& vote = votes[committee.id];
        // A line that lists many committees is about none of them.
        vote.first += own_line ? kOwnLine : (named.size() == 1 ? 2 : 0);
        vote.second = committee;
      }
    }
    votes.erase("kommunfullmaktige");
    votes.erase("kommunstyrelsen");
    const auto most = std::ranges::max_element(votes, {}, [](const auto& vote) { return vote.second.first; });
    if (most == votes.end() || most->second.first < kOwnLine) return {};
    return {most->second.second};
  }

  // --- years

  std::vector<int> Years(const std::string& title, const std::string& kind) const {
    for (const YearSpan& span : YearSpansIn(title)) {
      if (!span.dated) return span.Years();
    }
    std::map<std::pair<int, int>, int> votes;
    for (std::size_t i = 0; i < pages_.size(); ++i) VoteForYears(pages_[i].text, kind, votes);
    const auto most = std::ranges::max_element(votes, {}, [](const auto& vote) { return vote.second; });
    if (most == votes.end()) return {};
    return YearSpan{most->first.first, most->first.second}.Years();
  }

  // A year counts where the document says of itself that it is its year: "Giltighetstid: 2019–2022",
  // "verksamhetsplan 2024", "budget för 2025".
  static void VoteForYears(const std::string& line, const std::string& kind,
                           std::map<std::pair<int, int>, int>& votes) {
    const Letters before_all = Squeeze(line);
    for (const YearSpan& span : YearSpansIn(line)) {
      if (span.dated) continue;
      const int weight = WeightOf(Squeeze(std::string_view(line).substr(0, span.begin)), kind);
      if (weight > 0) votes[{span.first, span.last}] += weight;
    }
  }

  static int WeightOf(const Letters& before, const std::string& kind) {
    struct Introduction {
      std::string_view words;
      int weight;
    };
    constexpr std::array<Introduction, 9> kIntroductions = {{{"giltighetstid", 12},
                                                             {"gäller för perioden", 8},
                                                             {"planperiod", 8},
                                                             {"avser", 6},
                                                             {"budget för", 3},
                                                             {"budget för år", 3},
                                                             {"budget", 3},
                                                             {"budget år", 3},
                                                             {"under", 1}}};
    int weight = 0;
    for (const Introduction& introduction : kIntroductions) {
      if (EndsWith(before, introduction.words)) weight = std::max(weight, introduction.weight);
    }
    for (std::string_view link : {"", " för", " för år", " år"}) {
      if (!kind.empty() && EndsWith(before, fmt::format("{}{}", kind, link))) weight = std::max(weight, 5);
    }
    return weight;
  }

  static bool EndsWith(const Letters& text, std::string_view words) {
    const Letters wanted = Squeeze(words);
    NameIndex index;
    index.Add(words, 0);
    // Scanning may have made the words longer or shorter by a letter or two.
    for (std::size_t length = wanted.size() + 2; length + 3 > wanted.size() && length > 0; --length) {
      if (length > text.size()) continue;
      const auto hit = index.StartingAt(text, text.size() - length);
      if (text.word_start[text.size() - length] && hit && hit->end == text.size()) return true;
    }
    return false;
  }

  std::span<const std::string> lines_;
  const Vocabulary& vocabulary_;
  std::vector<Line> pages_;
};

}  // namespace

DocumentFacts ReadDocumentFacts(std::span<const std::string> lines, const Vocabulary& vocabulary) {
  return FactReader(lines, vocabulary).Read();
}

}  // namespace plansok::plan
