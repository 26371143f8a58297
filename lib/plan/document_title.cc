#include "plan/document_title.h"

#include <algorithm>
#include <map>
#include <vector>

#include "plan/document_kind.h"
#include "plan/letters.h"
#include "plan/name_index.h"
#include "plan/years.h"

namespace plansok::plan {
namespace {

constexpr std::size_t kLongestTitle = 160;  // bytes

// What a line with a document's kind scores before anything else speaks for it as the title.
constexpr double kRealTitle = 10.0;

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

class TitleFinder {
 public:
  TitleFinder(std::span<const std::string> lines, std::span<const PageLine> pages,
              const Vocabulary& vocabulary)
      : lines_(lines), pages_(pages), vocabulary_(vocabulary) {}

  // A line, or two or three that a narrow page broke a title into.
  std::optional<Title> Find() const {
    std::optional<Title> best;
    for (std::size_t i = 0; i < std::min(kFrontLines, pages_.size()); ++i) {
      for (std::size_t last = i; last < std::min(i + 3, pages_.size()); ++last) {
        if (last > i && pages_[last].number != pages_[last - 1].number + 1) break;
        const Title title = Judge(i, last);
        if (title.score > 0 && (!best || title.score > best->score)) best = title;
      }
    }
    return best ? WithOwner(*best) : FromFooter();
  }

 private:
  std::string Joined(std::size_t first, std::size_t last) const {
    std::string text = pages_[first].text;
    for (std::size_t i = first + 1; i <= last; ++i) text += ' ' + pages_[i].text;
    return text;
  }

  Title Judge(std::size_t first, std::size_t last) const {
    Title title{Joined(first, last), first, last, 0};
    const Letters letters = Squeeze(title.text);
    const std::optional<NameHit> kind = KindIn(letters);
    const std::string_view raw = pages_[last].raw;
    const std::string_view bare = raw.substr(0, raw.find_last_not_of(" \r\t") + 1);
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
    title.score -= IsBudget(*kind) ? 2 : 0;
    return title;
  }

  bool IsOwnerOrYear(std::size_t i) const {
    return i < pages_.size() && (vocabulary_.Owner(pages_[i].text) || IsYearAlone(pages_[i].text));
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

  std::span<const std::string> lines_;
  std::span<const PageLine> pages_;
  const Vocabulary& vocabulary_;
};

}  // namespace

std::optional<Title> FindTitle(std::span<const std::string> lines, std::span<const PageLine> pages,
                               const Vocabulary& vocabulary) {
  return TitleFinder(lines, pages, vocabulary).Find();
}

bool IsCityWide(std::string_view title) {
  static const NameIndex city = [] {
    NameIndex index;
    for (std::string_view name : {"Göteborgs Stads", "Göteborgs Stad", "Göteborg Stads", "Göteborgs"})
      index.Add(name, 0);
    return index;
  }();
  return city.StartingAt(Squeeze(title), 0).has_value();
}

}  // namespace plansok::plan
