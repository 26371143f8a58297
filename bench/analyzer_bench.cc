// How fast text becomes terms: the Analyzer, beside Xapian's TermGenerator with its Swedish stemmer on the
// same text.

#include <benchmark/benchmark.h>
#include <xapian.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <set>
#include <string>

#include "text/analyzer.h"

namespace {

const std::string& CorpusText() {
  static const std::string text = [] {
    std::string all;
    for (const auto& entry : std::filesystem::directory_iterator(PLANSOK_SOURCE_DIR "/corpus")) {
      if (entry.path().extension() != ".txt") continue;
      std::ifstream in(entry.path());
      all.append(std::istreambuf_iterator<char>(in), {});
    }
    return all;
  }();
  return text;
}

std::shared_ptr<const plansok::text::Analyzer> LoadAnalyzer() {
  auto analyzer = plansok::text::Analyzer::Load(plansok::text::LanguageData::FromDataDir(PLANSOK_SOURCE_DIR));
  return analyzer.ok() ? *std::move(analyzer) : nullptr;
}

void CountBytes(benchmark::State& state) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * CorpusText().size()));
}

/// Word types already seen, as in all but the first moments of a build or a server.
void BM_AnalyzerWarm(benchmark::State& state) {
  const auto analyzer = LoadAnalyzer();
  if (!analyzer) return state.SkipWithError("the language data does not load");
  benchmark::DoNotOptimize(analyzer->Analyze(CorpusText()));
  for (auto _ : state) benchmark::DoNotOptimize(analyzer->Analyze(CorpusText()));
  CountBytes(state);
}
BENCHMARK(BM_AnalyzerWarm)->Unit(benchmark::kMillisecond);

std::size_t CountTypes(const plansok::text::Analyzer& analyzer) {
  std::set<std::string> types;
  for (const auto& word : analyzer.Analyze(CorpusText())) types.insert(word->surface);
  return types.size();
}

/// Every word type for the first time: lemma, stem, family and the parts of compounds. `us_per_type`:
/// microseconds for each.
void BM_AnalyzerCold(benchmark::State& state) {
  std::size_t types = 0;
  for (auto _ : state) {
    state.PauseTiming();
    const auto analyzer = LoadAnalyzer();
    if (!analyzer) return state.SkipWithError("the language data does not load");
    state.ResumeTiming();
    benchmark::DoNotOptimize(analyzer->Analyze(CorpusText()));
    state.PauseTiming();
    types += CountTypes(*analyzer);
    state.ResumeTiming();
  }
  CountBytes(state);
  state.counters["us_per_type"] = benchmark::Counter(
      static_cast<double>(types) * 1e-6, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}
BENCHMARK(BM_AnalyzerCold)->Unit(benchmark::kMillisecond);

void BM_AnalyzerLoad(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(LoadAnalyzer());
}
BENCHMARK(BM_AnalyzerLoad)->Unit(benchmark::kMillisecond);

/// The reference.
void BM_XapianTermGenerator(benchmark::State& state) {
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem("swedish"));
  for (auto _ : state) {
    Xapian::Document document;
    generator.set_document(document);
    generator.index_text(CorpusText());
    benchmark::DoNotOptimize(document.termlist_count());
  }
  CountBytes(state);
}
BENCHMARK(BM_XapianTermGenerator)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
