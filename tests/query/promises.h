/// What the query language promises of any bytes; shared by the random test and the fuzzer.
#ifndef PLANSOK_TESTS_QUERY_PROMISES_H_
#define PLANSOK_TESTS_QUERY_PROMISES_H_

#include <string>
#include <string_view>

namespace plansok::query {

/// Parses `line` and names the promise that was broken; "" where all were kept.
std::string BrokenPromise(std::string_view line);

}  // namespace plansok::query

#endif  // PLANSOK_TESTS_QUERY_PROMISES_H_
