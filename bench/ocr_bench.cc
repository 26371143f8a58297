// How fast a badly scanned text is repaired: a plan damaged by seed, by a repairer that has seen none of its
// words.

#include <benchmark/benchmark.h>

#include <cctype>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/text/ocr_damage.h"
#include "text/ocr_repair.h"

namespace {

using plansok::text::DamageAsScan;
using plansok::text::LanguageData;
using plansok::text::OcrRepairer;

constexpr unsigned kSeed = 1;

std::string DamagedPlan() {
  std::ifstream in(PLANSOK_SOURCE_DIR "/corpus/verksamhetsplan-2023-socialnamnden-sydvast.txt");
  return DamageAsScan(std::string(std::istreambuf_iterator<char>(in), {}), kSeed);
}

std::int64_t TokenCount(const std::string& text) {
  std::int64_t count = 0;
  bool inside = false;
  for (const unsigned char c : text) {
    const bool space = std::isspace(c) != 0;
    count += !space && !inside ? 1 : 0;
    inside = !space;
  }
  return count;
}

void BM_RepairerLoad(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        OcrRepairer::Load(PLANSOK_SOURCE_DIR, LanguageData::FromDataDir(PLANSOK_SOURCE_DIR)));
  }
}
BENCHMARK(BM_RepairerLoad)->Unit(benchmark::kMillisecond);

/// Assessing and repairing, every word for the first time; the lexicon has been built by another text.
void BM_RepairCold(benchmark::State& state) {
  const std::string damaged = DamagedPlan();
  for (auto _ : state) {
    state.PauseTiming();
    auto repairer = OcrRepairer::Load(PLANSOK_SOURCE_DIR, LanguageData::FromDataDir(PLANSOK_SOURCE_DIR));
    if (!repairer.ok()) return state.SkipWithError("the repairer's data does not load");
    benchmark::DoNotOptimize((*repairer)->Repair("nimnden"));
    state.ResumeTiming();
    benchmark::DoNotOptimize((*repairer)->Assess(damaged));
    benchmark::DoNotOptimize((*repairer)->Repair(damaged));
  }
  state.SetItemsProcessed(state.iterations() * TokenCount(damaged));
}
BENCHMARK(BM_RepairCold)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
