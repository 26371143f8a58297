// However long a line is, it gets an answer, and whoever waits for it may stop waiting.
#include "tests/index/long_lines.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <memory>
#include <string>
#include <vector>

#include "index/compiler.h"
#include "index/facet_tuples.h"
#include "index/schema.h"
#include "query/limits.h"
#include "query/parser.h"
#include "tests/index/test_index.h"

namespace plansok::index {
namespace {

using testing::Contains;
using testing::Each;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

// More words begin as one prefix than are looked up for it.
constexpr int kWordsAPrefix = 230;

class LongLinesTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<TemporaryFolder>();
    std::vector<plan::Paragraph> paragraphs = {MakeParagraph("Skolan är för barn.")};
    for (int i = 0; i < kWordsAPrefix; ++i) {
      paragraphs.push_back(MakeParagraph(fmt::format("qa{0} qb{0} qc{0} qd{0} qe{0} qf{0} skolan", i)));
    }
    Publish(folder_->path(), {MakePlan("plan-a", "Socialnämnden Nordost", 2024, std::move(paragraphs))});
    searcher_ = std::make_unique<Searcher>(OpenSearcher(folder_->path()));
  }
  static void TearDownTestSuite() {
    searcher_.reset();
    folder_.reset();
  }

  static std::unique_ptr<TemporaryFolder> folder_;
  static std::unique_ptr<Searcher> searcher_;
};

std::unique_ptr<TemporaryFolder> LongLinesTest::folder_;
std::unique_ptr<Searcher> LongLinesTest::searcher_;

TEST_F(LongLinesTest, EveryOneIsAnswered) {
  for (const LongLine& line : LongLines()) {
    SCOPED_TRACE(line.name);
    const SearchResult result = Find(searcher_.get(), line.line);
    EXPECT_LE(result.notes.size(), query::kMaxNotes);
    for (const std::string& note : result.notes) EXPECT_LT(note.size(), 500U) << note;
    EXPECT_TRUE(searcher_->Suggest(line.line, 10, GoOn).ok());
  }
}

TEST_F(LongLinesTest, EveryOneStopsWhenNobodyWaits) {
  Searcher searcher = OpenSearcher(folder_->path());  // that keeps no answers yet
  for (const LongLine& line : LongLines()) {
    SearchRequest request;
    request.query = query::Parse(line.line);
    const auto result = searcher.Search(request, [] { return absl::CancelledError("enough"); });
    EXPECT_TRUE(absl::IsCancelled(result.status())) << line.name;
  }
}

TEST_F(LongLinesTest, PrefixesBeyondTheMostAreLeftOutAndNamed) {
  const SearchResult five = Find(searcher_.get(), "qa* ELLER qb* ELLER qc* ELLER qd* ELLER qe*");
  const SearchResult six = Find(searcher_.get(), "qa* ELLER qb* ELLER qc* ELLER qd* ELLER qe* ELLER qf*");
  EXPECT_GT(five.total, 0);
  EXPECT_EQ(six.total, five.total);
  EXPECT_THAT(five.notes, Each(Not(HasSubstr("utelämnat"))));
  EXPECT_THAT(six.notes, Contains(HasSubstr("”qf*” är utelämnat")));
  EXPECT_GT(Find(searcher_.get(), "qa* qb* qc* qd* qe* qf*").total, 0);
  EXPECT_GT(Find(searcher_.get(), "skolan qa* qb* qc* qd* qe* -qf*").total, 0);
  EXPECT_GT(Find(searcher_.get(), "qa* qb* qc* qd* qe* (qf* NÄRA/50 skolan)").total, 0);
}

TEST_F(LongLinesTest, APrefixThatNoWordBeginsWithStillFindsNothing) {
  EXPECT_EQ(Find(searcher_.get(), "skolan xyz*").total, 0);
}

TEST_F(LongLinesTest, CompilingAsksWhetherAnyoneWaits) {
  const Xapian::Database database(CurrentGeneration(folder_->path())->database().string());
  storage::FacetTable stored;
  ASSERT_TRUE(stored.ParseFromString(database.get_metadata(kFacetsKey)));
  const FacetTable facets = FacetTable::From(stored).value();
  const FacetLookup lookup(facets, *TestAnalyzer());
  PostingCache kept(0);
  const PostingReader postings(database, kept, /*is_local=*/true);
  for (const std::string line : {"qa*", "trangboddhet", "hemlöshet HVB bostadsförst", "skola ELLER barn"}) {
    const query::ParsedQuery parsed = query::Parse(line);
    int asked = 0;
    const Checkpoint count = [&asked] { return ++asked, absl::OkStatus(); };
    ASSERT_TRUE(Compiler(*TestAnalyzer(), lookup, postings, count).Compile(parsed.root).ok());
    ASSERT_GT(asked, 1) << line;
    for (int most = 0; most < asked; ++most) {
      int left = most;
      const Checkpoint late = [&left] {
        return left-- > 0 ? absl::OkStatus() : absl::DeadlineExceededError("late");
      };
      const auto compiled = Compiler(*TestAnalyzer(), lookup, postings, late).Compile(parsed.root);
      EXPECT_TRUE(absl::IsDeadlineExceeded(compiled.status())) << line << " after " << most;
    }
  }
}

}  // namespace
}  // namespace plansok::index
