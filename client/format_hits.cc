#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "client/format.h"

namespace plansok::client {
namespace {

constexpr int kIndent = 4;  // under a hit's number

std::string Quoted(std::string_view text) { return fmt::format("”{}”", Printable(text)); }

template <typename Words>
std::string QuotedList(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + Quoted(word);
  return text;
}

std::string Total(const v1::SearchRequest& request, const v1::SearchResponse& response) {
  const int total = response.total_size();
  const std::string query = request.query().empty() ? "" : " för " + Quoted(request.query());
  if (total == 0) return "Inget stycke" + query;
  std::string text = fmt::format("{} {}{}", FormatNumber(total), total == 1 ? "stycke" : "stycken", query);
  if (response.hits_size() > 0 && response.hits_size() < total) {
    text += fmt::format(", de första {}", FormatNumber(response.hits_size()));
  }
  return text;
}

std::string Remarks(const Terminal& terminal, const v1::SearchRequest& request,
                    const v1::SearchResponse& response) {
  std::string text;
  if (!response.corrected_query().empty()) {
    text += Wrapped(terminal, 0,
                    fmt::format("Visar träffar för {}. Sök i stället efter {} med --exact.",
                                Quoted(response.corrected_query()), Quoted(request.query())));
  }
  if (response.dropped_words_size() > 0) {
    text += Wrapped(terminal, 0,
                    "Utan " + QuotedList(response.dropped_words()) + ": för få stycken har alla ord.");
  }
  for (const std::string& note : response.notes()) text += Wrapped(terminal, 0, note, Style::kDim);
  return text;
}

// The snippet with its matches marked. Ranges that reach outside it mark what is inside.
std::vector<Cell> MarkedSnippet(const v1::Hit& hit) {
  std::vector<Cell> cells = Cells(hit.snippet());
  const auto size = static_cast<int>(cells.size());
  for (const v1::Highlight& range : hit.highlights()) {
    const int end = std::min(range.end(), size);
    for (int i = std::max(0, range.start()); i < end; ++i) cells[static_cast<std::size_t>(i)].marked = true;
  }
  return cells;
}

// Badly scanned words that the hit rests on: "Läst som: ndmnden → nämnden".
std::string ReadAs(const Terminal& terminal, const v1::Hit& hit) {
  std::set<std::string> readings;
  for (const v1::MatchedAs& match : hit.matched_as()) {
    if (!match.read_as().empty()) readings.insert(fmt::format("{} → {}", match.text_word(), match.read_as()));
  }
  if (readings.empty()) return "";
  std::string text = "Läst som: ";
  for (const std::string& reading : readings) text += (reading == *readings.begin() ? "" : ", ") + reading;
  return Wrapped(terminal, kIndent, text, Style::kDim);
}

std::string FormatHit(const Terminal& terminal, int number, const v1::Hit& hit, const PlanTitles& titles) {
  const v1::Paragraph& paragraph = hit.paragraph();
  std::string title = Wrapped(terminal, kIndent, Citation(paragraph, titles), Style::kTitle);
  const std::string shown_number = fmt::format("{:>{}}", number, kIndent - 1);
  title.replace(0, kIndent, shown_number + ' ');
  return '\n' + title + Wrapped(terminal, kIndent, SectionPath(paragraph), Style::kDim) +
         Wrapped(terminal, kIndent, MarkedSnippet(hit)) + ReadAs(terminal, hit) +
         Wrapped(terminal, kIndent, Facts(paragraph), Style::kDim) +
         NameLine(terminal, kIndent, paragraph.name());
}

}  // namespace

std::string FormatSearch(const Terminal& terminal, const v1::SearchRequest& request,
                         const v1::SearchResponse& response, const PlanTitles& titles) {
  std::string text =
      Wrapped(terminal, 0, Total(request, response), Style::kHeading) + Remarks(terminal, request, response);
  int number = 0;
  for (const v1::Hit& hit : response.hits()) text += FormatHit(terminal, ++number, hit, titles);
  return text + FormatFacets(terminal, response);
}

}  // namespace plansok::client
