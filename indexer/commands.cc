#include "indexer/commands.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "index/check.h"
#include "index/generation.h"
#include "indexer/build.h"
#include "indexer/corpus.h"
#include "indexer/corpus_reader.h"
#include "indexer/files.h"
#include "indexer/ingredients.h"
#include "indexer/json.h"
#include "indexer/printable.h"
#include "indexer/progress.h"
#include "indexer/stop.h"
#include "plan/reader.h"
#include "text/ocr_repair.h"

namespace plansok::indexer {
namespace {

constexpr const char* kStandardInput = "-";

int Fail(const absl::Status& status) {
  fmt::print(stderr, "plansok-indexer: {}\n",
             Printable(std::string_view(status.message().data(), status.message().size())));
  return kExitFailed;
}

absl::StatusOr<BuildReport> RunBuild(const BuildCommand& command, Progress* progress) {
  const BuildOptions options{command.corpus, command.index, command.data, command.force};
  if (command.paragraphs.empty()) return BuildFromCorpus(options, progress);
  if (command.paragraphs == kStandardInput) {
    return BuildFromParagraphs(options, std::cin, "standard input", progress);
  }
  std::ifstream file(command.paragraphs);
  if (!file) return absl::NotFoundError(fmt::format("cannot read {}", command.paragraphs));
  return BuildFromParagraphs(options, file, NameOf(command.paragraphs), progress);
}

/// `indent` -1: on one line. A message may name what is no UTF-8; that is printed as U+FFFD.
void PrintJson(const nlohmann::ordered_json& json, int indent) {
  fmt::print("{}\n", json.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

void PrintReport(const BuildReport& report) {
  if (!report.published) {
    fmt::print("Nothing has changed; generation {} stays: {} plans, {} paragraphs ({:.2f} s).\n",
               report.generation, report.plans, report.paragraphs, report.seconds);
    return;
  }
  fmt::print("Generation {} published: {} plans, {} paragraphs; {} files read, {} left out ({:.2f} s).\n",
             report.generation, report.plans, report.paragraphs, report.files_read, report.files_left_out,
             report.seconds);
}

void PrintReportJson(const BuildReport& report) {
  const nlohmann::ordered_json json = {
      {"generation", report.generation}, {"published", report.published},
      {"plans", report.plans},           {"paragraphs", report.paragraphs},
      {"filesRead", report.files_read},  {"filesLeftOut", report.files_left_out},
      {"warnings", report.warnings},     {"seconds", report.seconds}};
  PrintJson(json, -1);
}

nlohmann::ordered_json PlanJson(const plan::Plan& plan) {
  nlohmann::ordered_json json = {{"name", "plans/" + plan.id},
                                 {"title", plan.title},
                                 {"years", plan.years},
                                 {"documentKind", plan.document_kind}};
  for (const plan::Named& committee : plan.committees) {
    json["committees"].push_back({{"id", committee.id}, {"label", committee.label}});
  }
  return json;
}

void PrintInspectionJson(const plan::ReadPlan& read) {
  nlohmann::ordered_json json = {{"plan", PlanJson(read.plan)},
                                 {"paragraphs", nlohmann::ordered_json::array()},
                                 {"furniture", nlohmann::ordered_json::array()},
                                 {"warnings", read.warnings}};
  for (const plan::Paragraph& paragraph : read.plan.paragraphs) {
    json["paragraphs"].push_back(ToJson(read.plan.id, paragraph));
  }
  for (const plan::Furniture& furniture : read.furniture) {
    json["furniture"].push_back({{"firstLine", furniture.first_line},
                                 {"lastLine", furniture.last_line},
                                 {"use", plan::LineUseName(furniture.use)},
                                 {"text", furniture.text}});
  }
  PrintJson(json, 2);
}

std::string FactsLine(const plan::Paragraph& paragraph) {
  std::string line = fmt::format("{}", plan::KindName(paragraph.kind));
  if (paragraph.goal) line += fmt::format("  goal: {}", paragraph.goal->label);
  if (paragraph.area) line += fmt::format("  area: {}", paragraph.area->label);
  if (paragraph.origin != plan::Origin::kUnspecified)
    line += fmt::format("  {}", plan::OriginName(paragraph.origin));
  if (paragraph.assignment_year != 0) line += fmt::format("  {}", paragraph.assignment_year);
  for (const plan::Body& body : paragraph.bodies) {
    line += fmt::format("  {}: {}", plan::BodyRoleName(body.role), body.label);
  }
  if (!paragraph.counterpart_id.empty()) line += fmt::format("  counterpart: {}", paragraph.counterpart_id);
  return line;
}

void PrintParagraph(const plan::Paragraph& paragraph) {
  fmt::print("{:>5}-{:<5} {}  {}\n", paragraph.first_line, paragraph.last_line, paragraph.id,
             Printable(FactsLine(paragraph)));
  if (!paragraph.section_path.empty()) {
    fmt::print("            in: {}\n",
               Printable(fmt::format("{}", fmt::join(paragraph.section_path, " > "))));
  }
  if (!paragraph.lead_in.empty()) fmt::print("            follows: {}\n", Printable(paragraph.lead_in));
  fmt::print("            {}\n", Printable(paragraph.text));
  if (!paragraph.repaired_text.empty())
    fmt::print("            read as: {}\n", Printable(paragraph.repaired_text));
}

/// Paragraphs and furniture by line, as they stand in the file.
void PrintInspection(const plan::ReadPlan& read) {
  for (const std::string& warning : read.warnings) fmt::print(stderr, "warning: {}\n", Printable(warning));
  fmt::print("{}  {}  {}\n", read.plan.id, Printable(read.plan.title), Printable(PlanJson(read.plan).dump()));
  auto furniture = read.furniture.begin();
  const auto print_furniture_before = [&](int line) {
    for (; furniture != read.furniture.end() && furniture->first_line < line; ++furniture) {
      if (furniture->use == plan::LineUse::kBlank) continue;
      fmt::print("{:>5}-{:<5} ({}) {}\n", furniture->first_line, furniture->last_line,
                 plan::LineUseName(furniture->use), Printable(furniture->text));
    }
  };
  for (const plan::Paragraph& paragraph : read.plan.paragraphs) {
    print_furniture_before(paragraph.first_line);
    PrintParagraph(paragraph);
  }
  print_furniture_before(std::numeric_limits<int>::max());
}

/// Teaches the repairer every sound plan of a corpus.
absl::Status LearnFrom(const std::filesystem::path& corpus, const plan::Vocabulary& vocabulary,
                       text::OcrRepairer* repairer) {
  const auto files = ScanCorpus(corpus);
  if (!files.ok()) return files.status();
  const plan::PlanReader reader(vocabulary, nullptr);
  for (const CorpusFile& file : *files) {
    const auto read = reader.Read(file.path, file.name);
    if (!read.ok()) continue;  // what cannot be read teaches nothing
    const std::string text = RunningText(read->plan);
    if (!repairer->Assess(text).repairable) repairer->Learn(text);
  }
  return absl::OkStatus();
}

}  // namespace

int Build(const BuildCommand& command) {
  CatchStopSignals();
  Progress progress(!command.quiet && !command.json);
  const auto report = RunBuild(command, &progress);
  progress.Clear();
  if (!report.ok()) return Fail(report.status());
  if (command.json) {
    PrintReportJson(*report);
  } else {
    if (!command.quiet) PrintReport(*report);
    for (const std::string& warning : report->warnings)
      fmt::print(stderr, "warning: {}\n", Printable(warning));
  }
  return report->files_left_out > 0 ? kExitLeftOut : kExitOk;
}

int Inspect(const InspectCommand& command) {
  const auto ingredients = LoadIngredients(command.data);
  if (!ingredients.ok()) return Fail(ingredients.status());
  const auto repairer = text::OcrRepairer::Load(ingredients->data_dir, ingredients->language);
  if (!repairer.ok()) return Fail(repairer.status());
  const plan::PlanReader reader(ingredients->vocabulary, repairer->get());
  const auto read = reader.Read(command.file, NameOf(command.file));
  if (!read.ok()) return Fail(read.status());
  if (command.json) {
    PrintInspectionJson(*read);
  } else {
    PrintInspection(*read);
  }
  return kExitOk;
}

int Repair(const RepairCommand& command) {
  const std::optional<std::string> text = ReadBytes(command.file);
  if (!text) return Fail(absl::NotFoundError(fmt::format("cannot read {}", command.file.string())));
  const auto ingredients = LoadIngredients(command.data);
  if (!ingredients.ok()) return Fail(ingredients.status());
  const auto repairer = text::OcrRepairer::Load(ingredients->data_dir, ingredients->language);
  if (!repairer.ok()) return Fail(repairer.status());
  std::error_code ignored;
  const std::filesystem::path corpus =
      command.corpus.empty() ? ingredients->data_dir / "corpus" : std::filesystem::path(command.corpus);
  if (!command.corpus.empty() || std::filesystem::is_directory(corpus, ignored)) {
    const absl::Status status = LearnFrom(corpus, ingredients->vocabulary, repairer->get());
    if (!status.ok()) return Fail(status);
  }
  fmt::print("{}", (*repairer)->Assess(*text).repairable ? (*repairer)->Repair(*text) : *text);
  return kExitOk;
}

int Split(const SplitCommand& command) {
  std::ifstream file(command.file);
  if (!file) return Fail(absl::NotFoundError(fmt::format("cannot read {}", command.file.string())));
  const auto ingredients = LoadIngredients(command.data);
  if (!ingredients.ok()) return Fail(ingredients.status());
  for (std::string word; std::getline(file, word);) {
    if (word.ends_with('\r')) word.pop_back();
    if (word.empty()) continue;
    const std::vector<std::string> parts = ingredients->analyzer->Split(word);
    fmt::print("{}\t{}\n", word, parts.empty() ? "-" : fmt::format("{}", fmt::join(parts, "+")));
  }
  if (file.bad()) return Fail(absl::NotFoundError(fmt::format("cannot read {}", command.file.string())));
  return kExitOk;
}

int Check(const std::filesystem::path& index) {
  const auto generation = index::CurrentGeneration(index);
  if (!generation.ok()) return Fail(generation.status());
  const auto info = index::CheckGeneration(*generation);
  if (!info.ok()) return Fail(info.status());
  fmt::print("Generation {} is sound: {} plans, {} paragraphs.\n", info->generation, info->plan_count,
             info->paragraph_count);
  return kExitOk;
}

}  // namespace plansok::indexer
