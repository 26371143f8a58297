// How right the repair of bad scans is, and how fast: figures to print, not bars to hold (the tests hold
// those).
//
//     plansok-bench-ocr-figures [PARAGRAPHS.jsonl]
//
// 1. Every sound plan of corpus/ in turn is left out of what the repairer has learnt, damaged by several
// seeds, and repaired.
// 2. Every sound plan, and PARAGRAPHS (one a line, its "text") as one document and each by itself, is
// repaired as
//    plansok-indexer repair would: not a token may change.

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/text/ocr_damage.h"
#include "text/file_bytes.h"
#include "text/ocr_repair.h"

namespace {

namespace fs = std::filesystem;
using plansok::text::DamageAsScan;
using plansok::text::LanguageData;
using plansok::text::OcrRepairer;

constexpr unsigned kSeeds = 5;
constexpr std::size_t kParagraphs = 2000;  // spread evenly over the file

std::vector<std::string> Words(const std::string& text) {
  std::istringstream in(text);
  return {std::istream_iterator<std::string>(in), {}};
}

std::unique_ptr<OcrRepairer> LoadRepairer() {
  return OcrRepairer::Load(PLANSOK_SOURCE_DIR, LanguageData::FromDataDir(PLANSOK_SOURCE_DIR)).value();
}

/// The plans of corpus/ that are not damaged themselves, by name.
std::map<std::string, std::string> SoundPlans() {
  const auto repairer = LoadRepairer();
  std::map<std::string, std::string> plans;
  for (const auto& entry : fs::directory_iterator(PLANSOK_SOURCE_DIR "/corpus")) {
    if (entry.path().extension() != ".txt") continue;
    std::string text = plansok::text::ReadFileBytes(entry.path()).value();
    if (!repairer->Assess(text).repairable) plans.emplace(entry.path().stem().string(), std::move(text));
  }
  return plans;
}

struct Errors {
  std::size_t words = 0;
  std::size_t before = 0;  ///< wrong as scanned
  std::size_t after = 0;   ///< wrong as repaired
  std::size_t broken = 0;  ///< right as scanned, wrong as repaired
  double seconds = 0;      ///< of processor time, to assess and repair, every word for the first time

  void Add(const Errors& other) {
    words += other.words;
    before += other.before;
    after += other.after;
    broken += other.broken;
    seconds += other.seconds;
  }
  double Share(std::size_t count) const { return static_cast<double>(count) / static_cast<double>(words); }
};

void Print(const std::string& name, const Errors& errors) {
  fmt::print("{:<56} {:>7} {:>7.4f} {:>7.4f} {:>7.4f} {:>9.0f}\n", name, errors.words,
             errors.Share(errors.before), errors.Share(errors.after), errors.Share(errors.broken),
             static_cast<double>(errors.words) / errors.seconds);
}

Errors RepairDamaged(const std::map<std::string, std::string>& plans, const std::string& left_out,
                     unsigned seed) {
  const auto repairer = LoadRepairer();
  for (const auto& [name, text] : plans) {
    if (name != left_out) repairer->Learn(text);
  }
  repairer->Repair("nimnden");  // builds the lexicon, once for all documents of a build
  const std::string scanned = DamageAsScan(plans.at(left_out), seed);
  const std::clock_t start = std::clock();
  const bool repairable = repairer->Assess(scanned).repairable;
  const std::string repaired = repairable ? repairer->Repair(scanned) : scanned;
  Errors errors;
  errors.seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  const std::vector<std::string> want = Words(plans.at(left_out));
  const std::vector<std::string> before = Words(scanned);
  const std::vector<std::string> after = Words(repaired);
  errors.words = want.size();
  for (std::size_t i = 0; i < want.size(); ++i) {
    errors.before += before[i] != want[i] ? 1 : 0;
    errors.after += after[i] != want[i] ? 1 : 0;
    errors.broken += before[i] == want[i] && after[i] != want[i] ? 1 : 0;
  }
  return errors;
}

void PrintLeaveOneOut(const std::map<std::string, std::string>& plans) {
  fmt::print("{:<56} {:>7} {:>7} {:>7} {:>7} {:>9}\n", "left out, damaged by 5 seeds", "words", "before",
             "after", "broken", "words/s");
  Errors all;
  for (const auto& [name, text] : plans) {
    Errors errors;
    for (unsigned seed = 1; seed <= kSeeds; ++seed) errors.Add(RepairDamaged(plans, name, seed));
    Print(name, errors);
    all.Add(errors);
  }
  Print("all", all);
}

/// How many tokens a repair changes that has learnt the sound plans, as the indexer's has.
std::size_t ChangedTokens(const OcrRepairer& repairer, const std::string& text) {
  if (!repairer.Assess(text).repairable) return 0;
  const std::vector<std::string> before = Words(text);
  const std::vector<std::string> after = Words(repairer.Repair(text));
  std::size_t changed = 0;
  for (std::size_t i = 0; i < before.size(); ++i) changed += before[i] != after[i] ? 1 : 0;
  return changed;
}

std::vector<std::string> SpreadParagraphs(const char* file) {
  std::vector<std::string> all;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    const auto json = nlohmann::json::parse(line, nullptr, /*allow_exceptions=*/false);
    if (json.is_object() && json.contains("text")) all.push_back(json["text"].get<std::string>());
  }
  std::vector<std::string> spread;
  const std::size_t count = std::min(kParagraphs, all.size());
  for (std::size_t i = 0; i < count; ++i) spread.push_back(all[i * all.size() / count]);
  return spread;
}

void PrintSound(const std::map<std::string, std::string>& plans, const char* paragraphs_file) {
  const auto repairer = LoadRepairer();
  for (const auto& [name, text] : plans) repairer->Learn(text);
  fmt::print("\n{:<56} {:>7} {:>7}\n", "sound text", "words", "changed");
  const auto print = [](const std::string& name, std::size_t words, std::size_t changed) {
    fmt::print("{:<56} {:>7} {:>7}\n", name, words, changed);
  };
  for (const auto& [name, text] : plans) print(name, Words(text).size(), ChangedTokens(*repairer, text));
  if (paragraphs_file == nullptr) return;
  std::string together;
  std::size_t changed = 0;
  const std::vector<std::string> paragraphs = SpreadParagraphs(paragraphs_file);
  for (const std::string& paragraph : paragraphs) {
    together.append(paragraph).append("\n\n");
    changed += ChangedTokens(*repairer, paragraph);
  }
  const std::size_t words = Words(together).size();
  print(fmt::format("{} paragraphs, as one document", paragraphs.size()), words,
        ChangedTokens(*repairer, together));
  print(fmt::format("{} paragraphs, each by itself", paragraphs.size()), words, changed);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc > 2) {
    fmt::print(stderr, "usage: plansok-bench-ocr-figures [PARAGRAPHS.jsonl]\n");
    return 2;
  }
  const auto plans = SoundPlans();
  PrintLeaveOneOut(plans);
  PrintSound(plans, argc == 2 ? argv[1] : nullptr);
  return 0;
}
