// A small index in a temporary folder, for the tests of this room.
#ifndef PLANSOK_TESTS_INDEX_TEST_INDEX_H_
#define PLANSOK_TESTS_INDEX_TEST_INDEX_H_

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "index/generation.h"
#include "index/searcher.h"
#include "plan/plan.h"
#include "text/analyzer.h"

namespace plansok::index {

// A folder that goes away with the object.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// The analyzer of the source tree's language data, loaded once.
std::shared_ptr<const text::Analyzer> TestAnalyzer();

// A paragraph of `text` with an id made from it.
plan::Paragraph MakeParagraph(const std::string& text);

// A plan of one committee and year with these paragraphs; fills in what paragraphs share.
plan::Plan MakePlan(const std::string& id, const std::string& committee, int year,
                    std::vector<plan::Paragraph> paragraphs);

// Writes and publishes `plans` in `index_dir`; fails the test where that does not work.
void Publish(const std::filesystem::path& index_dir, const std::vector<plan::Plan>& plans);

// Opens the current generation of `index_dir`.
Searcher OpenSearcher(const std::filesystem::path& index_dir);

// The id of the paragraph of that text; fails the test where the plan has none.
std::string IdOf(Searcher* searcher, const std::string& plan_id, const std::string& text);

// No deadline.
absl::Status GoOn();

// What a typed line finds.
SearchResult Find(Searcher* searcher, const std::string& line);

// The texts of the hits, in order.
std::vector<std::string> Texts(const SearchResult& result);

}  // namespace plansok::index

#endif  // PLANSOK_TESTS_INDEX_TEST_INDEX_H_
