// Small plans in styles that the corpus does not have, each beside what a reader must find in it:
// tests/plan/plans/NAME.txt and NAME.expected. First line: title|document kind|committees|years; then one
// line a paragraph: kind|goal|assignment year|origin|bodies (+ assigned, & to be worked with)|page|text.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "plan/page_numbers.h"
#include "plan/reader.h"
#include "plan/worded_owner.h"
#include "tests/plan/reading.h"

namespace plansok::plan {
namespace {

const std::filesystem::path kPlans = std::filesystem::path(PLANSOK_SOURCE_DIR) / "tests/plan/plans";

std::string ReadAll(const std::filesystem::path& file) {
  std::ifstream stream(file);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::string NumberOrNothing(int number) { return number == 0 ? "" : std::to_string(number); }

std::string OneLine(std::string text) {
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at))
    text.replace(at, 1, " / ");
  return text;
}

std::string Described(const Paragraph& p) {
  std::string bodies;
  for (const Body& body : p.bodies) {
    bodies += fmt::format("{}{}{}", bodies.empty() ? "" : " ", body.role == BodyRole::kAssigned ? "+" : "&",
                          body.id);
  }
  return fmt::format("{}|{}|{}|{}|{}|{}|{}\n", KindName(p.kind), p.goal ? p.goal->label : "",
                     NumberOrNothing(p.assignment_year), OriginName(p.origin), bodies,
                     NumberOrNothing(p.page), OneLine(p.text));
}

std::string Described(const Plan& plan) {
  std::string committees;
  for (const Named& committee : plan.committees)
    committees += (committees.empty() ? "" : ",") + committee.label;
  std::string described =
      fmt::format("{}|{}|{}|{}\n", plan.title, plan.document_kind, committees, fmt::join(plan.years, ","));
  for (const Paragraph& paragraph : plan.paragraphs) described += Described(paragraph);
  return described;
}

std::vector<std::string> Styles() {
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(kPlans)) {
    if (entry.path().extension() == ".txt") names.insert(entry.path().stem().string());
  }
  return {names.begin(), names.end()};
}

class StylesTest : public ::testing::TestWithParam<std::string> {};

TEST_P(StylesTest, EveryParagraphAndFactIsFound) {
  const PlanReader reader(TestVocabulary(), nullptr);
  const auto read = reader.ReadText(ReadAll(kPlans / (GetParam() + ".txt")), "a.txt");
  ASSERT_TRUE(read.ok()) << read.status();
  EXPECT_EQ(Described(read->plan), ReadAll(kPlans / (GetParam() + ".expected")));
}

std::string NameOf(const ::testing::TestParamInfo<std::string>& style) {
  std::string name = style.param;
  std::erase(name, '-');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Plans, StylesTest, ::testing::ValuesIn(Styles()), NameOf);

TEST(PrintedPageTest, IsReadFromFootersAndHeaders) {
  EXPECT_EQ(PrintedPage("Sida 3 av 20"), 3);
  EXPECT_EQ(PrintedPage("3 (20)"), 3);
  EXPECT_EQ(PrintedPage("Nämndens verksamhetsplan 2024 6 (17)"), 6);
  EXPECT_EQ(PrintedPage("- 12 -"), 12);
  EXPECT_EQ(PrintedPage("2024-11-11"), 0);
  EXPECT_EQ(PrintedPage("Aktiviteter för samverkan"), 0);
}

std::vector<int> PagesOf(std::string_view text) {
  std::vector<int> pages;
  for (const Line& line : Marked(text).lines) {
    if (!line.use) pages.push_back(line.page);
  }
  return pages;
}

TEST(NumberPagesTest, BelievesOnlyNumbersThatRise) {
  using Pages = std::vector<int>;
  EXPECT_EQ(PagesOf("Ett.\n\n1 (3)\n\nTvå.\n\n2 (3)\n\nTre.\n"), (Pages{1, 2, 3}));
  EXPECT_EQ(PagesOf("Sida 1\n\nEtt.\n\nSida 2\n\nTvå.\n"), (Pages{1, 2}));
  EXPECT_EQ(PagesOf("Ett.\n\n2 (3)\n\nTvå.\n\n1 (3)\n\nTre.\n"), (Pages{0, 0, 0}));
  EXPECT_EQ(PagesOf("Ett.\n\n6 (17)\n\nTvå.\n"), (Pages{0, 0}));
  EXPECT_EQ(PagesOf("Ett.\n\n2\n\nTvå.\n\n3\n\nTre.\n"), (Pages{0, 3, 4}));
}

TEST(WordedOwnerTest, NamesWhatNoVocabularyKnows) {
  const auto label = [](std::string_view line) {
    const auto owner = WordedOwner(line);
    return owner ? owner->label : "";
  };
  EXPECT_EQ(label("Verksamhetsplan för Valnämnden 2026"), "Valnämnden");
  EXPECT_EQ(label("Överförmyndarnämndens verksamhetsplan 2026"), "Överförmyndarnämnden");
  EXPECT_EQ(label("Nämnden för konsument- och medborgarservice"),
            "Nämnden för konsument- och medborgarservice");
  EXPECT_EQ(label("Park- och naturnämnden"), "Park- och naturnämnden");
  EXPECT_EQ(label("Grefab AB"), "Grefab AB");
  EXPECT_EQ(label("har socialnämnden Centrum beslutat om budget"), "");
  EXPECT_EQ(label("Nämndens verksamhetsplan 2024"), "");
  EXPECT_EQ(label("Nämnden beslutar om verksamhetsplanen."), "");
}

}  // namespace
}  // namespace plansok::plan
