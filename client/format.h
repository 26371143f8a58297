/// Answers as people read them: pure functions from the contract's messages to text for a terminal. Labels
/// are Swedish.
#ifndef PLANSOK_CLIENT_FORMAT_H_
#define PLANSOK_CLIENT_FORMAT_H_

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "client/terminal.h"
#include "plansok/v1/plan_search_service.pb.h"

namespace plansok::client {

/// Titles by a plan's resource name. A plan that is not among them is called by its name.
using PlanTitles = std::map<std::string, std::string, std::less<>>;

/// Which hits an answer has: the number of the first, from 1, and how many make a page.
struct PageOfHits {
  int first = 1;
  int page_size = 0;  ///< 0: no next page is spoken of
};

inline constexpr int kDefaultValues = 12;  ///< of one facet; the rest is counted

/// Hits with their facets (`most_values` of each; 0: all), and what is to be said about how the query was
/// read.
std::string FormatSearch(const Terminal& terminal, const v1::SearchRequest& request,
                         const v1::SearchResponse& response, const PlanTitles& titles, PageOfHits page = {},
                         int most_values = kDefaultValues);

/// How many paragraphs there are, which of them are shown, and how the query was read.
std::string SearchRemarks(const Terminal& terminal, const v1::SearchRequest& request,
                          const v1::SearchResponse& response, PageOfHits page);

/// Hits, numbered from `first`.
std::string FormatHits(const Terminal& terminal, const google::protobuf::RepeatedPtrField<v1::Hit>& hits,
                       const PlanTitles& titles, int first);

/// Paragraphs like one.
std::string FormatSimilar(const Terminal& terminal, const v1::FindSimilarResponse& response,
                          const PlanTitles& titles);

/// Suggestions, one a line: how many paragraphs, what kind, and what to search for.
std::string FormatSuggestions(const Terminal& terminal, const v1::SuggestResponse& response);

/// The stages of a query, and, where a paragraph was asked for, its score term by term.
std::string FormatExplanation(const Terminal& terminal, const v1::ExplainRequest& request,
                              const v1::ExplainResponse& response);

/// Facets as tables with a bar for each count, as wide as the terminal at most, and with `most_values` of
/// each facet's values (0: all).
std::string FormatFacets(const Terminal& terminal, const v1::SearchResponse& response,
                         int most_values = kDefaultValues);

/// One paragraph in whole, with everything known of it, its neighbours, and its answer or assignment.
std::string FormatParagraph(const Terminal& terminal, const v1::GetParagraphResponse& response,
                            const PlanTitles& titles);

/// Plans as a list, and one of them.
std::string FormatPlans(const Terminal& terminal, const v1::ListPlansResponse& response);
std::string FormatPlan(const Terminal& terminal, const v1::Plan& plan);

/// A suggestion's source in Swedish; as it comes where the contract has grown.
std::string SourceLabel(const std::string& source);

/// A query token's type in Swedish; as it comes where the contract has grown.
std::string TokenLabel(const std::string& type);

// What the parts above have in common.

/// "3 stycken för ”skola”", "Inget stycke".
std::string TotalFor(int total, std::string_view query);

/// What was searched for instead of `query`, without which words, and what else is to be said of how it was
/// read; "" where there is nothing.
std::string QueryRemarks(const Terminal& terminal, std::string_view query, std::string_view corrected_query,
                         const std::vector<std::string>& dropped_words,
                         const std::vector<std::string>& notes);
template <typename Response>
std::string QueryRemarks(const Terminal& terminal, std::string_view query, const Response& response) {
  return QueryRemarks(terminal, query, response.corrected_query(),
                      {response.dropped_words().begin(), response.dropped_words().end()},
                      {response.notes().begin(), response.notes().end()});
}

/// "12 345", with the spaces unbreakable.
std::string FormatNumber(int number);

/// "0,25": with a comma, as Swedes and Swedish spreadsheets read decimals.
std::string Decimal(double number, int decimals);

/// "12"; "" for 0, which the contract has where a number is not known.
std::string NumberOrNothing(int number);

/// "2025", "2019–2022", "2019, 2021".
std::string FormatYears(const google::protobuf::RepeatedField<int>& years);

/// "Socialnämnden Centrum, Socialnämnden Nordost": whose plan it is.
std::string CommitteesOf(const google::protobuf::RepeatedPtrField<v1::Entity>& committees);

/// "Fastighetsnämnden, Framtiden (samverkan)": whom an assignment names.
std::string BodiesOf(const v1::Paragraph& paragraph);

/// A plan's title, or its name where it has none or the title is not known.
std::string TitleOf(const v1::Plan& plan);
std::string TitleOf(const v1::Paragraph& paragraph, const PlanTitles& titles);

/// Where in its plan a paragraph stands: "s. 5, rad 195–197", whatever of it is known.
std::string PlaceOf(const v1::Paragraph& paragraph);

/// How to refer to a paragraph in writing: "TITLE, s. 5, rad 195–197".
std::string Citation(const v1::Paragraph& paragraph, const PlanTitles& titles);

/// A resource name on a line of its own, however narrow the terminal: it must be copied whole.
std::string NameLine(const Terminal& terminal, int indent, std::string_view name);

/// The headings above a paragraph: "Mål › Uppdrag".
std::string SectionPath(const v1::Paragraph& paragraph);

/// What the paragraph follows (the announcement of its list, its assignment), on some lines of its own; ""
/// where there is nothing.
std::string LeadIn(const Terminal& terminal, int indent, const v1::Paragraph& paragraph);

/// "Uppdrag · Fler bostäder · 2025", whatever of it there is.
std::string Facts(const v1::Paragraph& paragraph);

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_FORMAT_H_
