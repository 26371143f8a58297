#include "index/quorum.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

namespace plansok::index {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::size_t kDocuments = 1000;
constexpr QuorumNeeds kNeeds{.enough = 10, .share = 0.5};

DocSet Documents(std::uint32_t first, std::uint32_t end) {
  DocSet set;
  set.addRange(first, end);
  return set;
}

std::vector<QuorumWord> Words(const std::vector<DocSet>& sets) {
  std::vector<QuorumWord> words;
  for (const DocSet& set : sets) words.push_back({set, {}});
  return words;
}

TEST(Quorum, EnoughWithAllWordsMeansAllWords) {
  const auto result = SettleQuorum(Words({Documents(1, 500), Documents(100, 130)}), kDocuments, kNeeds);
  EXPECT_TRUE(result.matches == Documents(100, 130));
  EXPECT_THAT(result.sufficient, ElementsAre(ElementsAre(0, 1)));
}

TEST(Quorum, TheCommonerWordIsMissingFirst) {
  const auto result = SettleQuorum(Words({Documents(1, 501), Documents(500, 520)}), kDocuments, kNeeds);
  EXPECT_TRUE(result.matches == Documents(500, 520));
  EXPECT_THAT(result.sufficient, ElementsAre(ElementsAre(1)));
}

TEST(Quorum, AWordThatIsNowhereDecidesNothing) {
  const auto result = SettleQuorum(Words({Documents(1, 4), DocSet()}), kDocuments, kNeeds);
  EXPECT_TRUE(result.matches == Documents(1, 4));
}

TEST(Quorum, NoWordAnywhereMatchesNothing) {
  const auto result = SettleQuorum(Words({DocSet(), DocSet()}), kDocuments, kNeeds);
  EXPECT_TRUE(result.matches.isEmpty());
  EXPECT_THAT(result.sufficient, IsEmpty());
}

TEST(Quorum, ASingleCommonWordIsNeverEnoughForAQuestionOfManyRareOnes) {
  std::vector<DocSet> words = {Documents(1, 900)};
  for (std::uint32_t i = 0; i < 5; ++i) words.push_back(Documents(950 + i, 951 + i));
  const auto result = SettleQuorum(Words(words), kDocuments, kNeeds);
  EXPECT_TRUE((result.matches & Documents(1, 900)).isEmpty());
}

TEST(Quorum, MoreWordsThanDecideStillAgree) {
  std::vector<DocSet> words;
  for (std::uint32_t i = 0; i < 20; ++i) words.push_back(Documents(10 * i + 1, 10 * i + 30));
  const auto result = SettleQuorum(Words(words), kDocuments, kNeeds);
  DocSet by_sets;
  for (const auto& set : result.sufficient) {
    DocSet all = words[set[0]];
    for (const std::size_t word : set) all &= words[word];
    by_sets |= all;
  }
  EXPECT_TRUE(by_sets == result.matches);
}

TEST(Quorum, WeakAnswersAddMatchesAndTakeNoneAway) {
  std::vector<QuorumWord> words = Words({Documents(1, 3), Documents(2, 300), Documents(290, 340)});
  const auto strict = SettleQuorum(words, kDocuments, kNeeds);
  words[0].weak = Documents(295, 400);
  const auto widened = SettleQuorum(words, kDocuments, kNeeds);
  EXPECT_TRUE(strict.matches.isSubset(widened.matches));
  EXPECT_GT(widened.matches.cardinality(), strict.matches.cardinality());
  EXPECT_EQ(strict.sufficient, widened.sufficient);
}

TEST(Quorum, AWordThatIsOnlyAnsweredWeaklyIsAnsweredSo) {
  const auto result = SettleQuorum({{DocSet(), Documents(5, 8)}, {Documents(6, 7), {}}}, kDocuments, kNeeds);
  EXPECT_TRUE(result.matches.contains(6));
}

}  // namespace
}  // namespace plansok::index
