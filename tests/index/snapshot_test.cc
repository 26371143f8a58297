// Opening what cannot be read: other versions, damage, nothing at all.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "index/check.h"
#include "index/checksums.h"
#include "index/reader.h"
#include "index/schema.h"
#include "index/writer.h"
#include "tests/index/test_index.h"
#include "text/language_data.h"

namespace plansok::index {
namespace {

using testing::HasSubstr;

class SnapshotTest : public testing::Test {
 protected:
  void SetUp() override {
    Publish(folder_.path(),
            {MakePlan("plan-a", "Kulturnämnden", 2025, {MakeParagraph("Ett."), MakeParagraph("Två.")})});
    generation_ = CurrentGeneration(folder_.path()).value();
  }

  Xapian::WritableDatabase Writable() const {
    return Xapian::WritableDatabase(generation_.database().string());
  }

  TemporaryFolder folder_;
  Generation generation_;
};

TEST_F(SnapshotTest, TellsWhatTheIndexIs) {
  const auto snapshot = Snapshot::Open(generation_);
  ASSERT_TRUE(snapshot.ok()) << snapshot.status();
  EXPECT_EQ((*snapshot)->info().generation, "000001");
  EXPECT_EQ((*snapshot)->info().paragraph_count, 2);
  EXPECT_EQ((*snapshot)->plans().at(0).paragraph_count, 2);
  EXPECT_GT((*snapshot)->info().built_at_seconds, 0);
}

TEST_F(SnapshotTest, AnotherVersionIsRefusedNamingBothAndTheWayOut) {
  for (const char* key : {kSchemaVersionKey, kAnalyzerVersionKey}) {
    const std::string before = Writable().get_metadata(key);
    {
      auto database = Writable();
      database.set_metadata(key, "99");
      database.commit();
    }
    const auto snapshot = Snapshot::Open(generation_);
    EXPECT_EQ(snapshot.status().code(), absl::StatusCode::kFailedPrecondition);
    const std::string message(snapshot.status().message());
    EXPECT_THAT(message, HasSubstr("version 99"));
    EXPECT_THAT(message, HasSubstr("version " + before));
    EXPECT_THAT(message, HasSubstr("plansok-indexer build"));
    auto database = Writable();
    database.set_metadata(key, before);
    database.commit();
  }
}

TEST_F(SnapshotTest, AMissingOrBrokenDatabaseIsAnErrorNotACrash) {
  std::filesystem::resize_file(generation_.database() / "postlist.glass", 10);
  EXPECT_FALSE(Snapshot::Open(generation_).ok());
  EXPECT_FALSE(CheckGeneration(generation_).ok());
  std::filesystem::remove_all(generation_.database());
  EXPECT_FALSE(Snapshot::Open(generation_).ok());
  EXPECT_FALSE(CheckGeneration(generation_).ok());
}

TEST_F(SnapshotTest, CheckFindsAParagraphThatCountsWrongly) {
  EXPECT_TRUE(CheckGeneration(generation_).ok());
  {
    auto database = Writable();
    Xapian::Document document = database.get_document(2);
    document.remove_term(Term(FilterPrefix(query::Field::kCommittee), "kulturnamnden"));
    database.replace_document(2, document);
    database.commit();
  }
  ASSERT_TRUE(WriteChecksums(generation_.folder).ok());  // so that what it holds is looked at
  const auto checked = CheckGeneration(generation_);
  EXPECT_EQ(checked.status().code(), absl::StatusCode::kDataLoss);
  EXPECT_THAT(std::string(checked.status().message()), HasSubstr("XCOMMITTEE:kulturnamnden"));
}

TEST_F(SnapshotTest, CheckNamesAFileThatIsNotAsItWas) {
  const std::filesystem::path letters = generation_.database() / "docdata.glass";
  std::fstream file(letters, std::ios::in | std::ios::out | std::ios::binary);
  file.seekg(100);
  const int byte = file.get();
  file.seekp(100);
  file.put(static_cast<char>(byte ^ 1));
  file.close();
  const auto damaged = CheckGeneration(generation_);
  EXPECT_EQ(damaged.status().code(), absl::StatusCode::kDataLoss);
  EXPECT_THAT(std::string(damaged.status().message()), HasSubstr(letters.string()));
}

TEST_F(SnapshotTest, CheckFindsLanguageDataThatIsNotTheIndexsOwn) {
  const std::filesystem::path synonyms = text::LanguageData::FromFolder(generation_.language()).synonyms;
  std::ofstream(synonyms, std::ios::app) << "ro ~ vila\n";
  const auto changed = CheckGeneration(generation_);
  EXPECT_EQ(changed.status().code(), absl::StatusCode::kDataLoss);
  EXPECT_THAT(std::string(changed.status().message()), HasSubstr(synonyms.string()));
}

// Xapian would open it, and every phrase find nothing.
TEST_F(SnapshotTest, AFileThatIsGoneIsDamageAtOnce) {
  for (const char* name : {"position.glass", "termlist.glass"}) {
    SetUp();
    std::filesystem::remove(generation_.database() / name);
    const auto snapshot = Snapshot::Open(generation_);
    EXPECT_EQ(snapshot.status().code(), absl::StatusCode::kDataLoss);
    EXPECT_THAT(std::string(snapshot.status().message()), HasSubstr(name));
  }
}

TEST_F(SnapshotTest, ChecksumsAreWhatSha256sumChecks) {
  EXPECT_EQ(0,
            std::system(
                ("cd " + generation_.folder.string() + " && sha256sum --check --quiet SHA256SUMS").c_str()));
}

TEST_F(SnapshotTest, AParagraphWithoutAFacetValueIsDamage) {
  {
    auto database = Writable();
    Xapian::Document document = database.get_document(1);
    document.remove_value(kTupleSlot);
    database.replace_document(1, document);
    database.commit();
  }
  EXPECT_EQ(Snapshot::Open(generation_).status().code(), absl::StatusCode::kDataLoss);
}

TEST(Writer, RefusesWhatCouldNotBeToldApart) {
  const TemporaryFolder folder;
  auto writer = Writer::Create(folder.path() / "db", TestAnalyzer(), "test");
  ASSERT_TRUE(writer.ok()) << writer.status();
  plan::Plan plan = MakePlan("plan-a", "Kulturnämnden", 2025, {MakeParagraph("Ett."), MakeParagraph("Två.")});
  ASSERT_TRUE(writer->Add(plan).ok());
  EXPECT_EQ(writer->Add(plan).code(), absl::StatusCode::kAlreadyExists);
  plan.id = "plan-b";
  plan.paragraphs[1].id = plan.paragraphs[0].id;
  EXPECT_EQ(writer->Add(plan).code(), absl::StatusCode::kInvalidArgument);
  plan.paragraphs[1].id = "x";
  plan.paragraphs[1].text = "\xff";
  EXPECT_EQ(writer->Add(plan).code(), absl::StatusCode::kInvalidArgument);
}

TEST(Schema, TermsStayWithinXapiansLimit) {
  const std::string long_value(300, 'a');
  EXPECT_LE(Term("XGOAL:", long_value).size(), 245U);
  EXPECT_NE(Term("XGOAL:", long_value), Term("XGOAL:", long_value + "a"));
  EXPECT_EQ(Term("XGOAL:", "short"), "XGOAL:short");
  EXPECT_EQ(UnpackTuple(PackTuple(0x01020304)), 0x01020304U);
  EXPECT_EQ(UnpackTuple("abc"), std::nullopt);
}

// Whoever publishes twice before a server looks again removes what the server still reads.
TEST_F(SnapshotTest, AGenerationThatIsRemovedWhileItIsReadIsReadOn) {
  Searcher searcher = OpenSearcher(folder_.path());
  const std::string id = IdOf(&searcher, "plan-a", "Ett.");
  for (const std::string text : {"Tre.", "Fyra."}) {
    Publish(folder_.path(), {MakePlan("plan-a", "Kulturnämnden", 2025, {MakeParagraph(text)})});
  }
  ASSERT_FALSE(std::filesystem::exists(generation_.folder));
  EXPECT_EQ(Find(&searcher, "ett").total, 1);
  EXPECT_EQ(Find(&searcher, "\"ett\"").total, 1);
  EXPECT_EQ(Find(&searcher, "ettt NÄRA två").total, 0);
  EXPECT_EQ(Find(&searcher, "tvåå").total, 1) << "its vocabulary is read, too";
  EXPECT_TRUE(searcher.Get("plan-a", id, 1, GoOn).ok());
  EXPECT_TRUE(searcher.FindSimilar("plan-a", id, 5, GoOn).ok());
  EXPECT_TRUE(searcher.Suggest("e", 5, GoOn).ok());
  EXPECT_EQ(Find(&searcher, "tre").total, 0) << "it is the older generation still";
  Searcher reopened = OpenSearcher(folder_.path());
  EXPECT_EQ(Find(&reopened, "fyra").total, 1);
}

TEST_F(SnapshotTest, AWorkerThatOpensARemovedGenerationIsToldThatItIsGone) {
  const auto snapshot = Snapshot::Open(generation_).value();
  for (const std::string text : {"Tre.", "Fyra."}) {
    Publish(folder_.path(), {MakePlan("plan-a", "Kulturnämnden", 2025, {MakeParagraph(text)})});
  }
  EXPECT_FALSE(Searcher::Open(snapshot).ok());
  EXPECT_FALSE(Snapshot::Open(generation_).ok());
}

}  // namespace
}  // namespace plansok::index
