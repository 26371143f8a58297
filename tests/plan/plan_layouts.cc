#include "tests/plan/plan_layouts.h"

#include <fmt/format.h>

#include <array>
#include <string>
#include <vector>

namespace plansok::plan {
namespace {

constexpr std::array<const char*, 5> kAreas = {"TIDIGA INSATSER", "ARBETE OCH SYSSELSÄTTNING",
                                               "TRYGGHET OCH STADSUTVECKLING", "DELAKTIGHET OCH TILLIT",
                                               "KULTUR, KVALITET OCH EFFEKTIVITET"};

void Paragraphs(PlanWriter& w, Kind kind, const std::string& goal) {
  for (std::size_t left = 1 + w.Below(3); left > 0; --left) w.ProseParagraph(kind, goal);
}

void Tasks(PlanWriter& w, Origin origin) {
  const char* bullet = w.Pick(std::array<const char*, 4>{"» ", "- ", "• ", "* "});
  for (std::size_t left = 2 + w.Below(3); left > 0; --left) {
    const std::string code = w.NewCode();
    const std::string text = w.Task(code);
    w.Remember(code, text, Kind::kAssignment, "").origin = origin;
    w.Wrapped(text, bullet);
    w.Line("");
  }
}

void Introduction(PlanWriter& w) {
  w.plan().document_kind = "verksamhetsplan";
  w.Line(fmt::format("Verksamhetsplan {}\n\n{}\n\n1 Inledning\n", w.years(), w.plan().committee));
  w.ProseParagraph(Kind::kText, "");
}

}  // namespace

void WriteImplementation(PlanWriter& w) {
  w.plan().document_kind = "genomförandeplan";
  const bool in_title = w.Below(2) == 0;
  w.Line(fmt::format("Genomförandeplan för budget{} för {}", in_title ? " " + w.years() : "",
                     w.plan().committee));
  w.Line("");
  const std::string code = w.NewCode();
  const std::string intro = fmt::format(
      "Planen utgår från Göteborgs Stads budget för {} som är beslutad av kommunfullmäktige. Arbetet med "
      "{} började redan 2017.",
      w.years(), code);
  w.Remember(code, intro, Kind::kText, "");
  w.Wrapped(intro);
  w.Line("\nMål:\n");
  int number = 0;
  for (const std::string& goal : w.Goals()) {
    w.Wrapped(fmt::format("{}. {}.", ++number, goal));
    w.Line("");
    Paragraphs(w, Kind::kGoal, goal);
  }
  w.Line("Inriktningar:\n");
  Paragraphs(w, Kind::kDirection, "");
  w.Line("Uppdrag:\n\nFrån Göteborgs Stads budget:\n");
  Tasks(w, Origin::kCouncil);
  w.Line("Från nämnden:\n");
  Tasks(w, Origin::kCommittee);
}

void WriteActivity(PlanWriter& w) {
  w.set_footer(fmt::format("Nämndens verksamhetsplan {}", w.years()));
  Introduction(w);
  w.Line("2 Nämndens mål och uppdrag\n");
  const std::vector<std::string> goals = w.Goals();
  std::size_t area = 0;
  for (const std::string& goal : goals) {
    ++area;
    w.Line(fmt::format("2.{} {}\n\n2.{}.1 Nämndens mål\n", area, kAreas[area % kAreas.size()], area));
    w.Wrapped(fmt::format("2.{}.1.1 {}", area, goal));
    w.Line("\nNämndens omhändertagande\n");
    Paragraphs(w, Kind::kGoal, goal);
    w.Line(fmt::format("Nämndens verksamhetsplan {} {} ({})\n", w.years(), area + 2, goals.size() + 3));
    w.Line(fmt::format("2.{}.2 Uppdrag\n\nUppdrag\tNämndens omhändertagande", area));
    for (std::size_t left = 1 + w.Below(3); left > 0; --left) {
      const PlanWriter::Row row = w.NewRow(true);
      w.Line(fmt::format("{}\t{}", row.task, row.answer));
    }
    w.Line("");
  }
}

void WriteMarkdown(PlanWriter& w) {
  w.plan().document_kind = "verksamhetsplan";
  w.Line(fmt::format("# Verksamhetsplan {} för {}\n\n## Inledning\n", w.years(), w.plan().committee));
  w.ProseParagraph(Kind::kText, "");
  w.Line("## Mål\n");
  for (const std::string& goal : w.Goals()) {
    w.Line(fmt::format("### {}\n", goal));
    Paragraphs(w, Kind::kGoal, goal);
  }
  const bool edges = w.Below(2) == 0;  // pipes at a row's edges
  const bool year_first = w.Below(2) == 0;
  const auto row_of = [&](std::string_view task, std::string_view year, std::string_view answer) {
    const std::string cells = year_first ? fmt::format("{} | {} | {}", year, answer, task)
                                         : fmt::format("{} | {} | {}", task, year, answer);
    w.Line(edges ? "| " + cells + " |" : cells);
  };
  w.Line("## Uppdrag\n");
  row_of("Uppdrag", "Uppdragsår", "Omhändertagande");
  row_of("---", "---", "---");
  for (std::size_t left = 2 + w.Below(3); left > 0; --left) {
    const PlanWriter::Row row = w.NewRow(false);
    row_of(row.task, std::to_string(row.year), row.answer);
  }
}

void WriteColumns(PlanWriter& w) {
  w.set_footer(fmt::format("{} verksamhetsplan {}", w.plan().committee, w.years()));
  Introduction(w);
  w.Line("2 Nämndens mål\n");
  std::size_t number = 0;
  for (const std::string& goal : w.Goals()) {
    w.Wrapped(fmt::format("2.{} {}", ++number, goal));
    w.Line("");
    Paragraphs(w, Kind::kGoal, goal);
  }
  w.Line("3 Nämndens uppdrag\n\nUppdrag\nUppdragsår\nOmhändertagande\n");
  for (std::size_t left = 2 + w.Below(4); left > 0; --left) {
    const PlanWriter::Row row = w.NewRow(false);
    w.Wrapped(row.task);
    w.Line("");
    w.Wrapped(fmt::format("{} {}", row.year, row.answer));
    w.Line("");
  }
}

void WriteForm(PlanWriter& w) {
  w.plan().document_kind = "verksamhetsplan";
  w.Line(fmt::format("{}\n{}\n", w.plan().committee, fmt::format("VERKSAMHETSPLAN {}", w.years())));
  w.Line("1. Inledning\n");
  w.ProseParagraph(Kind::kText, "");
  w.Line("2. Mål\n");
  int number = 0;
  for (const std::string& goal : w.Goals()) {
    w.Wrapped(fmt::format("{}) {}", ++number, goal));
    w.Line("");
    Paragraphs(w, Kind::kGoal, goal);
  }
  w.Line("3. Uppdrag\n");
  const char* answer = w.Pick(std::array<const char*, 3>{"Svar: ", "Åtgärd: ", "**Omhändertagande:** "});
  for (std::size_t left = 2 + w.Below(4); left > 0; --left) {
    const PlanWriter::Row row = w.NewRow(false);
    w.Wrapped(row.task, answer[0] == '*' ? "**Uppdrag:** " : "Uppdrag: ");
    w.Line(fmt::format("Uppdragsår: {}", row.year));
    w.Wrapped(row.answer, answer);
    w.Line("");
  }
}

}  // namespace plansok::plan
