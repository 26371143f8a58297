#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plan/reader.h"
#include "plan/vocabulary.h"
#include "tests/plan/conservation.h"
#include "tests/plan/plan_generator.h"
#include "tests/text/ocr_damage.h"
#include "text/ocr_repair.h"

namespace plansok::plan {
namespace {

constexpr std::uint32_t kPlans = 1000;
constexpr double kFloor = 0.995;        // all are right today; a rule that helps elsewhere may cost a few
constexpr std::uint32_t kScans = 1000;  // of them, read as damaged scans
constexpr double kScanFloor = 0.99;
constexpr double kScanWordFloor = 0.985;  // the repairer has learnt from no plan here
constexpr std::size_t kExamples = 6;      // of what went wrong, to print

const Paragraph* FindOnly(const Plan& plan, const std::string& code) {
  const Paragraph* found = nullptr;
  for (const Paragraph& paragraph : plan.paragraphs) {
    if (paragraph.text.find(code) == std::string::npos) continue;
    if (found != nullptr) return nullptr;
    found = &paragraph;
  }
  return found;
}

// How often something was right, and examples of where it was not.
class Tally {
 public:
  void Add(bool right, const std::string& example) {
    ++asked_;
    if (right) {
      ++right_;
    } else if (examples_.size() < kExamples) {
      examples_.push_back(example);
    }
  }
  double Share() const { return asked_ == 0 ? 0 : static_cast<double>(right_) / static_cast<double>(asked_); }
  std::string Report() const {
    std::string report = fmt::format("{} of {}", right_, asked_);
    for (const std::string& example : examples_) report += "\n  " + example;
    return report;
  }

 private:
  int asked_ = 0;
  int right_ = 0;
  std::vector<std::string> examples_;
};

struct Figures {
  Tally committee, years, document_kind, conserved, lines, whole, kind, goal, assignment_year, origin;
};

void AddParagraph(const GeneratedParagraph& want, const Plan& plan, const std::string& where,
                  Figures& figures) {
  const Paragraph* got = FindOnly(plan, want.code);
  const std::string about = where + ": " + want.text;
  figures.whole.Add(got != nullptr && WithoutSpace(got->text) == WithoutSpace(want.text),
                    about + (got ? "\n    GOT " + got->text : ""));
  if (got == nullptr) return;
  figures.kind.Add(got->kind == want.kind, fmt::format("{} is {}", about, KindName(got->kind)));
  const std::string goal = got->goal ? got->goal->label : "";
  figures.goal.Add(goal == want.goal, fmt::format("{} is under \"{}\", not \"{}\"", about, goal, want.goal));
  figures.assignment_year.Add(got->assignment_year == want.assignment_year,
                              fmt::format("{}: {}", about, got->assignment_year));
  figures.origin.Add(got->origin == want.origin, fmt::format("{}: {}", about, OriginName(got->origin)));
}

Figures Measure(Layout layout) {
  const Vocabulary vocabulary = Vocabulary::Load(PLANSOK_SOURCE_DIR).value();
  const PlanReader reader(vocabulary, nullptr);
  Figures figures;
  for (std::uint32_t seed = 0; seed < kPlans; ++seed) {
    const GeneratedPlan truth = GeneratePlan(seed);
    if (truth.layout != layout) continue;
    const auto read = reader.ReadText(truth.text, "a.txt");
    const std::string where = fmt::format("seed {}", seed);
    if (!read.ok()) {
      ADD_FAILURE() << where << ": " << read.status();
      continue;
    }
    const Plan& plan = read->plan;
    figures.committee.Add(plan.committees.size() == 1 && plan.committees[0].label == truth.committee, where);
    figures.years.Add(plan.years == truth.years, where);
    figures.document_kind.Add(plan.document_kind == truth.document_kind, where);
    figures.conserved.Add(Conserves(truth, *read), where);
    figures.lines.Add(ConservesLines(truth, *read), where);
    for (const GeneratedParagraph& want : truth.paragraphs) AddParagraph(want, plan, where, figures);
  }
  return figures;
}

// Reading a thousand plans takes a while, so each layout is measured once for all tests.
const Figures& FiguresOf(Layout layout) {
  static std::map<Layout, Figures> measured;
  const auto found = measured.find(layout);
  return found != measured.end() ? found->second : measured.emplace(layout, Measure(layout)).first->second;
}

class GeneratedPlansTest : public ::testing::TestWithParam<Layout> {};

TEST_P(GeneratedPlansTest, CommitteeYearsAndKindAreRead) {
  const Figures& figures = FiguresOf(GetParam());
  EXPECT_EQ(figures.committee.Share(), 1.0) << figures.committee.Report();
  EXPECT_EQ(figures.years.Share(), 1.0) << figures.years.Report();
  EXPECT_EQ(figures.document_kind.Share(), 1.0) << figures.document_kind.Report();
}

TEST_P(GeneratedPlansTest, NoLetterIsLostAndNoneDoubled) {
  const Figures& figures = FiguresOf(GetParam());
  EXPECT_EQ(figures.conserved.Share(), 1.0) << figures.conserved.Report();
}

TEST_P(GeneratedPlansTest, EveryLineStandsInOneParagraphOrPieceOfFurniture) {
  const Figures& figures = FiguresOf(GetParam());
  EXPECT_EQ(figures.lines.Share(), 1.0) << figures.lines.Report();
}

TEST_P(GeneratedPlansTest, ParagraphsAreFoundOnceAndWhole) {
  const Figures& figures = FiguresOf(GetParam());
  EXPECT_GE(figures.whole.Share(), kFloor) << figures.whole.Report();
}

TEST_P(GeneratedPlansTest, KindGoalYearAndOriginAreRead) {
  const Figures& figures = FiguresOf(GetParam());
  EXPECT_GE(figures.kind.Share(), kFloor) << figures.kind.Report();
  EXPECT_GE(figures.goal.Share(), kFloor) << figures.goal.Report();
  EXPECT_GE(figures.assignment_year.Share(), kFloor) << figures.assignment_year.Report();
  EXPECT_GE(figures.origin.Share(), kFloor) << figures.origin.Report();
}

std::vector<std::string> Words(std::string_view text) {
  std::istringstream in{std::string(text)};
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(WithoutSpace(word));
  return words;
}

// What is right in plans that were scanned badly and repaired.
struct ScanFigures {
  Tally committee, years, whole, words, kind, goal, assignment_year;
};

void AddScanned(const GeneratedParagraph& want, const Plan& plan, const std::string& where,
                ScanFigures& figures) {
  const Paragraph* got = FindOnly(plan, want.code);
  const std::string text = got == nullptr ? "" : got->repaired_text.empty() ? got->text : got->repaired_text;
  const std::vector<std::string> words = Words(text);
  const std::vector<std::string> wanted = Words(want.text);
  const std::string about = where + ": " + want.text;
  figures.whole.Add(words.size() == wanted.size(), about + "\n    GOT " + text);
  if (got == nullptr) return;
  for (std::size_t i = 0; i < wanted.size() && words.size() == wanted.size(); ++i) {
    if (wanted[i].find(want.code) == std::string::npos)
      figures.words.Add(words[i] == wanted[i], words[i] + " for " + wanted[i]);
  }
  figures.kind.Add(got->kind == want.kind, fmt::format("{} is {}", about, KindName(got->kind)));
  figures.goal.Add((got->goal ? got->goal->label : "") == want.goal,
                   fmt::format("{} is under \"{}\"", about, got->goal ? got->goal->label : ""));
  figures.assignment_year.Add(got->assignment_year == want.assignment_year, about);
}

ScanFigures MeasureScans() {
  const Vocabulary vocabulary = Vocabulary::Load(PLANSOK_SOURCE_DIR).value();
  const auto repairer =
      text::OcrRepairer::Load(PLANSOK_SOURCE_DIR, text::LanguageData::FromDataDir(PLANSOK_SOURCE_DIR))
          .value();
  const PlanReader reader(vocabulary, repairer.get());
  ScanFigures figures;
  for (std::uint32_t seed = 0; seed < kScans; ++seed) {
    const GeneratedPlan truth = GeneratePlan(seed);
    // A scan has no tags, and a misread letter moves no column.
    if (truth.layout >= Layout::kSpaced) continue;
    const std::string damaged = text::DamageAsScan(truth.text, seed);
    const auto read = reader.ReadText(damaged, "a.txt");
    if (!read.ok()) {
      ADD_FAILURE() << seed << ": " << read.status();
      continue;
    }
    const std::string where = fmt::format("seed {}", seed);
    const Plan& plan = read->plan;
    figures.committee.Add(plan.committees.size() == 1 && plan.committees[0].label == truth.committee, where);
    figures.years.Add(plan.years == truth.years, where);
    for (const GeneratedParagraph& want : truth.paragraphs) {
      // The scan may have misread the code word itself.
      if (damaged.find(want.code) != std::string::npos) AddScanned(want, plan, where, figures);
    }
  }
  return figures;
}

TEST(GeneratedScansTest, DamagedPlansAreReadAsTheyStood) {
  const ScanFigures figures = MeasureScans();
  RecordProperty("words", figures.words.Report());
  EXPECT_GE(figures.words.Share(), kScanWordFloor) << figures.words.Report();
  for (const auto& [name, tally] : {std::pair{"committee", &figures.committee},
                                    {"years", &figures.years},
                                    {"whole", &figures.whole},
                                    {"kind", &figures.kind},
                                    {"goal", &figures.goal},
                                    {"assignment year", &figures.assignment_year}}) {
    RecordProperty(name, tally->Report());
    EXPECT_GE(tally->Share(), kScanFloor) << name << ": " << tally->Report();
  }
}

std::string NameOf(const ::testing::TestParamInfo<Layout>& layout) {
  switch (layout.param) {
    case Layout::kImplementation:
      return "Implementation";
    case Layout::kActivity:
      return "Activity";
    case Layout::kMarkdown:
      return "Markdown";
    case Layout::kColumns:
      return "Columns";
    case Layout::kForm:
      return "Form";
    case Layout::kSpaced:
      return "Spaced";
    case Layout::kTwoColumns:
      return "TwoColumns";
    case Layout::kHtml:
      return "Html";
  }
  return "";
}

INSTANTIATE_TEST_SUITE_P(Layouts, GeneratedPlansTest,
                         ::testing::Values(Layout::kImplementation, Layout::kActivity, Layout::kMarkdown,
                                           Layout::kColumns, Layout::kForm, Layout::kSpaced,
                                           Layout::kTwoColumns, Layout::kHtml),
                         NameOf);

}  // namespace
}  // namespace plansok::plan
