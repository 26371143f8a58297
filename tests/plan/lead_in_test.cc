#include "plan/lead_in.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "plan/reader.h"
#include "tests/plan/reading.h"

namespace plansok::plan {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

/// Each paragraph's text and lead-in.
std::vector<std::pair<std::string, std::string>> Read(const std::string& text) {
  const auto read = PlanReader(TestVocabulary(), nullptr).ReadText(text, "a.txt");
  EXPECT_TRUE(read.ok()) << read.status();
  std::vector<std::pair<std::string, std::string>> paragraphs;
  for (const Paragraph& paragraph : read->plan.paragraphs)
    paragraphs.emplace_back(paragraph.text, paragraph.lead_in);
  return paragraphs;
}

TEST(LeadIn, AListsItemsHaveTheSentenceThatAnnouncesThem) {
  EXPECT_THAT(
      Read("Nämnden har antagit miljömål. De gäller i år. De lokala miljömålen är:\n\n"
           "- Mängden engångsmaterial ska minska\n- Avfallet ska vara nära noll\n\n"
           "Målen följs upp varje år av hela nämnden.\n\n- En lös punkt i planen\n"),
      ElementsAre(Pair("Nämnden har antagit miljömål. De gäller i år. De lokala miljömålen är:", ""),
                  Pair("Mängden engångsmaterial ska minska", "De lokala miljömålen är:"),
                  Pair("Avfallet ska vara nära noll", "De lokala miljömålen är:"),
                  Pair("Målen följs upp varje år av hela nämnden.", ""), Pair("En lös punkt i planen", "")));
}

TEST(LeadIn, AnAbbreviationIsNoEndOfASentence) {
  LeadIn lead_in;
  Block above;
  above.text = "Planen bygger på flera källor. I år prioriteras bl.a. följande områden:";
  EXPECT_EQ("", lead_in.Of(above));
  Block item;
  item.text = "Trygga uppväxtvillkor";
  item.marker = Marker::kNumber;
  EXPECT_EQ("I år prioriteras bl.a. följande områden:", lead_in.Of(item));
  EXPECT_EQ("I år prioriteras bl.a. följande områden:", lead_in.Of(item));
}

TEST(LeadIn, AHeadingOrATableEndsTheList) {
  Block above;
  above.text = "Förvaltningen ska:";
  Block item;
  item.text = "följa upp";
  item.marker = Marker::kBullet;
  Block cell = item;
  cell.cell = Cell::kAnswer;
  LeadIn lead_in;
  lead_in.Of(above);
  lead_in.End();
  EXPECT_EQ("", lead_in.Of(item));
  lead_in.Of(above);
  EXPECT_EQ("", lead_in.Of(cell));
  EXPECT_EQ("", lead_in.Of(item));
}

TEST(LeadIn, AnItemMayAnnounceAListOfItsOwn) {
  LeadIn lead_in;
  Block outer;
  outer.text = "Detta gäller särskilt:";
  outer.marker = Marker::kBullet;
  EXPECT_EQ("", lead_in.Of(outer));
  Block inner = outer;
  inner.text = "barn och unga";
  EXPECT_EQ("Detta gäller särskilt:", lead_in.Of(inner));
}

}  // namespace
}  // namespace plansok::plan
