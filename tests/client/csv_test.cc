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

TEST(CsvRow, PartsCellsWithTheSeparatorAskedFor) {
  EXPECT_EQ(CsvRow({"a;b", "c,d"}, ','), "a;b,\"c,d\"\r\n");
  EXPECT_EQ(CsvRow({"a", "b\tc"}, '\t'), "a\tb c\r\n");
}

}  // namespace
}  // namespace plansok::client
