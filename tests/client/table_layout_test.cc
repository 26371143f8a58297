#include "client/table_layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>
#include <set>
#include <string>
#include <vector>

#include "client/terminal.h"

namespace plansok::client {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

int WidthOf(const TableLayout& layout, const TableContent& content) {
  return layout.label + content.total_width + kColumnGap +
         std::accumulate(layout.columns.begin(), layout.columns.end(),
                         static_cast<int>(layout.columns.size()) * kColumnGap);
}

TableContent Committees(int columns) {
  TableContent content;
  content.row_labels = {"Alla", "Hemlösheten ska upphöra till 2028 och ingen ska behöva sova utomhus"};
  content.headings = std::vector<std::string>(static_cast<std::size_t>(columns), "Socialnämnden Nordost");
  content.number_widths = std::vector<int>(static_cast<std::size_t>(columns), 3);
  content.total_width = 5;
  return content;
}

TEST(BrokenInto, BreaksAtSpacesAndCutsWhatDoesNotFit) {
  EXPECT_THAT(BrokenInto("Socialnämnden Nordost", 13, 4), ElementsAre("Socialnämnden", "Nordost"));
  EXPECT_THAT(BrokenInto("Socialnämnden Nordost", 9, 4), ElementsAre("Socialnä…", "Nordost"));
  EXPECT_THAT(BrokenInto("a b c", 3, 4), ElementsAre("a b", "c"));
  EXPECT_THAT(BrokenInto("ett två tre fyra", 4, 2), ElementsAre("ett", "två…"));
  EXPECT_THAT(BrokenInto("", 4, 2), IsEmpty());
}

TEST(LayOut, GivesWhatIsShortItsOwnWidthAndTheRestToBars) {
  TableContent content;
  content.row_labels = {"Alla", "Nordost"};
  content.headings = {"2023", "2024"};
  content.number_widths = {2, 5};
  content.total_width = 5;
  const TableLayout layout = LayOut(content, 80);
  EXPECT_EQ(layout.label, 7);
  EXPECT_THAT(layout.columns, ElementsAre(4, 5));
  EXPECT_EQ(layout.heading_lines, 1);
  EXPECT_EQ(layout.bar, 30);
  EXPECT_EQ(LayOut(content, 30).bar, 0);
}

TEST(LayOut, NeverIsWiderThanTheTerminal) {
  for (int columns = 1; columns <= 20; ++columns) {
    for (int width = 45; width <= 200; width += 5) {
      const TableContent content = Committees(columns);
      const TableLayout layout = LayOut(content, width);
      EXPECT_LE(WidthOf(layout, content), width) << columns << " columns in " << width;
      EXPECT_FALSE(layout.columns.empty());
      for (const int column : layout.columns) EXPECT_GE(column, 3);
      for (std::size_t i = 0; i < layout.headings.size(); ++i) {
        for (const std::string& line : layout.headings[i]) EXPECT_LE(Width(line), layout.columns[i]);
      }
    }
  }
}

TEST(LayOut, BreaksHeadingsBeforeItCutsThemAndCutsThemBeforeItLeavesThemOut) {
  EXPECT_EQ(LayOut(Committees(2), 200).heading_lines, 1);
  const TableLayout broken = LayOut(Committees(2), 105);
  EXPECT_EQ(broken.heading_lines, 2);
  EXPECT_THAT(broken.headings[0], ElementsAre("Socialnämnden", "Nordost"));
  const TableLayout cut = LayOut(Committees(3), 66);
  EXPECT_THAT(cut.columns, SizeIs(3));
  EXPECT_EQ(cut.headings[0][0].find("Socialn"), 0U);
  EXPECT_LT(LayOut(Committees(12), 80).columns.size(), 12U);
}

TEST(LayOut, KeepsToANarrowTerminalToo) {
  for (const int width : {30, 40}) {
    const TableContent content = Committees(5);
    const TableLayout layout = LayOut(content, width);
    EXPECT_LE(WidthOf(layout, content), width);
    EXPECT_THAT(layout.columns, SizeIs(testing::Ge(1U)));
    for (const std::string& label : layout.row_labels) EXPECT_LE(Width(label), layout.label);
  }
}

TEST(LayOut, CutsLabelsAndHeadingsSoThatTheyDiffer) {
  TableContent content;
  for (const char* year : {"2023", "2024", "2025"}) {
    content.row_labels.push_back(std::string("Verksamhetsplan för socialnämnden Sydväst ") + year);
    content.headings.push_back(std::string("Socialtjänstförvaltningens ") + year);
    content.headings.push_back(std::string("Socialtjänstförvaltningens uppdragsbeskrivning ") + year +
                               " och framåt");
  }
  content.number_widths = std::vector<int>(content.headings.size(), 2);
  content.total_width = 4;
  for (const int width : {40, 60, 80, 100}) {
    const TableLayout layout = LayOut(content, width);
    EXPECT_EQ(std::set<std::string>(layout.row_labels.begin(), layout.row_labels.end()).size(), 3U) << width;
    std::set<std::vector<std::string>> headings(layout.headings.begin(), layout.headings.end());
    EXPECT_EQ(headings.size(), layout.columns.size()) << width;
  }
}

TEST(LayOut, NeverCutsANumber) {
  TableContent content = Committees(3);
  content.number_widths = {12, 3, 14};
  const TableLayout layout = LayOut(content, 60);
  for (std::size_t i = 0; i < layout.columns.size(); ++i)
    EXPECT_GE(layout.columns[i], content.number_widths[i]);
}

}  // namespace
}  // namespace plansok::client
