#include "client/format_comparison.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "client/format.h"
#include "client/labels.h"
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
  std::string titles;
  for (const v1::Plan& plan : plans) {
    if (!titles.empty()) titles += "; ";
    titles +=
        fmt::format("{} ({})", plan.title().empty() ? plan.name() : plan.title(), FormatYears(plan.years()));
  }
  return titles;
}

std::string Counts(const v1::ChangeCounts& counts) {
  return fmt::format("{} kvar · {} omskrivna · {} nya · {} borta", FormatNumber(counts.kept()),
                     FormatNumber(counts.reworded()), FormatNumber(counts.added()),
                     FormatNumber(counts.removed()));
}

std::string Lines(const v1::Paragraph& paragraph) {
  const std::string page = paragraph.page() > 0 ? fmt::format("s. {}, ", paragraph.page()) : "";
  const std::string last =
      paragraph.last_line() > paragraph.first_line() ? fmt::format("–{}", paragraph.last_line()) : "";
  return fmt::format("{}rad {}{}", page, paragraph.first_line(), last);
}

// "~ Omskrivet · uppdrag · rad 12 → s. 3, rad 15–17".
std::string Head(const Terminal& terminal, const Pair& pair) {
  const Look look = LookOf(pair.change());
  const v1::Paragraph& shown = pair.has_other() ? pair.other() : pair.base();
  std::string head = fmt::format("{} {}", look.sign, look.label);
  if (const std::string_view kind = KindLabel(shown.kind()); !kind.empty())
    head += fmt::format(" · {}", kind);
  head += " · ";
  if (pair.has_base() && pair.has_other()) head += Lines(pair.base()) + " → ";
  return Wrapped(terminal, 2, head + Lines(shown), Style::kHeading);
}

void Append(std::vector<Cell>& cells, std::string_view text, Style style) {
  for (Cell& cell : Cells(text)) {
    cell.style = style;
    cells.push_back(std::move(cell));
  }
}

std::vector<Cell> Difference(const Terminal& terminal, const Pair& pair) {
  std::vector<Cell> cells;
  for (const v1::TextSpan& span : pair.difference()) {
    const bool gone = span.presence() == v1::TextSpan::BASE;
    if (span.presence() == v1::TextSpan::BOTH) {
      Append(cells, span.text(), Style::kPlain);
    } else if (terminal.styled) {
      Append(cells, span.text(), gone ? Style::kRemoved : Style::kAdded);
    } else {
      Append(cells, fmt::format("{}{}{}", gone ? "[-" : "{+", span.text(), gone ? "-]" : "+}"),
             Style::kPlain);
    }
  }
  return cells;
}

std::string FormatPair(const Terminal& terminal, const Pair& pair) {
  const v1::Paragraph& shown = pair.has_other() ? pair.other() : pair.base();
  std::vector<Cell> cells;
  if (pair.change() == Pair::REWORDED) {
    cells = Difference(terminal, pair);
  } else {
    Append(cells, shown.text(), LookOf(pair.change()).style);
  }
  return Head(terminal, pair) + Wrapped(terminal, kIndent, cells) +
         NameLine(terminal, kIndent, shown.name()) + '\n';
}

std::string FormatGoal(const Terminal& terminal, const v1::GoalComparison& goal) {
  const std::string label = goal.has_goal() ? Printable(goal.goal().label()) : "Utan mål";
  std::string text = Wrapped(terminal, 0, label, Style::kTitle) +
                     Wrapped(terminal, 2, Counts(goal.counts()), Style::kDim) + '\n';
  for (const Pair& pair : goal.pairs()) text += FormatPair(terminal, pair);
  return text;
}

}  // namespace

absl::StatusOr<Pair::Change> ParseChange(std::string_view typed) {
  const std::string lower = LowerCase(typed);
  std::vector<std::string_view> names;
  for (const ChangeName& known : kChangeNames) {
    if (known.name == lower) return known.change;
    names.push_back(known.name);
  }
  return absl::InvalidArgumentError(UnknownName("change", lower, names));
}

std::string FormatComparison(const Terminal& terminal, const v1::ComparePlansResponse& response) {
  std::string text = Wrapped(terminal, 0, Titles(response.base_plans()), Style::kTitle) +
                     Wrapped(terminal, 0, "→ " + Titles(response.other_plans()), Style::kTitle) +
                     Wrapped(terminal, 0, Counts(response.counts())) + '\n';
  for (const v1::GoalComparison& goal : response.goals()) text += FormatGoal(terminal, goal);
  return text;
}

}  // namespace plansok::client
