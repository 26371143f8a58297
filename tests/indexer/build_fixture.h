/// A corpus folder and an index folder for tests of building.
#ifndef PLANSOK_TESTS_INDEXER_BUILD_FIXTURE_H_
#define PLANSOK_TESTS_INDEXER_BUILD_FIXTURE_H_

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "index/generation.h"
#include "indexer/build.h"
#include "tests/index/test_index.h"

namespace plansok::indexer {

namespace fs = std::filesystem;

inline constexpr const char* kPlan =
    "Genomförandeplan 2025\nKulturnämnden\n\n1. Inledning\n\nNämnden ska under 2025 öka tillgången till "
    "bibliotek i "
    "hela staden.\n\n2. Uppdrag\n\nKulturnämnden får i uppdrag att öppna fler bibliotek.\n";

class BuildTest : public testing::Test {
 protected:
  BuildTest() {
    fs::create_directories(corpus());
    options_ = {corpus(), folder_.path() / "index", PLANSOK_SOURCE_DIR};
  }

  fs::path corpus() const { return folder_.path() / "corpus"; }
  void Write(const std::string& name, const std::string& bytes) const {
    std::ofstream(corpus() / name, std::ios::binary) << bytes;
  }

  absl::StatusOr<BuildReport> Build() {
    Progress progress(false);
    return BuildFromCorpus(options_, &progress);
  }
  absl::StatusOr<BuildReport> BuildLines(const std::string& lines) {
    Progress progress(false);
    std::istringstream in(lines);
    return BuildFromParagraphs(options_, in, "lines", &progress);
  }
  std::string Serving() const { return index::CurrentGeneration(options_.index).value().name; }

  index::TemporaryFolder folder_;
  BuildOptions options_;
};

}  // namespace plansok::indexer

#endif  // PLANSOK_TESTS_INDEXER_BUILD_FIXTURE_H_
