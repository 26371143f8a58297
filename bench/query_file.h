/// The queries that benchmarks ask.
#ifndef PLANSOK_BENCH_QUERY_FILE_H_
#define PLANSOK_BENCH_QUERY_FILE_H_

#include <string>
#include <vector>

namespace plansok::bench {

/// The queries of a file of "class<TAB>query" lines; throws std::runtime_error where there are none.
std::vector<std::string> ReadQueries(const std::string& path);

}  // namespace plansok::bench

#endif  // PLANSOK_BENCH_QUERY_FILE_H_
