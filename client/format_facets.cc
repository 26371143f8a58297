#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "client/bars.h"
#include "client/distinct_labels.h"
#include "client/format.h"
#include "client/labels.h"

namespace plansok::client {
namespace {

constexpr int kIndent = 2;
constexpr int kIdIndent = 4;
constexpr int kGap = 2;

// What a filter wants where the label is not enough to be sure of it. Kinds, origins and years are known by
// their labels.
bool HasIds(const v1::Facet& facet) {
  return facet.field() != "kind" && facet.field() != "origin" && facet.field() != "year";
}

std::string IdOf(const v1::Facet& facet, int i) {
  const v1::FacetValue& value = facet.values(i);
  const bool is_label = value.label().empty() || value.label() == value.value();
  return !HasIds(facet) || is_label ? "" : Printable(value.value());
}

struct Columns {
  int label = 0;
  int id = 0;  // 0: ids stand on lines of their own
  int bar = 0;
  int count = 0;
  int largest = 0;  // count, not a width
};

Columns Measure(const Terminal& terminal, const v1::Facet& facet, const std::vector<std::string>& labels,
                int shown) {
  Columns columns;
  int id = 0;
  for (int i = 0; i < shown; ++i) {
    columns.label = std::max(columns.label, Width(labels[static_cast<std::size_t>(i)]));
    id = std::max(id, Width(IdOf(facet, i)));
    columns.count = std::max(columns.count, Width(FormatNumber(facet.values(i).count())));
    columns.largest = std::max(columns.largest, facet.values(i).count());
  }
  const int room = terminal.columns - kIndent - 2 * kGap - columns.count;
  if (id > 0 && columns.label + kGap + id + kShortestBar <= room) columns.id = id;
  const int beside = columns.id > 0 ? kGap + columns.id : 0;
  columns.label = std::clamp(columns.label, 1, std::max(1, room - beside - kShortestBar));
  columns.bar = std::clamp(room - beside - columns.label, kShortestBar, kLongestBar);
  return columns;
}

std::string Row(const Terminal& terminal, const std::string& label, const std::string& id, int count,
                const Columns& columns) {
  const std::string gap(kGap, ' ');
  std::string text = std::string(kIndent, ' ') + PadRight(label, columns.label);
  if (columns.id > 0) text += gap + Styled(terminal, Style::kDim, PadRight(id, columns.id));
  text +=
      gap + Styled(terminal, Style::kName, PadRight(Bar(count, columns.largest, columns.bar), columns.bar));
  text += gap + PadLeft(FormatNumber(count), columns.count) + '\n';
  // An id that is cut is of no use, and labels filter too.
  const bool below = columns.id == 0 && !id.empty() && kIdIndent + Width(id) <= terminal.columns;
  return below ? text + std::string(kIdIndent, ' ') + Styled(terminal, Style::kDim, id) + '\n' : text;
}

std::string FormatFacet(const Terminal& terminal, const v1::Facet& facet, int most_values) {
  const int shown = most_values == 0 ? facet.values_size() : std::min(facet.values_size(), most_values);
  std::vector<std::string> labels = LabelsOf(facet.values());
  labels.resize(static_cast<std::size_t>(shown));
  const Columns columns = Measure(terminal, facet, labels, shown);
  labels = DistinctCuts(labels, columns.label);
  std::string text = Styled(terminal, Style::kHeading, Printable(FacetLabel(facet.field()))) + '\n';
  if (shown == 0) text += "  –\n";
  for (int i = 0; i < shown; ++i) {
    text +=
        Row(terminal, labels[static_cast<std::size_t>(i)], IdOf(facet, i), facet.values(i).count(), columns);
  }
  const int rest = facet.values_size() - shown;
  if (rest > 0)
    text += Wrapped(terminal, kIndent,
                    fmt::format("… och {} till: --values 0 visar alla", FormatNumber(rest)), Style::kDim);
  return text;
}

}  // namespace

std::string FormatFacets(const Terminal& terminal, const v1::SearchResponse& response, int most_values) {
  std::string text;
  for (const v1::Facet& facet : response.facets()) text += '\n' + FormatFacet(terminal, facet, most_values);
  return text;
}

}  // namespace plansok::client
