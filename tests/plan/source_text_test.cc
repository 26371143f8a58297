#include "plan/source_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace plansok::plan {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string Utf16(const std::u16string& text, bool big_endian) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char low = static_cast<char>(unit & 0xFF);
    const char high = static_cast<char>(unit >> 8);
    bytes += big_endian ? high : low;
    bytes += big_endian ? low : high;
  }
  return bytes;
}

TEST(SourceTextTest, LineEndsOfAllSystemsPartLines) {
  const auto source = DecodeSource("ett\ntvå\r\ntre\rfyra", "a.txt");
  ASSERT_TRUE(source.ok());
  EXPECT_THAT(source->lines, ElementsAre("ett", "två", "tre", "fyra"));
  EXPECT_THAT(source->warnings, IsEmpty());
}

TEST(SourceTextTest, EmptyLinesAreKeptSoThatLineNumbersHold) {
  EXPECT_THAT(DecodeSource("\n\nett\n", "a.txt")->lines, ElementsAre("", "", "ett"));
}

TEST(SourceTextTest, ByteOrderMarkIsNoText) {
  EXPECT_THAT(DecodeSource("\xEF\xBB\xBFMål\n", "a.txt")->lines, ElementsAre("Mål"));
}

TEST(SourceTextTest, DecomposedLettersAreComposed) {
  EXPECT_THAT(DecodeSource("Ma\xCC\x8Al", "a.txt")->lines, ElementsAre("Mål"));
}

TEST(SourceTextTest, Windows1252IsConvertedWithAWarning) {
  const auto source = DecodeSource(
      "M\xE5l f\xF6r n\xE4mnden \x96 \x93"
      "2025\x94",
      "gammal.txt");
  ASSERT_TRUE(source.ok());
  EXPECT_THAT(source->lines, ElementsAre("Mål för nämnden – “2025”"));
  EXPECT_THAT(source->warnings, ElementsAre("gammal.txt: read as Windows-1252"));
}

TEST(SourceTextTest, Utf16OfBothOrdersIsConvertedWithAndWithoutMark) {
  const std::u16string text = u"Nämndens mål är att fler barn ska lära sig simma\n";
  for (const bool big_endian : {false, true}) {
    for (const bool marked : {false, true}) {
      const auto source = DecodeSource(Utf16((marked ? u"\uFEFF" : u"") + text, big_endian), "a.txt");
      ASSERT_TRUE(source.ok()) << source.status();
      EXPECT_THAT(source->lines, ElementsAre("Nämndens mål är att fler barn ska lära sig simma"));
      EXPECT_THAT(source->warnings, SizeIs(1));
    }
  }
}

TEST(SourceTextTest, AStrayByteInUtf8IsReplacedNotReadAsAnotherEncoding) {
  const auto source = DecodeSource("Mål för nämnden och å\xFF", "a.txt");
  ASSERT_TRUE(source.ok());
  EXPECT_THAT(source->lines, ElementsAre("Mål för nämnden och å\uFFFD"));
  EXPECT_THAT(source->warnings, ElementsAre(HasSubstr("1 bytes that are no UTF-8")));
}

TEST(SourceTextTest, FormFeedsCountPages) {
  const auto source = DecodeSource("ett\n\ftvå\n\ftre", "a.txt");
  EXPECT_THAT(source->pages, ElementsAre(1, 2, 3));
  EXPECT_THAT(DecodeSource("ett\ntvå", "a.txt")->pages, ElementsAre(0, 0));
}

struct Refused {
  const char* what;
  std::string bytes;
  const char* message;
};

class RefusedTest : public ::testing::TestWithParam<Refused> {};

TEST_P(RefusedTest, WithAMessageThatNamesTheFile) {
  const auto source = DecodeSource(GetParam().bytes, "plan.txt");
  ASSERT_FALSE(source.ok());
  EXPECT_EQ(source.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(source.status().message()), HasSubstr("plan.txt: "));
  EXPECT_THAT(std::string(source.status().message()), HasSubstr(GetParam().message));
}

INSTANTIATE_TEST_SUITE_P(
    BadInput, RefusedTest,
    ::testing::Values(Refused{"empty", "", "the file is empty"}, Refused{"blank", " \n\t\r\n", "no text"},
                      Refused{"nul", std::string("Mål\0 och mer", 12), "zero byte at offset 4"},
                      Refused{"pdf", "%PDF-1.7\n...", "a PDF file"},
                      Refused{"word", std::string("PK\x03\x04") + std::string(50, '\x07'), "Word"},
                      Refused{"control", std::string(100, '\x01'), "binary"},
                      Refused{"line", "ok\n" + std::string(kMaxLineBytes + 1, 'a'), "line 2 is longer"}),
    [](const auto& test) { return test.param.what; });

}  // namespace
}  // namespace plansok::plan
