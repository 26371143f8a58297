// The corpus as an index, made in process with chosen features.
#ifndef PLANSOK_TESTS_RELEVANCE_CORPUS_INDEX_H_
#define PLANSOK_TESTS_RELEVANCE_CORPUS_INDEX_H_

#include <filesystem>
#include <string>
#include <vector>

#include "index/searcher.h"
#include "plan/plan.h"
#include "text/features.h"

namespace plansok::relevance {

// The plans of `data_dir`/corpus, repaired where they are badly scanned. Throws std::runtime_error.
std::vector<plan::Plan> ReadCorpus(const std::filesystem::path& data_dir);

// Builds and publishes an index of `plans` in `index_dir`, and opens it. Throws std::runtime_error.
index::Searcher BuildIndex(const std::filesystem::path& data_dir, const std::vector<plan::Plan>& plans,
                           const text::Features& features, const std::filesystem::path& index_dir);

// The first fifty hits of a typed line.
index::SearchResult FirstFifty(index::Searcher* searcher, const std::string& line, bool correct = true);

}  // namespace plansok::relevance

#endif  // PLANSOK_TESTS_RELEVANCE_CORPUS_INDEX_H_
