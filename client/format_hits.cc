#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "client/format.h"
#include "client/joined.h"
#include "client/limits.h"

namespace plansok::client {
namespace {

constexpr int kIndent = 4;  // under a hit's number

// A pasted page is not said back in whole.
constexpr int kLongestQuote = 60;  // columns

std::string Quoted(std::string_view text) {
  return fmt::format("”{}”", Shortened(Printable(text), kLongestQuote));
}

std::string Range(const v1::SearchResponse& response, const PageOfHits& page) {
  const int last = page.first + response.hits_size() - 1;
  if (page.first > 1 && response.hits().empty()) {
    const int last_page = (response.total_size() + page.page_size - 1) / page.page_size;
    return response.total_size() == 0 ? "" : fmt::format(", den sista sidan är {}", FormatNumber(last_page));
  }
  if (page.first > 1) return fmt::format(", nr {}–{}", FormatNumber(page.first), FormatNumber(last));
  if (response.hits().empty() || last >= response.total_size()) return "";
  return fmt::format(", de första {}", FormatNumber(last));
}

// How to see the hits that come after these.
std::string NextPage(const Terminal& terminal, const v1::SearchResponse& response, const PageOfHits& page) {
  const int last = page.first + response.hits_size() - 1;
  const bool is_last = response.hits().empty() || last >= response.total_size() || page.page_size <= 0;
  if (is_last || last + page.page_size > kMaxHits) return "";
  return '\n' + Wrapped(terminal, 0, fmt::format("Fler: --page {}", last / page.page_size + 1), Style::kDim);
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
  return Wrapped(terminal, kIndent, "Läst som: " + Joined(readings, ", "), Style::kDim);
}

std::string FormatHit(const Terminal& terminal, int number, const v1::Hit& hit, const PlanTitles& titles) {
  const v1::Paragraph& paragraph = hit.paragraph();
  std::string title = Wrapped(terminal, kIndent, Citation(paragraph, titles), Style::kTitle);
  const std::string shown_number = fmt::format("{:>{}}", number, kIndent - 1);
  title.replace(0, kIndent, shown_number + ' ');
  return '\n' + title + Wrapped(terminal, kIndent, SectionPath(paragraph), Style::kDim) +
         LeadIn(terminal, kIndent, paragraph) + Wrapped(terminal, kIndent, MarkedSnippet(hit)) +
         ReadAs(terminal, hit) + Wrapped(terminal, kIndent, Facts(paragraph), Style::kDim) +
         NameLine(terminal, kIndent, paragraph.name());
}

}  // namespace

std::string TotalFor(int total, std::string_view query) {
  const std::string shown_query = query.empty() ? "" : " för " + Quoted(query);
  if (total == 0) return "Inget stycke" + shown_query;
  return fmt::format("{} {}{}", FormatNumber(total), total == 1 ? "stycke" : "stycken", shown_query);
}

std::string QueryRemarks(const Terminal& terminal, std::string_view query, std::string_view corrected_query,
                         const std::vector<std::string>& dropped_words,
                         const std::vector<std::string>& notes) {
  std::string text;
  if (!corrected_query.empty()) {
    text += Wrapped(terminal, 0,
                    fmt::format("Visar träffar för {}. Sök i stället efter {} med --exact.",
                                Quoted(corrected_query), Quoted(query)));
  }
  if (!dropped_words.empty())
    text += Wrapped(
        terminal, 0,
        "Alla träffar har inte alla ord. Somliga saknar " + Joined(dropped_words, ", ", Quoted) + ".");
  for (const std::string& note : notes) text += Wrapped(terminal, 0, note, Style::kDim);
  return text;
}

std::string FormatHits(const Terminal& terminal, const google::protobuf::RepeatedPtrField<v1::Hit>& hits,
                       const PlanTitles& titles, int first) {
  std::string text;
  int number = first;
  for (const v1::Hit& hit : hits) text += FormatHit(terminal, number++, hit, titles);
  return text;
}

std::string SearchRemarks(const Terminal& terminal, const v1::SearchRequest& request,
                          const v1::SearchResponse& response, PageOfHits page) {
  std::string text = Wrapped(
      terminal, 0, TotalFor(response.total_size(), request.query()) + Range(response, page), Style::kHeading);
  return text + QueryRemarks(terminal, request.query(), response);
}

std::string FormatSearch(const Terminal& terminal, const v1::SearchRequest& request,
                         const v1::SearchResponse& response, const PlanTitles& titles, PageOfHits page,
                         int most_values) {
  return SearchRemarks(terminal, request, response, page) +
         FormatHits(terminal, response.hits(), titles, page.first) + NextPage(terminal, response, page) +
         FormatFacets(terminal, response, most_values);
}

}  // namespace plansok::client
