// How long the longest lines take: `index_long_lines INDEX` prints milliseconds for reading, searching and
// suggesting, each asked once with nothing kept of the line.
#include <fmt/format.h>

#include <chrono>

#include "index/generation.h"
#include "index/searcher.h"
#include "query/parser.h"
#include "tests/index/long_lines.h"

namespace plansok::index {
namespace {

template <typename Work>
double MillisecondsOf(const Work& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

void Print(const LongLine& line, Searcher* searcher) {
  const auto go_on = [] { return absl::OkStatus(); };
  SearchRequest request;
  const double parsed = MillisecondsOf([&] { request.query = query::Parse(line.line); });
  int total = -1;
  const double searched = MillisecondsOf([&] {
    const auto result = searcher->Search(request, go_on);
    if (result.ok()) total = result->total;
  });
  const double suggested = MillisecondsOf([&] { (void)searcher->Suggest(line.line, 10, go_on).ok(); });
  fmt::print("{:<34} {:>8.1f} {:>8.1f} {:>8.1f} {:>8}\n", line.name, parsed, searched, suggested, total);
}

int Run(const char* index_dir) {
  const auto generation = CurrentGeneration(index_dir);
  const auto snapshot = generation.ok() ? Snapshot::Open(*generation) : generation.status();
  auto searcher = snapshot.ok() ? Searcher::Open(*snapshot) : snapshot.status();
  if (!searcher.ok()) {
    fmt::print(stderr, "{}\n", searcher.status().ToString());
    return 1;
  }
  SearchRequest mistyped;  // reads the vocabulary, which a server does once
  mistyped.query = query::Parse("segragation");
  (void)searcher->Search(mistyped, [] { return absl::OkStatus(); }).ok();
  fmt::print("{:<34} {:>8} {:>8} {:>8} {:>8}\n", "the longest line, of", "read", "search", "suggest", "hits");
  for (const LongLine& line : LongLines()) Print(line, &*searcher);
  return 0;
}

}  // namespace
}  // namespace plansok::index

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: index_long_lines INDEX\n");
    return 2;
  }
  return plansok::index::Run(argv[1]);
}
