// What each part of the chain is worth on the sets of judged queries, what it costs, and how well each type
// of query is answered: the tables of docs/relevance.md. Also the cost of a query beside the same words as
// plain Xapian, stemmed and joined by OR.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "index/searcher.h"
#include "plain_xapian.h"
#include "query/parser.h"
#include "tests/relevance/corpus_index.h"
#include "tests/relevance/judged.h"

namespace plansok::bench {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using Queries = std::vector<relevance::JudgedQuery>;

// Judged queries of one file (tests/relevance/README.md).
struct Set {
  const char* name;
  const char* file;
  Queries queries = {};
};

std::vector<Set> LoadSets(const fs::path& source) {
  std::vector<Set> sets = {
      {"36", "judged.jsonl"}, {"alike", "judged_alike.jsonl"}, {"blind", "judged_blind.jsonl"}};
  for (Set& set : sets) set.queries = relevance::LoadJudged(source / "tests/relevance" / set.file);
  return sets;
}

constexpr int kRounds = 20;
constexpr int kRoundsBesidePlain = 200;

double Milliseconds(Clock::duration time) { return std::chrono::duration<double, std::milli>(time).count(); }

double Median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

double Megabytes(const fs::path& folder) {
  std::uintmax_t bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) bytes += entry.file_size();
  }
  return static_cast<double>(bytes) / 1e6;
}

// A chain of some of the parts.
struct Row {
  std::string name;
  text::Features features;
  bool correct = true;
  bool repaired = true;
};

struct Part {
  std::string name;
  void (*set)(Row* row, bool on);
};

const std::vector<Part>& Parts() {
  static const std::vector<Part> parts = {
      {"lemmas", [](Row* row, bool on) { row->features.lemmas = on; }},
      {"compounds", [](Row* row, bool on) { row->features.compounds = on; }},
      {"folding", [](Row* row, bool on) { row->features.folding = on; }},
      {"typing mistakes", [](Row* row, bool on) { row->correct = on; }},
      {"OCR repair", [](Row* row, bool on) { row->repaired = on; }},
      {"word families", [](Row* row, bool on) { row->features.derivations = on; }},
      {"synonyms", [](Row* row, bool on) { row->features.synonyms = on; }},
      {"proximity", [](Row* row, bool on) { row->features.proximity = on; }},
  };
  return parts;
}

// Each row one more part than the row before; then all parts but one; the whole chain last.
std::vector<Row> Rows() {
  Row row{"Snowball only", {}};
  for (const Part& part : Parts()) part.set(&row, false);
  std::vector<Row> rows = {row};
  for (const Part& part : Parts()) {
    part.set(&row, true);
    row.name = "+ " + part.name;
    rows.push_back(row);
  }
  for (const Part& part : Parts()) {
    Row without{"all but " + part.name, {}};
    part.set(&without, false);
    rows.push_back(without);
  }
  rows.push_back({"all", {}});
  return rows;
}

std::vector<plan::Plan> AsPrinted(std::vector<plan::Plan> plans) {
  for (plan::Plan& plan : plans) {
    for (plan::Paragraph& paragraph : plan.paragraphs) paragraph.repaired_text.clear();
  }
  return plans;
}

absl::Status GoOn() { return absl::OkStatus(); }

// The median time of a query's first page, from the typed line to marked snippets.
double MedianTime(const Queries& queries, const Row& row, index::Searcher* searcher) {
  std::vector<double> times;
  for (int round = 0; round < kRounds; ++round) {
    for (const relevance::JudgedQuery& judged : queries) {
      index::SearchRequest request;
      request.correct = row.correct;
      const auto start = Clock::now();
      request.query = query::Parse(judged.query);
      const auto result = searcher->Search(request, GoOn);
      if (round > 0) times.push_back(Milliseconds(Clock::now() - start));
    }
  }
  return Median(std::move(times));
}

relevance::Scores ScoresOf(const Queries& queries, bool correct, index::Searcher* searcher) {
  std::vector<relevance::Score> scores;
  for (const relevance::JudgedQuery& judged : queries) {
    scores.push_back(ScoreHits(judged, relevance::FirstFifty(searcher, judged.query, correct).hits));
  }
  return relevance::Means(queries, scores);
}

// One row of the table; the median time of the first set's queries.
void Measure(const Row& row, const std::vector<Set>& sets, const std::vector<plan::Plan>& plans,
             const fs::path& folder) {
  const auto start = Clock::now();
  index::Searcher searcher = relevance::BuildIndex(
      PLANSOK_SOURCE_DIR, row.repaired ? plans : AsPrinted(plans), row.features, folder);
  const double build = Milliseconds(Clock::now() - start) / 1000;
  fmt::print("| {} |", row.name);
  for (const Set& set : sets) {
    const relevance::Score score = ScoresOf(set.queries, row.correct, &searcher).at("all");
    fmt::print(" {:.3f} | {:.3f} |", score.ndcg10, score.recall50);
  }
  const double time = MedianTime(sets.front().queries, row, &searcher);
  fmt::print(" {:.2f} | {:.1f} | {:.3f} |\n", Megabytes(fs::canonical(folder / "current") / "db"), build,
             time);
}

std::string Heading(std::string_view first, const std::vector<Set>& sets) {
  std::string heading = fmt::format("| {} |", first);
  for (const Set& set : sets) heading += fmt::format(" {}: nDCG@10 | recall@50 |", set.name);
  return heading;
}

// The line under the headings of so many columns.
std::string Rules(std::size_t columns) {
  std::string rules;
  for (std::size_t i = 0; i < columns; ++i) rules += "---|";
  return rules;
}

// How well each type of query is answered.
void PrintTypes(const std::vector<Set>& sets, const std::vector<plan::Plan>& plans, const fs::path& folder) {
  index::Searcher searcher = relevance::BuildIndex(PLANSOK_SOURCE_DIR, plans, {}, folder);
  std::vector<relevance::Scores> scores;
  for (const Set& set : sets) scores.push_back(ScoresOf(set.queries, true, &searcher));
  fmt::print("\n{}\n|---|{}\n", Heading("type", sets), Rules(2 * sets.size()));
  for (const auto& [type, first] : scores.front()) {
    fmt::print("| {} |", type);
    for (const relevance::Scores& of_set : scores) {
      fmt::print(" {:.3f} | {:.3f} |", of_set.at(type).ndcg10, of_set.at(type).recall50);
    }
    fmt::print("\n");
  }
}

PlainSearcher BuildPlain(const std::vector<plan::Plan>& plans, const fs::path& folder) {
  std::stringstream paragraphs;
  for (const plan::Plan& plan : plans) {
    for (const plan::Paragraph& paragraph : plan.paragraphs) {
      paragraphs << nlohmann::json{{"text", paragraph.text}}.dump() << "\n";
    }
  }
  BuildPlainIndex(paragraphs, folder.string());
  return PlainSearcher(folder.string(), Xapian::Query::OP_OR);
}

// The chain as it is beside plain Xapian, query by query in turn, so that a machine that is slower for a
// while is so for both.
void CompareWithPlain(const Queries& queries, const std::vector<plan::Plan>& plans, const fs::path& folder) {
  PlainSearcher plain = BuildPlain(plans, folder / "plain");
  index::Searcher searcher = relevance::BuildIndex(PLANSOK_SOURCE_DIR, plans, {}, folder / "ours");
  std::vector<double> plain_times;
  std::vector<double> our_times;
  for (int round = 0; round <= kRoundsBesidePlain; ++round) {
    for (const relevance::JudgedQuery& judged : queries) {
      const auto start = Clock::now();
      plain.Search(judged.query, /*facets=*/false);
      const auto between = Clock::now();
      index::SearchRequest request;
      request.query = query::Parse(judged.query);
      const auto result = searcher.Search(request, GoOn);
      const auto end = Clock::now();
      if (round == 0) continue;
      plain_times.push_back(Milliseconds(between - start));
      our_times.push_back(Milliseconds(end - between));
    }
  }
  const double plain_time = Median(std::move(plain_times));
  const double our_time = Median(std::move(our_times));
  fmt::print("\nplain Xapian, stemmed, OR: p50 {:.3f} ms; ours {:.3f} ms, {:.2f} times\n", plain_time,
             our_time, our_time / plain_time);
}

// With `whole` only, the chain as it is and nothing beside it: what bench/weights asks again and again.
int Main(bool whole) {
  const fs::path source = PLANSOK_SOURCE_DIR;
  const std::vector<Set> sets = LoadSets(source);
  const auto plans = relevance::ReadCorpus(source);
  std::string name = (fs::temp_directory_path() / "plansok-relevance-XXXXXX").string();
  const fs::path work = mkdtemp(name.data());
  fmt::print("{} index MB | build s | query p50 ms |\n|---|{}---|---|---|\n", Heading("chain", sets),
             Rules(2 * sets.size()));
  int number = 0;
  const std::vector<Row> rows = whole ? std::vector<Row>{{"all", {}}} : Rows();
  for (const Row& row : rows) Measure(row, sets, plans, work / std::to_string(number++));
  CompareWithPlain(sets.front().queries, plans, work);
  PrintTypes(sets, plans, work / "types");
  fs::remove_all(work);
  return 0;
}

}  // namespace
}  // namespace plansok::bench

int main(int argc, char** argv) {
  bool whole = false;
  CLI::App app(
      "Relevance, index size, build time and query time of the chain, and of each of its parts taken away.");
  app.add_flag("--whole", whole, "Only the chain as it is");
  CLI11_PARSE(app, argc, argv);
  try {
    return plansok::bench::Main(whole);
  } catch (const std::exception& error) {
    fmt::print(stderr, "plansok-bench-relevance: {}\n", error.what());
    return 1;
  }
}
