#include "text/synonyms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/text/swedish.h"

namespace plansok::text {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class SynonymsTest : public testing::Test {
 protected:
  SynonymsTest() {
    std::string name = (std::filesystem::temp_directory_path() / "plansok-test-XXXXXX").string();
    folder_ = mkdtemp(name.data());
  }
  ~SynonymsTest() override { std::filesystem::remove_all(folder_); }

  // Words are their own stems here.
  absl::StatusOr<Synonyms> Load(std::string_view lines) const {
    std::ofstream(folder_ / "synonyms.txt", std::ios::binary) << lines;
    return Synonyms::Load(folder_ / "synonyms.txt", [](std::string_view text) {
      Synonym side;
      std::istringstream words{std::string(text)};
      for (std::string word; words >> word;) side.stems.push_back(word);
      return side;
    });
  }

  std::filesystem::path folder_;
};

TEST_F(SynonymsTest, EachSideAnswersForTheOthers) {
  const Synonyms synonyms = Load("# why\n\nhvb = hem för vård  # note\na ~ b ~ c\n").value();
  const auto phrase = synonyms.Find({"ett", "hem", "för", "vård"});
  ASSERT_THAT(phrase, SizeIs(1));
  EXPECT_EQ(phrase[0].first, 1U);
  EXPECT_EQ(phrase[0].count, 3U);
  ASSERT_THAT(*phrase[0].synonyms, SizeIs(1));
  EXPECT_THAT(phrase[0].synonyms->front().stems, ElementsAre("hvb"));
  EXPECT_EQ(phrase[0].synonyms->front().bond, Bond::kSame);
  const auto near = synonyms.Find({"b"});
  ASSERT_THAT(near, SizeIs(1));
  ASSERT_THAT(*near[0].synonyms, SizeIs(2));
  EXPECT_EQ(near[0].synonyms->front().bond, Bond::kNear);
  EXPECT_THAT(synonyms.Find({"hem", "för"}), IsEmpty());
}

TEST_F(SynonymsTest, WhatBelongsToAMatterAnswersForItAndNotTheOtherWayRound) {
  const Synonyms synonyms = Load("fiske > sik > stor gädda\nsik ~ lavaret\n").value();
  const auto matter = synonyms.Find({"fiske"});
  ASSERT_THAT(matter, SizeIs(1));
  ASSERT_THAT(*matter[0].synonyms, SizeIs(2));
  EXPECT_EQ(matter[0].synonyms->front().bond, Bond::kBelongs);
  const auto part = synonyms.Find({"sik"});
  ASSERT_THAT(part, SizeIs(1));
  ASSERT_THAT(*part[0].synonyms, SizeIs(1));
  EXPECT_THAT(part[0].synonyms->front().stems, ElementsAre("lavaret"));
  EXPECT_THAT(synonyms.Find({"stor", "gädda"}), IsEmpty());
}

TEST_F(SynonymsTest, AWrongLineIsRefusedByFileAndNumber) {
  for (const std::string_view line : {"ensam", "a = b ~ c", "a > b ~ c", "a >", "a =", "= b", "a ~ a",
                                      "m\xE5l = b", "a = b c d e f g h i j k l"}) {
    const auto synonyms = Load("a = b\n" + std::string(line) + "\n");
    EXPECT_EQ(synonyms.status().code(), absl::StatusCode::kInvalidArgument) << line;
    EXPECT_THAT(std::string(synonyms.status().message()), HasSubstr("synonyms.txt:2: ")) << line;
  }
  EXPECT_EQ(Synonyms::Load(folder_ / "missing.txt", nullptr).status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(Synonyms::Load(folder_, nullptr).status().code(), absl::StatusCode::kInvalidArgument);
}

TEST(SynonymsOfTheData, FindInflectionsToo) {
  const auto found = Swedish().FindSynonyms(Swedish().Analyze("avhysningarna på HVB"));
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_EQ(found[0].first, 0U);
  EXPECT_EQ(found[1].first, 2U);
  EXPECT_THAT(found[1].synonyms->front().stems, SizeIs(5));
}

}  // namespace
}  // namespace plansok::text
