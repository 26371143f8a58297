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

TEST(MatchesOf, HasWhatMatchesAndNothingElse) {
  const Checkpoint go_on = [] { return absl::OkStatus(); };
  const auto matches = MatchesOf(Paragraphs(), StodBarn(), go_on);
  ASSERT_TRUE(matches.ok()) << matches.status();
  EXPECT_EQ(kParagraphs / 3, matches->cardinality());
  for (Xapian::docid docid = 1; docid <= kParagraphs; ++docid) {
    ASSERT_EQ(docid % 3 == 0, matches->contains(docid)) << docid;
  }
}

TEST(MatchesOf, StopsAmongItsCandidates) {
  int asked = 0;
  const Checkpoint count = [&asked] { return ++asked, absl::OkStatus(); };
  ASSERT_TRUE(MatchesOf(Paragraphs(), StodBarn(), count).ok());
  const int whole = asked;
  EXPECT_GT(whole, 10) << "a look in some thousand candidates";
  asked = 0;
  const Checkpoint late = [&asked] {
    return ++asked < 3 ? absl::OkStatus() : absl::DeadlineExceededError("too late");
  };
  EXPECT_TRUE(absl::IsDeadlineExceeded(MatchesOf(Paragraphs(), StodBarn(), late).status()));
  EXPECT_EQ(3, asked) << "of " << whole << ": none of the rest was looked at";
}

}  // namespace
}  // namespace plansok::index
