// What helps a person search, as people read it: suggestions, paragraphs like one, explanations.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "client/bars.h"
#include "client/format.h"
#include "client/joined.h"
#include "client/labels.h"

namespace plansok::client {
namespace {

constexpr int kIndent = 2;
constexpr int kDecimals = 3;         // of scores
constexpr int kNarrowTerminal = 50;  // columns; in fewer, nothing is lined up

struct TokenName {
  std::string_view type;
  std::string_view label;
};

// query::Token's types, as ExplainResponse names them.
constexpr std::array kTokens = {TokenName{"word", "ord"},
                                TokenName{"phrase", "fras"},
                                TokenName{"field", "fält"},
                                TokenName{"operator", "operator"},
                                TokenName{"open", "vänsterparentes"},
                                TokenName{"close", "högerparentes"}};

// The label is cut where there is no room for it. What is to be typed never is: where it leaves no room for
// the label, it stands below on a screen; a program reads one line.
std::string Row(const Terminal& terminal, const v1::Suggestion& suggestion) {
  constexpr int kCountWidth = 8;
  constexpr int kSourceWidth = 7;
  constexpr int kGap = 2;
  constexpr int kNarrowestLabel = 16;
  const std::string gap(kGap, ' ');
  const bool narrow = terminal.columns < kNarrowTerminal;
  const std::string count = PadLeft(FormatNumber(suggestion.count()), narrow ? kCountWidth / 2 : kCountWidth);
  const std::string source = PadRight(Printable(SourceLabel(suggestion.source())), narrow ? 0 : kSourceWidth);
  const std::string label = Printable(suggestion.label());
  const std::string query = suggestion.label() == suggestion.query() ? "" : Printable(suggestion.query());
  const int indent = Width(count) + Width(source) + 2 * kGap;
  const int room = std::max(kNarrowestLabel, terminal.columns - indent);
  const int beside = query.empty() ? room : room - kGap - Width(query);
  const int least = std::min(kNarrowestLabel, Width(label));
  const bool below = terminal.screen && beside < least;
  const std::string shown = Shortened(label, below ? room : std::max(beside, least));
  const std::string line =
      count + gap + Styled(terminal, Style::kDim, source) + gap + Styled(terminal, Style::kTitle, shown);
  if (query.empty()) return line + '\n';
  return below ? line + '\n' + NameLine(terminal, indent, query) : line + gap + query + '\n';
}

std::string Stage(const Terminal& terminal, std::string_view name, std::string_view text) {
  if (text.empty()) return "";
  return Styled(terminal, Style::kHeading, name) + '\n' + Wrapped(terminal, kIndent, text);
}

std::string Tokens(const v1::ExplainResponse& response) {
  return Joined(response.tokens(), " · ", [](const v1::QueryToken& token) {
    return fmt::format("{} {}", token.text(), TokenLabel(token.type()));
  });
}

// Of what is weighed as a whole, a phrase, only what the index knows.
std::string Occurrences(const v1::TermWeight& term) {
  const auto times = [&] {
    return fmt::format("{} {}", FormatNumber(term.wdf()), term.wdf() == 1 ? "gång" : "gånger");
  };
  const auto paragraphs = [&] {
    return fmt::format("i {} {}", FormatNumber(term.frequency()),
                       term.frequency() == 1 ? "stycke" : "stycken");
  };
  std::string text = term.wdf() == 0 ? "" : "  " + times();
  if (term.frequency() == 0) return text;
  return text + (text.empty() ? "  " : ", ") + paragraphs();
}

std::string TermLine(const v1::TermWeight& term) {
  constexpr int kWeightWidth = 9;
  constexpr int kLabelWidth = 12;
  return fmt::format("{}  {}  {}{}\n", PadLeft(Decimal(term.weight(), kDecimals), kWeightWidth),
                     PadRight(Printable(term.label()), kLabelWidth), Printable(term.term()),
                     Occurrences(term));
}

std::string Score(const Terminal& terminal, const v1::ExplainRequest& request,
                  const v1::ExplainResponse& response) {
  if (request.name().empty()) return "";
  std::string text = NameLine(terminal, 0, request.name());
  if (!response.matches()) return text + Wrapped(terminal, kIndent, "är ingen träff");
  text += Wrapped(terminal, kIndent, "poäng " + Decimal(response.score(), kDecimals));
  for (const v1::TermWeight& term : response.terms()) text += TermLine(term);
  return text;
}

}  // namespace

std::string TokenLabel(const std::string& type) {
  const auto* known =
      std::find_if(kTokens.begin(), kTokens.end(), [&](const TokenName& each) { return each.type == type; });
  return known == kTokens.end() ? type : std::string(known->label);
}

std::string SourceLabel(const std::string& source) {
  // What is no word of the text is a value of a field.
  const bool is_text = source == "word" || source == "phrase";
  return is_text ? TokenLabel(source) : LowerCase(FacetLabel(source));
}

std::string FormatSuggestions(const Terminal& terminal, const v1::SuggestResponse& response) {
  std::string text;
  for (const v1::Suggestion& suggestion : response.suggestions()) text += Row(terminal, suggestion);
  return text.empty() ? "Inga förslag\n" : text;
}

std::string FormatSimilar(const Terminal& terminal, const v1::FindSimilarResponse& response,
                          const PlanTitles& titles) {
  const int count = response.hits_size();
  const std::string heading = count == 0 ? "Inget liknande stycke i andra planer"
                                         : fmt::format("{} liknande {} i andra planer", FormatNumber(count),
                                                       count == 1 ? "stycke" : "stycken");
  return Wrapped(terminal, 0, heading, Style::kHeading) + FormatHits(terminal, response.hits(), titles, 1);
}

std::string FormatExplanation(const Terminal& terminal, const v1::ExplainRequest& request,
                              const v1::ExplainResponse& response) {
  std::string text = Stage(terminal, "Delar", Tokens(response)) + Stage(terminal, "Träd", response.tree()) +
                     Stage(terminal, "Indexfråga", response.index_query()) +
                     Stage(terminal, "Sökt i stället", response.corrected_query()) +
                     Stage(terminal, "Utelämnade ord", Joined(response.dropped_words(), ", "));
  for (const std::string& note : response.notes()) text += Wrapped(terminal, 0, note, Style::kDim);
  text += fmt::format("{} {}\n", FormatNumber(response.total_size()),
                      response.total_size() == 1 ? "träff" : "träffar");
  return text + Score(terminal, request, response);
}

}  // namespace plansok::client
