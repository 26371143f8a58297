// plansok-bench-facets: what exact counts cost in process, each beside plain Xapian on the same paragraphs,
// all measured query by query in one run.

#include <fmt/core.h>
#include <time.h>
#include <xapian.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <exception>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

#include "index/generation.h"
#include "index/searcher.h"
#include "plain_xapian.h"
#include "query/parser.h"
#include "query_file.h"

namespace plansok::bench {
namespace {

/// Processor time of this thread, so that other work on the machine counts less.
double CpuMilliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

using query::Field;

struct Options {
  std::string index;
  std::string plain;
  std::string queries;
  int rounds = 20;
};

/// Something that answers a query, and how long it took, in milliseconds of the processor.
struct Subject {
  std::string name;
  std::function<void(const std::string& query)> ask;
  std::vector<double> times;
};

template <class T>
const T& ValueOf(const absl::StatusOr<T>& result) {
  if (!result.ok()) throw std::runtime_error(std::string(result.status().message()));
  return *result;
}

index::Searcher OpenSearcher(const std::string& index_dir, const index::SnapshotOptions& options) {
  const index::Generation generation = ValueOf(index::CurrentGeneration(index_dir));
  return index::Searcher::Open(ValueOf(index::Snapshot::Open(generation, options))).value();
}

absl::Status GoOn() { return absl::OkStatus(); }

index::SearchRequest RequestOf(const std::string& query) {
  index::SearchRequest request;
  request.query = query::Parse(query);
  return request;
}

void Search(index::Searcher& searcher, const std::string& query, std::vector<Field> facets, int limit,
            std::vector<index::FieldFilter> filters = {}) {
  index::SearchRequest request = RequestOf(query);
  request.facets = std::move(facets);
  request.limit = limit;
  request.filters = std::move(filters);
  ValueOf(searcher.Search(request, GoOn));
}

void Tabulate(index::Searcher& searcher, const std::string& query) {
  ValueOf(searcher.Tabulate({query::Parse(query), {}, Field::kCommittee, Field::kGoal, true}, GoOn));
}

void Print(std::vector<Subject>& subjects) {
  fmt::print("{:<52} {:>8} {:>8} {:>8}\n", "", "p50 ms", "mean ms", "p99 ms");
  for (Subject& subject : subjects) {
    std::vector<double>& times = subject.times;
    std::ranges::sort(times);
    double sum = 0;
    for (const double time : times) sum += time;
    fmt::print("{:<52} {:>8.3f} {:>8.3f} {:>8.3f}\n", subject.name, times[times.size() / 2],
               sum / static_cast<double>(times.size()), times[times.size() * 99 / 100]);
  }
}

/// Whom the subjects ask, and for what.
struct Asked {
  explicit Asked(const Options& options)
      : plain(options.plain),
        plain_or(options.plain, Xapian::Query::OP_OR),
        forgetful(OpenSearcher(options.index, {.answer_cache_bytes = 0})),
        cold(OpenSearcher(options.index,
                          {.answer_cache_bytes = 0, .paragraph_cache_bytes = 0, .posting_cache_bytes = 0})),
        searcher(OpenSearcher(options.index, {})) {}

  PlainSearcher plain;
  PlainSearcher plain_or;
  index::Searcher forgetful;
  index::Searcher cold;
  index::Searcher searcher;
  const std::vector<Field> facets = {Field::kCommittee, Field::kGoal, Field::kYear};
  const std::vector<index::FieldFilter> click = {{Field::kKind, {"ASSIGNMENT"}}};
};

/// `asked` must outlive them.
std::vector<Subject> SubjectsOf(Asked& asked) {
  auto& [plain, plain_or, forgetful, cold, searcher, facets, click] = asked;
  return {
      {"plain Xapian: top 10", [&](const auto& q) { plain.Search(q, false); }, {}},
      {"plain Xapian: top 10, words joined by OR", [&](const auto& q) { plain_or.Search(q, false); }, {}},
      {"plain Xapian: top 10, three ValueCountMatchSpys", [&](const auto& q) { plain.Search(q, true); }, {}},
      {"first answer: counts by three facets", [&](const auto& q) { Search(forgetful, q, facets, 0); }, {}},
      {"first answer: top 10, three facets", [&](const auto& q) { Search(forgetful, q, facets, 10); }, {}},
      {"the same, nothing kept", [&](const auto& q) { Search(cold, q, facets, 10); }, {}},
      {"first answer: top 10", [&](const auto& q) { Search(forgetful, q, {}, 10); }, {}},
      {"first answer: table of two fields", [&](const auto& q) { Tabulate(forgetful, q); }, {}},
      {"asked again: top 10", [&](const auto& q) { Search(searcher, q, {}, 10); }, {}},
      {"filter click: top 10, three facets",
       [&](const auto& q) { Search(searcher, q, facets, 10, click); },
       {}},
      {"filter click: counts by three facets",
       [&](const auto& q) { Search(searcher, q, facets, 0, click); },
       {}},
      {"asked again: table of two fields", [&](const auto& q) { Tabulate(searcher, q); }, {}},
  };
}

void Measure(const std::vector<std::string>& queries, int rounds, std::vector<Subject>& subjects) {
  for (int round = -1; round < rounds; ++round) {  // the first warms up
    for (const std::string& query : queries) {
      for (Subject& subject : subjects) {
        const double start = CpuMilliseconds();
        subject.ask(query);
        if (round >= 0) subject.times.push_back(CpuMilliseconds() - start);
      }
    }
  }
}

void PrintMemory(const index::SnapshotMemory& memory, std::size_t queries) {
  fmt::print(
      "\nfacet table {} kB, tuple column {} kB, {} kept answers {} kB, paragraphs {} kB, posting lists {} "
      "kB\n",
      memory.facet_table / 1000, memory.tuple_column / 1000, queries, memory.answers / 1000,
      memory.paragraphs / 1000, memory.postings / 1000);
}

void Run(const Options& options) {
  const std::vector<std::string> queries = ReadQueries(options.queries);
  Asked asked(options);
  std::vector<Subject> subjects = SubjectsOf(asked);
  Measure(queries, options.rounds, subjects);
  fmt::print("{} queries, {} rounds\n\n", queries.size(), options.rounds);
  Print(subjects);
  PrintMemory(asked.searcher.snapshot().memory(), queries.size());
}

}  // namespace
}  // namespace plansok::bench

int main(int argc, char** argv) {
  plansok::bench::Options options;
  CLI::App app("Measures exact counts beside plain Xapian's spies, in process, in one run.");
  app.add_option("--index", options.index, "folder made by plansok-indexer")->required();
  app.add_option("--plain", options.plain, "database made by plansok-bench-plain-build")->required();
  app.add_option("--queries", options.queries, "file of class<TAB>query lines")->required();
  app.add_option("--rounds", options.rounds, "how often each query is asked")->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  try {
    plansok::bench::Run(options);
  } catch (const Xapian::Error& error) {
    fmt::print(stderr, "plansok-bench-facets: {}\n", error.get_description());
    return 3;
  } catch (const std::exception& error) {
    fmt::print(stderr, "plansok-bench-facets: {}\n", error.what());
    return 3;
  }
  return 0;
}
