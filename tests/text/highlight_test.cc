#include "text/highlight.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "tests/text/swedish.h"
#include "text/normalize.h"

namespace plansok::text {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// The code points [range.start, range.end) of `text`.
std::string Marked(std::string_view text, Range range) {
  std::string result;
  int at = -1;
  for (const char byte : text) {
    if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) ++at;
    if (at >= range.start && at < range.end) result.push_back(byte);
  }
  return result;
}

std::vector<std::string> MarkedAll(std::string_view text, const std::vector<Range>& ranges) {
  std::vector<std::string> marked;
  for (const Range& range : ranges) marked.push_back(Marked(text, range));
  return marked;
}

Pattern Stem(std::string_view word) {
  return {Pattern::Kind::kStem, {{Swedish().Analyze(word).front()->stem}}};
}
Pattern Part(std::string_view word) {
  return {Pattern::Kind::kPart, {{Swedish().Analyze(word).front()->stem}}};
}
Pattern Folded(std::string_view word) {
  return {Pattern::Kind::kFoldedStem, {{Swedish().Analyze(word).front()->folded_stem}}};
}
Pattern Phrase(const std::vector<std::string>& words) {
  Pattern pattern{Pattern::Kind::kSurface, {}};
  for (const std::string& word : words) pattern.words.push_back({word});
  return pattern;
}
Pattern Prefix(const std::string& word) { return {Pattern::Kind::kPrefix, {{word}}}; }
// The words as typed, all of them within `window` words.
std::vector<Pattern> Near(const std::vector<std::string>& words, std::size_t window) {
  std::vector<Pattern> patterns;
  for (const std::string& word : words) {
    Pattern pattern{Pattern::Kind::kSurface, {{word}}};
    pattern.near = {1, patterns.size(), words.size(), window};
    patterns.push_back(std::move(pattern));
  }
  return patterns;
}

std::vector<std::string> Highlighted(std::string_view text, const std::vector<Pattern>& patterns) {
  const std::vector<Word> words = Swedish().Analyze(text);
  return MarkedAll(text, HighlightAll(text, words, PatternMatcher(patterns).Find(words)));
}

struct Case {
  std::string_view text;
  std::vector<Pattern> patterns;
  std::vector<std::string> marked;
};

TEST(Highlight, MarksWhatEachKindOfPatternMeans) {
  const Case cases[] = {
      {"Bostäderna på Öckerö är få.", {Stem("bostad")}, {"Bostäderna"}},
      {"åtgärder mot hemlöshet", {Folded("hemloshet")}, {"hemlöshet"}},
      {"mål och mal", {Stem("mål")}, {"mål"}},
      {"Bostad först är först", {Phrase({"bostad", "först"})}, {"Bostad först"}},
      {"vräkningsförebyggande", {Prefix("vräkning")}, {"vräkningsförebyggande"}},
      {"Klimatomställningen är en omställning", {Part("omställning")}, {"Klimatomställningen"}},
      {"det vräknings- förebyggande", {Prefix("vräkning")}, {"vräknings- förebyggande"}},
      {"🙂 å nämnd", {Stem("nämnden")}, {"nämnd"}},
      {"a\u030Atga\u0308rd", {Stem("åtgärder")}, {"a\u030Atga\u0308rd"}},
      {"barn i skolan", {Stem("skola"), Stem("barn")}, {"barn", "skolan"}},
      {"barn", {Stem("skola")}, {}},
      {"barn", {}, {}},
      {"barn", {{Pattern::Kind::kStem, {}}}, {}},
      {"", {Stem("barn")}, {}},
  };
  for (const Case& c : cases) EXPECT_EQ(Highlighted(c.text, c.patterns), c.marked) << c.text;
}

TEST(Highlight, OverlappingPhrasesAreOneRange) {
  EXPECT_THAT(Highlighted("ett två tre fyra", {Phrase({"ett", "två"}), Phrase({"två", "tre"})}),
              ElementsAre("ett två tre"));
  EXPECT_THAT(Highlighted("ett två tre", {Phrase({"ett", "två", "tre"}), Phrase({"två"})}),
              ElementsAre("ett två tre"));
  EXPECT_THAT(Highlighted("ett två", {Phrase({"ett"}), Phrase({"två"})}), ElementsAre("ett", "två"));
}

TEST(Highlight, ALongerPatternWinsWhereverItIsListed) {
  EXPECT_THAT(Highlighted("hem för vård och boende", {Stem("hem"), Phrase({"hem", "för", "vård"})}),
              ElementsAre("hem för vård"));
}

TEST(Highlight, APhraseMayMixSpellings) {
  Pattern phrase = Phrase({"stöd", "till", "mödrar"});
  phrase.words.back().push_back("modrar");
  EXPECT_THAT(Highlighted("stöd till modrar, stod till mödrar", {phrase}), ElementsAre("stöd till modrar"));
}

TEST(Highlight, NearWordsAreMarkedOnlyWhereTheyStandNear) {
  EXPECT_THAT(Highlighted("barn och unga. Barn är många, de unga få", Near({"barn", "unga"}, 3)),
              ElementsAre("barn", "unga", "Barn"));
  EXPECT_THAT(Highlighted("barn är många, de unga få", Near({"barn", "unga"}, 3)), IsEmpty());
  EXPECT_THAT(Highlighted("barn unga stöd unga", Near({"barn", "unga", "stöd"}, 3)),
              ElementsAre("barn", "unga", "stöd"));
}

TEST(Highlight, TheFirstPatternListedWins) {
  const std::vector<Word> words = Swedish().Analyze("barnen");
  const std::vector<Match> matches = PatternMatcher({Prefix("barn"), Stem("barn")}).Find(words);
  ASSERT_EQ(matches.size(), 1U);
  EXPECT_EQ(matches.front().pattern, 0U);
}

constexpr std::string_view kLong =
    "Nämnden har under året arbetat med flera frågor om trygghet och delaktighet i stadens områden. Arbetet "
    "mot "
    "hemlöshet fortsätter, och modellen Bostad först används för personer i hemlöshet med behov av stöd. "
    "Uppföljningen visar att vräkningar av barnfamiljer har minskat sedan föregående år, liksom hemlöshet.";

Snippet SnippetOf(std::string_view text, const std::vector<Pattern>& patterns, int max) {
  const std::vector<Word> words = Swedish().Analyze(text);
  return MakeSnippet(text, words, PatternMatcher(patterns).Find(words), max);
}

TEST(Snippet, AShortTextIsShownWhole) {
  const Snippet snippet = SnippetOf("Barn i skolan.", {Stem("skola")}, 200);
  EXPECT_EQ(snippet.text, "Barn i skolan.");
  EXPECT_THAT(MarkedAll(snippet.text, snippet.highlights), ElementsAre("skolan"));
}

TEST(Snippet, ALongTextIsCutAroundTheDensestMatches) {
  const Snippet snippet = SnippetOf(kLong, {Stem("hemlöshet"), Phrase({"bostad", "först"})}, 100);
  EXPECT_THAT(snippet.text, testing::StartsWith("…"));
  EXPECT_THAT(snippet.text, testing::EndsWith("…"));
  EXPECT_THAT(MarkedAll(snippet.text, snippet.highlights),
              ElementsAre("hemlöshet", "Bostad först", "hemlöshet"));
}

TEST(Snippet, DistinctPatternsCountBeforeRepeats) {
  const std::string text = "vräkning vräkning vräkning " + std::string(120, '.') + " skola barn";
  const Snippet snippet = SnippetOf(text, {Stem("vräkning"), Stem("skola"), Stem("barn")}, 40);
  EXPECT_THAT(MarkedAll(snippet.text, snippet.highlights), ElementsAre("skola", "barn"));
}

TEST(Snippet, StartsAndEndsWithTheTextWhereItReachesThem) {
  EXPECT_THAT(SnippetOf(kLong, {Stem("nämnd")}, 60).text, testing::StartsWith("Nämnden har"));
  EXPECT_THAT(SnippetOf(kLong, {Phrase({"liksom"})}, 60).text, testing::EndsWith("liksom hemlöshet."));
  EXPECT_THAT(SnippetOf(kLong, {}, 60).text, testing::StartsWith("Nämnden har"));
}

TEST(Snippet, AMatchTooLongForTheSnippetIsShownInPart) {
  const Snippet snippet = SnippetOf(kLong, {Phrase({"trygghet", "och", "delaktighet", "i", "stadens"})}, 20);
  EXPECT_LE(CodePointCount(snippet.text), 20U);
  EXPECT_THAT(snippet.text, testing::HasSubstr("trygghet"));
  EXPECT_THAT(MarkedAll(snippet.text, snippet.highlights), testing::SizeIs(1));
}

TEST(Snippet, TextWithoutWordsOrSpace) {
  EXPECT_EQ(SnippetOf("", {}, 10).text, "");
  EXPECT_EQ(SnippetOf("🙂🙂🙂🙂", {}, 2).text, "…");
  const Snippet snippet = SnippetOf(std::string(500, 'x'), {Prefix("x")}, 10);
  EXPECT_EQ(snippet.text, "xxxxxxxxx…");
  EXPECT_THAT(snippet.highlights, ElementsAre(Range{0, 9}));
}

// Whatever is asked: no snippet is longer than it may be, ranges are ordered, disjoint and inside.
TEST(Snippet, HoldsItsPromisesForAnyLengthAndWords) {
  std::mt19937 random(99);
  const std::vector<Word> words = Swedish().Analyze(kLong);
  std::uniform_int_distribution<std::size_t> any_word(0, words.size() - 1);
  std::uniform_int_distribution<int> any_length(5, 400);
  for (int round = 0; round < 500; ++round) {
    std::vector<Pattern> patterns;
    for (int i = 0; i < round % 4; ++i)
      patterns.push_back({Pattern::Kind::kStem, {{words[any_word(random)]->stem}}});
    const int max = any_length(random);
    const std::vector<Match> matches = PatternMatcher(patterns).Find(words);
    const Snippet snippet = MakeSnippet(kLong, words, matches, max);
    ASSERT_TRUE(IsValidUtf8(snippet.text));
    ASSERT_LE(CodePointCount(snippet.text), static_cast<std::size_t>(max));
    int last = 0;
    for (const Range& range : snippet.highlights) {
      ASSERT_LE(last, range.start);
      ASSERT_LT(range.start, range.end);
      last = range.end;
    }
    ASSERT_LE(static_cast<std::size_t>(last), CodePointCount(snippet.text));
    ASSERT_EQ(snippet.highlights.empty(), matches.empty()) << max << snippet.text;
  }
}

}  // namespace
}  // namespace plansok::text
