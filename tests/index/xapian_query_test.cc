// The matcher's answers as sets, and how it is stopped.
#include "index/xapian_query.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <string>
#include <vector>

#include "absl/status/status.h"

namespace plansok::index {
namespace {

constexpr Xapian::docid kParagraphs = 20'000;

/// Every paragraph has both words; every third has them in order, side by side.
Xapian::WritableDatabase Paragraphs() {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (Xapian::docid docid = 1; docid <= kParagraphs; ++docid) {
    Xapian::Document document;
    document.add_posting("stöd", docid % 3 == 0 ? 1 : 5);
    document.add_posting("barn", 2);
    database.add_document(document);
  }
  return database;
}

const Xapian::Query& StodBarn() {
  static const Xapian::Query query = Together({"stöd"}, {"barn"}, 1);
  return query;
}

/// Has every paragraph, and counts how often it is moved.
class Counter : public Xapian::PostingSource {
 public:
  explicit Counter(int* moves) : moves_(*moves) {}
  Xapian::doccount get_termfreq_min() const override { return kParagraphs; }
  Xapian::doccount get_termfreq_est() const override { return kParagraphs; }
  Xapian::doccount get_termfreq_max() const override { return kParagraphs; }
  void init(const Xapian::Database& /*database*/) override {}
  void next(double /*least_weight*/) override { ++at_, ++moves_; }
  void skip_to(Xapian::docid docid, double /*least_weight*/) override { at_ = docid, ++moves_; }
  bool at_end() const override { return at_ > kParagraphs; }
  Xapian::docid get_docid() const override { return at_; }

 private:
  int& moves_;
  Xapian::docid at_ = 0;
};

class MatchesOfTest : public testing::Test {
 protected:
  const Xapian::WritableDatabase database_ = Paragraphs();
  PostingCache cache_{0};
  const PostingReader postings_{database_, cache_, /*is_local=*/true};
};

TEST_F(MatchesOfTest, HasWhatMatchesAndNothingElse) {
  const auto matches = MatchesOf(postings_, StodBarn(), [] { return absl::OkStatus(); });
  ASSERT_TRUE(matches.ok()) << matches.status();
  EXPECT_EQ(kParagraphs / 3, matches->cardinality());
  for (Xapian::docid docid = 1; docid <= kParagraphs; ++docid) {
    ASSERT_EQ(docid % 3 == 0, matches->contains(docid)) << docid;
  }
}

TEST_F(MatchesOfTest, StopsAmongItsCandidates) {
  int moves = 0;
  Counter counter(&moves);
  const Xapian::Query counted(Xapian::Query::OP_FILTER, StodBarn(), Xapian::Query(&counter));
  ASSERT_TRUE(MatchesOf(postings_, counted, [] { return absl::OkStatus(); }).ok());
  EXPECT_GE(moves, static_cast<int>(kParagraphs)) << "every candidate is looked at";
  moves = 0;
  int asked = 0;
  const Checkpoint late = [&asked] {
    return ++asked < 3 ? absl::OkStatus() : absl::DeadlineExceededError("too late");
  };
  EXPECT_TRUE(absl::IsDeadlineExceeded(MatchesOf(postings_, counted, late).status()));
  EXPECT_LT(moves, static_cast<int>(kParagraphs) / 2) << "none of the rest was looked at";
}

}  // namespace
}  // namespace plansok::index
