#include "text/ocr_scan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace plansok::text {
namespace {

using ::testing::ElementsAre;

class ScanTextTest : public ::testing::Test {
 protected:
  // Each segment as a letter for its kind and what it covers: "w:nämnd".
  static std::vector<std::string> Scan(std::string_view text) {
    static const OcrChannel kChannel =
        *OcrChannel::Parse("ö\t6\t0.1\nö\t§\t0.1\nä\t&\t0.1\nl\tI\t0.1\n", "t");
    std::vector<std::string> result;
    for (const Segment& segment : ScanText(text, kChannel)) {
      const char kind = std::string_view("wfn|o")[static_cast<std::size_t>(segment.kind)];
      result.push_back(kind == '|'
                           ? "|"
                           : std::string(1, kind) + ":" +
                                 std::string(text.substr(segment.begin, segment.end - segment.begin)) +
                                 (segment.before_hyphen ? "-" : ""));
    }
    return result;
  }
};

TEST_F(ScanTextTest, CutsWordsAtPunctuation) {
  EXPECT_THAT(Scan("(nämnd/styrelse, »miljö- och\u00A0klimat«"),
              ElementsAre("|", "w:nämnd", "w:styrelse", "w:miljö-", "w:och", "w:klimat"));
}

TEST_F(ScanTextTest, KeepsSignsThatMayBeLetters) {
  EXPECT_THAT(Scan("att f6lja 6vriga §ver &r Ioner"),
              ElementsAre("w:att", "w:f6lja", "w:6vriga", "w:§ver", "w:&r", "w:Ioner"));
}

TEST_F(ScanTextTest, LeavesAbbreviationsCodesAndNamesInMixedCaseAlone) {
  EXPECT_THAT(Scan("på HVB och SIS a BmSS 2025b 66an H6"),
              ElementsAre("w:på", "f:HVB", "w:och", "f:SIS", "f:a", "f:BmSS", "f:2025b", "f:66an", "f:H6"));
}

TEST_F(ScanTextTest, TakesCapitalsForWordsWhereTheWholeLineIsSetSo) {
  EXPECT_THAT(Scan("MAL FOR ARBETET"), ElementsAre("w:MAL", "w:FOR", "w:ARBETET"));
}

TEST_F(ScanTextTest, LeavesAddressesAlone) {
  EXPECT_THAT(Scan("se www.goteborg.se eller namn@stad.se"),
              ElementsAre("w:se", "o:www.goteborg.se", "w:eller", "o:namn@stad.se"));
  EXPECT_THAT(Scan("t.ex. https://a/b"), ElementsAre("o:t.ex.", "|", "o:https://a/b"));
}

TEST_F(ScanTextTest, FindsBoundsOfSentences) {
  EXPECT_THAT(Scan("Ett. Två\ntre\n\nfyra: fem\n• sex"),
              ElementsAre("w:Ett", "|", "w:Två", "w:tre", "|", "w:fyra", "|", "w:fem", "|", "w:sex"));
}

TEST_F(ScanTextTest, TellsNumbersAndWhetherTheyStandAlone) {
  EXPECT_THAT(Scan("våld 1 nära 1,5 2025"), ElementsAre("w:våld", "n:1", "w:nära", "n:1", "n:5", "n:2025"));
  const auto channel = OcrChannel::Parse("ö\t6\t0.1\n", "t");
  EXPECT_TRUE(ScanText("1", *channel)[0].whole_token);
  EXPECT_TRUE(ScanText("(1", *channel).back().whole_token);
  EXPECT_FALSE(ScanText("1)", *channel)[0].whole_token);
  EXPECT_FALSE(ScanText("1,5", *channel)[0].whole_token);
  EXPECT_FALSE(ScanText("1 §", *channel)[0].whole_token);
}

TEST_F(ScanTextTest, ComposesLettersAndDropsSoftHyphens) {
  const auto channel = OcrChannel::Parse("ö\t6\t0.1\n", "t");
  EXPECT_EQ(ScanText("na\u0308mnd", *channel)[0].shape, U"nämnd");
  EXPECT_EQ(ScanText("nämn\u00ADden", *channel)[0].shape, U"nämnden");
}

TEST_F(ScanTextTest, StandsAnyBytes) {
  EXPECT_THAT(Scan(""), ElementsAre());
  EXPECT_THAT(Scan("\xFF\xC3 \n\xE2\x80"), ElementsAre("|"));
  EXPECT_THAT(Scan(std::string_view("ett\0två", 8)), ElementsAre("w:ett", "w:två"));
}

}  // namespace
}  // namespace plansok::text
