// Measures suggestions keystroke by keystroke, in process, beside the plainest way to complete a word with
// Xapian: walking all terms that begin so.
//
// usage: plansok-bench-suggest INDEX QUERIES.tsv [--benchmark_...]

#include <benchmark/benchmark.h>
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "index/generation.h"
#include "index/searcher.h"

namespace plansok::index {
namespace {

constexpr int kSuggestions = 8;

/// Every beginning of every query, as a person types it: whole letters, in order.
std::vector<std::string> Keystrokes(const std::string& file) {
  std::ifstream lines(file);
  std::vector<std::string> keystrokes;
  for (std::string line; std::getline(lines, line);) {
    const std::string query = line.substr(line.find('\t') + 1);
    for (std::size_t end = 1; end <= query.size(); ++end) {
      const bool inside_letter =
          end < query.size() && (static_cast<unsigned char>(query[end]) & 0xC0U) == 0x80U;
      if (!inside_letter) keystrokes.push_back(query.substr(0, end));
    }
  }
  return keystrokes;
}

/// Times `suggest` on every keystroke; reports milliseconds.
void Type(benchmark::State& state, const std::vector<std::string>& keystrokes,
          const std::function<std::size_t(const std::string&)>& suggest) {
  std::vector<double> spent;
  std::size_t suggested = 0;
  for (auto _ : state) {
    for (const std::string& typed : keystrokes) {
      const auto began = std::chrono::steady_clock::now();
      suggested += suggest(typed);
      spent.push_back(
          std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count());
    }
  }
  std::sort(spent.begin(), spent.end());
  state.counters["p50_ms"] = spent[spent.size() / 2];
  state.counters["p99_ms"] = spent[spent.size() * 99 / 100];
  state.counters["max_ms"] = spent.back();
  state.counters["suggested"] = static_cast<double>(suggested) / static_cast<double>(spent.size());
}

/// Of all terms that begin as the last word does, the most frequent.
std::size_t PlainComplete(const Xapian::Database& database, const std::string& typed) {
  const std::string prefix = typed.substr(typed.rfind(' ') + 1);
  if (prefix.empty()) return 0;
  std::vector<std::pair<Xapian::doccount, std::string>> found;
  const auto end = database.allterms_end(prefix);
  for (auto term = database.allterms_begin(prefix); term != end; ++term) {
    found.emplace_back(term.get_termfreq(), *term);
  }
  const auto most = std::min<std::size_t>(found.size(), kSuggestions);
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(most), found.end(),
                    std::greater<>());
  return most;
}

/// A new searcher and snapshot each time: the first keystroke after a space asks what the words before find,
/// and nothing is remembered from a run before.
void Suggest(benchmark::State& state, const Generation& generation,
             const std::vector<std::string>& keystrokes) {
  auto searcher = Searcher::Open(Snapshot::Open(generation).value()).value();
  Type(state, keystrokes, [&](const std::string& typed) {
    return searcher.Suggest(typed, kSuggestions, [] { return absl::OkStatus(); })->size();
  });
  state.counters["table_MB"] = static_cast<double>(searcher.snapshot().memory().suggestions) / 1e6;
}

void PlainWalk(benchmark::State& state, const Generation& generation,
               const std::vector<std::string>& keystrokes) {
  const Xapian::Database database(generation.database().string());
  Type(state, keystrokes, [&](const std::string& typed) { return PlainComplete(database, typed); });
}

int Run(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (argc != 3) {
    std::fputs("usage: plansok-bench-suggest INDEX QUERIES.tsv [--benchmark_...]\n", stderr);
    return 2;
  }
  const auto generation = CurrentGeneration(argv[1]);
  const std::vector<std::string> keystrokes = Keystrokes(argv[2]);
  if (!generation.ok() || keystrokes.empty()) {
    std::fputs("no index, or no queries\n", stderr);
    return 3;
  }
  benchmark::RegisterBenchmark("Suggest",
                               [&](benchmark::State& state) { Suggest(state, *generation, keystrokes); })
      ->Iterations(1)
      ->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("PlainWalk",
                               [&](benchmark::State& state) { PlainWalk(state, *generation, keystrokes); })
      ->Iterations(1)
      ->Unit(benchmark::kMillisecond);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

}  // namespace
}  // namespace plansok::index

int main(int argc, char** argv) { return plansok::index::Run(argc, argv); }
