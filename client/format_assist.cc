// What helps a person search, as people read it: suggestions, paragraphs like one, explanations.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "client/bars.h"
#include "client/format.h"

namespace plansok::client {
namespace {

constexpr int kIndent = 2;

struct SourceName {
  std::string_view source;
  std::string_view label;
};

constexpr std::array kSources = {SourceName{"word", "ord"},        SourceName{"phrase", "fras"},
                                 SourceName{"committee", "nämnd"}, SourceName{"goal", "mål"},
                                 SourceName{"area", "område"},     SourceName{"body", "organ"}};

std::string Stage(const Terminal& terminal, std::string_view name, std::string_view text) {
  if (text.empty()) return "";
  return Styled(terminal, Style::kHeading, name) + '\n' + Wrapped(terminal, kIndent, text);
}

std::string Tokens(const v1::ExplainResponse& response) {
  std::string text;
  for (const v1::QueryToken& token : response.tokens()) {
    text += fmt::format("{}{} {}", text.empty() ? "" : " · ", token.text(), token.type());
  }
  return text;
}

std::string Joined(const google::protobuf::RepeatedPtrField<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::string TermLine(const v1::TermWeight& term) {
  constexpr int kWeightWidth = 9;
  constexpr int kLabelWidth = 12;
  return fmt::format("{}  {}  {}  {} ggr, i {} stycken\n",
                     PadLeft(fmt::format("{:.3f}", term.weight()), kWeightWidth),
                     PadRight(Printable(term.label()), kLabelWidth), Printable(term.term()),
                     FormatNumber(term.wdf()), FormatNumber(term.frequency()));
}

std::string Score(const Terminal& terminal, const v1::ExplainRequest& request,
                  const v1::ExplainResponse& response) {
  if (request.name().empty()) return "";
  std::string text = NameLine(terminal, 0, request.name());
  if (!response.matches()) return text + Wrapped(terminal, kIndent, "är ingen träff");
  text += Wrapped(terminal, kIndent, fmt::format("poäng {:.3f}", response.score()));
  for (const v1::TermWeight& term : response.terms()) text += TermLine(term);
  return text;
}

}  // namespace

std::string SourceLabel(const std::string& source) {
  const auto* known = std::find_if(kSources.begin(), kSources.end(),
                                   [&](const SourceName& each) { return each.source == source; });
  return known == kSources.end() ? source : std::string(known->label);
}

std::string FormatSuggestions(const Terminal& terminal, const v1::SuggestResponse& response) {
  constexpr int kCountWidth = 8;
  constexpr int kSourceWidth = 7;
  std::string text;
  for (const v1::Suggestion& suggestion : response.suggestions()) {
    const std::string label = Printable(suggestion.label());
    const std::string query = Printable(suggestion.query());
    text +=
        PadLeft(FormatNumber(suggestion.count()), kCountWidth) + "  " +
        Styled(terminal, Style::kDim, PadRight(Printable(SourceLabel(suggestion.source())), kSourceWidth)) +
        "  " + Styled(terminal, Style::kTitle, label) + (label == query ? "" : "  " + query) + '\n';
  }
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
                     Stage(terminal, "Utelämnade ord", Joined(response.dropped_words()));
  for (const std::string& note : response.notes()) text += Wrapped(terminal, 0, note, Style::kDim);
  text += fmt::format("{} träffar\n", FormatNumber(response.total_size()));
  return text + Score(terminal, request, response);
}

}  // namespace plansok::client
