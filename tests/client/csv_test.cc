#include "client/csv.h"

#include <gtest/gtest.h>

namespace plansok::client {
namespace {

struct RowCase {
  std::vector<std::string> cells;
  std::string row;
};
class CsvRowTest : public ::testing::TestWithParam<RowCase> {};

TEST_P(CsvRowTest, IsWhatRfc4180AndSpreadsheetsWant) { EXPECT_EQ(CsvRow(GetParam().cells), GetParam().row); }

INSTANTIATE_TEST_SUITE_P(
    Cells, CsvRowTest,
    ::testing::Values(RowCase{{}, "\r\n"},                                                             //
                      RowCase{{""}, "\r\n"},                                                           //
                      RowCase{{"a", "", "å ä ö"}, "a;;å ä ö\r\n"},                                     //
                      RowCase{{"a;b", "a,b"}, "\"a;b\";a,b\r\n"},                                      //
                      RowCase{{"säg \"nej\""}, "\"säg \"\"nej\"\"\"\r\n"},                             //
                      RowCase{{"rad ett\nrad två\r\n"}, "\"rad ett\nrad två\n\"\r\n"},                 //
                      RowCase{{"=1+1", "+1", "-1", "@a"}, "'=1+1;'+1;'-1;'@a\r\n"},                    //
                      RowCase{{"\t=1", "\r=1"}, "' =1;' =1\r\n"},                                      //
                      RowCase{{"1-2", "a=b"}, "1-2;a=b\r\n"},                                          //
                      RowCase{{" =1", "\n+1", "＝1", "  ", "a=1"}, "' =1;\"'\n+1\";'＝1;  ;a=1\r\n"},  //
                      RowCase{{"=\"a;b\""}, "\"'=\"\"a;b\"\"\"\r\n"},                                  //
                      RowCase{{"\x1b[31mröd", "\xff"}, "\uFFFD[31mröd;\uFFFD\r\n"}));

// Whatever white space stands before it: as it is written, it is a blank that spreadsheets pass over.
TEST(CsvRow, DisarmsFormulasBehindAnyWhiteSpace) {
  for (const char* blank : {"\f", "\v", "\u0085", "\u1680", "\u2003", "\u2028", "\u2029", "\u205F", "\u3000",
                            "\u00A0", " \f\u2003 ", "\n\u3000"}) {
    for (const char* formula : {"=1+1", "=HYPERLINK(1)", "+1", "-1", "@a", "＝1"}) {
      const std::string row = CsvRow({std::string(blank) + formula});
      EXPECT_TRUE(row.starts_with("'") || row.starts_with("\"'")) << row;
    }
    EXPECT_EQ(CsvRow({std::string(blank) + "a=1"}).find('\''), std::string::npos);
  }
}

TEST(CsvRow, PartsCellsWithTheSeparatorAskedFor) {
  EXPECT_EQ(CsvRow({"a;b", "c,d"}, ','), "a;b,\"c,d\"\r\n");
  EXPECT_EQ(CsvRow({"a", "b\tc"}, '\t'), "a\tb c\r\n");
}

}  // namespace
}  // namespace plansok::client
