// Measures reading: a plan's bytes to paragraphs. The time must be linear in the length.

#include <benchmark/benchmark.h>

#include <cstdint>
#include <map>
#include <string>

#include "plan/reader.h"
#include "plan/vocabulary.h"
#include "tests/plan/plan_generator.h"

namespace plansok::plan {
namespace {

constexpr std::int64_t kMegabyte = std::int64_t{1} << 20;

/// Generated plans of all layouts but HTML, which would make a page of all the others, one after another,
/// `bytes` long or a little more.
const std::string& PlanOf(std::int64_t bytes) {
  static std::map<std::int64_t, std::string> plans;
  std::string& plan = plans[bytes];
  for (std::uint32_t seed = 0; plan.size() < static_cast<std::size_t>(bytes); ++seed) {
    const GeneratedPlan generated = GeneratePlan(seed);
    if (generated.layout == Layout::kHtml) continue;
    plan += generated.text;
    plan += '\n';
  }
  return plan;
}

void Read(benchmark::State& state) {
  static const Vocabulary vocabulary = Vocabulary::Load(PLANSOK_SOURCE_DIR).value();
  const PlanReader reader(vocabulary, nullptr);
  const std::string& text = PlanOf(state.range(0) * kMegabyte);
  for (auto _ : state) {
    auto read = reader.ReadText(text, "bench.txt");
    if (!read.ok()) {
      state.SkipWithError(std::string(read.status().message()).c_str());
      return;
    }
    benchmark::DoNotOptimize(read);
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
  state.SetComplexityN(static_cast<std::int64_t>(text.size()));
}

// In megabytes.
BENCHMARK(Read)->Arg(1)->Arg(10)->Arg(50)->Unit(benchmark::kMillisecond)->Complexity(benchmark::oN);

}  // namespace
}  // namespace plansok::plan

BENCHMARK_MAIN();
