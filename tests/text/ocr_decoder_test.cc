// The lexicon, the search for readings and the choice among them, over a small language of their own.
#include "text/ocr_decoder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "text/ocr_lexicon.h"
#include "text/ocr_viterbi.h"

namespace plansok::text {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::string_view kTable =
    "<s>\t300\t\n"
    "av\t50\t\n"
    "bidrar\t40\ttill 30\n"
    "bostadsbrist\t2\t\n"
    "bostadsmarknad\t2\t\n"
    "brist\t20\t\n"
    "följa\t30\t\n"
    "för\t200\t\n"
    "kvarn\t5\t\n"
    "mal\t20\tkvarn 9\n"
    "marknad\t20\t\n"
    "mål\t60\t\n"
    "nämnden\t90\t\n"
    "sitt\t50\t\n"
    "sätt\t50\t\n"
    "till\t100\tmål 20\n"
    "över\t60\t\n";

WordCounts TableCounts() {
  WordCounts counts;
  EXPECT_TRUE(counts.AddTable(kTable, "t").ok());
  return counts;
}

OcrChannel SmallChannel() {
  return *OcrChannel::Parse(
      "ä\ta\t0.36\nä\té\t0.2\nä\td\t0.17\nä\ti\t0.1\nä\téa\t0.05\nå\ta\t0.62\nå\té\t0.15\n"
      "ö\to\t0.8\nö\t6\t0.07\nö\tG\t0.01\nrn\tm\t0.003\nl\tI\t0.01\n",
      "t");
}

class OcrDecoderTest : public ::testing::Test {
 protected:
  std::vector<std::string> Words(std::u32string_view shape, bool open_end = false) const {
    std::vector<std::string> words;
    for (const OcrReading& reading : decoder_.Decode(shape, open_end)) {
      words.push_back(reading.word);
    }
    return words;
  }

  std::string Choose(const std::vector<std::u32string>& shapes) const {
    std::vector<std::vector<OcrReading>> places;
    places.reserve(shapes.size());
    for (const std::u32string& shape : shapes) {
      places.push_back(decoder_.Decode(shape, false));
    }
    const std::vector<std::size_t> chosen = ChooseReadings(places, lexicon_);
    std::string text;
    for (std::size_t i = 0; i < places.size(); ++i) {
      text += (i > 0 ? " " : "") + places[i][chosen[i]].word;
    }
    return text;
  }

  const OcrSettings settings_ = {.gate = {},
                                 .prior = {.document_weight = 30,
                                           .dictionary_count = 0.2,
                                           .compound_seam = 3,
                                           .unknown_word = 14,
                                           .unknown_letter = 1.5,
                                           .unknown_name_discount = 6,
                                           .lone_one = 0.3},
                                 .search = {.beam = 64, .readings = 8, .lost_letter = 0.001}};
  const WordCounts counts_ = TableCounts();
  const OcrChannel channel_ = SmallChannel();
  const std::vector<AffixForm> forms_ = {
      {"bostads", false, true}, {"brunn", true, false}, {"v\xE5rd", true, true}};
  const OcrLexicon lexicon_{counts_, forms_, settings_.prior};
  const OcrDecoder decoder_{channel_, lexicon_, settings_};
};

TEST_F(OcrDecoderTest, ReadsALetterForAnother) {
  for (const auto* shape : {U"namnden", U"némnden", U"ndmnden", U"nimnden", U"nämnden"}) {
    EXPECT_THAT(Words(shape), ElementsAre("n\xE4mnden"));
  }
  EXPECT_THAT(Words(U"f6lja"), ElementsAre("f\xF6lja"));
}

TEST_F(OcrDecoderTest, ReadsTwoLettersForOneAndOneForTwo) {
  EXPECT_THAT(Words(U"néamnden"), ElementsAre("n\xE4mnden"));
  EXPECT_THAT(Words(U"kvam"), ElementsAre("kvarn"));
}

TEST_F(OcrDecoderTest, FindsALostLetterWhereNothingElseExplains) {
  EXPECT_THAT(Words(U"nmnden"), ElementsAre("n\xE4mnden"));
  EXPECT_THAT(Words(U"bstadsbrist"), ElementsAre("bostadsbrist"));
  EXPECT_THAT(Words(U"bstadsnämnden"), IsEmpty()) << "nor of a compound that no list holds";
  EXPECT_THAT(Words(U"nmdn"), IsEmpty()) << "not several";
}

TEST_F(OcrDecoderTest, OrdersReadingsByWhatTheyCost) {
  EXPECT_THAT(Words(U"mal"), ElementsAre("m\xE5l", "mal"));
  EXPECT_THAT(Words(U"sitt"), ElementsAre("sitt", "s\xE4tt"));
}

TEST_F(OcrDecoderTest, FindsNothingForWhatNoConfusionExplains) {
  EXPECT_THAT(Words(U"xyz"), IsEmpty());
  EXPECT_THAT(Words(U"nämn"), IsEmpty()) << "the beginning of a word is no word";
  EXPECT_THAT(Words(U"bostads"), IsEmpty()) << "nor is a compound's modifier";
  EXPECT_THAT(Words(U""), IsEmpty());
}

TEST_F(OcrDecoderTest, KnowsTheDictionarysFormsToo) {
  EXPECT_THAT(Words(U"brunn"), ElementsAre("brunn"));
  EXPECT_THAT(Words(U"vdrd"), IsEmpty());
  EXPECT_THAT(Words(U"vard"), ElementsAre("v\xE5rd"));
}

TEST_F(OcrDecoderTest, FormsCompounds) {
  EXPECT_THAT(Words(U"bostadsmal"), Contains("bostadsm\xE5l"));
  EXPECT_THAT(Words(U"vardbostadsbrist"), ElementsAre("v\xE5rdbostadsbrist"));
  EXPECT_THAT(Words(U"bristbostads"), IsEmpty()) << "brist is no modifier";
}

TEST_F(OcrDecoderTest, ReadsAModifierBeforeAHyphen) {
  EXPECT_THAT(Words(U"bostads", true), ElementsAre("bostads"));
  EXPECT_THAT(Words(U"vard", true), ElementsAre("v\xE5rd"));
}

TEST_F(OcrDecoderTest, TellsWhetherTheFirstLettersCaseCounts) {
  EXPECT_TRUE(decoder_.Decode(U"Over", false).at(0).first_keeps_case);
  EXPECT_FALSE(decoder_.Decode(U"Gver", false).at(0).first_keeps_case);
  EXPECT_FALSE(decoder_.Decode(U"6ver", false).at(0).first_keeps_case);
}

TEST_F(OcrDecoderTest, KeepsNoMoreReadingsThanAskedFor) {
  OcrSettings one = settings_;
  one.search.readings = 1;
  EXPECT_EQ(OcrDecoder(channel_, lexicon_, one).Decode(U"mal", false).size(), 1U);
}

TEST_F(OcrDecoderTest, NeighboursDecideBetweenRealWords) {
  EXPECT_EQ(Choose({U"bidrar", U"till", U"mal"}), "bidrar till m\xE5l");
  EXPECT_EQ(Choose({U"mal", U"kvarn"}), "mal kvarn");
}

TEST_F(OcrDecoderTest, LexiconKnowsWholeWordsOnly) {
  EXPECT_TRUE(lexicon_.Knows("brunn"));
  EXPECT_TRUE(lexicon_.Knows("kvarn"));
  EXPECT_FALSE(lexicon_.Knows("bostads"));
  EXPECT_FALSE(lexicon_.Knows("n\xE4m"));
}

}  // namespace
}  // namespace plansok::text
