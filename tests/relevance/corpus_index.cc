#include "tests/relevance/corpus_index.h"

#include <stdexcept>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "index/generation.h"
#include "index/writer.h"
#include "indexer/corpus.h"
#include "indexer/corpus_reader.h"
#include "indexer/ingredients.h"
#include "indexer/progress.h"
#include "query/parser.h"
#include "text/analyzer.h"

namespace plansok::relevance {
namespace {

void Check(const absl::Status& status) {
  if (!status.ok()) throw std::runtime_error(std::string(status.message()));
}

template <typename Value>
Value Take(absl::StatusOr<Value> value) {
  Check(value.status());
  return *std::move(value);
}

}  // namespace

std::vector<plan::Plan> ReadCorpus(const std::filesystem::path& data_dir) {
  const auto ingredients = Take(indexer::LoadIngredients(data_dir));
  indexer::Progress progress(false);
  indexer::CorpusReader reader(ingredients, nullptr, false, &progress);
  std::vector<plan::Plan> plans;
  for (indexer::Source& source : Take(reader.Read(Take(indexer::ScanCorpus(data_dir / "corpus"))))) {
    if (source.plan) plans.push_back(*std::move(source.plan));
  }
  return plans;
}

index::Searcher BuildIndex(const std::filesystem::path& data_dir, const std::vector<plan::Plan>& plans,
                           const text::Features& features, const std::filesystem::path& index_dir) {
  const auto language = text::LanguageData::FromDataDir(data_dir);
  const auto analyzer = Take(text::Analyzer::Load(language, features));
  auto builder = Take(index::GenerationBuilder::Begin(index_dir));
  std::filesystem::create_directories(builder.generation().language());
  Check(language.CopyTo(builder.generation().language()));
  auto writer =
      Take(index::Writer::Create(builder.generation().database(), analyzer, Take(language.Fingerprint())));
  for (const plan::Plan& plan : plans) Check(writer.Add(plan));
  Check(writer.Finish());
  Check(builder.Publish());
  const index::SnapshotOptions options{.answer_cache_bytes = 0, .features = features};
  return Take(
      index::Searcher::Open(Take(index::Snapshot::Open(Take(index::CurrentGeneration(index_dir)), options))));
}

index::SearchResult FirstFifty(index::Searcher* searcher, const std::string& line, bool correct) {
  index::SearchRequest request;
  request.query = query::Parse(line);
  request.limit = 50;
  request.correct = correct;
  return Take(searcher->Search(request, [] { return absl::OkStatus(); }));
}

}  // namespace plansok::relevance
