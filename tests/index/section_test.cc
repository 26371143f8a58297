// What stands above a paragraph: questions find it by that, words alone do not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "index/searcher.h"
#include "tests/index/test_index.h"

namespace plansok::index {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class SectionTest : public testing::Test {
 protected:
  SectionTest() {
    plan::Paragraph item = MakeParagraph("Mängden engångsmaterial ska minska.");
    item.lead_in = "De lokala miljömålen är:";
    plan::Paragraph scanned = MakeParagraph("Fler busshallplatser byggs.");
    scanned.lead_in = "Fortifikationema avvecklas sa har:";
    scanned.repaired_lead_in = "Fortifikationerna avvecklas så här:";
    plan::Paragraph assignment = MakeParagraph("Utreda en tillnyktringsenhet.");
    assignment.kind = plan::Kind::kAssignment;
    plan::Paragraph answer = MakeParagraph("En dialog pågår med regionen.");
    answer.kind = plan::Kind::kResponse;
    answer.lead_in = assignment.text;
    Publish(folder_.path(),
            {MakePlan("plan-a", "Socialnämnden Nordost", 2024, {item, scanned, assignment, answer})});
  }

  std::vector<std::string> Found(const std::string& line) const {
    Searcher searcher = OpenSearcher(folder_.path());
    return Texts(Find(&searcher, line));
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(SectionTest, AQuestionFindsAListsItemsByWhatAnnouncesThem) {
  EXPECT_THAT(Found("vilka lokala miljömål finns"), ElementsAre("Mängden engångsmaterial ska minska."));
  EXPECT_THAT(Found("miljömål"), IsEmpty()) << "a word alone asks for itself";
}

TEST_F(SectionTest, WhatAScanAnnouncesIsReadAsRepaired) {
  EXPECT_THAT(Found("när och hur avvecklas fortifikationerna"), ElementsAre("Fler busshallplatser byggs."));
}

TEST_F(SectionTest, AQuestionFindsTheAnswerToAnAssignment) {
  EXPECT_THAT(Found("vad görs om en tillnyktringsenhet"),
              ElementsAre("Utreda en tillnyktringsenhet.", "En dialog pågår med regionen."));
  EXPECT_THAT(Found("tillnyktringsenhet"), ElementsAre("Utreda en tillnyktringsenhet."));
}

}  // namespace
}  // namespace plansok::index
