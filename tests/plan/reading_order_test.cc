#include "plan/reading_order.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "plan/entities.h"
#include "plan/html_tags.h"
#include "plan/reader.h"
#include "plan/segments.h"
#include "tests/plan/reading.h"

namespace plansok::plan {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// The lines as they are to be read, without blank ones.
std::vector<std::string> Lines(std::string_view text) {
  const auto source = DecodeSource(text, "test.txt");
  EXPECT_TRUE(source.ok()) << source.status();
  const ReadingOrder order = InReadingOrder(*source);
  EXPECT_EQ(order.places.size(), order.text.lines.size());
  EXPECT_EQ(order.text.pages.size(), order.text.lines.size());
  std::vector<std::string> lines;
  for (const std::string& line : order.text.lines) {
    if (!line.empty()) lines.push_back(line);
  }
  return lines;
}

TEST(EntityTest, StandsForACharacter) {
  EXPECT_EQ(ReadEntity("&aring;ngest").character, "å");
  EXPECT_EQ(ReadEntity("&#228;r").character, "ä");
  EXPECT_EQ(ReadEntity("&#xF6;").character, "ö");
  EXPECT_EQ(ReadEntity("&nbsp;").character, " ");
  EXPECT_EQ(ReadEntity("&#160;").character, " ");
  for (const char* none :
       {"", "&", "& ", "&;", "&#;", "&#x;", "&#7;", "&okänd;", "och", "&amp", "&#99999999;"})
    EXPECT_EQ(ReadEntity(none).size, 0U) << none;
}

TEST(HtmlTagTest, IsToldFromASign) {
  EXPECT_EQ(ReadHtmlTag("<P class=\"x\">Ord").name, "p");
  EXPECT_TRUE(ReadHtmlTag("</td>").closes);
  EXPECT_EQ(ReadHtmlTag("<td colspan=\"3\">").Number("colspan", 1), 3);
  EXPECT_EQ(ReadHtmlTag("<td colspan=\"999999999999\">").Number("colspan", 1), 100);
  EXPECT_EQ(ReadHtmlTag("<td>").Number("colspan", 1), 1);
  EXPECT_EQ(ReadHtmlTag("<!-- <p> -->x").size, 12U);
  for (const char* none : {"", "<", "<>", "< 5", "<5>", "<å>", "<p", "<!-- utan slut"})
    EXPECT_EQ(ReadHtmlTag(none).size, 0U) << none;
}

TEST(HtmlPageTest, BecomesHeadingsItemsAndRows) {
  EXPECT_THAT(Lines("<html><head><title>Nej</title><style>p {}</style></head><body>\n<nav><p>Meny</p></nav>\n"
                    "<h1>Plan &amp;\nm&aring;l</h1><p>Ett <b>stycke</b>\nsom fortsätter<p>Ett till\n"
                    "<p><strong>Fet rubrik</strong></p>\n<ul><li>Ett<li><p>Två</p><ol><li>Första</ol></ul>\n"
                    "<!-- borta --><script>if (a < b) x();</script></body></html>"),
              ElementsAre("# Plan & mål", "Ett stycke som fortsätter", "Ett till", "**Fet rubrik**", "• Ett",
                          "• Två", "1. Första"));
}

TEST(HtmlPageTest, RowsKeepTheirColumns) {
  EXPECT_THAT(
      Lines("# Markdown\n<table>\n<tr><th>Uppdrag<th>Svar</tr>\n"
            "<tr><td rowspan=2>A</td><td><p>B</p><p>C</p></td></tr>\n<tr><td>D</td></tr>\n"
            "<tr><td colspan=\"2\">E</td></tr>\n</table>\nEfter\n"),
      ElementsAre("# Markdown", "<p>Uppdrag\tSvar", "<p>A\t<br>B<br><br>C<br>", "<p>\tD", "<p>E\t", "Efter"));
}

TEST(HtmlPageTest, ATagInTextMakesNoPage) {
  EXPECT_THAT(Lines("Rubrik\n<p>Ett stycke.</p>\nText <table> utan slut\n<table>\n"),
              ElementsAre("Rubrik", "<p>Ett stycke.</p>", "Text <table> utan slut", "<table>"));
}

TEST(HtmlPageTest, TablesAfterALeftOverEndAreRead) {
  EXPECT_THAT(Lines("Text\n</table>\n<table><tr><td>A</td><td>B</td></tr></table>\n"), Contains("<p>A\tB"));
}

TEST(HtmlPageTest, LongCommentsAndPicturesAreNoText) {
  const std::string much(20'000, 'x');
  EXPECT_THAT(Lines("<html><body>\n<p>Före<!-- " + much + " --> och<img src=\"data:" + much +
                    "\"> efter.</p>\n</body></html>\n"),
              ElementsAre("Före och efter."));
}

TEST(HtmlPageTest, AScriptThatIsWholeHidesNothing) {
  EXPECT_THAT(
      Lines("<html><body>\n<script src=\"a.js\"/>\n<p>Synlig text.</p>\n<script>x</script></body></html>\n"),
      ElementsAre("Synlig text."));
}

TEST(HtmlPageTest, WordsBetweenRowsStandWhereTheyStood) {
  EXPECT_THAT(
      Lines("<html><body>\n<table><tr><td>A</td><td>B</td></tr>\nEmellan\n<tr><td>C</td><td>D</td></tr>"
            "</table>\n<p>Efter</p></body></html>\n"),
      ElementsAre("<p>A\tB", "Emellan", "<p>C\tD", "Efter"));
}

TEST(MarkdownTest, OtherSpellingsAreMadeTheUsualOnes) {
  EXPECT_THAT(
      Lines(
          "Plan\n====\n\n1. Mål\n-----\n\nUppdrag | Svar\n---|---\nA | B\n\n> Citat\n\nRad\\\nRad\n\n---\n"),
      ElementsAre("# Plan", "## 1. Mål", "| Uppdrag | Svar |", "| ---|--- |", "| A | B |", "Citat", "Rad",
                  "Rad", "---"));
  // A rule below a sentence or an item underlines nothing.
  EXPECT_THAT(Lines("En mening.\n---\n\n- Punkt\n---\n"), ElementsAre("En mening.", "---", "- Punkt", "---"));
}

TEST(SegmentsTest, ArePartedByTwoSpaces) {
  const std::vector<Segment> segments = Segments("  Åtgärd här   2024    Svar");
  ASSERT_EQ(segments.size(), 3U);
  EXPECT_EQ(segments[0].text, "Åtgärd här");
  EXPECT_EQ(segments[0].begin, 2U);
  EXPECT_EQ(segments[1].begin, 15U);
  EXPECT_EQ(segments[2].begin, 23U);
  EXPECT_THAT(Segments("ett\ttvå  tre"), IsEmpty());
}

TEST(SpacedTableTest, CellsAreWrappedAndPagesTurn) {
  EXPECT_THAT(Lines("Uppdrags-   Uppdrag               Nämndens\n"
                    "år                                omhändertagande\n"
                    "\n"
                    "2024        Nämnden får i         Det pågår, men\n"
                    "            uppdrag att bygga.    tar tid.\n"
                    "\n"
                    "                                  1 (2)\n"
                    "Uppdrags-   Uppdrag               Nämndens\n"
                    "år                                omhändertagande\n"
                    "\n"
                    "2025        Nämnden får i         Vi börjar i maj.\n"
                    "            uppdrag att riva.\n"
                    "                                  • Först ett hus.\n"
                    "                                  • Sedan ett till.\n"
                    "\n"
                    "4   Uppföljning\n"),
              ElementsAre("<p>Uppdrags-år\tUppdrag\tNämndens omhändertagande",
                          "<p>2024\tNämnden får i uppdrag att bygga.\tDet pågår, men tar tid.",
                          "                                  1 (2)",
                          "<p>Uppdrags-år\tUppdrag\tNämndens omhändertagande",
                          "<p>2025\tNämnden får i uppdrag att riva.\tVi börjar i maj.<br>• Först ett "
                          "hus.<br>• Sedan ett till.",
                          "4   Uppföljning"));
}

TEST(SpacedTableTest, FiguresStandInRowsButContentsDoNot) {
  EXPECT_THAT(Lines("                  2024     2025\nSålda tomter       112      134\nKöpta              1 "
                    "840    –\n"),
              ElementsAre("<p>\t2024\t2025", "<p>Sålda tomter\t112\t134", "<p>Köpta\t1 840\t–"));
  EXPECT_THAT(Lines("1 Inledning      3\n2 Mål            4\n"),
              ElementsAre("1 Inledning      3", "2 Mål            4"));
}

constexpr const char* kColumns =
    "Mål                                Inriktningar\n"
    "\n"
    "Nämnden ska bygga bostäder i       Planer för små hus ska kunna\n"
    "alla delar av staden och           tas fram utan program.\n"
    "blanda upplåtelseformer för\n"
    "att bryta segregationen.           Kulturmiljöer ska skyddas\n"
    "                                   redan i översiktsplanen, så\n"
    "Arbetet följs upp varje            att de inte behöver försvaras\n"
    "termin och redovisas.              plan för plan.\n";

TEST(TextColumnsTest, AreReadOneAfterTheOther) {
  EXPECT_THAT(Lines(kColumns), ElementsAre("Mål", "Nämnden ska bygga bostäder i", "alla delar av staden och",
                                           "blanda upplåtelseformer för", "att bryta segregationen.",
                                           "Arbetet följs upp varje", "termin och redovisas.", "Inriktningar",
                                           "Planer för små hus ska kunna", "tas fram utan program.",
                                           "Kulturmiljöer ska skyddas", "redan i översiktsplanen, så",
                                           "att de inte behöver försvaras", "plan för plan."));
}

TEST(TextColumnsTest, ParagraphsBesideEachOtherAreNone) {
  const std::string rows =
      "Nämnden ska bygga bostäder i       Planer för små hus ska kunna\nalla delar av staden.              "
      "tas fram utan "
      "program.\n\n";
  EXPECT_EQ(Lines(rows + rows + rows + rows).size(), 8U);
}

TEST(PlacesTest, AreTheFilesOwnLines) {
  const PlanReader reader(TestVocabulary(), nullptr);
  const auto read =
      reader.ReadText(std::string("Verksamhetsplan 2025\nKulturnämnden\n\n") + kColumns, "a.txt");
  ASSERT_TRUE(read.ok()) << read.status();
  const std::vector<Paragraph>& paragraphs = read->plan.paragraphs;
  ASSERT_EQ(paragraphs.size(), 4U);
  EXPECT_EQ(paragraphs[0].first_line, 6);
  EXPECT_EQ(paragraphs[0].last_line, 9);
  EXPECT_EQ(paragraphs[2].first_line, 6);
  EXPECT_EQ(paragraphs[2].last_line, 7);
  EXPECT_EQ(paragraphs[3].kind, Kind::kDirection);
}

}  // namespace
}  // namespace plansok::plan
