// What caches and snapshots say they hold is what the heap holds.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <malloc.h>
#include <xapian.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "index/facet_tuples.h"
#include "index/label_index.h"
#include "index/paragraph_cache.h"
#include "index/postings.h"
#include "index/searcher.h"
#include "index/term_dictionary.h"
#include "query/parser.h"
#include "tests/index/test_index.h"

namespace plansok::index {
namespace {

// The GNU allocator's own count; sanitizers replace it and count nothing.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kCounts = false;
#else
constexpr bool kCounts = true;
#endif

double OnHeap() { return static_cast<double>(mallinfo2().uordblks); }

TEST(CacheMemory, OfPostingListsIsCountedWhole) {
  if (!kCounts) GTEST_SKIP() << "the heap is not counted here";
  for (const std::string beginning : {"Zt", "XFOLD:ettlångtordsominteståriordet"}) {
    for (const std::uint32_t length : {0U, 1U, 40U}) {
      PostingCache cache(std::size_t{1} << 30U);
      const double before = OnHeap();
      for (int i = 0; i < 20'000; ++i) {
        auto postings = std::make_shared<Postings>();
        postings->docids.assign(length, 7);
        postings->counts.assign(length, 1);
        const std::size_t bytes = MemoryOf(*postings);
        cache.Insert(fmt::format("{}{}", beginning, i), std::move(postings), bytes);
      }
      const double taken = OnHeap() - before;
      EXPECT_NEAR(static_cast<double>(cache.bytes()), taken, taken / 10) << beginning << ' ' << length;
    }
  }
}

TEST(CacheMemory, StaysWithinItsBound) {
  PostingCache cache(100'000);
  for (int i = 0; i < 5000; ++i) {
    auto postings = std::make_shared<Postings>();
    const std::size_t bytes = MemoryOf(*postings);
    cache.Insert(fmt::format("Zord{}", i), std::move(postings), bytes);
    ASSERT_LE(cache.bytes(), 100'000U);
  }
  EXPECT_NE(cache.Find("Zord4999"), nullptr);
  EXPECT_EQ(cache.Find("Zord0"), nullptr);
}

TEST(CacheMemory, OfParagraphsIsCountedWhole) {
  if (!kCounts) GTEST_SKIP() << "the heap is not counted here";
  for (const std::size_t length : {0U, 10U, 3000U}) {
    ParagraphCache cache(std::size_t{1} << 30U);
    const double before = OnHeap();
    for (std::uint32_t i = 0; i < 2000; ++i) {
      auto read = std::make_shared<ReadParagraph>();
      read->plan_id = "plan-for-en-jamlik-stad-2019-2022";
      read->paragraph.text.assign(length, 'x');
      read->paragraph.years.assign(4, 2020);
      for (int n = 0; n < 5; ++n) {
        read->paragraph.section_path.push_back(std::string(40, 'y'));
        read->paragraph.committees.push_back({"kommunfullmaktige-i-staden", "Kommunfullmäktige i staden"});
      }
      read->words.printed.resize(length / 10);
      read->words.place.resize(length / 10);
      const std::size_t bytes = MemoryOf(*read);
      cache.Insert(i, std::move(read), bytes);
    }
    const double taken = OnHeap() - before;
    EXPECT_NEAR(static_cast<double>(cache.bytes()), taken, taken / 10) << length;
  }
}

TEST(CacheMemory, OfAnswersIsCountedNearlyWhole) {
  if (!kCounts) GTEST_SKIP() << "the heap is not counted here";
  const TemporaryFolder folder;
  std::vector<plan::Paragraph> paragraphs;
  std::vector<std::string> words;
  for (int i = 0; i < 60; ++i)
    words.push_back(fmt::format("qz{}", static_cast<char>('a' + i % 26)) + fmt::format("{}", i));
  for (int i = 0; i < 300; ++i) {
    paragraphs.push_back(MakeParagraph(words[i % 60] + " " + words[i * 7 % 60] + " " + words[i * 11 % 60]));
  }
  Publish(folder.path(), {MakePlan("plan-a", "Kulturnämnden", 2025, std::move(paragraphs))});
  Searcher searcher = OpenSearcher(folder.path());
  const auto ask = [&searcher](const std::string& line) {
    SearchRequest request;
    request.query = query::Parse(line);
    request.limit = 0;
    ASSERT_TRUE(searcher.Search(request, GoOn).ok());
  };
  for (const std::string& word : words) ask(word + " ELLER qza0");  // reads posting lists, analyses words
  const auto kept = [&searcher] {
    const SnapshotMemory memory = searcher.snapshot().memory();
    return static_cast<double>(memory.answers + memory.postings);
  };
  const double kept_before = kept();
  const double before = OnHeap();
  for (const std::string& first : words) {
    for (const std::string& second : words) ask(first + " " + second);
  }
  const double taken = OnHeap() - before;
  EXPECT_NEAR(kept() - kept_before, taken, taken / 7);
}

// What is read with a generation is held as long as it: the values of facets, their words, the index's words.
TEST(SnapshotMemory, OfFacetsAndTheirLabelsIsCountedWhole) {
  if (!kCounts) GTEST_SKIP() << "the heap is not counted here";
  FacetTableBuilder builder;
  std::vector<std::uint32_t> tuple_of(1);
  for (int i = 0; i < 5000; ++i) {
    tuple_of.push_back(builder.Add({{query::Field::kGoal, fmt::format("mal-{}", i), fmt::format("Mål {}", i)},
                                    {query::Field::kPlan, fmt::format("verksamhetsplan-nummer-{}", i),
                                     fmt::format("Verksamhetsplan nummer {} för nämnden", i)}}));
  }
  double before = OnHeap();
  const FacetTable table = FacetTable::From(builder.table()).value();
  double taken = OnHeap() - before;
  EXPECT_NEAR(static_cast<double>(table.bytes()), taken, taken / 10);
  before = OnHeap();
  const LabelIndex labels(table, tuple_of);
  taken = OnHeap() - before;
  EXPECT_NEAR(static_cast<double>(labels.bytes()), taken, taken / 10);
}

TEST(SnapshotMemory, OfTheDictionaryIsCountedWhole) {
  if (!kCounts) GTEST_SKIP() << "the heap is not counted here";
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  Xapian::Document document;
  for (int i = 0; i < 26 * 26 * 26; ++i) {
    std::string word = "ord";
    for (int rest = i; rest > 0; rest /= 26) word += static_cast<char>('a' + rest % 26);
    document.add_boolean_term(word);
  }
  database.add_document(document);
  const double before = OnHeap();
  const TermDictionary dictionary = TermDictionary::Read(database);
  const double taken = OnHeap() - before;
  EXPECT_NEAR(static_cast<double>(dictionary.bytes()), taken, taken / 10);
}

}  // namespace
}  // namespace plansok::index
