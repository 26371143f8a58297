#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "client/format.h"
#include "client/joined.h"
#include "client/labels.h"

namespace plansok::client {
namespace {

constexpr int kLeadInLines = 2;  // at most: an assignment may be long

// "Nämnd            Socialnämnden Nordost": nothing where there is nothing to say.
std::string Fact(const Terminal& terminal, std::string_view name, const std::string& value) {
  constexpr int kNameColumns = 16;
  if (value.empty()) return "";
  std::string lines = Wrapped(terminal, kNameColumns, value);
  const std::string padded = fmt::format("{:<{}}", name, kNameColumns);
  return lines.replace(0, kNameColumns, Styled(terminal, Style::kDim, padded));
}

std::string AllFacts(const Terminal& terminal, const v1::Paragraph& paragraph) {
  return Fact(terminal, "Typ", std::string(KindLabel(paragraph.kind()))) +
         Fact(terminal, "Nämnd", CommitteesOf(paragraph.committees())) +
         Fact(terminal, "Mål", paragraph.goal().label()) +
         Fact(terminal, "Område", paragraph.area().label()) +
         Fact(terminal, "År", FormatYears(paragraph.years())) +
         Fact(terminal, "Uppdragsår", NumberOrNothing(paragraph.assignment_year())) +
         Fact(terminal, "Uppdragsgivare", std::string(OriginLabel(paragraph.origin()))) +
         Fact(terminal, "Organ", BodiesOf(paragraph));
}

// A text line by line: the rows of a table stand on lines of their own.
std::string Lines(const Terminal& terminal, int indent, std::string_view text, Style style = Style::kPlain) {
  std::string lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines += Wrapped(terminal, indent, text.substr(0, end), style);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string Neighbours(const Terminal& terminal,
                       const google::protobuf::RepeatedPtrField<v1::Paragraph>& paragraphs) {
  constexpr int kIndent = 2;
  std::string text;
  for (const v1::Paragraph& paragraph : paragraphs)
    text += Lines(terminal, kIndent, paragraph.text(), Style::kDim) +
            NameLine(terminal, kIndent, paragraph.name()) + '\n';
  return text;
}

// Whether what the paragraph follows is shown anyhow.
bool LeadInIsShown(const v1::GetParagraphResponse& response) {
  if (response.has_counterpart()) return true;
  return std::any_of(response.before().begin(), response.before().end(), [&](const v1::Paragraph& before) {
    return before.text().ends_with(response.paragraph().lead_in());
  });
}

std::string Counterpart(const Terminal& terminal, const v1::GetParagraphResponse& response) {
  if (!response.has_counterpart()) return "";
  const bool is_answer = response.counterpart().kind() == v1::RESPONSE;
  constexpr int kIndent = 2;
  return '\n' + Styled(terminal, Style::kHeading, is_answer ? "Omhändertagande" : "Uppdraget") + '\n' +
         Lines(terminal, kIndent, response.counterpart().text()) +
         NameLine(terminal, kIndent, response.counterpart().name());
}

}  // namespace

std::string FormatYears(const google::protobuf::RepeatedField<int>& years) {
  std::string text;
  for (int i = 0; i < years.size();) {
    int last = i;
    while (last + 1 < years.size() && years[last + 1] == years[last] + 1) ++last;
    if (!text.empty()) text += ", ";
    text += std::to_string(years[i]);
    if (last > i) text += fmt::format("–{}", years[last]);
    i = last + 1;
  }
  return text;
}

std::string NumberOrNothing(int number) { return number > 0 ? std::to_string(number) : ""; }

std::string CommitteesOf(const google::protobuf::RepeatedPtrField<v1::Entity>& committees) {
  return Joined(committees, ", ", [](const v1::Entity& committee) { return committee.label(); });
}

std::string BodiesOf(const v1::Paragraph& paragraph) {
  return Joined(paragraph.bodies(), ", ", [](const v1::Body& body) {
    return body.role() == v1::Body::COOPERATING ? body.label() + " (samverkan)" : body.label();
  });
}

std::string TitleOf(const v1::Paragraph& paragraph, const PlanTitles& titles) {
  const auto title = titles.find(paragraph.plan());
  return title == titles.end() ? paragraph.plan() : title->second;
}

std::string PlaceOf(const v1::Paragraph& paragraph) {
  const std::string page = paragraph.page() > 0 ? fmt::format("s. {}", paragraph.page()) : "";
  std::string lines = paragraph.first_line() > 0 ? fmt::format("rad {}", paragraph.first_line()) : "";
  if (paragraph.last_line() > paragraph.first_line()) lines += fmt::format("–{}", paragraph.last_line());
  return Joined(std::array{page, lines}, ", ");
}

std::string Citation(const v1::Paragraph& paragraph, const PlanTitles& titles) {
  return Joined(std::array{Printable(TitleOf(paragraph, titles)), PlaceOf(paragraph)}, ", ");
}

std::string NameLine(const Terminal& terminal, int indent, std::string_view name) {
  return fmt::format("{:{}}{}\n", "", indent, Styled(terminal, Style::kName, Printable(name)));
}

std::string SectionPath(const v1::Paragraph& paragraph) { return Joined(paragraph.section_path(), " › "); }

std::string LeadIn(const Terminal& terminal, int indent, const v1::Paragraph& paragraph) {
  if (paragraph.lead_in().empty()) return "";
  const std::string_view what = paragraph.kind() == v1::RESPONSE ? "Uppdrag: " : "";
  const std::string text = fmt::format("{}{}", what, Printable(paragraph.lead_in()));
  return Wrapped(terminal, indent, Shortened(text, kLeadInLines * terminal.columns), Style::kDim);
}

std::string Facts(const v1::Paragraph& paragraph) {
  return Joined(std::array{std::string(KindLabel(paragraph.kind())), paragraph.goal().label(),
                           FormatYears(paragraph.years())},
                " · ");
}

std::string FormatParagraph(const Terminal& terminal, const v1::GetParagraphResponse& response,
                            const PlanTitles& titles) {
  const v1::Paragraph& paragraph = response.paragraph();
  std::string text = Wrapped(terminal, 0, Citation(paragraph, titles), Style::kTitle);
  text += Wrapped(terminal, 0, SectionPath(paragraph), Style::kDim) + '\n';
  text += Neighbours(terminal, response.before());
  if (!LeadInIsShown(response)) text += LeadIn(terminal, 0, paragraph);
  text += Lines(terminal, 0, paragraph.text()) + '\n';
  if (!paragraph.repaired_text().empty()) {
    text += Styled(terminal, Style::kHeading, "Läst som") + '\n' +
            Lines(terminal, 0, paragraph.repaired_text()) + '\n';
  }
  text += Neighbours(terminal, response.after());
  text += AllFacts(terminal, paragraph) + NameLine(terminal, 0, paragraph.name());
  return text + Counterpart(terminal, response);
}

}  // namespace plansok::client
