// plansok-bench-load: p50, p99 and calls a second of Search, beside an empty gRPC echo and plain Xapian in
// process.

#include <fmt/core.h>
#include <xapian.h>

#include <CLI/CLI.hpp>
#include <exception>
#include <string>
#include <vector>

#include "load.h"
#include "query_file.h"
#include "subjects.h"

namespace plansok::bench {
namespace {

struct Options {
  std::string server = "127.0.0.1:50051";
  std::string plain;
  std::string queries;
  double seconds = 5;
  std::vector<int> callers = {1, 16};
};

void Run(const Options& options) {
  const auto queries = ReadQueries(options.queries);
  const EchoServer echo;
  const std::vector<Subject> subjects = {
      echo.subject(), PlainSubject(options.plain, false), SearchSubject(options.server, false),
      PlainSubject(options.plain, true), SearchSubject(options.server, true)};
  fmt::print("{} queries from {}, {} s each\n\n", queries.size(), options.queries, options.seconds);
  fmt::print("{:<7} {:<22} {:>8} {:>8} {:>9} {:>9} {:>10}\n", "callers", "subject", "p50 ms", "p99 ms",
             "calls/s", "p50/echo", "p50/plain");
  for (const int callers : options.callers) {
    double echo_p50 = 0;
    double plain_p50 = 0;
    for (const auto& subject : subjects) {
      const Figures figures = Measure(subject, queries, callers, options.seconds);
      if (subject.name.starts_with("empty")) echo_p50 = figures.p50;
      if (subject.name.starts_with("plain")) plain_p50 = figures.p50;
      fmt::print("{:<7} {:<22} {:>8.3f} {:>8.3f} {:>9.0f} {:>9.2f} {:>10}\n", callers, subject.name,
                 figures.p50, figures.p99, figures.calls_per_second, figures.p50 / echo_p50,
                 plain_p50 > 0 ? fmt::format("{:.2f}", figures.p50 / plain_p50) : "-");
    }
  }
}

}  // namespace
}  // namespace plansok::bench

int main(int argc, char** argv) {
  plansok::bench::Options options;
  CLI::App app("Measures Search on a running plansok-searchd beside its references, in one run.");
  app.add_option("--server", options.server, "host:port of plansok-searchd")->capture_default_str();
  app.add_option("--plain", options.plain, "database made by plansok-bench-plain-build")->required();
  app.add_option("--queries", options.queries, "file of class<TAB>query lines")->required();
  app.add_option("--seconds", options.seconds, "length of each measurement")->capture_default_str();
  app.add_option("--callers", options.callers, "numbers of callers at once")->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  try {
    plansok::bench::Run(options);
  } catch (const Xapian::Error& error) {
    fmt::print(stderr, "plansok-bench-load: {}\n", error.get_description());
    return 3;
  } catch (const std::exception& error) {
    fmt::print(stderr, "plansok-bench-load: {}\n", error.what());
    return 3;
  }
  return 0;
}
