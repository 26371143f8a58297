#include "client/export_columns.h"

#include <fmt/format.h>

#include <array>

#include "client/labels.h"

namespace plansok::client {
namespace {

// A column: its name and what stands in it.
struct Column {
  const char* name;
  std::string (*cell)(const v1::Paragraph&, const PlanTitles&);
};

using P = v1::Paragraph;
using T = PlanTitles;
constexpr std::array kColumns = {
    Column{"Hänvisning", [](const P& p, const T& t) { return Reference(p, t); }},
    Column{"Plan", [](const P& p, const T&) { return p.plan(); }},
    Column{"Titel", [](const P& p, const T& t) { return TitleOf(p, t); }},
    Column{"Nämnd", [](const P& p, const T&) { return CommitteesOf(p.committees()); }},
    Column{"År", [](const P& p, const T&) { return FormatYears(p.years()); }},
    Column{"Typ", [](const P& p, const T&) { return std::string(KindLabel(p.kind())); }},
    Column{"Mål", [](const P& p, const T&) { return p.goal().label(); }},
    Column{"Målfamilj", [](const P& p, const T&) { return p.goal().family(); }},
    Column{"Område", [](const P& p, const T&) { return p.area().label(); }},
    Column{"Avsnitt", [](const P& p, const T&) { return SectionPath(p); }},
    Column{"Första rad", [](const P& p, const T&) { return NumberOrNothing(p.first_line()); }},
    Column{"Sista rad", [](const P& p, const T&) { return NumberOrNothing(p.last_line()); }},
    Column{"Sida", [](const P& p, const T&) { return NumberOrNothing(p.page()); }},
    Column{"Permalänk", [](const P& p, const T&) { return p.name(); }},
    Column{"Text", [](const P& p, const T&) { return p.text(); }},
    Column{"Läst som", [](const P& p, const T&) { return p.repaired_text(); }},
    Column{"Uppdragsår", [](const P& p, const T&) { return NumberOrNothing(p.assignment_year()); }},
    Column{"Uppdragsgivare", [](const P& p, const T&) { return std::string(OriginLabel(p.origin())); }},
    Column{"Organ", [](const P& p, const T&) { return BodiesOf(p); }},
    Column{"Svar eller uppdrag", [](const P& p, const T&) { return p.counterpart(); }},
    Column{"Ovanför", [](const P& p, const T&) { return p.lead_in(); }}};

}  // namespace

std::vector<std::string> ExportHeader() {
  std::vector<std::string> names;
  for (const Column& column : kColumns) names.emplace_back(column.name);
  return names;
}

std::vector<std::string> ExportRow(const v1::Paragraph& paragraph, const PlanTitles& titles) {
  std::vector<std::string> cells;
  for (const Column& column : kColumns) cells.push_back(column.cell(paragraph, titles));
  return cells;
}

std::string Reference(const v1::Paragraph& paragraph, const PlanTitles& titles) {
  const std::string citation = Citation(paragraph, titles);
  const std::string years = FormatYears(paragraph.years());
  const std::string committees = CommitteesOf(paragraph.committees());
  if (committees.empty()) return years.empty() ? citation + '.' : fmt::format("{} ({}).", citation, years);
  return years.empty() ? fmt::format("{}. {}.", committees, citation)
                       : fmt::format("{} ({}). {}.", committees, years, citation);
}

}  // namespace plansok::client
