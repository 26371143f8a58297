#include "index/term_dictionary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace plansok::index {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class TermDictionaryTest : public testing::Test {
 protected:
  void AddParagraph(const std::vector<std::string>& terms) {
    Xapian::Document document;
    for (const std::string& term : terms) document.add_term(term);
    database_.add_document(document);
  }

  std::vector<std::string> Near(const std::string& typed, int max_distance) const {
    std::vector<std::string> words;
    for (const NearWord& near : TermDictionary::Read(database_).Near(typed, max_distance)) {
      words.push_back(near.word);
    }
    return words;
  }

  Xapian::WritableDatabase database_{"", Xapian::DB_BACKEND_INMEMORY};
};

TEST_F(TermDictionaryTest, HoldsWordsAndStemsOnly) {
  AddParagraph({"skola", "öppen", "2028", "§39", "el", "Zskol", "Zöppen", "XFOLD:oppen", "Y2024", "e-post"});
  EXPECT_EQ(3U, TermDictionary::Read(database_).size());
}

TEST_F(TermDictionaryTest, FindsABaseFormThatStandsInflectedOnly) {
  AddParagraph({"segregationen", "Zsegregation"});
  EXPECT_THAT(Near("segragation", 2), ElementsAre("segregation"));
}

TEST_F(TermDictionaryTest, ListsTheNearestThenTheCommonest) {
  AddParagraph({"skola", "skolor", "stola", "bostad"});
  AddParagraph({"skola", "skota"});
  AddParagraph({"skolor", "skota"});
  EXPECT_THAT(Near("skolo", 1), ElementsAre("skola", "skolor"));
  EXPECT_THAT(Near("skola", 1), ElementsAre("skota", "stola"));  // not the word itself
  EXPECT_THAT(Near("skoal", 2), ElementsAre("skola", "stola", "skota"));
}

TEST_F(TermDictionaryTest, FindsNothingForWhatIsNoWord) {
  AddParagraph({"skola"});
  for (const char* typed : {"", "2028", "skol4", "\xff\xfe", "skola\xcc\x88"}) {
    EXPECT_THAT(Near(typed, 2), IsEmpty()) << typed;
  }
  EXPECT_THAT(Near(std::string(500, 'a'), 2), IsEmpty());
}

TEST_F(TermDictionaryTest, SaysHowManyParagraphsHaveAWord) {
  AddParagraph({"skola"});
  AddParagraph({"skola"});
  const std::vector<NearWord> near = TermDictionary::Read(database_).Near("skoal", 1);
  ASSERT_EQ(1U, near.size());
  EXPECT_EQ(2U, near[0].frequency);
}

}  // namespace
}  // namespace plansok::index
