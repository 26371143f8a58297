#include "query/field.h"

#include <gtest/gtest.h>

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "query/year_range.h"

namespace plansok::query {
namespace {

TEST(FieldTest, EveryFieldIsFoundByBothItsNames) {
  std::set<std::string_view> names;
  for (const Field field : kAllFields) {
    EXPECT_EQ(ParseField(FieldName(field)), field);
    EXPECT_EQ(ParseField(SwedishFieldName(field)), field);
    names.insert(FieldName(field));
  }
  EXPECT_EQ(names.size(), kAllFields.size());
}

TEST(FieldTest, CaseAndDotsDoNotMatter) {
  EXPECT_EQ(ParseField("NÄMND"), Field::kCommittee);
  EXPECT_EQ(ParseField("namnd"), Field::kCommittee);
  EXPECT_EQ(ParseField("na\u0308mnd"), Field::kCommittee);
  EXPECT_EQ(ParseField("Goal_Family"), Field::kGoalFamily);
}

TEST(FieldTest, OtherWordsAreNoFields) {
  for (const std::string_view name : {"", "http", "12", "nämnden", "mål ", "\xff"}) {
    EXPECT_EQ(ParseField(name), std::nullopt) << name;
  }
  EXPECT_EQ(ParseField(std::string(100'000, 'a')), std::nullopt);
}

struct YearCase {
  std::string_view text;
  std::optional<YearRange> range;
};

class YearRangeTest : public ::testing::TestWithParam<YearCase> {};

TEST_P(YearRangeTest, IsReadAs) { EXPECT_EQ(ParseYearRange(GetParam().text), GetParam().range); }

INSTANTIATE_TEST_SUITE_P(Years, YearRangeTest,
                         ::testing::Values(YearCase{"2024", YearRange{2024, 2024, false}},
                                           YearCase{"2023..2025", YearRange{2023, 2025, false}},
                                           YearCase{"2023-2025", YearRange{2023, 2025, false}},
                                           YearCase{"2023–2025", YearRange{2023, 2025, false}},
                                           YearCase{"2025..2023", YearRange{2023, 2025, true}},
                                           YearCase{"2023..", YearRange{2023, kLatestYear, false}},
                                           YearCase{"..2023", YearRange{kEarliestYear, 2023, false}},
                                           YearCase{"", std::nullopt}, YearCase{"..", std::nullopt},
                                           YearCase{"2023-", std::nullopt}, YearCase{"-2023", std::nullopt},
                                           YearCase{"24", std::nullopt}, YearCase{"20240", std::nullopt},
                                           YearCase{"2o24", std::nullopt}, YearCase{"0001", std::nullopt},
                                           YearCase{"0999", std::nullopt},
                                           YearCase{"2023..2024..2025", std::nullopt},
                                           YearCase{"2023...2025", std::nullopt}));

}  // namespace
}  // namespace plansok::query
