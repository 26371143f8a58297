#include "plan/unwrap.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/plan/reading.h"

namespace plansok::plan {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::SizeIs;

/// Two paragraphs of running text, in words.
const char* const kFirst =
    "Nämnden ska under året arbeta för att fler barn och unga i hela stadsområdet får tillgång till "
    "meningsfull "
    "fritid. Arbetet ska ske tillsammans med föreningslivet, skolan och de kommunala bolagen. Det kräver att "
    "lokaler "
    "öppnas på kvällar och helger.";
const char* const kSecond =
    "Uppföljningen ska göras två gånger om året och redovisas för nämnden. Resultatet ska ligga till grund "
    "för nästa "
    "års planering och för fördelningen av föreningsbidrag i Göteborgs Stad.";

std::string Wrap(const std::string& text, std::size_t width, const std::string& line_end) {
  std::string wrapped;
  std::string line;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string word = text.substr(begin, end - begin);
    if (!line.empty() && line.size() + 1 + word.size() > width) {
      wrapped += line + line_end;
      line.clear();
    }
    line += (line.empty() ? "" : " ") + word;
    begin = end + 1;
  }
  return wrapped + line + line_end;
}

class WidthTest : public ::testing::TestWithParam<std::size_t> {};

TEST_P(WidthTest, WrappedParagraphsPartedByBlankLinesAreJoined) {
  const std::string text = Wrap(kFirst, GetParam(), "\n") + "\n" + Wrap(kSecond, GetParam(), "\n");
  EXPECT_THAT(Texts(Blocks(text)), ElementsAre(kFirst, kSecond));
}

TEST_P(WidthTest, DoubleSpacedLinesAreJoined) {
  const std::string text = Wrap(kFirst, GetParam(), "\n\n") + Wrap(kSecond, GetParam(), "\n\n");
  std::string joined;
  for (const std::string& part : Texts(Blocks(text))) joined += (joined.empty() ? "" : " ") + part;
  EXPECT_EQ(joined, std::string(kFirst) + " " + kSecond);
  EXPECT_LE(Blocks(text).size(), 3U);
}

INSTANTIATE_TEST_SUITE_P(Columns, WidthTest, ::testing::Values(36, 60, 72, 80, 92, 100));

struct Case {
  const char* name;
  const char* text;
  std::vector<std::string> blocks;
};

class CaseTest : public ::testing::TestWithParam<Case> {};

TEST_P(CaseTest, Unwraps) { EXPECT_EQ(Texts(Blocks(GetParam().text)), GetParam().blocks); }

INSTANTIATE_TEST_SUITE_P(
    Unwrap, CaseTest,
    ::testing::Values(
        Case{"PageBreakInASentence",
             "Nämnden redovisade ett överskott som främst beror på statsbidrag samt "
             "lägre\n\n\n\npersonalkostnader än "
             "planerat.\n\nNästa stycke.\n",
             {"Nämnden redovisade ett överskott som främst beror på statsbidrag samt lägre personalkostnader "
              "än planerat.",
              "Nästa stycke."}},
        Case{"FooterInASentence",
             "Nämnden redovisade ett överskott som främst beror på statsbidrag samt lägre\n\nVerksamhetsplan "
             "2024 6 "
             "(17)\n\npersonalkostnader än planerat.\n",
             {"Nämnden redovisade ett överskott som främst beror på statsbidrag samt lägre personalkostnader "
              "än "
              "planerat."}},
        Case{"FootnoteInASentence",
             "Resultaten av ett långsiktigt arbete grundat i tidiga insatser (förebyggande och\n\n⁵ Styrning "
             "avser hela "
             "kedjan från planering till uppföljning.\n\nfrämjande) är svåra att mäta.\n",
             {"Resultaten av ett långsiktigt arbete grundat i tidiga insatser (förebyggande och främjande) "
              "är svåra att "
              "mäta.",
              "⁵ Styrning avser hela kedjan från planering till uppföljning."}},
        Case{"BulletCutByAPageBreak",
             "- Arbeta och samverka för stabilitet och möjlighet till långsiktighet i\n\n- "
             "ekonomistyrningen\n- Arbeta "
             "med bemanning.\n",
             {"Arbeta och samverka för stabilitet och möjlighet till långsiktighet i ekonomistyrningen",
              "Arbeta med bemanning."}},
        Case{"BulletCutBeforeAYear",
             "- Mängden ämnen ska minska med 50% till\n\n2026\n\n- Avfallet ska minska\n",
             {"Mängden ämnen ska minska med 50% till 2026", "Avfallet ska minska"}},
        Case{"BulletsInLowerCaseStayApart",
             "- antal hushåll med försörjningsstöd\n- antal barn i pågående ärenden\n",
             {"antal hushåll med försörjningsstöd", "antal barn i pågående ärenden"}},
        Case{"BulletsOfAllSorts",
             "• ett\n» två\n»Tre\n•Fyra\n- fem\n– sex\n* sju\na) åtta\n1) nio\n- » tio\no Elva\n",
             {"ett", "två", "Tre", "Fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "Elva"}},
        Case{"BulletOverTwoLines",
             "- Utveckla inköpsprocessen\n(omhändertas inom målet)\n- Fortsätta införandet\n",
             {"Utveckla inköpsprocessen (omhändertas inom målet)", "Fortsätta införandet"}},
        Case{"HeadingOnTopOfText",
             "1 Inledning\nKommunfullmäktiges budget är stadens övergripande styrdokument och ska "
             "styra\nstadens "
             "utveckling under hela perioden och i alla dess nämnder och i alla dess\nbolag.\n",
             {"Inledning",
              "Kommunfullmäktiges budget är stadens övergripande styrdokument och ska styra stadens "
              "utveckling under hela "
              "perioden och i alla dess nämnder och i alla dess bolag."}},
        Case{"PartyNamesBetweenLists",
             "- Stärka det tidiga stödet\n\nSocialdemokraterna\n\nVänsterpartiet\n\n- Öka tryggheten på "
             "torgen\n",
             {"Stärka det tidiga stödet", "Öka tryggheten på torgen"}},
        Case{"HyphenAtTheLinesEnd",
             "Förvaltningen ska inleda dialog med HBTQI-\norganisationer om kunskaps-\noch "
             "kompetensutveckling.\n",
             {"Förvaltningen ska inleda dialog med HBTQI-organisationer om kunskaps- och "
              "kompetensutveckling."}}),
    [](const auto& test) { return test.param.name; });

TEST(UnwrapTest, AWordThatALinesEndCutIsWholeInTheCleanReading) {
  const std::vector<Block> blocks = Blocks(
      "Göteborgs Stad ska vara en pålitlig granne för sina kustkom-\nmuner och för barn-\noch ungdomsvård, "
      "med HBTQI-\norganisationer.\n");
  ASSERT_THAT(blocks, SizeIs(1));
  EXPECT_EQ(
      blocks[0].text,
      "Göteborgs Stad ska vara en pålitlig granne för sina kustkom-muner och för barn- och ungdomsvård, "
      "med HBTQI-organisationer.");
  EXPECT_EQ(blocks[0].clean,
            "Göteborgs Stad ska vara en pålitlig granne för sina kustkommuner och för barn- och ungdomsvård, "
            "med HBTQI-organisationer.");
}

TEST(UnwrapTest, HeadingsDisguisedAsBulletsGetTheirNumber) {
  const std::vector<Block> blocks = Blocks("- 3.2.1.1 Kompetensförsörjningen ska säkras.\n");
  ASSERT_THAT(blocks, SizeIs(1));
  EXPECT_EQ(blocks[0].marker, Marker::kNumber);
  EXPECT_EQ(blocks[0].number, "3.2.1.1");
  EXPECT_EQ(blocks[0].depth, 4);
  EXPECT_EQ(blocks[0].text, "Kompetensförsörjningen ska säkras.");
}

TEST(UnwrapTest, LinesOnTopOfEachOtherGoOnThoughEachBeginsWithACapital) {
  const char* const kBegin =
      "Arbetet med mötesplatsen bygger på erfarenheter från tidigare år och på kunskap.";
  const char* const kEnd = "Nämndens verksamhet behöver bli mer tillgänglig för dem som har störst behov.";
  const std::string text = std::string(kBegin) + "\n" + kEnd + "\n\nUppdrag\n";
  EXPECT_THAT(Texts(Blocks(text)), ElementsAre(std::string(kBegin) + " " + kEnd, "Uppdrag"));
}

TEST(UnwrapTest, LinesOfAnyLengthOnTopOfEachOtherAreParagraphs) {
  const char* const kLines =
      "Förskolan öppnar tidigare.\nNämnden följer upp arbetet varje termin och redovisar det för "
      "fullmäktige.\n"
      "Arbetet fortsätter.\nFler vuxna ska finnas ute på kvällar och helger.\n";
  EXPECT_THAT(Blocks(kLines), SizeIs(4));
}

TEST(UnwrapTest, ALineThatBeginsInLowerCaseIsNoTitle) {
  const std::string first =
      "Nämnden får i uppdrag att ta fram en modell för mötesplatser och pröva den under ett";
  EXPECT_THAT(Texts(Blocks(first + "\når.\n")), ElementsAre(first + " år."));
  const std::string second = "Utvecklingen av mötesplatserna i hela stadsområdet bygger på erfarenheter";
  const std::string third = "från nämndens tidigare arbete. Arbetet";
  EXPECT_THAT(Texts(Blocks(second + "\n" + third + "\nfortsätter.\n")),
              ElementsAre(second + " " + third + " fortsätter."));
}

TEST(UnwrapTest, ShortParagraphsWithABlankLineBetweenThemAreNotDoubleSpaced) {
  const std::string goal = "2. Göteborg ska vara ledande i klimatomställningen och ha en hög mångfald.";
  const std::string text =
      "Mål:\n\n" + goal + "\n\nArbetet med klimatet samordnas med andra förvaltningar.\n\n" +
      "Arbetet med mångfalden följs upp varje termin och redovisas för stadens nämnder\noch bolag.\n";
  EXPECT_THAT(Blocks(text), SizeIs(4));
}

TEST(UnwrapTest, NumbersThatAreNoSectionsStayInTheText) {
  for (const char* text : {"2024 Förvaltningen arbetar.", "24 barn står i kö.", "772 570 tkr är ramen.",
                           "-31,1 mnkr är underskottet.", "19 kapitlet 25 a §"}) {
    EXPECT_THAT(Texts(Blocks(text)), ElementsAre(text));
  }
}

TEST(UnwrapTest, EveryLineOfTextStandsInExactlyOneBlock) {
  const MarkedText text =
      Marked(Wrap(kFirst, 40, "\n\n") + "⁵ Not.\n\n" + Wrap(kSecond, 70, "\n") + "- ett\n- två\n12\n");
  std::vector<int> seen(text.lines.size() + 1, 0);
  for (const Block& block : Unwrap(text.lines)) {
    for (const int line : block.lines) ++seen[static_cast<std::size_t>(line)];
  }
  for (const Line& line : text.lines) {
    EXPECT_EQ(seen[static_cast<std::size_t>(line.number)], line.use ? 0 : 1) << line.number;
  }
}

}  // namespace
}  // namespace plansok::plan
