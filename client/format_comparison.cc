#include "client/format_comparison.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

#include "client/format.h"
#include "client/joined.h"
#include "client/suggestion.h"

namespace plansok::client {
namespace {

using Pair = v1::ParagraphPair;

constexpr int kIndent = 4;

struct ChangeName {
  Pair::Change change;
  std::string_view name;
};

// The first of each change is the contract's own.
constexpr std::array<ChangeName, 15> kChangeNames = {{{Pair::KEPT, "kept"},
                                                      {Pair::REWORDED, "reworded"},
                                                      {Pair::ADDED, "added"},
                                                      {Pair::REMOVED, "removed"},
                                                      {Pair::KEPT, "kvar"},
                                                      {Pair::REWORDED, "omskriven"},
                                                      {Pair::REWORDED, "omskrivna"},
                                                      {Pair::REWORDED, "omskrivet"},
                                                      {Pair::ADDED, "new"},
                                                      {Pair::ADDED, "ny"},
                                                      {Pair::ADDED, "nya"},
                                                      {Pair::ADDED, "nytt"},
                                                      {Pair::REMOVED, "gone"},
                                                      {Pair::REMOVED, "borta"},
                                                      {Pair::REMOVED, "borttaget"}}};

// How a pair is set off: a sign to skim by, a word, and the style of a text that only one side has.
struct Look {
  std::string_view sign;
  std::string_view label;
  Style style;
};

Look LookOf(Pair::Change change) {
  switch (change) {
    case Pair::REWORDED:
      return {"~", "Omskrivet", Style::kPlain};
    case Pair::ADDED:
      return {"+", "Nytt", Style::kAdded};
    case Pair::REMOVED:
      return {"-", "Borta", Style::kRemoved};
    default:
      return {"=", "Kvar", Style::kPlain};
  }
}

std::string Titles(const google::protobuf::RepeatedPtrField<v1::Plan>& plans) {
  return Joined(plans, "; ", [](const v1::Plan& plan) {
    const std::string years = FormatYears(plan.years());
    return years.empty() ? TitleOf(plan) : fmt::format("{} ({})", TitleOf(plan), years);
  });
}

std::string Counts(const v1::ChangeCounts& counts) {
  return fmt::format("{} kvar · {} {} · {} {} · {} borta", FormatNumber(counts.kept()),
                     FormatNumber(counts.reworded()), counts.reworded() == 1 ? "omskrivet" : "omskrivna",
                     FormatNumber(counts.added()), counts.added() == 1 ? "nytt" : "nya",
                     FormatNumber(counts.removed()));
}

// "~ Omskrivet · Uppdrag · rad 12 → s. 3, rad 15–17".
std::string Head(const Terminal& terminal, const Pair& pair) {
  const Look look = LookOf(pair.change());
  const v1::Paragraph& shown = pair.has_other() ? pair.other() : pair.base();
  std::vector<std::string> places;
  if (pair.has_base()) places.push_back(PlaceOf(pair.base()));
  if (pair.has_other()) places.push_back(PlaceOf(pair.other()));
  const std::string head = Joined(std::array{fmt::format("{} {}", look.sign, look.label),
                                             std::string(KindLabel(shown.kind())), Joined(places, " → ")},
                                  " · ");
  return Wrapped(terminal, 2, head, Style::kHeading);
}

void Append(std::vector<Cell>& cells, std::string_view text, Style style) {
  for (Cell& cell : Cells(text)) {
    cell.style = style;
    cells.push_back(std::move(cell));
  }
}

std::string Marked(const v1::TextSpan& span) {
  switch (span.presence()) {
    case v1::TextSpan::BASE:
      return fmt::format("[-{}-]", span.text());
    case v1::TextSpan::OTHER:
      return fmt::format("{{+{}+}}", span.text());
    default:
      return span.text();
  }
}

std::vector<Cell> Difference(const Terminal& terminal, const Pair& pair) {
  std::vector<Cell> cells;
  if (!terminal.styled) {
    Append(cells, MarkedDifference(pair), Style::kPlain);
    return cells;
  }
  for (const v1::TextSpan& span : pair.difference()) {
    const bool is_both = span.presence() == v1::TextSpan::BOTH;
    const Style changed = span.presence() == v1::TextSpan::BASE ? Style::kRemoved : Style::kAdded;
    Append(cells, span.text(), is_both ? Style::kPlain : changed);
  }
  return cells;
}

// Where it stood before, if that was under another goal than `goal`.
std::string GoalBefore(const Terminal& terminal, const Pair& pair, const v1::Goal& goal) {
  if (!pair.has_base() || pair.base().goal().id() == goal.id()) return "";
  const std::string& label = pair.base().goal().label();
  return Wrapped(terminal, kIndent, label.empty() ? "Före: utan mål" : "Före: " + label, Style::kDim);
}

// Both names of a pair, base's first: either can be shown and cited.
std::string NameLines(const Terminal& terminal, const Pair& pair) {
  std::string lines;
  if (pair.has_base()) lines += NameLine(terminal, kIndent, pair.base().name());
  if (pair.has_other()) lines += NameLine(terminal, kIndent, pair.other().name());
  return lines;
}

std::string FormatPair(const Terminal& terminal, const Pair& pair, const v1::Goal& goal) {
  const v1::Paragraph& shown = pair.has_other() ? pair.other() : pair.base();
  std::vector<Cell> cells;
  if (pair.change() == Pair::REWORDED) {
    cells = Difference(terminal, pair);
  } else {
    Append(cells, shown.text(), LookOf(pair.change()).style);
  }
  return Head(terminal, pair) + GoalBefore(terminal, pair, goal) + LeadIn(terminal, kIndent, shown) +
         Wrapped(terminal, kIndent, cells) + NameLines(terminal, pair) + '\n';
}

std::string FormatGoal(const Terminal& terminal, const v1::GoalComparison& goal) {
  const std::string label = goal.has_goal() ? Printable(goal.goal().label()) : "Utan mål";
  std::string text = Wrapped(terminal, 0, label, Style::kTitle) +
                     Wrapped(terminal, 2, Counts(goal.counts()), Style::kDim) + '\n';
  for (const Pair& pair : goal.pairs()) text += FormatPair(terminal, pair, goal.goal());
  return text;
}

int ParagraphsOf(const google::protobuf::RepeatedPtrField<v1::Plan>& plans) {
  return std::accumulate(plans.begin(), plans.end(), 0,
                         [](int sum, const v1::Plan& plan) { return sum + plan.paragraph_count(); });
}

// Why the counts may be more than a plan's paragraphs.
std::string MorePairs(const Terminal& terminal, const v1::ComparePlansResponse& response) {
  const v1::ChangeCounts& counts = response.counts();
  const int both = counts.kept() + counts.reworded();
  if (both + counts.removed() <= ParagraphsOf(response.base_plans()) &&
      both + counts.added() <= ParagraphsOf(response.other_plans()))
    return "";
  return Wrapped(terminal, 0,
                 "Paren är fler än styckena: en mening med ett mål som står flera gånger i den ena planen "
                 "jämförs varje gång.",
                 Style::kDim);
}

}  // namespace

std::vector<NamePair> ChangeNames() {
  return {{"kept", "kvar"}, {"reworded", "omskrivna"}, {"new", "nya"}, {"gone", "borta"}};
}

std::string_view ChangeLabel(Pair::Change change) { return LookOf(change).label; }

std::string MarkedDifference(const Pair& pair) {
  std::string text;
  for (const v1::TextSpan& span : pair.difference()) text += Marked(span);
  return text;
}

absl::StatusOr<Pair::Change> ParseChange(std::string_view typed) {
  const std::string folded = Folded(typed);
  std::vector<std::string_view> names;
  for (const ChangeName& known : kChangeNames) {
    if (Folded(known.name) == folded) return known.change;
    names.push_back(known.name);
  }
  return absl::InvalidArgumentError(UnknownName("change", LowerCase(typed), names));
}

std::string FormatComparison(const Terminal& terminal, const v1::ComparePlansResponse& response) {
  std::string text = Wrapped(terminal, 0, Titles(response.base_plans()), Style::kTitle) +
                     Wrapped(terminal, 0, "→ " + Titles(response.other_plans()), Style::kTitle) +
                     Wrapped(terminal, 0, Counts(response.counts())) + MorePairs(terminal, response) + '\n';
  for (const v1::GoalComparison& goal : response.goals()) text += FormatGoal(terminal, goal);
  return text;
}

}  // namespace plansok::client
