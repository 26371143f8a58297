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
#include "plan/worded_owner.h"
#include "plan/years.h"

namespace plansok::plan {
namespace {

// How far a document speaks of itself as a whole: its cover, its front (title, box of facts) and its first
// pages (introduction).
constexpr std::size_t kCoverLines = 10;
constexpr std::size_t kFrontLines = 60;
constexpr std::size_t kFirstPagesLines = 160;
constexpr std::size_t kLongestTitle = 160;  // bytes

// What a line with a document's kind scores before anything else speaks for it as the title.
constexpr double kRealTitle = 10.0;

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
  std::optional<NameHit>
      budget;  // "Budget och verksamhetsplan 2028" is a verksamhetsplan that holds a budget
  for (std::size_t at = 0; at < letters.size(); ++at) {
    if (!letters.word_start[at]) continue;
    const auto hit = KindIndex().StartingAt(letters, at);
    if (hit && hit->name != static_cast<int>(kKinds.size()) - 1) return hit;
    if (hit && !budget) budget = hit;
  }
  return budget;
}

// "3.1.1 Uppdrag ..... 17": a line of a table of contents.
bool IsContentsLine(std::string_view text) {
  return text.find("....") != std::string_view::npos || text.find('\t') != std::string_view::npos;
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
    facts.committees = Committees(title, facts.document_kind);
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
    const bool kind_alone = kind->begin == 0 && kind->end == letters.size();
    if (kind_alone && !IsOwnerOrYear(last + 1)) return title;
    title.score = kRealTitle - 0.05 * static_cast<double>(first);
    if (kind->begin == 0 || IsCityWide(title.text)) title.score += 4;
    if (!vocabulary_.CommitteesIn(title.text).empty()) title.score += 4;
    if (!YearSpansIn(title.text).empty()) title.score += 3;
    if (pages_[first].marked) title.score += 2;
    title.score -= 1.5 * static_cast<double>(last - first);             // the fewest lines that say it all
    if (title.text.find(" | ") != std::string::npos) title.score -= 4;  // a running header
    title.score -= kind->name == static_cast<int>(kKinds.size()) - 1 ? 2 : 0;
    return title;
  }

  bool IsOwnerOrYear(std::size_t i) const {
    return i < pages_.size() && (Owner(pages_[i].text) || IsYearAlone(pages_[i].text));
  }

  static bool IsYearAlone(std::string_view text) {
    const std::vector<YearSpan> spans = YearSpansIn(text);
    return spans.size() == 1 && !spans[0].dated && spans[0].begin == 0 && spans[0].end == text.size();
  }

  // A cover says kind, year and committee on lines of their own: "Verksamhetsplan", "2023", "Socialnämnden
  // Sydväst".
  Title WithOwner(Title title) const {
    while (IsOwnerOrYear(title.last + 1)) title.text += ' ' + pages_[++title.last].text;
    return title;
  }

  // Where no title page came along, running headers and footers say it: "Nämndens verksamhetsplan 2024 6
  // (17)".
  std::optional<Title> FromFooter() const {
    std::map<std::string, int> seen;
    std::optional<Title> best;
    for (const std::string& line : lines_) {
      const std::string text = WithoutPageNumber(BareHeading(line));
      if (!IsKindAndYear(text)) continue;
      const int times = ++seen[text];
      if (!best || times > best->score)
        best = Title{text, pages_.size(), pages_.size(), static_cast<double>(times)};
    }
    return best;
  }

  // "Verksamhetsplan 2024", "Nämndens verksamhetsplan 2024–2026".
  static bool IsKindAndYear(std::string_view text) {
    constexpr std::size_t kOwnerWords = 30;  // bytes
    const std::vector<YearSpan> spans = YearSpansIn(text);
    if (spans.size() != 1 || spans[0].end != text.size()) return false;
    const Letters before = Squeeze(text.substr(0, spans[0].begin));
    const std::optional<NameHit> kind = KindIn(before);
    return kind && kind->end == before.size() && kind->begin <= kOwnerWords;
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

  std::vector<Named> Committees(const std::optional<Title>& title, std::string_view kind) const {
    if (title) {
      std::vector<Named> owners = OwnersIn(title->text);
      if (!owners.empty()) return owners;
      if (const std::optional<Named> owner = BesideTitle(*title)) return {*owner};
    }
    for (std::string_view label :
         {"Beslutad av", "Antagen av", "Fastställd av", "Beslutande", "Beslutsinstans"}) {
      if (const std::optional<Named> decided = Labelled(label)) return {*decided};
    }
    const bool city_wide = title && IsCityWide(title->text);
    if (const auto owner = UnknownOwner(title); owner && !city_wide) return {*owner};
    if (title && (city_wide || !IsCommitteesKind(kind))) return CouncilOnly();
    return MostNamed();
  }

  // Committees plan, report and budget by these; the rest is steered by the council.
  static bool IsCommitteesKind(std::string_view kind) {
    return kind == "genomförandeplan" || kind == "verksamhetsplan" || kind == "affärsplan" ||
           kind == "årsrapport" || kind == "delårsrapport" || kind == "budget" || kind == "handlingsplan" ||
           kind.empty();
  }

  // A committee on a line of its own just above or below the title.
  std::optional<Named> BesideTitle(const Title& title) const {
    constexpr std::size_t kBeside = 3;
    for (std::size_t distance = 1; distance <= kBeside && title.score > 0; ++distance) {
      for (std::size_t i : {title.first - distance, title.last + distance}) {
        if (i >= pages_.size()) continue;  // also where the subtraction wrapped around
        if (std::optional<Named> owner = Owner(pages_[i].text)) return owner;
      }
    }
    return std::nullopt;
  }

  // The committee or company that a line is, as a whole.
  std::optional<Named> Owner(std::string_view line) const {
    std::optional<Named> owner = vocabulary_.Committee(line);
    return owner ? owner : vocabulary_.Company(line);
  }

  // One that no vocabulary knows, named by the title or on a line of the cover.
  std::optional<Named> UnknownOwner(const std::optional<Title>& title) const {
    if (title) {
      if (std::optional<Named> owner = WordedOwner(title->text)) return owner;
    }
    for (std::size_t i = 0; i < std::min(kCoverLines, pages_.size()); ++i) {
      if (std::optional<Named> owner = WordedOwner(pages_[i].text)) return owner;
    }
    return std::nullopt;
  }

  std::vector<Named> OwnersIn(std::string_view text) const {
    std::vector<Named> owners = vocabulary_.CommitteesIn(text);
    if (owners.empty()) owners = vocabulary_.AdministratorsIn(text);
    return owners.empty() ? vocabulary_.CompaniesIn(text) : owners;
  }

  std::vector<Named> CouncilOnly() const {
    const std::optional<Named> council = vocabulary_.Committee("Kommunfullmäktige");
    return council ? std::vector<Named>{*council} : std::vector<Named>{};
  }

  // The committee after a label of the box of facts, there or on the next line ("Beslutad av:
  // Kommunfullmäktige"). In running text ("budget som är beslutad av kommunfullmäktige") the label is no
  // label.
  std::optional<Named> Labelled(std::string_view label) const {
    for (std::size_t i = 0; InFront(i); ++i) {
      const std::size_t at = pages_[i].text.find(label);
      if (at == std::string::npos) continue;
      const std::string after = pages_[i].text.substr(at + label.size());
      if (at > 0 && !after.starts_with(':')) continue;
      const std::vector<Named> named =
          vocabulary_.CommitteesIn(i + 1 < pages_.size() ? after + '\n' + pages_[i + 1].text : after);
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
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      constexpr int kOwnLine = 6;
      const std::vector<YearSpan> spans = YearSpansIn(pages_[i].text);
      for (const YearSpan& span : spans) {
        const bool alone =
            i < kCoverLines && IsYearAlone(pages_[i].text) && !lines_[pages_[i].number].ends_with('.');
        const int weight = alone ? kOwnLine : WeightOf(pages_[i].text.substr(0, span.begin), kind);
        if (weight > 0 && !span.dated) votes[{span.first, span.last}] += weight;
      }
    }
    const auto most = std::ranges::max_element(votes, {}, [](const auto& vote) { return vote.second; });
    return most == votes.end() ? std::vector<int>{} : YearSpan{most->first.first, most->first.second}.Years();
  }

  // How much the words before a year say that it is the document's own: "Giltighetstid: 2019–2022",
  // "verksamhetsplan 2024", "budget för 2025". A year without such words is merely mentioned.
  static int WeightOf(std::string_view before, const std::string& kind) {
    constexpr int kOwnKind = 5;
    constexpr std::size_t kTail = 60;  // bytes that can hold an introduction
    const Letters words = Squeeze(before.substr(before.size() - std::min(before.size(), kTail)));
    const std::vector<NameHit> hits = Introductions().index.In(words);
    if (hits.empty() || hits.back().end != words.size()) return 0;
    const Introduction& introduction = Introductions().values[static_cast<std::size_t>(hits.back().name)];
    return introduction.kind == kind ? kOwnKind : introduction.weight;
  }

  struct Introduction {
    std::string kind;  // of a document, where the introduction names one
    int weight = 0;    // where that is not this document's kind
  };
  struct IntroductionTable {
    NameIndex index;
    std::vector<Introduction> values;

    void Add(const std::string& words, Introduction value) {
      index.Add(words, static_cast<int>(values.size()));
      values.push_back(std::move(value));
    }
  };

  static const IntroductionTable& Introductions() {
    static const IntroductionTable table = [] {
      IntroductionTable introductions;
      for (std::string_view link : {"", " för", " för år", " år"}) {
        for (std::string_view kind : kKinds) {
          introductions.Add(fmt::format("{}{}", kind, link), {std::string(kind), kind == "budget" ? 3 : 0});
        }
      }
      introductions.Add("giltighetstid", {"-", 12});
      for (const char* words :
           {"gäller för perioden", "gäller för åren", "planperiod", "planperioden", "avser år", "avser"}) {
        introductions.Add(words, {"-", 8});
      }
      introductions.Add("under", {"-", 1});
      return introductions;
    }();
    return table;
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
