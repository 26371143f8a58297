// Whichever form of a word is typed, the same paragraphs are found.
#include <gtest/gtest.h>
#include <xapian.h>

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "index/generation.h"
#include "index/searcher.h"
#include "query/parser.h"
#include "tests/index/random_queries.h"
#include "tests/index/test_index.h"
#include "text/normalize.h"

namespace plansok::index {
namespace {

constexpr std::size_t kLeastLemmas = 200;

class InflectionsTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<TemporaryFolder>();
    Publish(folder_->path(), RealPlans());
    searcher_ = std::make_unique<Searcher>(OpenSearcher(folder_->path()));
  }
  static void TearDownTestSuite() {
    searcher_.reset();
    folder_.reset();
  }

  static std::set<std::string> Found(const std::string& line) {
    std::set<std::string> names;
    const auto take = [&names](const std::string& plan_id, const plan::Paragraph& paragraph) {
      return names.insert(plan_id + "/" + paragraph.id), true;
    };
    EXPECT_TRUE(searcher_->Export({.query = query::Parse(line)}, take, GoOn).ok()) << line;
    return names;
  }

  static void ExpectTheSame(const std::vector<std::string>& forms) {
    const std::set<std::string> first = Found(forms.front());
    EXPECT_FALSE(first.empty()) << forms.front();
    for (const std::string& form : forms) EXPECT_EQ(Found(form), first) << form << " and " << forms.front();
  }

  // The words of the index by their base forms, without those that are left out of a question.
  static std::map<std::string, std::vector<std::string>> FormsByLemma() {
    const Xapian::Database database(CurrentGeneration(folder_->path())->database().string());
    std::map<std::string, std::vector<std::string>> forms;
    auto term = database.allterms_begin();
    for (term.skip_to("a"); term != database.allterms_end(); ++term) {
      const std::vector<text::Word> words = TestAnalyzer()->Analyze(*term);
      if (words.size() != 1 || words[0]->surface != *term || words[0]->stopword) continue;
      // A form without å ä ö of a word that has them (stod, of stå) may be another word typed without them.
      const bool typed_bare = text::FoldWord(*term) == *term;
      if (typed_bare && text::FoldWord(words[0]->lemma) != words[0]->lemma) continue;
      forms[words[0]->lemma].push_back(*term);
    }
    return forms;
  }

  static std::unique_ptr<TemporaryFolder> folder_;
  static std::unique_ptr<Searcher> searcher_;
};

std::unique_ptr<TemporaryFolder> InflectionsTest::folder_;
std::unique_ptr<Searcher> InflectionsTest::searcher_;

TEST_F(InflectionsTest, FormsOfTheCommonestWordsFindTheSame) {
  for (const std::vector<std::string>& forms : std::vector<std::vector<std::string>>{
           {"bostad", "bostaden", "bostäder", "bostäderna", "bostads"},
           {"skola", "skolan", "skolor", "skolorna", "skolans"},
           {"nämnd", "nämnden", "nämnder", "nämndernas", "nämndens"},
           {"hemlös", "hemlösa"},
           {"plats", "platsen", "platser", "platserna"},
           {"barn", "barnen", "barnens", "barns"},
           {"stad", "staden", "städer", "stadens"},
           {"trygg", "trygga", "tryggt", "tryggare"},
           {"insats", "insatsen", "insatser", "insatserna"},
       }) {
    ExpectTheSame(forms);
  }
}

TEST_F(InflectionsTest, AllFormsOfAWordThatThePlansHaveFindTheSame) {
  std::size_t lemmas = 0;
  for (const auto& [lemma, forms] : FormsByLemma()) {
    if (forms.size() < 2) continue;
    ++lemmas;
    ExpectTheSame(forms);
  }
  EXPECT_GE(lemmas, kLeastLemmas);
}

}  // namespace
}  // namespace plansok::index
