// A generation whose database is two shards behind xapian-tcpsrv answers as the single database does, score
// for score; a shard that is gone fails the question, by its address.
#include "tests/index/shards.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "index/searcher.h"
#include "query/parser.h"
#include "tests/index/random_queries.h"
#include "tests/index/test_index.h"

namespace plansok::index {
namespace {

using query::Field;
using testing::HasSubstr;

constexpr std::uint32_t kQuestions = PLANSOK_QUESTIONS;  // the build's choice (CMakeLists.txt)

sockaddr_in Loopback(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  return address;
}

// A port that nothing listens on just now.
int FreePort() {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address = Loopback(0);
  socklen_t size = sizeof address;
  EXPECT_EQ(bind(socket, reinterpret_cast<sockaddr*>(&address), size), 0);
  EXPECT_EQ(getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size), 0);
  close(socket);
  return ntohs(address.sin_port);
}

bool Listens(int port) {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address = Loopback(port);
  const bool listens = connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  close(socket);
  return listens;
}

// A xapian-tcpsrv over one database. It is a session of its own, because it ends its whole process group when
// it is told to stop.
class Shard {
 public:
  explicit Shard(const std::filesystem::path& database, int port = FreePort()) : port_(port) {
    std::vector<std::string> words = {"xapian-tcpsrv",  "--quiet", "--interface",
                                      "127.0.0.1",      "--port",  std::to_string(port_),
                                      database.string()};
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID);
    EXPECT_EQ(posix_spawnp(&process_, arguments[0], nullptr, &attributes, arguments.data(), environ), 0)
        << "xapian-tcpsrv is in Debian's xapian-tools";
    posix_spawnattr_destroy(&attributes);
    for (int tries = 0; tries < 600 && !Listens(port_); ++tries) {
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
  }
  ~Shard() { Stop(); }
  Shard(const Shard&) = delete;
  Shard& operator=(const Shard&) = delete;

  void Stop() {
    if (process_ <= 0) return;
    kill(-process_, SIGKILL);
    waitpid(process_, nullptr, 0);
    process_ = 0;
  }

  int port() const { return port_; }
  std::string address() const { return fmt::format("127.0.0.1:{}", port_); }

 private:
  int port_;
  pid_t process_ = 0;
};

void ExpectSame(const SearchResult& a, const SearchResult& b) {
  EXPECT_EQ(a.total, b.total);
  EXPECT_EQ(a.corrected_query, b.corrected_query);
  EXPECT_EQ(a.dropped_words, b.dropped_words);
  EXPECT_EQ(a.notes, b.notes);
  ASSERT_EQ(a.facets.size(), b.facets.size());
  for (std::size_t i = 0; i < a.facets.size(); ++i) {
    ASSERT_EQ(a.facets[i].values.size(), b.facets[i].values.size());
    for (std::size_t j = 0; j < a.facets[i].values.size(); ++j) {
      EXPECT_EQ(a.facets[i].values[j].value, b.facets[i].values[j].value);
      EXPECT_EQ(a.facets[i].values[j].count, b.facets[i].values[j].count);
    }
  }
  ASSERT_EQ(a.hits.size(), b.hits.size());
  for (std::size_t i = 0; i < a.hits.size(); ++i) {
    EXPECT_EQ(*a.hits[i].paragraph, *b.hits[i].paragraph) << "hit " << i;
    EXPECT_NEAR(a.hits[i].score, b.hits[i].score, 1e-9) << "hit " << i;
    EXPECT_EQ(a.hits[i].snippet.text, b.hits[i].snippet.text) << "hit " << i;
  }
}

class ShardsTest : public testing::Test {
 protected:
  ShardsTest() : plans_(RealPlans()), words_(WordsOf(plans_)) {
    Publish(folder_.path(), plans_);
    const Generation whole = CurrentGeneration(folder_.path()).value();
    const std::filesystem::path halves = folder_.path() / "halves";
    std::filesystem::create_directories(halves);
    EXPECT_TRUE(SplitDatabase(whole.database(), {halves / "0", halves / "1"}).ok());
    first_ = std::make_unique<Shard>(halves / "0");
    second_ = std::make_unique<Shard>(halves / "1");
    const Generation parted{whole.name, halves};
    std::filesystem::copy(whole.language(), parted.language(), std::filesystem::copy_options::recursive);
    EXPECT_TRUE(WriteStub(parted.database(), {first_->address(), second_->address()}).ok());
    whole_ = std::make_unique<Searcher>(OpenSearcher(folder_.path()));
    const auto snapshot = Snapshot::Open(parted);
    EXPECT_TRUE(snapshot.ok()) << snapshot.status();
    if (snapshot.ok()) snapshot_ = *snapshot;
    if (snapshot.ok()) parted_ = std::make_unique<Searcher>(Searcher::Open(snapshot_).value());
  }

  void ExpectSameAnswers(const SearchRequest& request) {
    const auto whole = whole_->Search(request, GoOn);
    const auto parted = parted_->Search(request, GoOn);
    ASSERT_TRUE(whole.ok()) << whole.status();
    ASSERT_TRUE(parted.ok()) << parted.status();
    ExpectSame(*whole, *parted);
  }

  SearchRequest MakeRequest(std::uint32_t seed) const {
    QueryMaker maker(words_, seed);
    SearchRequest request;
    request.query = query::Parse(maker.Make());
    request.facets.assign(query::kAllFields.begin(), query::kAllFields.end());
    request.limit = 30;
    if (maker.Below(2) == 0) request.filters = {{Field::kYear, {"2023..2025"}}};
    if (maker.Below(4) == 0) request.order = Order::kPlanOrder;
    return request;
  }

  TemporaryFolder folder_;
  std::vector<plan::Plan> plans_;
  std::vector<std::string> words_;
  std::unique_ptr<Shard> first_;
  std::unique_ptr<Shard> second_;
  std::unique_ptr<Searcher> whole_;
  std::shared_ptr<const Snapshot> snapshot_;
  std::unique_ptr<Searcher> parted_;
};

TEST_F(ShardsTest, EveryCountAndEveryHitIsTheSingleDatabases) {
  ASSERT_NE(parted_, nullptr);
  for (std::uint32_t seed = 0; seed < kQuestions && !HasFailure(); ++seed) {
    const SearchRequest request = MakeRequest(seed);
    SCOPED_TRACE(fmt::format("seed {}, question ”{}”", seed, request.query.line));
    ExpectSameAnswers(request);
  }
}

// Where a phrase is one of several ways to match, the matcher may weigh one that a paragraph does not have.
TEST_F(ShardsTest, PhrasesAmongAlternativesWeighTheSame) {
  ASSERT_NE(parted_, nullptr);
  std::vector<std::string> lines = LinesWithAlternatives();
  lines.insert(lines.end(),
               {"\"barn och unga\" ELLER bostad", "\"Bostad först\" ELLER hemlöshet ELLER \"eget boende\"",
                "(\"mänskliga rättigheter\" ELLER barn) nämnden"});
  for (const std::string& line : lines) {
    SCOPED_TRACE(line);
    SearchRequest request;
    request.query = query::Parse(line);
    request.limit = 100;
    ExpectSameAnswers(request);
  }
}

// A stub may name one shard only: it is no local database for that.
TEST_F(ShardsTest, OneShardAnswersTheSame) {
  const Generation whole = CurrentGeneration(folder_.path()).value();
  const std::filesystem::path folder = folder_.path() / "one";
  std::filesystem::create_directories(folder);
  ASSERT_TRUE(SplitDatabase(whole.database(), {folder / "0"}).ok());
  const Shard shard(folder / "0");
  const Generation alone{whole.name, folder};
  std::filesystem::copy(whole.language(), alone.language(), std::filesystem::copy_options::recursive);
  ASSERT_TRUE(WriteStub(alone.database(), {shard.address()}).ok());
  const auto snapshot = Snapshot::Open(alone);
  ASSERT_TRUE(snapshot.ok()) << snapshot.status();
  parted_ = std::make_unique<Searcher>(Searcher::Open(*snapshot).value());
  for (const char* line : {"\"får i\"", "nämnden NÄRA uppdrag", "mänskliga rättigheter"}) {
    SCOPED_TRACE(line);
    SearchRequest request;
    request.query = query::Parse(line);
    ExpectSameAnswers(request);
  }
}

TEST_F(ShardsTest, TablesParagraphsAndExportsCrossTheShards) {
  ASSERT_NE(parted_, nullptr);
  const TableRequest table{query::Parse("nämnden"), {}, Field::kCommittee, Field::kKind, true};
  EXPECT_EQ(whole_->Tabulate(table, GoOn)->cells, parted_->Tabulate(table, GoOn)->cells);
  std::vector<std::string> names;
  const auto take = [&](const std::string& plan_id, const plan::Paragraph& paragraph) {
    names.push_back(plan_id + "/" + paragraph.id);
    return true;
  };
  ASSERT_TRUE(whole_->Export({.query = query::Parse("bostad")}, take, GoOn).ok());
  const std::vector<std::string> whole = std::exchange(names, {});
  ASSERT_TRUE(parted_->Export({.query = query::Parse("bostad")}, take, GoOn).ok());
  EXPECT_EQ(names, whole);
  const plan::Plan& plan = plans_.front();
  const auto context = parted_->Get(plan.id, plan.paragraphs[1].id, 1, GoOn);
  ASSERT_TRUE(context.ok()) << context.status();
  EXPECT_EQ(context->before.front(), plan.paragraphs[0]);
  EXPECT_EQ(context->after.front(), plan.paragraphs[2]);
}

TEST_F(ShardsTest, ADeadShardFailsTheQuestionByItsAddressUntilItIsBack) {
  ASSERT_NE(parted_, nullptr);
  ASSERT_TRUE(parted_->Search(MakeRequest(1), GoOn).ok());
  second_->Stop();
  SearchRequest request;
  request.query = query::Parse("bostad ELLER nämnden");
  const absl::Status status = parted_->Search(request, GoOn).status();
  EXPECT_TRUE(absl::IsUnavailable(status)) << status;
  EXPECT_THAT(std::string(status.message()), HasSubstr(second_->address()));
  EXPECT_TRUE(absl::IsUnavailable(Searcher::Open(snapshot_).status()));
  const int port = second_->port();
  second_ = std::make_unique<Shard>(folder_.path() / "halves" / "1", port);
  absl::StatusOr<Searcher> again = Searcher::Open(snapshot_);
  ASSERT_TRUE(again.ok()) << again.status();
  const auto answer = again->Search(request, GoOn);
  ASSERT_TRUE(answer.ok()) << answer.status();
  EXPECT_EQ(answer->total, whole_->Search(request, GoOn)->total);
}

}  // namespace
}  // namespace plansok::index
