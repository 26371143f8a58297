#include <fmt/format.h>

#include <algorithm>

#include "client/bars.h"
#include "client/format.h"
#include "client/labels.h"

namespace plansok::client {
namespace {

constexpr int kIndent = 2;
constexpr int kGaps = 4;  // two spaces on either side of the bar

std::string LabelOf(const v1::FacetValue& value) {
  return Printable(value.label().empty() ? value.value() : value.label());
}

struct Columns {
  int label = 0;
  int bar = 0;
  int count = 0;
  int largest = 0;  // count, not a width
};

Columns Measure(const Terminal& terminal, const v1::Facet& facet, int shown) {
  Columns columns;
  for (int i = 0; i < shown; ++i) {
    columns.label = std::max(columns.label, Width(LabelOf(facet.values(i))));
    columns.count = std::max(columns.count, Width(FormatNumber(facet.values(i).count())));
    columns.largest = std::max(columns.largest, facet.values(i).count());
  }
  const int room = terminal.columns - kIndent - kGaps - columns.count;
  columns.label = std::clamp(columns.label, 1, std::max(1, room - kShortestBar));
  columns.bar = std::clamp(room - columns.label, kShortestBar, kLongestBar);
  return columns;
}

std::string Row(const Terminal& terminal, const v1::FacetValue& value, const Columns& columns) {
  const std::string label = PadRight(Shortened(LabelOf(value), columns.label), columns.label);
  const std::string bar = PadRight(Bar(value.count(), columns.largest, columns.bar), columns.bar);
  const std::string count = FormatNumber(value.count());
  return fmt::format("{:{}}{}  {}  {}\n", "", kIndent, label, Styled(terminal, Style::kName, bar),
                     PadLeft(count, columns.count));
}

std::string FormatFacet(const Terminal& terminal, const v1::Facet& facet, int most_values) {
  const int shown = most_values == 0 ? facet.values_size() : std::min(facet.values_size(), most_values);
  const Columns columns = Measure(terminal, facet, shown);
  std::string text = Styled(terminal, Style::kHeading, Printable(FacetLabel(facet.field()))) + '\n';
  if (shown == 0) text += "  –\n";
  for (int i = 0; i < shown; ++i) text += Row(terminal, facet.values(i), columns);
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
