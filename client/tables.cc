#include "client/tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "client/export_columns.h"
#include "client/format_comparison.h"
#include "client/labels.h"

namespace plansok::client {
namespace {

constexpr int kDecimals = 3;  // of scores

TableRow Together(TableRow first, const TableRow& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

// How one side of a pair is cited, what it says, and its name; empty cells where there is none.
TableRow SideCells(bool is_there, const v1::Paragraph& paragraph, const PlanTitles& titles) {
  if (!is_there) return {"", "", ""};
  return {Reference(paragraph, titles), paragraph.text(), paragraph.name()};
}

PlanTitles TitlesOf(const v1::ComparePlansResponse& response) {
  PlanTitles titles;
  for (const auto* plans : {&response.base_plans(), &response.other_plans()}) {
    for (const v1::Plan& plan : *plans) titles[plan.name()] = TitleOf(plan);
  }
  return titles;
}

// Of a phrase the index does not know how often it stands there.
std::string Known(int count) { return count == 0 ? "" : std::to_string(count); }

}  // namespace

Table HitsTable(const google::protobuf::RepeatedPtrField<v1::Hit>& hits, const PlanTitles& titles,
                int first) {
  Table table = {Together({"Nr", "Poäng"}, ExportHeader())};
  for (const v1::Hit& hit : hits) {
    table.push_back(Together({std::to_string(first++), Decimal(hit.score(), kDecimals)},
                             ExportRow(hit.paragraph(), titles)));
  }
  return table;
}

Table FacetsTable(const v1::SearchResponse& response) {
  Table table = {{"Fält", "Värde", "Benämning", "Antal"}};
  for (const v1::Facet& facet : response.facets()) {
    for (const v1::FacetValue& value : facet.values()) {
      table.push_back({std::string(FacetLabel(facet.field())), value.value(), value.label(),
                       std::to_string(value.count())});
    }
  }
  return table;
}

Table ParagraphTable(const v1::GetParagraphResponse& response, const PlanTitles& titles) {
  Table table = {Together({"Plats"}, ExportHeader())};
  const auto add = [&](const char* place, const v1::Paragraph& paragraph) {
    table.push_back(Together({place}, ExportRow(paragraph, titles)));
  };
  for (const v1::Paragraph& paragraph : response.before()) add("före", paragraph);
  add("stycket", response.paragraph());
  for (const v1::Paragraph& paragraph : response.after()) add("efter", paragraph);
  if (response.has_counterpart())
    add(response.counterpart().kind() == v1::RESPONSE ? "svaret" : "uppdraget", response.counterpart());
  return table;
}

Table PlansTable(const google::protobuf::RepeatedPtrField<v1::Plan>& plans) {
  Table table = {{"Namn", "Titel", "Nämnd", "År", "Dokumenttyp", "Stycken", "Fil"}};
  for (const v1::Plan& plan : plans) {
    table.push_back({plan.name(), plan.title(), CommitteesOf(plan.committees()), FormatYears(plan.years()),
                     plan.document_kind(), std::to_string(plan.paragraph_count()), plan.source_file()});
  }
  return table;
}

Table ComparisonTable(const v1::ComparePlansResponse& response) {
  const PlanTitles titles = TitlesOf(response);
  Table table = {{"Mål", "Ändring", "Typ", "Hänvisning före", "Text före", "Permalänk före",
                  "Hänvisning efter", "Text efter", "Permalänk efter", "Skillnad", "Ovanför"}};
  for (const v1::GoalComparison& goal : response.goals()) {
    for (const v1::ParagraphPair& pair : goal.pairs()) {
      const v1::Paragraph& shown = pair.has_other() ? pair.other() : pair.base();
      TableRow row = {goal.goal().label(), std::string(ChangeLabel(pair.change())),
                      std::string(KindLabel(shown.kind()))};
      row = Together(std::move(row), SideCells(pair.has_base(), pair.base(), titles));
      row = Together(std::move(row), SideCells(pair.has_other(), pair.other(), titles));
      row.push_back(MarkedDifference(pair));
      row.push_back(shown.lead_in());
      table.push_back(std::move(row));
    }
  }
  return table;
}

Table SuggestionsTable(const v1::SuggestResponse& response) {
  Table table = {{"Sökning", "Benämning", "Slag", "Antal"}};
  for (const v1::Suggestion& suggestion : response.suggestions()) {
    table.push_back({suggestion.query(), suggestion.label(), SourceLabel(suggestion.source()),
                     std::to_string(suggestion.count())});
  }
  return table;
}

Table ExplanationTable(const v1::ExplainRequest& request, const v1::ExplainResponse& response) {
  if (request.name().empty()) {
    Table table = {{"Del", "Slag"}};
    for (const v1::QueryToken& token : response.tokens())
      table.push_back({token.text(), TokenLabel(token.type())});
    return table;
  }
  Table table = {{"Term", "Slag", "Vikt", "Gånger i stycket", "Stycken"}};
  for (const v1::TermWeight& term : response.terms()) {
    table.push_back({term.term(), term.label(), Decimal(term.weight(), kDecimals), Known(term.wdf()),
                     Known(term.frequency())});
  }
  return table;
}

}  // namespace plansok::client
